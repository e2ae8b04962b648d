import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const root = new URL('../messages/fr/', import.meta.url);

/** A place to fill, then a noun or participle that is plural whatever the number: French says « 0 fait », « 1 fait ». */
const ALWAYS_PLURAL = /\{\w+\}[ \u00a0](?:déjà )?\p{L}+(?:s|aux)(?!\p{L})/u;

/** Words in -s that are singular, and numbers that are never 0 nor 1 where they are said. */
const FREE: ReadonlySet<string> = new Set([
  // « niveau 2 pas encore… », « les faits », « depuis »: the word does not count what stands before it.
  'assess_level_open',
  'assess_justify_title',
  'access.sign-in-refused',
  'access.signed-in',
  'access.password-alone',
  // A minimum of characters, cells of a table, losses beyond a threshold, the indicators of a framework, the hospitals of a region.
  'assess_justify_short',
  'csv-cells',
  'losses-unusual',
  'assess_counts',
  'summary_all_known',
  'summary_nothing_known',
  'region.verdict.none',
  // « par des faits périmés »: « par » follows the number.
  'summary_missing',
]);

it('no sentence puts a plural behind a number that may be 0 or 1', () => {
  const wrong = globSync('*.json', { cwd: root }).flatMap((file) => {
    // Safe: every catalogue is one flat object.
    const said = JSON.parse(readFileSync(new URL(file, root), 'utf8')) as Record<string, unknown>;
    return Object.entries(said)
      .filter(([key, text]) => typeof text === 'string' && ALWAYS_PLURAL.test(text) && !(`${key}.one` in said))
      .map(([key]) => key);
  });
  expect(wrong.filter((key) => !FREE.has(key))).toEqual([]);
});

it.each([
  ['{n} faits', true],
  ['{n} indicateurs connus', true],
  ['{n} déjà connus', true],
  ['{n} fait', false],
  ['faits : {n}', false],
])('%s: %s', (text, refused) => expect(ALWAYS_PLURAL.test(text)).toBe(refused));
