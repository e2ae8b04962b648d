import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Doors } from '@egide/server/operator';
import { asOperator } from '../operator-session.ts';
import { argumentsOf, EXIT, type Machine, messagesOf } from '../terminal.ts';

const OPTIONS = {
  data: { type: 'string' },
  licence: { type: 'string' },
  'dry-run': { type: 'boolean' },
  confirm: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;
const CHANGES = ['added', 'changed', 'moved', 'closed', 'unchanged', 'unseen'] as const;
/** Pieces read from disk, in bytes. */
const PIECE = 256 * 1024;

type Report = Awaited<ReturnType<Awaited<ReturnType<Doors['facilities']>>['importAsOperator']>>;
type Asked = {
  readonly file: string;
  readonly data: string | null;
  readonly licence: string | null;
  readonly dryRun: boolean;
  readonly confirm: boolean;
  readonly json: boolean;
};

/** Imports the register, or a list of GHT. Exit codes: 0 done, 1 something refused, 2 usage or a confirmation is needed, 3 unreadable file. */
export async function facilitiesImport(argv: readonly string[], machine: Machine): Promise<number> {
  const say = messagesOf('facilities', machine.locale);
  const asked = readArguments(argv);
  if (asked === null) {
    machine.err(say('usage-import'));
    return EXIT.usage;
  }
  if (statSync(asked.file, { throwIfNoEntry: false })?.isFile() !== true) {
    machine.err(say('file-missing', { file: asked.file }));
    return EXIT.unreadable;
  }
  const done = await asOperator(machine, asked.data, async (cx, doors) => {
    const { importAsOperator } = await doors.facilities();
    return importAsOperator(cx, {
      ...asked,
      name: basename(asked.file),
      bytes: createReadStream(asked.file, { highWaterMark: PIECE }),
      tell: progressOn(machine),
    });
  });
  if (done.kind === 'closed') return done.exit;
  if (done.kind === 'refused') {
    if (asked.json) machine.out(JSON.stringify({ refused: { code: done.code, message: done.message } }));
    machine.err(done.message);
    return EXIT.unreadable;
  }
  return tell(done.value, asked, machine);
}

function tell(report: Report, asked: Asked, machine: Machine): number {
  const say = messagesOf('facilities', machine.locale);
  if (asked.json) machine.out(JSON.stringify(report));
  for (const { at, count, message } of report.warnings)
    machine.err(`${say('warning')} ${at} — ${count > 1 ? say('times', { message, count }) : message}`);
  for (const { at, message } of report.rejected) machine.err(`${say('rejected')} ${at} — ${message}`);
  if (!asked.json)
    for (const change of CHANGES)
      machine.out(
        say('counts', {
          change: say(change),
          entities: report[change].legalEntities,
          sites: report[change].sites,
          groups: report[change].groups,
        }),
      );
  if (report.upToDate) machine.err(say('nothing-new'));
  if (asked.dryRun) machine.err(say('dry-run'));
  if (report.guards.length > 0 && !asked.confirm) {
    machine.err(
      [
        say('held'),
        ...report.guards.map(({ message }) => `  ${message}`),
        ...(asked.dryRun ? [] : [say('held-how')]),
      ].join('\n'),
    );
    if (!asked.dryRun) return EXIT.usage;
  }
  return report.rejected.length > 0 ? EXIT.wanting : EXIT.done;
}

/** Each step once, on standard error. */
function progressOn(machine: Machine): (step: string) => Promise<void> {
  const say = messagesOf('facilities', machine.locale);
  let last = '';
  return (step) => {
    if (step !== last) machine.err(`${say(`step.${step}`)}…`);
    last = step;
    return Promise.resolve();
  };
}

function readArguments(argv: readonly string[]): Asked | null {
  const given = argumentsOf(argv, OPTIONS);
  if (given === null) return null;
  const { values, positionals } = given;
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) return null;
  return {
    file,
    data: values.data ?? null,
    licence: values.licence ?? null,
    dryRun: values['dry-run'] ?? false,
    confirm: values.confirm ?? false,
    json: values.json ?? false,
  };
}
