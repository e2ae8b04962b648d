import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Locale } from '@egide/kernel/locale';
import { evidenceImport } from './evidence-import.ts';

const folder = mkdtempSync(join(tmpdir(), 'egide-import-'));
async function run(
  argv: readonly string[],
  locale: Locale = 'fr',
): Promise<{ code: number; out: string[]; err: string[] }> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await evidenceImport(argv, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    locale,
    env: {},
  });
  return { code, out, err };
}
const data = ['--data', join(folder, 'data')];

describe('what cannot be asked opens no data folder', () => {
  it.each([[[]], [['a', 'b']], [['a', '--unknown']], [['a', '--organisation']]])('%j', async (argv) => {
    const { code, out, err } = await run([...argv, ...data]);
    expect({ code, out, usage: err.at(-1)?.startsWith('npx egide evidence import FILE') }).toEqual({
      code: 2,
      out: [],
      usage: true,
    });
  });
  it('a number that is no FINESS number', async () => {
    expect(await run(['a.json', '--organisation', '990000011', ...data], 'en')).toEqual({
      code: 2,
      out: [],
      err: [expect.stringContaining('990000011 is not a FINESS number.')],
    });
  });
  it('a file that is not there, said on both streams', async () => {
    const file = join(folder, 'absent.json');
    const message = `Le fichier ${file} n’existe pas, ou n’est pas un fichier.`;
    expect(await run([file, '--json', ...data])).toEqual({
      code: 3,
      out: [
        JSON.stringify({
          recorded: 0,
          unchanged: 0,
          rejected: [{ at: '', code: 'file-missing', message }],
          warnings: [],
        }),
      ],
      err: [`Refusé\u00a0: ${message}`],
    });
    expect((await run([folder, ...data])).code).toBe(3);
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });
});
