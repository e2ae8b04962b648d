import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { endpoints } from '@egide/contract';
import { describe, expect, it } from 'vitest';
import { errorsPage, judgeCatalogues, readCatalogue } from './errors.ts';

const root = resolve(import.meta.dirname, '../..');
const [fr, en] = [readCatalogue(root, 'fr'), readCatalogue(root, 'en')];
const paths = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'apps', 'packages'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => /(?<!\.test)\.tsx?$/.test(path));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const sources = paths.map(read);
const server = paths.filter((path) => path.startsWith('apps/server/src/')).map(read);
const words = { status: 404, title: 'Introuvable', detail: 'Pas de {thing}.' };

describe('the catalogue of problems', () => {
  it('says the same in French and in English', () => {
    expect(judgeCatalogues(fr, en)).toEqual([]);
  });

  it('knows every code that the server refuses with', () => {
    const refused = server.flatMap((text) =>
      [...text.matchAll(/\brefuse\('([a-z-]+)'/g)].map(([, code]) => code ?? ''),
    );
    expect([...new Set(refused)].filter((code) => fr[code] === undefined)).toEqual([]);
    expect(refused.length).toBeGreaterThan(0);
  });

  it('knows every code that the contract declares', () => {
    expect(
      [...endpoints].flatMap(([name, { refuses }]) =>
        refuses.filter((code) => fr[code] === undefined).map((code) => `${name}: ${code}`),
      ),
    ).toEqual([]);
  });

  it('holds no code that no source says', () => {
    expect(
      Object.keys(fr).filter(
        (code) =>
          !sources.some(
            (text) => text.includes(`'${code}'`) || text.includes(`"${code}"`) || text.includes(`.${code}`),
          ),
      ),
    ).toEqual([]);
  });
});

describe('the check itself', () => {
  it.each([
    ['only in French', { a: words }, {}],
    ['only in English', {}, { a: words }],
    ['status 404 in French, 403 in English', { a: words }, { a: { ...words, status: 403 } }],
    ['other values in French than in English', { a: words }, { a: { ...words, detail: 'No {other}.' } }],
    ['200 is no status of a refusal', { a: { ...words, status: 200 } }, { a: { ...words, status: 200 } }],
    ['words are missing', { a: { ...words, title: ' ' } }, { a: words }],
  ])('finds: %s', (fault, french, english) => {
    expect(judgeCatalogues(french, english)).toEqual([`a: ${fault}`]);
  });

  it('the page says code, status, words and calls', () => {
    const page = errorsPage(
      { 'not-found': words },
      { 'not-found': { ...words, title: 'Not found', detail: 'No | {thing}.' } },
      [{ method: 'GET', path: '/me', refuses: ['not-found'] }],
    );
    expect(page.split('\n').at(-2)).toBe(
      '| `not-found` | 404 | **Introuvable.** Pas de {thing}. | **Not found.** No \\| {thing}. | `GET /me` |',
    );
  });
});
