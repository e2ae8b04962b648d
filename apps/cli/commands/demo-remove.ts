import { asOperator } from '../operator-session.ts';
import { argumentsOf, EXIT, type Machine, messagesOf } from '../terminal.ts';

const USAGE = 'npx egide demo remove [--data DIR] [--json]';
const OPTIONS = { data: { type: 'string' }, json: { type: 'boolean' } } as const;

/** Takes the fictional territory out of a data folder. Exit codes: 0 removed, 1 there is none, 2 usage. */
export async function demoRemove(argv: readonly string[], machine: Machine): Promise<number> {
  const asked = readArguments(argv);
  if (asked === null) {
    machine.err(USAGE);
    return EXIT.usage;
  }
  const done = await asOperator(machine, asked.data, async (cx, doors, folder) => {
    const { forgetAccounts, removeDemo } = await doors.demo();
    const removed = await removeDemo(cx);
    forgetAccounts(folder);
    return removed;
  });
  if (done.kind === 'closed') return done.exit;
  if (done.kind === 'refused') {
    machine.err(done.message);
    return EXIT.wanting;
  }
  const say = messagesOf('demo', machine.locale);
  if (asked.json) machine.out(JSON.stringify(done.value));
  else
    machine.out(
      [say('removed', { ...done.value }), ...(done.value.administratorLeft ? [] : [say('no-administrator')])].join(
        '\n',
      ),
    );
  return EXIT.done;
}

function readArguments(argv: readonly string[]): { readonly data: string | null; readonly json: boolean } | null {
  const given = argumentsOf(argv, OPTIONS);
  if (given === null || given.positionals.length > 0) return null;
  const { values } = given;
  return { data: values.data ?? null, json: values.json ?? false };
}
