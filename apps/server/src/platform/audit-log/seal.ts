import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalHeads, type Head, readHeads } from '@egide/engines/seal';
import { sha256Hex } from '../crypto.ts';
import type { Instance } from '../instance.ts';
import { openSealingKey } from './sealing-key.ts';
import { headsOf } from './store.ts';

const HOUR_MS = 3_600_000;
const NAME = /^\d{4}-\d{2}-\d{2}T\d{6}Z\.json$/;

interface Sealing {
  readonly instance: Pick<Instance, 'folder' | 'keys' | 'clock' | 'run'>;
  /** Opens the scope of the system. */
  readonly opening: string;
}
interface Last {
  readonly at: number;
  readonly sha256: string;
  readonly heads: readonly Head[];
}

/**
 * Seals the ends of all chains: one signed file in `heads/`, tied to the one before by its SHA-256. Answers its path, or null when
 * nothing was written since the last one. Meant to be carried away: only what lies elsewhere shows that this machine lied.
 */
export async function sealHeads({ instance, opening }: Sealing): Promise<string | null> {
  const heads = await instance.run({ actor: { kind: 'system', name: 'seal' }, opening }, (cx) => headsOf(cx));
  const folder = join(instance.folder, 'heads');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const last = lastSeal(folder);
  if (last !== null && JSON.stringify(last.heads) === JSON.stringify(heads)) return null;
  const key = openSealingKey(instance.keys.folder);
  const body = { at: instance.clock.now().toISOString(), previous: last?.sha256 ?? null, heads, key: key.spki };
  const file = join(folder, `${body.at.slice(0, 19).replaceAll(':', '')}Z.json`);
  // Renamed when whole: a process that dies leaves no half seal behind.
  writeFileSync(
    `${file}.new`,
    `${JSON.stringify({ format: 'egide-heads', version: 1, ...body, signature: key.sign(canonicalHeads(body)) }, null, 1)}\n`,
    { mode: 0o600 },
  );
  renameSync(`${file}.new`, file);
  return file;
}

function lastSeal(folder: string): Last | null {
  const name = readdirSync(folder)
    .filter((n) => NAME.test(n))
    .sort()
    .at(-1);
  if (name === undefined) return null;
  const text = readFileSync(join(folder, name), 'utf8');
  const read = readHeads(text);
  return {
    at: read.ok ? Date.parse(read.value.at) : 0,
    sha256: sha256Hex(text),
    heads: read.ok ? read.value.heads : [],
  };
}

/** Seals each hour, now if the last seal is older than that, and once more when it is stopped. A seal that fails is said and tried again. */
export async function startSealing(
  sealing: Sealing,
  complain: (line: string) => void,
): Promise<{ stop(): Promise<void> }> {
  const seal = () =>
    sealHeads(sealing).then(
      () => undefined,
      (e: unknown) =>
        complain(`The heads of the audit log could not be sealed: ${e instanceof Error ? e.message : String(e)}`),
    );
  const folder = join(sealing.instance.folder, 'heads');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if ((lastSeal(folder)?.at ?? 0) <= sealing.instance.clock.now().getTime() - HOUR_MS) await seal();
  const timer = setInterval(() => void seal(), HOUR_MS);
  return {
    async stop() {
      clearInterval(timer);
      await seal();
    },
  };
}
