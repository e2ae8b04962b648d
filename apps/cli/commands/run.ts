import { styleText } from 'node:util';
import type { Locale } from '@egide/kernel/locale';
import { EXIT, messagesOf, type Command, type Machine } from '../terminal.ts';

/** Every command, by subject and verb; only the one that is called is loaded. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  'audit-log export': async () => (await import('./audit-log-export.ts')).auditLogExport,
  'audit-log verify': async () => (await import('./audit-log-verify.ts')).auditLogVerify,
  'demo remove': async () => (await import('./demo-remove.ts')).demoRemove,
  'evidence import': async () => (await import('./evidence-import.ts')).evidenceImport,
  'facilities import': async () => (await import('./facilities-import.ts')).facilitiesImport,
  'facilities search': async () => (await import('./facilities-search.ts')).facilitiesSearch,
  'frameworks evaluate': async () => (await import('./frameworks-evaluate.ts')).frameworksEvaluate,
  'people let-in': async () => (await import('./people-let-in.ts')).peopleLetIn,
  'programmes evaluate': async () => (await import('./programmes-evaluate.ts')).programmesEvaluate,
  'programmes list': async () => (await import('./programmes-list.ts')).programmesList,
  'rules check': async () => (await import('./rules-check.ts')).rulesCheck,
  'rules explain': async () => (await import('./rules-explain.ts')).rulesExplain,
};

type Environment = Readonly<Record<string, string | undefined>>;

/** Runs `egide <subject> <verb> …` and answers its exit code; a bug says so without a stack trace, unless EGIDE_DEBUG is set. */
export async function run(argv: readonly string[], env: Environment): Promise<number> {
  const { locale, rest } = language(argv, env);
  const machine: Machine = {
    out: (text) => process.stdout.write(`${text}\n`),
    err: (text) => process.stderr.write(`${text}\n`),
    locale,
    env,
  };
  const say = messagesOf('cli', locale);
  const [subject = '', verb = '', ...others] = rest;
  const load = Object.hasOwn(COMMANDS, `${subject} ${verb}`) ? COMMANDS[`${subject} ${verb}`] : undefined;
  if (load === undefined) return usage(rest, machine);
  try {
    return await (
      await load()
    )(others, machine);
  } catch (error) {
    if (env['EGIDE_DEBUG'] !== undefined) throw error;
    machine.err(say('failed', { reason: error instanceof Error ? error.message : String(error) }));
    return EXIT.wanting;
  }
}

function usage(rest: readonly string[], { out, err, locale }: Machine): number {
  const say = messagesOf('cli', locale);
  const asked = rest.some((word) => word === '--help' || word === '-h' || word === 'help');
  const text = [
    say('usage'),
    '',
    ...Object.keys(COMMANDS)
      .sort()
      .map((name) => `  egide ${name.padEnd(22)}${say(name)}`),
    '',
    say('options'),
    say('codes'),
  ].join('\n');
  if (asked) {
    out(text);
    return EXIT.done;
  }
  if (rest.length > 0)
    err(styleText('bold', say('no-such-command', { name: rest.slice(0, 2).join(' ') }), { stream: process.stderr }));
  err(text);
  return EXIT.usage;
}

/** French, unless `--lang en` or the language of the terminal is English. */
export function language(argv: readonly string[], env: Environment): { locale: Locale; rest: string[] } {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const said = at < 0 ? undefined : (argv[at]?.split('=')[1] ?? argv[at + 1]);
  const rest =
    at < 0 ? [...argv] : [...argv.slice(0, at), ...argv.slice(at + (argv[at]?.includes('=') === true ? 1 : 2))];
  const wanted = said ?? env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? '';
  return { locale: /^en/i.test(wanted) ? 'en' : 'fr', rest };
}
