import { INDICATOR_STATES, VERDICTS } from '@egide/engines/rules';
import { expect, it } from 'vitest';
import { tellChangesAt, tellShift } from './words.ts';

const fr = { locale: 'fr', at: new Date('2026-11-25T12:00:00Z') } as const;
const en = { ...fr, locale: 'en' } as const;
/** The first moment of 18 October 2027 in Paris. */
const AT = '2027-10-17T22:00:00.000Z' as Parameters<typeof tellShift>[0]['changesAt'];
type Standing = Parameters<typeof tellShift>[1] & object;
const plain = (text: string | null) => text?.replace(/\s/g, ' ') ?? null;

it.each<[string, Standing, Standing, string]>([
  [
    'the answer that differs expires before the facts do',
    { state: 'to-decide', level: 1 },
    { state: 'to-confirm', level: 1 },
    'Sans nouveau fait, la réponse qui s’écarte des faits deviendra périmée le 18 octobre 2027 ; leur niveau 1 restera à confirmer.',
  ],
  [
    'the answer that agrees expires',
    { state: 'confirmed', level: 3 },
    { state: 'to-confirm', level: 3 },
    'Sans nouveau fait, votre réponse deviendra périmée le 18 octobre 2027 ; le niveau 3 que donnent les faits restera à confirmer.',
  ],
  [
    'the facts give less',
    { state: 'to-confirm', level: 3 },
    { state: 'to-confirm', level: 1 },
    'Sans nouveau fait, le niveau passera de 3 à 1 le 18 octobre 2027.',
  ],
  [
    'everything expires',
    { state: 'confirmed', level: 3 },
    { state: 'expired', level: null },
    'Sans nouveau fait, le niveau deviendra périmé le 18 octobre 2027.',
  ],
  [
    'it becomes known',
    { state: 'unanswered', level: null },
    { state: 'to-confirm', level: 0 },
    'Sans nouveau fait, le niveau sera 0 le 18 octobre 2027.',
  ],
])('says what an indicator becomes, and when: %s', (_, now, then, expected) =>
  expect(plain(tellShift({ ...now, changesAt: AT }, then, fr))).toBe(expected),
);

it('has words for each standing and each verdict, in both languages, and none where nothing changes', () => {
  const told = [fr, en].flatMap((telling) => [
    ...INDICATOR_STATES.flatMap((state) =>
      [null, 1, 2].map((level) => {
        const unknown = state === 'expired' || state === 'unanswered';
        return tellShift(
          { changesAt: AT, state: 'to-decide', level: 1 },
          { state, level: unknown ? null : (level ?? 1) },
          telling,
        );
      }),
    ),
    ...VERDICTS.map((verdict) => tellChangesAt(AT, verdict, telling)),
  ]);
  expect(told.filter((text) => !/18 (octobre|October) 2027/.test(text?.replace(/\s/g, ' ') ?? ''))).toEqual([]);
  expect([
    tellShift({ changesAt: null, state: 'confirmed', level: 1 }, null, fr),
    tellChangesAt(null, null, fr),
    plain(tellChangesAt(AT, 'expired', fr)),
  ]).toEqual([null, null, 'Sans nouveau fait, l’objectif deviendra périmé le 18 octobre 2027.']);
});
