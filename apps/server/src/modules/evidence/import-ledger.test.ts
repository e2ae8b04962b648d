import type { Fact } from '@egide/engines/rules';
import { expect, it } from 'vitest';
import { heldFacts, newsOf } from './import-ledger.ts';
import type { Checked } from './observation.ts';

const AT = '2026-01-12T17:30:00.000Z';
const audit = { format: 'opssies-0.13', eventType: 29, time: '20260112-183000', providerSiren: '999000011' };
const fact = (over: Partial<Fact> = {}): Fact => ({
  id: 'a',
  key: 'exposure.level.official',
  value: 1,
  about: { kind: 'perimeter', id: 'fictif.example' },
  collected: AT,
  expires: null,
  trust: 'documented',
  organisation: '960780013',
  source: audit,
  ...over,
});
const told = (over: Partial<Checked> = {}): Checked => ({
  key: 'exposure.level.official',
  value: 1,
  about: { kind: 'perimeter', id: 'fictif.example' },
  collected: AT,
  method: 'test',
  trust: 'documented',
  source: { kind: 'opssies', label: 'x', ref: audit },
  class: 'steering',
  shared: true,
  withheld: false,
  collectedAt: new Date(AT),
  collectedDay: null,
  expiresAt: null,
  ...over,
});
const news = (checked: Checked, ...ledger: Fact[]) => {
  const found = newsOf({ input: checked, checked }, heldFacts(ledger));
  return found === null ? 'unchanged' : { corrects: found.input.corrects ?? null, former: found.former?.value ?? null };
};
const plain = { corrects: null, former: null };

it.each<[string, Checked, Fact[], ReturnType<typeof news>]>([
  ['an empty ledger', told(), [], plain],
  ['the same, as trusted', told(), [fact()], 'unchanged'],
  ['the same, more trusted', told(), [fact({ trust: 'verified' })], 'unchanged'],
  ['the same, less trusted, is confirmed', told({ trust: 'verified' }), [fact()], { corrects: 'a', former: null }],
  [
    'the same, already replaced, is not brought back',
    told(),
    [fact(), fact({ id: 'b', value: 2, corrects: 'a' })],
    'unchanged',
  ],
  [
    'confirmed once only',
    told({ trust: 'verified' }),
    [fact(), fact({ id: 'b', trust: 'verified', corrects: 'a' })],
    'unchanged',
  ],
  ['another value for the same audit', told({ value: 3 }), [fact()], { corrects: 'a', former: 1 }],
  ['another value, from less trust', told({ value: 3 }), [fact({ trust: 'verified' })], plain],
  [
    'another value, of another provider',
    told({ value: 3 }),
    [fact({ source: { ...audit, providerSiren: '999000029' } })],
    plain,
  ],
  ['another value, of a fact that names no audit', told({ value: 3 }), [fact({ source: {} })], plain],
  ['another time', told({ value: 3, collected: '2026-03-04', collectedDay: '2026-03-04' }), [fact()], plain],
  ['another subject', told({ about: { kind: 'perimeter', id: 'autre.example' } }), [fact()], plain],
  ['another end', told({ expiresAt: new Date('2027-01-01T00:00:00Z') }), [fact({ source: {} })], plain],
  ['a day is not an instant', told({ collected: '2026-01-12', collectedDay: '2026-01-12' }), [fact()], plain],
  ['a correction of its own', told({ corrects: 'z', value: 9 }), [fact()], { corrects: 'z', former: null }],
  ['the same correction again', told({ corrects: 'z' }), [fact({ corrects: 'z' })], 'unchanged'],
])('%s', (_, checked, ledger, expected) => expect(news(checked, ...ledger)).toEqual(expected));

it('looks at as many facts whether the ledger says one thing of a subject at a time, or a thousand', () => {
  const looks = (count: number, checked: Checked): number => {
    let looked = 0;
    const counted = (name: keyof Fact, value: unknown) => ({
      [name]: { enumerable: true, get: () => (looked++, value) },
    });
    const facts = Array.from({ length: count }, (_, i) =>
      Object.defineProperties(fact({ id: `f${i}` }), {
        ...counted('trust', 'documented'),
        ...counted('source', { ...audit, score: i }),
        ...counted('id', `f${i}`),
      }),
    );
    const held = heldFacts(facts);
    looked = 0;
    newsOf({ input: checked, checked }, held);
    return looked;
  };
  for (const checked of [
    told({ trust: 'verified' }),
    told({ value: 3 }),
    told({ value: 3, source: { kind: 'opssies', label: 'x', ref: { ...audit, providerSiren: '999000029' } } }),
  ])
    expect(looks(1000, checked)).toBe(looks(1, checked));
});
