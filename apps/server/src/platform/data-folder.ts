import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { err, ok, type Result } from '@egide/kernel/result';

/** Where a root start keeps its data when the present folder is closed to the user that runs PostgreSQL. */
const SYSTEM_FOLDER = '/var/lib/egide';

/** The data folder, made if it is missing. Without `given`: `./data`, or the system's folder for root in a closed place. */
export function openDataFolder(given: string | null): Result<string, string> {
  const usual = resolve('data');
  const folder =
    given === null
      ? process.getuid?.() === 0 && !everybodyMayEnter(dirname(usual))
        ? SYSTEM_FOLDER
        : usual
      : resolve(given);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    return ok(folder);
  } catch (e) {
    const code = e instanceof Error && 'code' in e ? e.code : '';
    return err(
      code === 'EEXIST' || code === 'ENOTDIR'
        ? `--data ${folder}: this is a file, a folder is expected.`
        : `--data ${folder}: this folder cannot be made (${String(code)}). Choose one where you may write.`,
    );
  }
}

function everybodyMayEnter(folder: string): boolean {
  const open = (statSync(folder, { throwIfNoEntry: false })?.mode ?? 0) & 0o001;
  return open !== 0 && (folder === dirname(folder) || everybodyMayEnter(dirname(folder)));
}
