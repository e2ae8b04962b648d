import { describe, expect, it } from 'vitest';
import { daysBetween, formatter } from './format.ts';
import { typeset } from './typeset.ts';

const fr = formatter('fr');
const en = formatter('en');

describe('French typography', () => {
  it.each([
    ["L'annuaire n'a jamais été audité.", 'L’annuaire n’a jamais été audité.'],
    ['Quand ? Bientôt ; vite !', 'Quand\u202f? Bientôt\u202f; vite\u202f!'],
    ['Niveau : 81 %', 'Niveau\u00a0: 81\u202f%'],
    ['la mesure « identités »', 'la mesure «\u00a0identités\u00a0»'],
    ['le 3 septembre 2026, dans 4 jours', 'le 3\u00a0septembre 2026, dans 4\u00a0jours'],
    ['5.2.1 : 2 → 3', '5.2.1\u00a0: 2\u00a0→\u00a03'],
    ['Audit n° 7, 412 Ko', 'Audit n°\u00a07, 412\u00a0Ko'],
    ['{n} jours restants', '{n}\u00a0jours restants'],
  ])('%s', (typed, shown) => {
    expect(typeset(typed, 'fr')).toBe(shown);
    expect(typeset(shown, 'fr')).toBe(shown);
  });
  it('leaves English spacing alone', () =>
    expect(typeset("What's 2 → 3? The regions' view: 81%", 'en')).toBe(
      'What’s 2\u00a0→\u00a03? The regions’ view: 81%',
    ));
});

describe('numbers', () => {
  it('writes numbers, means, differences and shares in French', () => {
    expect([fr.number(103020), fr.number(6.1), fr.mean(2), fr.mean(2.35), fr.level(2), fr.level(2.4)]).toEqual([
      '103\u202f020',
      '6,1',
      '2,0',
      '2,4',
      '2',
      '2,4',
    ]);
    expect([fr.gain(0.5), fr.gain(-0.3), fr.gain(0), fr.gain(0.04), fr.more(4), fr.more(-1)]).toEqual([
      '+0,5',
      '−0,3',
      '0,0',
      '0,0',
      '+4',
      '−1',
    ]);
    expect([fr.percent(81), fr.percent(81.5), fr.arrow('2', '3')]).toEqual([
      '81\u202f%',
      '81,5\u202f%',
      '2\u00a0→\u00a03',
    ]);
  });
  it('writes them in English', () =>
    expect([en.mean(2.35), en.percent(81), en.gain(0.5)]).toEqual(['2.4', '81%', '+0.5']));
  it('writes file sizes and durations', () => {
    expect([
      fr.size(0),
      fr.size(412_000),
      fr.size(1_240_000),
      fr.size(48_300_000),
      fr.size(2e9),
      en.size(412_000),
    ]).toEqual(['0\u00a0o', '412\u00a0Ko', '1,2\u00a0Mo', '48\u00a0Mo', '2\u00a0Go', '412\u00a0kB']);
    expect([fr.duration(24), fr.duration(125), fr.duration(120), fr.duration(4200), fr.duration(3600)]).toEqual([
      '24\u00a0s',
      '2\u00a0min 5\u00a0s',
      '2\u00a0min',
      '1\u00a0h 10\u00a0min',
      '1\u00a0h',
    ]);
  });
  it('groups FINESS and SIREN numbers', () =>
    expect([fr.finess('960780013'), fr.siren('269600011')]).toEqual([
      '96\u00a0078\u00a0001\u00a03',
      '269\u00a0600\u00a0011',
    ]));
});

describe('dates', () => {
  it('writes days and instants by the clock of Paris', () => {
    expect([
      fr.day('2026-10-12'),
      fr.day('2026-10-01'),
      fr.shortDay('2026-09-22'),
      fr.month('2025-10-12'),
      fr.shortMonth('2024-05-01'),
    ]).toEqual(['12\u00a0octobre 2026', '1er\u00a0octobre 2026', '22\u00a0sept. 2026', 'octobre 2025', 'mai 2024']);
    expect([
      fr.instant('2026-09-22T19:40:00Z'),
      fr.time('2026-09-22T19:40:00Z'),
      fr.day('2026-09-22T22:30:00Z'),
    ]).toEqual(['22\u00a0septembre 2026 à\u00a021:40', '21:40', '23\u00a0septembre 2026']);
    expect([en.day('2026-10-12'), en.instant('2026-09-22T19:40:00Z')]).toEqual([
      '12\u00a0October 2026',
      '22\u00a0September 2026 at\u00a021:40',
    ]);
  });
  it('leaves out an hour that nobody said', () =>
    expect([fr.moment('2026-11-04T23:00:00Z'), fr.moment('2026-11-05T08:12:00Z')]).toEqual([
      '5\u00a0novembre 2026',
      '5\u00a0novembre 2026 à\u00a009:12',
    ]));
  it('says how far a day is', () => {
    const from = '2026-10-12';
    const said = (at: string) => fr.relative(at, from);
    expect([
      said('2026-10-16'),
      said('2026-10-12'),
      said('2026-10-11'),
      said('2026-10-13'),
      said('2026-09-22'),
      said('2027-03-22'),
      said('2021-01-01'),
    ]).toEqual([
      'dans 4\u00a0jours',
      'aujourd’hui',
      'hier',
      'demain',
      'il y a 20\u00a0jours',
      'dans 5\u00a0mois',
      'il y a 5\u00a0ans',
    ]);
    expect(en.relative('2026-10-16', from)).toBe('in 4 days');
  });
  it('counts calendar days in Paris, whatever the hour', () => {
    expect([
      daysBetween('2026-10-12', '2026-10-16'),
      daysBetween('2026-10-12T21:59:00Z', '2026-10-12T22:01:00Z'),
      daysBetween('2026-03-28', '2026-03-30'),
    ]).toEqual([4, 1, 2]);
  });
});
it('puts a capital where a line begins', () =>
  expect([fr.capital('octobre 2025'), fr.capital('évaluer'), fr.capital('')]).toEqual(['Octobre 2025', 'Évaluer', '']));
it('puts words in the order of a dictionary', () =>
  expect(['Val-d’Ombre', 'Île-de-France', 'Évaluation', 'Bretagne'].toSorted(fr.order)).toEqual([
    'Bretagne',
    'Évaluation',
    'Île-de-France',
    'Val-d’Ombre',
  ]));
it('joins words', () => expect([fr.list(['a', 'b', 'c']), en.list(['a', 'b'])]).toEqual(['a, b et c', 'a and b']));
