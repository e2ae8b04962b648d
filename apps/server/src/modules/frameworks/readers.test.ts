import { expect, it } from 'vitest';
import { framework, vocabulary } from './content.ts';
import { readersOf } from './readers.ts';

it('says that one directory audit answers the framework, the AC gate, and not the indicator that asks', () => {
  const ids = readersOf(['directory.audit.made'], null).map((r) => `${r.of} ${r.id}`);
  expect(ids).toEqual(expect.arrayContaining(['maturinh 5.2.1', 'ac-ose gate']));
  expect(readersOf(['directory.audit.made'], { of: 'ac-ose', id: 'gate' }).map((r) => `${r.of} ${r.id}`)).toEqual(
    ids.filter((id) => id !== 'ac-ose gate'),
  );
  expect(readersOf(['no.such.key'], null)).toEqual([]);
});

it('rests no indicator on what no GHT and no peer is shown: a submitted level reaches them', () => {
  const withheld = [...vocabulary().values()].filter((key) => key.withheld).map((key) => key.key);
  expect(withheld).toEqual(['operator.essential']);
  expect(readersOf(withheld, null).map((r) => [r.kind, r.of, r.id, r.withheld])).toEqual([
    ['objective', 'ac-ose', 'gate', true],
  ]);
});

it('names an objective by its number in the text and its title, never by a word of ours', () => {
  const titles = new Map(
    readersOf(['directory.audit.made', 'backup.directory.kind'], null).map((r) => [r.id, r.title]),
  );
  expect(titles.get('gate')).toEqual({
    fr: 'Aides à la contractualisation pour les opérateurs de services essentiels\u00a0: Condition d’accès à l’aide',
    en: 'Contract aid for operators of essential services: Condition of access to the aid',
  });
  expect(titles.get('O3.A')?.fr).toMatch(/\u00a0: O3\.A \p{L}/u);
});

it('joins the words and the conditions of the 27 indicators', () => {
  const found = framework('maturinh');
  expect(found?.indicators.map((i) => [i.id, i.rules.id]).filter(([a, b]) => a !== b)).toEqual([]);
  expect([found?.indicators.length, found?.themes.length, found?.titleOf('5.2').fr]).toEqual([
    27,
    7,
    'Identités et annuaires',
  ]);
  expect(framework('nothing')).toBeUndefined();
});
