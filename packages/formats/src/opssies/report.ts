import { type Notice, type Params } from '../format.ts';
import { type Path, dotted } from '../strict-json.ts';

/** Gathers what is wrong (`reject`), tolerated (`warn`) or merely recommended (`recall`: once per file) at each place. */
export class Report {
  readonly notices: Notice[] = [];
  readonly #recalled = new Set<string>();
  #rejections = 0;

  get rejections(): number {
    return this.#rejections;
  }

  reject(path: Path, code: string, params: Params = {}): void {
    this.#rejections++;
    this.notices.push({ level: 'rejected', at: dotted(path), code, params });
  }

  warn(path: Path, code: string, params: Params = {}): void {
    this.notices.push({ level: 'warning', at: dotted(path), code, params });
  }

  recall(path: Path, code: string): void {
    if (this.#recalled.has(code)) return;
    this.#recalled.add(code);
    this.warn(path, code);
  }
}

/** An object of the file, or an empty one where the schema has already refused something else. */
export const fields = (value: unknown): Readonly<Record<string, unknown>> =>
  // Safe: the type test leaves objects, and the reader of the file makes plain ones only.
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
/** A list of the file, or an empty one where the schema has already refused something else. */
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const isWhole = (value: unknown): value is number => Number.isInteger(value);
