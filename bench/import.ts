import { spawn } from 'node:child_process';
import { createReadStream, existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { writeFiness } from '../tools/make-finess.ts';
import type { Row } from './rules.ts';
import { searchRows } from './search.ts';

const ROOT = join(import.meta.dirname, '..');
/** The command as people run it, on this Node, telling its peak memory as it leaves. */
const COMMAND = [
  '--import',
  "data:text/javascript,process.on('exit',()=>process.stderr.write('\\nPEAK '+process.resourceUsage().maxRSS+'\\n'))",
  join(ROOT, 'apps/cli/egide.mjs'),
];
const FULL = { entities: 98_000, sites: 175_000, seed: 1, day: '2026-10-09', keep: 1 } as const;

type Ran = {
  readonly seconds: number;
  /** MiB resident, Node alone. */ readonly peak: number;
  readonly out: string;
  readonly code: number;
};

function egide(...args: readonly string[]): Promise<Ran> {
  const began = performance.now();
  const child = spawn(process.execPath, [...COMMAND, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, errors] = ['', ''];
  child.stdout.on('data', (text) => (out += String(text)));
  child.stderr.on('data', (text) => (errors += String(text)));
  return new Promise((done) =>
    child.on('close', (code) =>
      done({
        seconds: (performance.now() - began) / 1000,
        peak: Number(/PEAK (\d+)/.exec(errors)?.[1] ?? Number.NaN) / 1024,
        out,
        code: code ?? 1,
      }),
    ),
  );
}

/** Seconds to unpack the same bytes and look at none of them. */
async function unpacking(file: string): Promise<number> {
  const began = performance.now();
  let bytes = 0;
  for await (const piece of createReadStream(file).pipe(createGunzip())) bytes += (piece as Buffer).length;
  if (bytes === 0) throw new Error('nothing was unpacked');
  return (performance.now() - began) / 1000;
}

/** A register of national size imported by the command line: first, again, and the file of another day; then searched. Options: a file to import instead. */
export async function bench(options: readonly string[]): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'egide-bench-'));
  await chmod(folder, 0o755);
  try {
    const file = options[0] ?? join(folder, 'finess.json.gz');
    if (!existsSync(file)) await writeFiness(file, FULL);
    const data = join(folder, 'data');
    const idle = await egide('facilities', 'search', 'x', '--data', data, '--json');
    const bare = await unpacking(file);
    const first = await egide('facilities', 'import', file, '--data', data, '--json');
    if (first.code > 1) throw new Error(`the import failed: ${first.out}`);
    const again = await egide('facilities', 'import', file, '--data', data, '--json');
    const row = (name: string, value: number, { unit, baseline }: { unit: string; baseline: number }): Row => ({
      name,
      value: round(value),
      unit,
      baseline: round(baseline),
      ratio: round(value / baseline),
    });
    const megabytes = Math.round((await stat(file)).size / 1e6);
    return [
      row(`first import, ${megabytes} MB compressed, beside unpacking it (budget 60)`, first.seconds, {
        unit: 's',
        baseline: bare,
      }),
      row('the same file again: nothing to change', again.seconds, { unit: 's', baseline: bare }),
      row('peak memory of the first import, beside a search in an empty register (budget 512)', first.peak, {
        unit: 'MiB',
        baseline: idle.peak,
      }),
      row('peak memory of the second', again.peak, { unit: 'MiB', baseline: idle.peak }),
      ...(await searchRows(data)),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const round = (value: number): number => Number(value.toPrecision(3));
