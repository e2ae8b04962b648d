import { readFileSync } from 'node:fs';
import type { Locale } from '@egide/kernel/locale';

/** Where a command speaks: its answer, its messages, in whose language. */
export type Terminal = { out(text: string): void; err(text: string): void; readonly locale: Locale };
/** The terminal of a command that opens a data folder: it also has the environment to read the configuration from. */
export type Machine = Terminal & { readonly env: Readonly<Record<string, string | undefined>> };
/** A command answers its exit code. */
export type Command = (argv: readonly string[], machine: Machine) => Promise<number>;

/** What every command answers with. */
export const EXIT = { done: 0, wanting: 1, usage: 2, unreadable: 3 } as const;

/** The messages of one subject, in the language of the terminal; `{name}` is filled in. */
export function messagesOf(subject: 'cli' | 'demo' | 'rules' | 'evidence' | 'facilities', locale: Locale): (code: string, params?: Readonly<Record<string, unknown>>) => string {
  // Safe: a test compares both languages with each other and with the codes that are used.
  const texts = JSON.parse(readFileSync(new URL(import.meta.resolve(`@egide/content/messages/terminal/${subject}.${locale}.json`)), 'utf8')) as Readonly<Record<string, string>>;
  return (code, params = {}) => (texts[code] ?? code).replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place));
}
