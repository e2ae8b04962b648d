import { LineCounter, isMap, isPair, isScalar, parseDocument, type Document } from 'yaml';
import type { Words } from '@egide/kernel/locale';

/** What is wrong with a content file, where, and why. */
export type ContentFault = { readonly file: string; readonly line: number; readonly message: Words };

export type Step = string | number;

/** A YAML text with the place of everything in it. */
export type YamlFile = {
  readonly file: string;
  readonly data: unknown;
  readonly faults: readonly ContentFault[];
  at(path: readonly Step[], key?: string): number;
};

/** Content is small; a file beyond this is not content (bytes). */
export const MAX_BYTES = 2_000_000;

const unreadable = (file: string, line: number, reason: string): ContentFault => ({
  file,
  line,
  message: { fr: `YAML illisible : ${reason}`, en: `Unreadable YAML: ${reason}` },
});

/** Parses a text once; `at` gives the line of the deepest part that exists on a path, or of one of its keys. */
export function parseYaml(file: string, text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, strict: true, uniqueKeys: true });
  const faults = document.errors.map((error) =>
    unreadable(file, lines.linePos(error.pos[0]).line, error.message.replace(/\s+/g, ' ')),
  );
  const data = faults.length === 0 ? valueOf(document, file) : null;
  if (data !== null && 'fault' in data) faults.push(data.fault);
  return {
    file,
    data: data !== null && 'value' in data ? data.value : null,
    faults,
    at: (path, key) => lineOf(document, lines, key === undefined ? path : [...path, key]),
  };
}

/** Aliases that multiply themselves are refused here, before they fill the memory. */
function valueOf(document: Document, file: string): { value: unknown } | { fault: ContentFault } {
  try {
    return { value: document.toJS({ maxAliasCount: 20 }) };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return { fault: unreadable(file, 1, error.message) };
  }
}

function lineOf(document: Document, lines: LineCounter, path: readonly Step[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const parent: unknown = depth === 1 ? document.contents : document.getIn(path.slice(0, depth - 1), true);
    const offset = keyOffset(parent, String(path[depth - 1])) ?? offsetOf(document.getIn(path.slice(0, depth), true));
    if (offset !== null) return lines.linePos(offset).line;
  }
  return lines.linePos(offsetOf(document.contents) ?? 0).line;
}

const offsetOf = (node: unknown): number | null =>
  typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
    ? Number(node.range[0])
    : null;

function keyOffset(parent: unknown, key: string): number | null {
  if (!isMap(parent)) return null;
  return offsetOf(
    parent.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key)?.key,
  );
}
