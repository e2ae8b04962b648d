import type { Assessment } from '@egide/contract/assessments';
import { describe, expect, it } from 'vitest';
import { findingOf, gainOf, lowersMean, verdictOf } from './summary-words.ts';

const theme = (
  id: string,
  title: string,
  level: number | null,
  before: number | null,
): Assessment['themes'][number] => ({
  id,
  title,
  level,
  known: level === null ? 0 : 4,
  total: 4,
  yearAgo: { level: before, known: before === null ? 0 : 4, total: 4 },
  indicators: [],
});

/** Two themes, one of them weak, both known a year ago. */
function anAssessment(over: Partial<Assessment> = {}): Assessment {
  return {
    finess: '960780013',
    name: 'CH',
    framework: { id: 'maturinh', edition: '1', title: 'MATURIN’H', transcription: '' },
    dimension: { id: '5', title: 'Sécurité' },
    at: '2026-10-12T08:00:00.000Z',
    level: 2.4,
    known: 22,
    total: 27,
    yearAgo: { level: 1.7, known: 20, total: 27, at: '2025-10-12T08:00:00.000Z' },
    themes: [theme('5.1', 'Gouvernance', 2.5, 2), theme('5.2', 'Identités', 1.8, 2)],
    counts: { confirmed: 18, 'to-confirm': 3, 'to-decide': 1, expired: 2, unanswered: 3 },
    nextActions: [],
    gaps: [],
    together: null,
    gains: [],
    lost: 0,
    submissions: [],
    territory: { enough: 60, counts: true },
    can: { answer: true, submit: false, why: null },
    ...over,
  };
}

describe('the conclusion of the summary', () => {
  it('says level, movement, weakest theme and what is unknown', () =>
    expect(verdictOf(anAssessment())).toBe(
      'Niveau 2,4 sur 4, en hausse de 0,7 en un an. Le thème le plus bas est «\u00a0Identités\u00a0»\u00a0: 1,8. 5 indicateurs restent inconnus.',
    ));
  it('says a fall, and one unknown in the singular', () =>
    expect(verdictOf(anAssessment({ level: 1.5, known: 26 }))).toContain('en baisse de 0,2 en un an. '));
  it('never shows a level when nothing is known', () =>
    expect(verdictOf(anAssessment({ level: null, known: 0 }))).toBe(
      'Aucun des 27 indicateurs n’est encore connu\u00a0: répondez à une première question, ou importez des faits.',
    ));
  it('does not compare with a year that nobody measured', () =>
    expect(
      verdictOf(
        anAssessment({ yearAgo: { level: null, known: 0, total: 27, at: '2025-10-12T08:00:00.000Z' }, known: 27 }),
      ),
    ).toBe(
      'Niveau 2,4 sur 4, sans comparaison possible avec l’an dernier. Le thème le plus bas est «\u00a0Identités\u00a0»\u00a0: 1,8. Les 27 indicateurs sont connus.',
    ));
});

describe('what the figure shows', () => {
  it('counts the themes that moved, each way', () =>
    expect(findingOf(anAssessment())).toBe('En un an, thèmes en progrès\u00a0: 1 sur 2\u202f; en recul\u00a0: 1.'));
  it('says that there is nothing to compare with', () =>
    expect(findingOf(anAssessment({ themes: [theme('5.1', 'Gouvernance', 2.5, null)] }))).toBe(
      'Situation au 12\u00a0octobre 2026\u202f; aucune mesure d’il y a un an à comparer.',
    ));
});

it('takes differences of what is shown', () =>
  expect([gainOf(2.4, 1.7), gainOf(null, 1), gainOf(1, null), gainOf(2, 2)]).toEqual([0.7, null, null, 0]));

it.each<[string, Parameters<typeof lowersMean>[0], boolean]>([
  ['unknown before, below the mean', { from: null, theme: { id: '5.6', title: '', from: 3, to: 2.3 } }, true],
  ['unknown before, above the mean', { from: null, theme: { id: '5.6', title: '', from: 1, to: 1.5 } }, false],
  ['known before', { from: 1, theme: { id: '5.6', title: '', from: 2, to: 2.3 } }, false],
  ['a theme of which nothing was known', { from: null, theme: { id: '5.6', title: '', from: null, to: 1 } }, false],
])('an indicator that enters the mean may lower it: %s', (_, action, expected) =>
  expect(lowersMean(action)).toBe(expected),
);
