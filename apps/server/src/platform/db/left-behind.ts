import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What a killed process may leave in a data folder, and what the next start makes of it. */

/** The lock that a running PostgreSQL keeps in its data. */
export interface Lock {
  /** Does the process that wrote it still run? Its number may have gone to another program since. */
  readonly alive: boolean;
  readonly port: number;
  readonly ready: boolean;
}

const read = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
};

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (e) {
    // EPERM: it runs, as somebody else.
    return e instanceof Error && 'code' in e && e.code === 'EPERM';
  }
}

/** Linux tells the name of a program; elsewhere whoever lives is taken for PostgreSQL. */
const isPostgres = (pid: number): boolean =>
  isAlive(pid) && (read(`/proc/${pid}/comm`)?.trim() ?? 'postgres') === 'postgres';

const LOCK = 'postmaster.pid';

export function readLock(data: string): Lock | null {
  const text = read(join(data, LOCK));
  if (text === null) return null;
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  return { alive: pid > 0 && isPostgres(pid), port: Number(lines[3]), ready: (lines[7] ?? '').trim() === 'ready' };
}

/** PostgreSQL removes the lock of a dead process itself, but refuses to start on one whose number now belongs to another program, or which a power cut left empty. */
export function removeDeadLock(data: string): void {
  const lock = readLock(data);
  if (lock && !lock.alive) rmSync(join(data, LOCK), { force: true });
}

const UNFINISHED = /^pg-(\d+)-\d+\.(?:data|secret)$/;
/** What this very process prepares: in a container the next process may have the number of the last. */
const ours = new Set<string>();

/** Name of what is being prepared by this process, beside its final place. */
export function unfinishedName(what: 'data' | 'secret'): string {
  const name = `pg-${process.pid}-${ours.size}.${what}`;
  ours.add(name);
  return name;
}

/** Removes what starts that are no more had begun to prepare. */
export function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = Number(UNFINISHED.exec(name)?.[1] ?? 0);
    if (pid === 0 || ours.has(name) || (pid !== process.pid && isAlive(pid))) continue;
    try {
      rmSync(join(folder, name), { recursive: true, force: true });
    } catch {
      // The orphan of a killed start may still be writing there: the next start removes it.
    }
  }
}
