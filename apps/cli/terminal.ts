import { readFileSync } from 'node:fs';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Locale } from '@egide/kernel/locale';

/** Where a command speaks: its answer, its messages, in whose language. */
export type Terminal = { out(text: string): void; err(text: string): void; readonly locale: Locale };
/** The terminal of a command that opens a data folder: it also has the environment to read the configuration from. */
export type Machine = Terminal & { readonly env: Readonly<Record<string, string | undefined>> };
/** A command answers its exit code. */
export type Command = (argv: readonly string[], machine: Machine) => Promise<number>;

/** What every command answers with. */
export const EXIT = { done: 0, wanting: 1, usage: 2, unreadable: 3 } as const;

type Options = NonNullable<ParseArgsConfig['options']>;

/** Options and other words of a command line; null when there is an option that the command does not know, or one without its value. */
export function argumentsOf<const O extends Options>(argv: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch {
    // parseArgs refuses an unknown option by an exception; the usage says it better.
    return null;
  }
}

/** Puts values into `{places}`; a place without a value stays visible. */
export const fill = (text: string, values: Readonly<Record<string, unknown>>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));

/** The messages of one subject, in the language of the terminal; `{name}` is filled in. */
export function messagesOf(
  subject: 'cli' | 'demo' | 'rules' | 'evidence' | 'facilities',
  locale: Locale,
): (code: string, params?: Readonly<Record<string, unknown>>) => string {
  // Safe: a test compares both languages with each other and with the codes that are used.
  const texts = JSON.parse(
    readFileSync(new URL(import.meta.resolve(`@egide/content/messages/terminal/${subject}.${locale}.json`)), 'utf8'),
  ) as Readonly<Record<string, string>>;
  return (code, params = {}) => fill(texts[code] ?? code, params);
}
