import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openDataFolder } from './data-folder.ts';

const base = mkdtempSync(join(tmpdir(), 'egide-folder-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

it('the data folder is made where it is asked, and found again', () => {
  const folder = join(base, 'a/b');
  expect([openDataFolder(folder), openDataFolder(folder)]).toEqual([
    { ok: true, value: folder },
    { ok: true, value: folder },
  ]);
  expect(statSync(folder).isDirectory()).toBe(true);
});

it('a file in its place is refused in words', () => {
  const file = join(base, 'file');
  writeFileSync(file, '');
  expect(openDataFolder(file)).toEqual({ ok: false, error: `--data ${file}: this is a file, a folder is expected.` });
  expect(openDataFolder(join(file, 'inside'))).toEqual({
    ok: false,
    error: `--data ${join(file, 'inside')}: this is a file, a folder is expected.`,
  });
});

it.runIf(process.platform === 'linux')('a place where nobody may write is refused in words', () => {
  const refused = openDataFolder('/sys/egide');
  expect(!refused.ok && refused.error).toMatch(
    /^--data \/sys\/egide: this folder cannot be made \(E[A-Z]+\)\. Choose one where you may write\.$/,
  );
});
