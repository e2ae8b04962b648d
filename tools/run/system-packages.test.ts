import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const script = resolve(import.meta.dirname, '../../.ci/system-packages');
const base = mkdtempSync(join(tmpdir(), 'egide-packages-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** A machine of our own: the few tools the script uses, and an apt-get that notes what it is asked and installs it. */
class Machine {
  readonly root = mkdtempSync(join(base, 'machine-'));
  readonly bin = join(this.root, 'bin');
  readonly asked = join(this.root, 'asked');

  constructor({ user, has = [], aptFails = false }: { user: number; has?: readonly string[]; aptFails?: boolean }) {
    mkdirSync(this.bin);
    for (const tool of ['bash', 'env', 'grep', 'ls', 'mkdir', 'dirname', 'chmod', 'cat', 'touch'])
      symlinkSync(placeOf(tool), join(this.bin, tool));
    this.put('id', `echo ${user}`);
    this.put(
      'apt-get',
      aptFails
        ? 'exit 100'
        : `echo "$*" >> ${this.asked}; case "$1" in install) for p in "$@"; do case "$p" in
      chromium) echo '#!/bin/sh' > ${this.bin}/chromium; chmod +x ${this.bin}/chromium;;
      fontconfig) printf '#!/bin/sh\necho DejaVu Sans\n' > ${this.bin}/fc-list; chmod +x ${this.bin}/fc-list;;
      postgresql) mkdir -p ${this.root}/pg/15/bin; touch ${this.root}/pg/15/bin/initdb;;
    esac; done;; esac`,
    );
    if (has.includes('chromium')) this.put('chromium', 'exit 0');
    if (has.includes('fonts')) this.put('fc-list', 'echo Noto Sans');
    if (has.includes('postgresql')) this.put('../pg/15/bin/initdb', 'exit 0');
  }

  private put(name: string, body: string): void {
    const at = join(this.bin, name);
    mkdirSync(dirname(at), { recursive: true });
    writeFileSync(at, `#!/bin/sh\n${body}\n`);
    chmodSync(at, 0o755);
  }

  run(): { code: number | null; said: string; asked: string[] } {
    const { status, stdout } = spawnSync(join(this.bin, 'bash'), [script], {
      env: { PATH: this.bin, POSTGRESQL_HOME: join(this.root, 'pg') },
      encoding: 'utf8',
    });
    return {
      code: status,
      said: stdout,
      asked: existsSync(this.asked) ? readFileSync(this.asked, 'utf8').trim().split('\n') : [],
    };
  }
}

function placeOf(tool: string): string {
  const place = ['/bin', '/usr/bin'].map((folder) => join(folder, tool)).find(existsSync);
  if (place === undefined) throw new Error(`no ${tool} here`);
  return place;
}

describe.runIf(process.platform === 'linux')('what the system lacks', () => {
  it('is nothing where all is there, whoever asks', () => {
    for (const user of [0, 1000]) {
      const { code, asked } = new Machine({ user, has: ['chromium', 'fonts', 'postgresql'] }).run();
      expect([code, asked]).toEqual([0, []]);
    }
  });

  it.each([
    [['fonts', 'postgresql'], 'chromium'],
    [['chromium', 'postgresql'], 'fonts-dejavu fontconfig'],
    [['chromium', 'fonts'], 'postgresql'],
    [[], 'chromium fonts-dejavu fontconfig postgresql'],
  ])('is installed by root where only %j are there: %s', (has, packages) => {
    const { code, asked } = new Machine({ user: 0, has }).run();
    expect([code, asked]).toEqual([0, ['update -q', `install -q -y --no-install-recommends ${packages}`]]);
  });

  it('is named to anybody else, and fails', () => {
    const { code, said, asked } = new Machine({ user: 1000, has: ['fonts'] }).run();
    expect([code, said.trim(), asked]).toEqual([1, 'Not root. Install first: apt-get install chromium postgresql', []]);
  });

  it('fails when it cannot be installed', () => {
    expect(new Machine({ user: 0, aptFails: true }).run().code).toBe(1);
  });
});
