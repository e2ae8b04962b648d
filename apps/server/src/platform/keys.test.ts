import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openKeys } from './keys.ts';

const folder = mkdtempSync(join(tmpdir(), 'egide-keys-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('the key is made once, whole, and read again, for its owner only', () => {
  const [first, second] = [openKeys(folder), openKeys(folder)];
  expect(second.database('owner')).toBe(first.database('owner'));
  expect(second.secrets.equals(first.secrets)).toBe(true);
  expect(first.database('app')).not.toBe(first.database('owner'));
  expect(readdirSync(first.folder)).toEqual(['instance.key']);
  expect(statSync(join(first.folder, 'instance.key')).mode & 0o077).toBe(0);
});

it.each([
  ['empty', ''],
  ['cut', 'a1b2c3'],
  ['something else', 'not a key'],
])('a key that is %s is refused, and left', (_, text) => {
  const file = join(folder, 'keys/instance.key');
  writeFileSync(file, text);
  expect(() => openKeys(folder)).toThrow(`${file} is not a key of Égide: put back the one of your backup.`);
});
