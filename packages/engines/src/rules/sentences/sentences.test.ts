import { describe, expect, it } from 'vitest';
import type { Condition } from '../condition.ts';
import type { Fact } from '../fact.ts';
import { judge } from '../judge.ts';
import { aFact, aKey, aRule, at } from '../testing.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { sayAnswer, sayReason } from './index.ts';

const vocabulary: Vocabulary = new Map([
  aKey('audit', { label: { fr: 'Audit de l’annuaire fait', en: 'Directory audit made' }, validity: { years: 1 } }),
  aKey('level', {
    label: { fr: 'Niveau ANSSI de l’annuaire', en: 'ANSSI level of the directory' },
    type: 'integer',
    unit: 'level',
    min: 1,
    max: 5,
    about: ['forest'],
    validity: { years: 1 },
  }),
  aKey('share', {
    label: { fr: 'Part du budget', en: 'Share of the budget' },
    type: 'number',
    unit: 'percent',
    validity: { years: 1 },
  }),
  aKey('kind', {
    label: { fr: 'Annuaire des sauvegardes', en: 'Directory of the backups' },
    type: 'enum',
    values: [
      { value: 'own', fr: 'Un annuaire réservé', en: 'A directory of their own' },
      { value: 'local', fr: 'Des comptes locaux', en: 'Local accounts' },
    ],
  }),
  aKey('reviewed', { label: { fr: 'Révision de la politique', en: 'Review of the policy' }, type: 'date' }),
  aKey('deadline', { label: { fr: 'Date de la déclaration', en: 'Date of the declaration' }, type: 'date' }),
]);
const forest = (value: number, collected: string): Fact =>
  aFact('level', value, { collected, about: { kind: 'forest', id: 'ch.example' } });
const says = (condition: Condition, facts: readonly Fact[], locale: 'fr' | 'en' = 'fr') => {
  const said = sayAnswer(judge(aRule(condition, vocabulary), facts, at('2026-03-01')), {
    vocabulary,
    locale,
    at: at('2026-03-01'),
    nameOf: ({ id }) => (id === 'new' ? null : id),
  });
  // Shown with ordinary spaces, and those that must not break marked.
  return JSON.parse(JSON.stringify(said).replaceAll('\u00a0', '~').replaceAll('\u202f', '_')) as typeof said;
};

const level: Condition = {
  all: [
    { atLeast: { key: 'level', value: 3, read: 'worst' } },
    { fresh: { key: 'level', days: 60, before: { key: 'deadline' }, read: 'every' } },
  ],
};

describe('an answer in sentences', () => {
  it('met', () =>
    expect(says(level, [forest(3, '2026-01-01')])).toEqual({
      verdict: 'Rempli.',
      because: [
        'Niveau ANSSI de l’annuaire~: 3 sur~5, recueilli le 1er~janvier~2026, tient jusqu’au 1er~janvier~2027.',
      ],
      failing: [],
      changes: [],
      until: 'Sans nouveau fait, la réponse change le 3~mars~2026.',
    }));
  it('expired', () =>
    expect(says(level, [forest(3, '2025-12-30')])).toEqual({
      verdict: 'Périmé~: établi autrefois, à renouveler.',
      because: [
        'Niveau ANSSI de l’annuaire~: 3 sur~5, recueilli le 30~décembre~2025, tient jusqu’au 30~décembre~2026.',
      ],
      failing: [
        'Niveau ANSSI de l’annuaire~: recueilli dans les 60~jours avant le jour dit par «~Date de la déclaration~», pour chacun.',
      ],
      changes: ['À renouveler~: Niveau ANSSI de l’annuaire (ch.example), 3.'],
      until: 'Sans nouveau fait, la réponse ne change pas.',
    }));
  it('not met, in English', () =>
    expect(says(level, [forest(2, '2026-02-01')], 'en')).toEqual({
      verdict: 'Not met: a valid fact says otherwise.',
      because: ['ANSSI level of the directory: 2 of~5, collected on 1~February~2026, holds until 1~February~2027.'],
      failing: ['ANSSI level of the directory: at least 3, for each.'],
      changes: ['To establish: ANSSI level of the directory (ch.example), at least 3.'],
      until: 'Without a new fact, the answer changes on 2~February~2027.',
    }));
  it('unknown', () =>
    expect(
      says({ any: [{ equals: { key: 'kind', value: 'local' } }, { atMost: { key: 'share', value: 12.5 } }] }, []),
    ).toEqual({
      verdict: 'Inconnu~: aucun fait ne suffit à le dire.',
      because: [],
      failing: ['Annuaire des sauvegardes~: des comptes locaux.', 'Part du budget~: 12,5_% au plus.'],
      changes: ['À établir~: Annuaire des sauvegardes, des comptes locaux.'],
      until: 'Sans nouveau fait, la réponse ne change pas.',
    }));
  it('nobody knows, once', () =>
    expect(
      says({ equals: { key: 'audit', value: true } }, [aFact('audit', 'unknown', { collected: '2026-02-12' })]).because,
    ).toEqual(['Audit de l’annuaire fait~: le 12~février~2026, un fait dit que personne ne sait.']));
  it('contradictory', () =>
    expect(
      says({ all: [{ equals: { key: 'audit', value: true } }, { equals: { key: 'audit', value: false } }] }, [])
        .changes,
    ).toEqual([
      'Aucun fait recueilli à cette date n’y suffirait_; voyez ce qui se contredit, ou une date plus tardive.',
    ]));
  it('its own end', () =>
    expect(
      says({ equals: { key: 'audit', value: true } }, [aFact('audit', true, { expires: '2026-02-27' })]).because,
    ).toEqual(['Audit de l’annuaire fait~: oui le 1er~janvier~2026, périmé depuis le 28~février~2026.']));
});

