import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { auditLogExport } from './audit-log-export.ts';

const folder = mkdtempSync(join(tmpdir(), 'egide-export-'));
async function run(...argv: string[]): Promise<{ code: number; out: string[]; err: string[] }> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await auditLogExport([...argv, '--data', join(folder, 'data')], {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    locale: 'fr',
    env: {},
  });
  return { code, out, err };
}

it.each([
  [[]],
  [['--out']],
  [['export.ndjson']],
  [['--out', 'x', '--unknown']],
  [['--out', 'x', '--organisation', '990000011']],
])('what cannot be asked opens no data folder: %j', async (argv) => {
  const { code, out, err } = await run(...argv);
  expect({ code, out, usage: err.at(-1)?.startsWith('npx egide audit-log export --out FILE') }).toEqual({
    code: 2,
    out: [],
    usage: true,
  });
  expect(existsSync(join(folder, 'data'))).toBe(false);
});

it('a file that is there already is not written over', async () => {
  const file = join(folder, 'before.ndjson');
  writeFileSync(file, 'kept');
  expect(await run('--out', file)).toEqual({
    code: 2,
    out: [],
    err: [`${file} existe déjà : donnez le nom d’un nouveau fichier.`],
  });
  expect(existsSync(join(folder, 'data'))).toBe(false);
});
