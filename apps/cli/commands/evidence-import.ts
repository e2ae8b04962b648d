import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { parseFiness } from '@egide/kernel/finess';
import { asOperator } from '../operator-session.ts';
import { argumentsOf, EXIT, type Machine, messagesOf } from '../terminal.ts';

const USAGE = 'npx egide evidence import FILE [--organisation FINESS] [--confirm] [--data DIR] [--json]';
const OPTIONS = {
  organisation: { type: 'string' },
  confirm: { type: 'boolean' },
  data: { type: 'string' },
  json: { type: 'boolean' },
} as const;

type Remark = { readonly at: string; readonly code: string; readonly message: string };
type Report = {
  readonly recorded: number;
  readonly unchanged: number;
  readonly rejected: readonly Remark[];
  readonly warnings: readonly Remark[];
  readonly held: { readonly message: string } | null;
};
type Asked = {
  readonly file: string;
  readonly organisation: string | null;
  readonly confirm: boolean;
  readonly data: string | null;
  readonly json: boolean;
};

/** Records the facts of a file as the operator of the machine. Exit codes: 0 all recorded, 1 something refused, 2 usage or a confirmation is needed, 3 unreadable file. */
export async function evidenceImport(argv: readonly string[], machine: Machine): Promise<number> {
  const say = messagesOf('evidence', machine.locale);
  const asked = readArguments(argv);
  if (asked === null) {
    machine.err(USAGE);
    return EXIT.usage;
  }
  const organisation = asked.organisation === null ? null : parseFiness(asked.organisation);
  if (organisation?.ok === false) {
    machine.err(`${say('bad-organisation', { number: asked.organisation })}\n${USAGE}`);
    return EXIT.usage;
  }
  if (statSync(asked.file, { throwIfNoEntry: false })?.isFile() !== true)
    return tell({
      asked,
      machine,
      exit: EXIT.unreadable,
      report: nothing('file-missing', say('file-missing', { file: asked.file })),
    });
  const done = await asOperator(machine, asked.data, async (cx, doors) => {
    const { importFacts } = await doors.evidence();
    return importFacts(cx, {
      file: { name: basename(asked.file), bytes: createReadStream(asked.file) },
      organisation: organisation?.value ?? null,
      confirm: asked.confirm,
    });
  });
  if (done.kind === 'closed') return done.exit;
  if (done.kind === 'refused')
    return tell({ asked, machine, exit: EXIT.unreadable, report: nothing(done.code, done.message) });
  return tell({
    asked,
    machine,
    exit: done.value.held !== null ? EXIT.usage : done.value.rejected.length > 0 ? EXIT.wanting : EXIT.done,
    report: done.value,
  });
}

/** A file of which nothing could be read: one refusal, about the whole of it. */
const nothing = (code: string, message: string): Report => ({
  recorded: 0,
  unchanged: 0,
  rejected: [{ at: '', code, message }],
  warnings: [],
  held: null,
});

function tell({
  asked,
  machine,
  exit,
  report,
}: {
  asked: Asked;
  machine: Machine;
  exit: number;
  report: Report;
}): number {
  const { held, ...counts } = report;
  if (asked.json) machine.out(JSON.stringify(held === null ? counts : report));
  const say = messagesOf('evidence', machine.locale);
  const line = (remark: Remark, kind: string): string =>
    `${say(kind)} ${[remark.at, remark.message].filter((part) => part !== '').join(' — ')}`;
  for (const remark of report.warnings) machine.err(line(remark, 'warning'));
  for (const remark of report.rejected) machine.err(line(remark, 'rejected'));
  if (held !== null) machine.err(`${held.message} ${say('confirm')}`);
  if (!asked.json)
    machine.out(
      say('counts', { recorded: report.recorded, unchanged: report.unchanged, rejected: report.rejected.length }),
    );
  return exit;
}

function readArguments(argv: readonly string[]): Asked | null {
  const given = argumentsOf(argv, OPTIONS);
  if (given === null) return null;
  const { values, positionals } = given;
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) return null;
  return {
    file,
    organisation: values.organisation ?? null,
    confirm: values.confirm ?? false,
    data: values.data ?? null,
    json: values.json ?? false,
  };
}