it.each<[Condition, string, string]>([
  [
    { within: { key: 'reviewed', from: '2022-07-16', to: { key: 'deadline' } } },
    'Révision de la politique : du 16 juillet 2022 au jour dit par « Date de la déclaration »',
    'Review of the policy: from 16 July 2022 to the day given by “Date of the declaration”',
  ],
  [
    { within: { key: 'reviewed', of: 'collected', to: 'at' } },
    'Révision de la politique : date de recueil jusqu’au jour de la question',
    'Review of the policy: date of collection until the day of the question',
  ],
  [
    { in: { key: 'kind', values: ['own', 'local'] } },
    'Annuaire des sauvegardes : un annuaire réservé ou des comptes locaux',
    'Directory of the backups: a directory of their own or local accounts',
  ],
  [
    { atLeast: { key: 'share', value: 0.05, unit: 'ratio' } },
    'Part du budget : au moins 5 %',
    'Share of the budget: at least 5%',
  ],
  [
    { fresh: { key: 'audit', days: 1 } },
    'Audit de l’annuaire fait : recueilli depuis 1 jour au plus',
    'Directory audit made: collected at most 1 day ago',
  ],
  [
    { inYear: { key: 'audit' } },
    'Audit de l’annuaire fait : recueilli dans l’année civile',
    'Directory audit made: collected within the calendar year',
  ],
  [
    { known: { key: 'audit' } },
    'Audit de l’annuaire fait : réponse connue et encore valable',
    'Directory audit made: answer known and still valid',
  ],
  [
    { successive: { key: 'level', each: { atLeast: 3 }, minDays: 45, maxDays: 60, read: 'any' } },
    'Niveau ANSSI de l’annuaire : deux fois de suite au moins 3, à un écart de 45 à 60 jours, pour l’un au moins',
    'ANSSI level of the directory: twice in a row at least 3, 45 to 60 days apart, for at least one',
  ],
  [
    { count: { key: 'audit', from: '2026-01-01', to: 'at', atLeast: 2 } },
    'Audit de l’annuaire fait : au moins 2 fois, du 1er janvier 2026 au jour de la question',
    'Directory audit made: at least 2 times, from 1 January 2026 to the day of the question',
  ],
  [
    { atLeastOf: { count: 2, of: [{ known: { key: 'audit' } }, { known: { key: 'share' } }] } },
    'Au moins 2 de ce qui suit',
    'At least 2 of the following',
  ],
  [{ not: { known: { key: 'audit' } } }, 'Le contraire de ce qui suit', 'The contrary of the following'],
])('%j asks', (...[condition, fr, en]) => {
  const { reasons } = judge(aRule(condition, vocabulary), [], at('2026-03-01'));
  expect(
    [sayReason(reasons, { vocabulary, locale: 'fr' }), sayReason(reasons, { vocabulary, locale: 'en' })].map((text) =>
      text.replace(/[\u00a0\u202f]/g, ' '),
    ),
  ).toEqual([fr, en]);
});
