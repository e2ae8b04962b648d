import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (locale: string): Record<string, string> =>
  JSON.parse(readFileSync(`packages/content/messages/${locale}/register.json`, 'utf8')) as Record<string, string>;
const places = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([place]) => place).sort();

it('says the same things in both languages, with the same values', () => {
  const [fr, en] = [read('fr'), read('en')];
  expect(Object.keys(fr)).toEqual(Object.keys(en));
  for (const code of Object.keys(fr)) expect([code, places(fr[code] ?? '')]).toEqual([code, places(en[code] ?? '')]);
});
it('has a sentence for every code that the readers and the guards give', () => {
  const sources = [
    'formats/src/finess-plus/read-entity.ts',
    'formats/src/finess-plus/read.ts',
    'formats/src/ght-members/read.ts',
  ].map((file) => readFileSync(`packages/${file}`, 'utf8'));
  const here = ['guards.ts', 'store.ts', 'import-register.ts', '../groups/plan.ts'].map((file) =>
    readFileSync(new URL(file, import.meta.url), 'utf8'),
  );
  const codes = [...sources, ...here].flatMap((text) =>
    [
      ...text.matchAll(
        /(?:fault: |code: |code = |remark\(|reject\(\w+, |refusedBy\(cx, (?:kind|'site'), \[)'([a-z]+-[a-z-]+)'/g,
      ),
    ].map(([, code = '']) => code),
  );
  expect(codes.length).toBeGreaterThan(25);
  const known = read('fr');
  expect([...new Set(codes)].filter((code) => known[code] === undefined)).toEqual([]);
});
