import { asOperator } from '../operator-session.ts';
import { argumentsOf, EXIT, type Machine, messagesOf } from '../terminal.ts';

const USAGE = 'npx egide people let-in LOGIN [--data DIR] [--json]';
const OPTIONS = { data: { type: 'string' }, json: { type: 'boolean' } } as const;

/** A new link and a new phone for somebody who lost both, as the operator of the machine. Exit codes: 0 done, 1 no such account, 2 usage. */
export async function peopleLetIn(argv: readonly string[], machine: Machine): Promise<number> {
  const asked = readArguments(argv);
  if (asked === null) {
    machine.err(USAGE);
    return EXIT.usage;
  }
  const done = await asOperator(machine, asked.data, async (cx, doors) =>
    (await doors.access()).letInAsOperator(cx, asked.login),
  );
  if (done.kind === 'closed') return done.exit;
  if (done.kind === 'refused') {
    machine.err(done.message);
    return EXIT.wanting;
  }
  machine.out(asked.json ? JSON.stringify(done.value) : messagesOf('cli', machine.locale)('let-in', done.value));
  return EXIT.done;
}

function readArguments(
  argv: readonly string[],
): { readonly login: string; readonly data: string | null; readonly json: boolean } | null {
  const given = argumentsOf(argv, OPTIONS);
  if (given === null) return null;
  const { values, positionals } = given;
  const [login, ...more] = positionals;
  return login === undefined || more.length > 0
    ? null
    : { login, data: values.data ?? null, json: values.json ?? false };
}
