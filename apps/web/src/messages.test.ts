import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { typeset } from './ui/typeset.ts';

const CATALOGUE = join(import.meta.dirname, '../../../packages/content/messages');
const SRC = import.meta.dirname;
type Entry = string | { match: Record<string, string> }[];
const read = (locale: string, file: string): Record<string, Entry> =>
  JSON.parse(readFileSync(join(CATALOGUE, locale, file), 'utf8')) as Record<string, Entry>;
const settings = JSON.parse(readFileSync(join(SRC, '../project.inlang/settings.json'), 'utf8')) as Record<
  string,
  { pathPattern: string[] }
>;
/** What is compiled for the screens; the server reads the other files of the catalogue itself. */
const files = (settings['plugin.inlang.messageFormat']?.pathPattern ?? []).map((path) => path.split('/').at(-1) ?? '');
const textsOf = (entry: Entry): string[] =>
  typeof entry === 'string' ? [entry] : entry.flatMap((variant) => Object.values(variant.match));
const placesOf = (entry: Entry): string[] =>
  [...new Set(textsOf(entry).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')))].sort();

it('compiles files that are there', () => {
  const there = readdirSync(join(CATALOGUE, 'fr'));
  expect(files.length).toBeGreaterThan(5);
  expect(files.filter((file) => !there.includes(file))).toEqual([]);
});

describe.each(files)('%s', (file) => {
  const fr = read('fr', file);
  const en = read('en', file);
  it('says everything in both languages, with the same places', () => {
    expect(Object.keys(en)).toEqual(Object.keys(fr));
    expect(Object.fromEntries(Object.entries(en).map(([key, entry]) => [key, placesOf(entry)]))).toEqual(
      Object.fromEntries(Object.entries(fr).map(([key, entry]) => [key, placesOf(entry)])),
    );
  });
  it('bears the name of its file', () =>
    expect(Object.keys(fr).filter((key) => !key.startsWith(`${file.replace('.json', '')}_`))).toEqual([]));
  it.each([
    ['fr', fr],
    ['en', en],
  ] as const)('is typeset, %s', (locale, entries) => {
    expect(
      Object.values(entries)
        .flatMap(textsOf)
        .filter((text) => typeset(text, locale) !== text),
    ).toEqual([]);
  });
});

it('uses every message', () => {
  const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('paraglide') && !file.includes('.test.'))
    .map((file) => readFileSync(join(SRC, file), 'utf8'))
    .join('\n');
  const unused = files
    .flatMap((file) => Object.keys(read('fr', file)))
    .filter((key) => !new RegExp(`\\bm\\.${key}\\b`).test(sources));
  expect(unused).toEqual([]);
});
