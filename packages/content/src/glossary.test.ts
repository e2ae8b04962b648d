import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { forbiddenIdentifiers, glossaryPage, readGlossary, wordsOf } from './glossary.ts';

const root = new URL('../../../', import.meta.url);
const terms = readGlossary();

/** Sources whose words are ours: foreign formats keep the names of their files, tests speak of their two hospitals. */
const sources = () =>
  globSync(['apps/**/*.ts', 'apps/**/*.tsx', 'packages/**/*.ts'], { cwd: root, exclude: ['**/node_modules'] }).filter(
    (path) => !/\.test\.tsx?$|\.e2e\.ts$|\/testing\.ts$|^packages\/formats\//.test(path),
  );

const twice = (values: readonly string[]): string[] => values.filter((value, i) => values.indexOf(value) !== i);

describe('the glossary', () => {
  it('is the page of docs/glossary.md', () => {
    expect(readFileSync(new URL('docs/glossary.md', root), 'utf8')).toBe(glossaryPage(terms));
  });

  it('gives each term one identifier, and each identifier one term', () => {
    expect(twice(terms.map(({ identifier }) => identifier))).toEqual([]);
    expect(twice(terms.map(({ fr }) => fr))).toEqual([]);
  });

  it('forbids no word twice, nor one that it asks for', () => {
    const asked = new Set(terms.map(({ identifier }) => wordsOf(identifier)));
    const forbidden = terms.flatMap((term) => term.forbidden);
    expect(twice(forbidden)).toEqual([]);
    expect(forbidden.filter((words) => asked.has(words))).toEqual([]);
  });
});

describe('identifiers of the code', () => {
  it.each([
    ['wordsOf', 'legalEntityId', 'legal entity id'],
    ['wordsOf', 'SIEDeclared', 'sie declared'],
    ['wordsOf', 'legal_entity', 'legal entity'],
  ])('%s %s reads “%s”', (_, identifier, words) => {
    expect(wordsOf(identifier)).toBe(words);
  });

  it.each([
    ['const hospitalId = 1', [{ identifier: 'hospitalId', instead: 'legalEntity' }]],
    ['function listTenants() {}', [{ identifier: 'listTenants', instead: 'legalEntity' }]],
    ['type ObservedAt = string', [{ identifier: 'ObservedAt', instead: 'collected' }]],
    ["const name = 'hospital' // tenant", []],
    ['const institutional = 1', []],
    ['const text = `one tenant of ${hospitalName}`', [{ identifier: 'hospitalName', instead: 'legalEntity' }]],
  ])('%s', (source, found) => {
    expect(forbiddenIdentifiers(source, terms)).toEqual(found);
  });

  it('use no forbidden word in apps and packages', () => {
    const found = sources().flatMap((path) =>
      forbiddenIdentifiers(readFileSync(new URL(path, root), 'utf8'), terms).map(
        ({ identifier, instead }) => `${path}: ${identifier}, say ${instead}`,
      ),
    );
    expect(found).toEqual([]);
  });

  it('are looked for in real sources', () => {
    expect(sources().length).toBeGreaterThan(10);
  });
});
