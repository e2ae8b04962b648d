import { type Day, parisDay, parseDay, parseInstant } from '@egide/kernel/days';

/** Printable ASCII with single spaces inside. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/**
 * A text of a register: trimmed, inner runs of spaces made one, NFC. Absent, null and empty mean the same, unknown
 * (ours: FINESS+ files hold all three, and texts padded with spaces). A number is taken as it is written;
 * anything else is not a text.
 */
export function text(value: unknown): string | null {
  // Most of a register: nothing to do, and nothing to throw away.
  if (typeof value === 'string' && PLAIN.test(value)) return value;
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string' || value === '') return null;
  const plain = value
    .normalize('NFC')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  return plain === '' ? null : plain;
}

/** Characters that only a wrong decoding or a broken export leaves in a name: U+FFFD and the C0 and C1 controls. */
export const damaged = (value: string): boolean => /[\ufffd\p{Cc}]/u.test(value);

/** The value as a report shows it: shortened to 60 characters, controls made visible. */
export const shown = (value: unknown): string =>
  String(value ?? '')
    .slice(0, 60)
    .replace(/\p{Cc}/gu, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Dates that stand for "unknown": the first in `datemaj` of legacy FINESS files, the others a precaution of ours. */
const UNKNOWN = new Set(['1900-01-01', '0001-01-01', '9999-12-31']);

/** `unreadable` when what is written is no date. Accepts a day, `day HH:MM:SS` and an instant: FINESS+ files hold all three. */
export function day(value: unknown): Day | null | 'unreadable' {
  const written = text(value);
  if (written === null) return null;
  const local = /^(\d{4}-\d{2}-\d{2})( \d{2}:\d{2}:\d{2}(\.\d+)?)?$/.exec(written);
  const instant = local === null ? parseInstant(written) : null;
  const found = local !== null ? parseDay(local[1] ?? '') : instant !== null ? parisDay(Date.parse(instant)) : null;
  if (found === null) return 'unreadable';
  return UNKNOWN.has(found) ? null : found;
}
