import { formatFiness } from '@egide/kernel/finess';
import { asOperator } from '../operator-session.ts';
import { argumentsOf, EXIT, type Machine, messagesOf } from '../terminal.ts';

const OPTIONS = { data: { type: 'string' }, limit: { type: 'string' }, json: { type: 'boolean' } } as const;
const LIMIT = 20;

/** Looks for a facility by number, name or town. Exit codes: 0 found, 1 nothing found, 2 usage. */
export async function facilitiesSearch(argv: readonly string[], machine: Machine): Promise<number> {
  const say = messagesOf('facilities', machine.locale);
  const asked = readArguments(argv);
  if (asked === null) {
    machine.err(say('usage-search'));
    return EXIT.usage;
  }
  const done = await asOperator(machine, asked.data, async (cx, doors) => {
    const { searchFacilities } = await doors.facilities();
    return searchFacilities(cx, { text: asked.text, limit: asked.limit, persons: true });
  });
  if (done.kind === 'closed') return done.exit;
  if (done.kind === 'refused') {
    machine.err(done.message);
    return EXIT.wanting;
  }
  if (asked.json)
    machine.out(
      JSON.stringify(done.value.map(({ finess, name, town, kind, open }) => ({ finess, name, town, kind, open }))),
    );
  else
    for (const { finess, name, town, kind, open } of done.value)
      machine.out(
        [formatFiness(finess), say(kind), say(open ? 'open' : 'shut').padEnd(6), name, town ?? ''].join('  '),
      );
  if (done.value.length === 0) machine.err(say('none'));
  return done.value.length > 0 ? EXIT.done : EXIT.wanting;
}

function readArguments(
  argv: readonly string[],
): { text: string; data: string | null; limit: number; json: boolean } | null {
  const given = argumentsOf(argv, OPTIONS);
  if (given === null) return null;
  const { values, positionals } = given;
  const limit = Number(values.limit ?? LIMIT);
  if (positionals.length === 0 || !Number.isInteger(limit) || limit < 1 || limit > 1000) return null;
  return { text: positionals.join(' '), data: values.data ?? null, limit, json: values.json ?? false };
}
