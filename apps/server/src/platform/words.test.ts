import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { say } from './words.ts';

const folder = (locale: string) => new URL(`../../../../packages/content/messages/${locale}/`, import.meta.url);
const places = (value: unknown): string[] =>
  [...JSON.stringify(value).matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? '').sort();

it.each(['server.json', 'problems.json', 'imports.json', 'audit.json'])(
  '%s says the same things with the same values in both languages',
  (file) => {
    const [fr, en] = ['fr', 'en'].map(
      (l) => JSON.parse(readFileSync(new URL(file, folder(l)), 'utf8')) as Record<string, unknown>,
    );
    // English may lack a singular of its own where the word does not change.
    const keys = (c: Record<string, unknown> | undefined) =>
      Object.keys(c ?? {})
        .filter((k) => !k.endsWith('.one'))
        .sort();
    expect(keys(en)).toEqual(keys(fr));
    for (const key of keys(fr)) expect([key, places(en?.[key])]).toEqual([key, places(fr?.[key])]);
  },
);

it('has the same files in both languages', () =>
  expect(readdirSync(folder('en')).sort()).toEqual(readdirSync(folder('fr')).sort()));

it('says the singular where the language has one, and refuses an entry that is not there', () => {
  expect([
    say('fr', 'cell.critical', { count: 1 }),
    say('fr', 'cell.critical', { count: 3 }),
    say('en', 'cell.critical', { count: 1 }),
  ]).toEqual(['1 critique', '3 critiques', '1 critical']);
  expect(() => say('fr', 'no.such.thing')).toThrow('no.such.thing');
});
