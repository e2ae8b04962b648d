import { createWriteStream, existsSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseFiness } from '@egide/kernel/finess';
import { asOperator } from '../operator-session.ts';
import { argumentsOf, EXIT, type Machine, messagesOf } from '../terminal.ts';

const USAGE = 'npx egide audit-log export --out FILE [--organisation FINESS] [--data DIR] [--json]';
const OPTIONS = {
  out: { type: 'string' },
  organisation: { type: 'string' },
  data: { type: 'string' },
  json: { type: 'boolean' },
} as const;

type Asked = {
  readonly out: string;
  readonly organisation: string | null;
  readonly data: string | null;
  readonly json: boolean;
};

/** Writes the audit log, of one facility or whole, to a new file that `audit-log verify` checks. Exit codes: 0 done, 1 no such log, 2 usage. */
export async function auditLogExport(argv: readonly string[], machine: Machine): Promise<number> {
  const say = messagesOf('cli', machine.locale);
  const asked = readArguments(argv);
  const organisation = asked?.organisation ? parseFiness(asked.organisation) : null;
  if (asked === null || organisation?.ok === false) {
    machine.err(USAGE);
    return EXIT.usage;
  }
  if (existsSync(asked.out)) {
    machine.err(say('out-exists', { file: asked.out }));
    return EXIT.usage;
  }
  const done = await asOperator(machine, asked.data, async (cx, doors) => {
    const { exportAsOperator } = await doors.auditLog();
    return exportAsOperator(cx, organisation?.value ?? null, (lines) =>
      pipeline(Readable.from(lines), createWriteStream(asked.out, { flags: 'wx', mode: 0o600 })),
    );
  });
  if (done.kind === 'closed') return done.exit;
  if (done.kind === 'refused') throw new Error(done.message);
  if (asked.json) machine.out(JSON.stringify({ ...done.value, file: asked.out }));
  else machine.out(say('exported', { ...done.value, file: asked.out }));
  return done.value.chains === 0 ? EXIT.wanting : EXIT.done;
}

function readArguments(argv: readonly string[]): Asked | null {
  const given = argumentsOf(argv, OPTIONS);
  if (given === null || given.positionals.length > 0) return null;
  const { values } = given;
  return values.out === undefined
    ? null
    : {
        out: values.out,
        organisation: values.organisation ?? null,
        data: values.data ?? null,
        json: values.json ?? false,
      };
}
