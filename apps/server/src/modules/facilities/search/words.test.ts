import fc from 'fast-check';
import { expect, it } from 'vitest';
import { oneSlipApart, plain, searchedWords, slipsOf, wordsOf } from './words.ts';

it('gives one form to accents, hyphens, ligatures and abbreviations', () => {
  for (const name of [
    'CH de Saint-Étienne',
    'C.H. ST ETIENNE',
    'Centre Hospitalier de St-Etienne',
    'CTRE HOSP SAINT ETIENNE',
  ])
    expect(wordsOf(name)).toEqual(['centre', 'hospitalier', 'saint', 'etienne']);
  expect([wordsOf('CHU DE DIJON'), plain('CŒUR GRAND EST'), wordsOf("L'Hôpital d'Is-sur-Tille")]).toEqual([
    ['centre', 'hospitalier', 'universitaire', 'dijon'],
    'coeur grand est',
    ['hopital', 'is', 'tille'],
  ]);
});
it('keeps a name that is made of small words only', () => expect(wordsOf('LES')).toEqual(['les']));
it('leaves the last word open while it may be being typed', () => {
  expect([
    searchedWords('hopital dij'),
    searchedWords('hopital dijon '),
    searchedWords('ch'),
    searchedWords('x'),
  ]).toEqual([
    { words: ['hopital', 'dij'], open: 'dij' },
    { words: ['hopital', 'dijon'], open: null },
    { words: ['centre', 'hospitalier'], open: null },
    { words: ['x'], open: null },
  ]);
});
it('reads hostile text without harm', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      for (const word of [...wordsOf(text), ...searchedWords(text).words]) expect(word).toMatch(/^[a-z0-9]{1,40}$/);
    }),
  );
});

const word = fc.stringMatching(/^[a-z]{4,12}$/);
it('shares a hash between any two words one slip apart', () => {
  fc.assert(
    fc.property(
      word,
      fc.nat(11),
      fc.stringMatching(/^[a-z]$/),
      fc.constantFrom('leave', 'add', 'replace', 'swap'),
      (right, at, letter, slip) => {
        const i = at % right.length;
        const wrong =
          slip === 'leave'
            ? right.slice(0, i) + right.slice(i + 1)
            : slip === 'add'
              ? right.slice(0, i) + letter + right.slice(i)
              : slip === 'replace'
                ? right.slice(0, i) + letter + right.slice(i + 1)
                : right.slice(0, i) + (right[i + 1] ?? '') + (right[i] ?? '') + right.slice(i + 2);
        fc.pre(wrong !== right && wrong.length >= 4);
        expect(oneSlipApart(right, wrong)).toBe(true);
        expect(oneSlipApart(wrong, right)).toBe(true);
        expect(slipsOf(right).some((hash) => slipsOf(wrong).includes(hash))).toBe(true);
      },
    ),
  );
});
it('does not take two slips for one', () =>
  expect([
    oneSlipApart('dijon', 'dijno'),
    oneSlipApart('dijon', 'djino'),
    oneSlipApart('dijon', 'dij'),
    oneSlipApart('dijon', 'dijon'),
  ]).toEqual([true, false, false, false]));
it('forgives no slip in numbers and short words', () => expect([slipsOf('21000'), slipsOf('ici')]).toEqual([[], []]));
