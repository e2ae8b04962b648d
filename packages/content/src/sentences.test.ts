import {
  judge,
  momentOf,
  sayAnswer,
  sayReason,
  saySubject,
  type Answer,
  type Change,
  type Fact,
  type Reason,
  type Rule,
} from '@egide/engines/rules';
import { LOCALES, type Locale } from '@egide/kernel/locale';
import { describe, expect, it } from 'vitest';
import { shippedContent } from './load.ts';

const content = shippedContent();
const { vocabulary } = content;
const at = momentOf('2026-03-01')!;

const shipped: [string, Rule][] = [
  ...content.rules.map((rule): [string, Rule] => [rule.id, rule.rule]),
  ...content.programmes.flatMap((programme) =>
    programme.objectives.map((objective): [string, Rule] => [`${programme.id}/${objective.id}`, objective.rule]),
  ),
  ...content.frameworks.flatMap(({ text, framework }) =>
    framework.dimensions.flatMap(({ themes }) =>
      themes.flatMap(({ indicators }) =>
        indicators.flatMap((one) =>
          [...one.computed, ...one.declared].map((rule, i): [string, Rule] => [`${text.id}/${one.id}/${i}`, rule]),
        ),
      ),
    ),
  ),
];

const record = (change: Change, i: number): Fact => ({
  id: `c${i}`,
  key: change.key,
  value: change.value,
  about: change.about,
  organisation: change.organisation,
  collected: change.collected,
  trust: 'verified',
  recorded: i,
});

/** The states that a reader meets: nothing known, all recorded, all ended, all refused, nobody knows. */
function answers(rule: Rule): Answer[] {
  const nothing = judge(rule, [], at);
  const facts = (nothing.wouldMakeTrue ?? []).map(record);
  const contrary = (fact: Fact): Fact => {
    const key = vocabulary.get(fact.key)!;
    const other =
      typeof fact.value === 'boolean'
        ? !fact.value
        : typeof fact.value === 'number'
          ? fact.value === key.min
            ? fact.value + 100
            : (key.min ?? 0)
          : key.type === 'date'
            ? '2001-02-03'
            : (key.values?.find(({ value }) => value !== fact.value)?.value ?? fact.value);
    return { ...fact, value: other };
  };
  return [
    facts,
    facts.map((fact) => ({ ...fact, collected: '2020-01-01', expires: '2021-12-31' })),
    facts.map(contrary),
    facts.map((fact) => ({ ...fact, value: 'unknown' })),
  ]
    .map((list) => judge(rule, list, at))
    .concat(nothing);
}

const reasonsOf = (reason: Reason): Reason[] => [reason, ...reason.children.flatMap(reasonsOf)];

function sentences(rule: Rule, locale: Locale): string[] {
  const narration = { vocabulary, locale, at };
  return answers(rule).flatMap((answer) => {
    const said = sayAnswer(answer, narration);
    return [
      said.verdict,
      ...said.because,
      ...said.failing,
      ...said.changes,
      said.until,
      ...reasonsOf(answer.reasons).flatMap((reason) => [
        sayReason(reason, narration),
        ...reason.subjects.map((subject) => saySubject(subject, narration)),
      ]),
    ];
  });
}

const raw = new Set([
  ...[...vocabulary.values()]
    .flatMap((key) => (key.values ?? []).map(({ value }) => value))
    .filter((value) => value.includes('-')),
  'percent',
  'fte',
  'not-met',
  'undefined',
  'null',
  'NaN',
]);
const faultOf = (text: string, locale: Locale): string | null => {
  if (text === '') return 'empty';
  if (/[a-z]+(-[a-z]+)*\.[a-z]+/.test(text)) return 'key';
  if (/\d{4}-\d{2}-\d{2}/.test(text)) return 'date';
  const words = text.split(/[\s\u00a0\u202f.,:()]+/);
  if (words.some((word) => raw.has(word))) return 'raw word';
  if (/ {2}|\.\.| \.|\s$/.test(text) || (locale === 'fr' && text.includes("'"))) return 'typing';
  return locale === 'fr' &&
    / [:;?!%»]|« |\d [%€]|\d (jour|janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc)/.test(text)
    ? 'space'
    : null;
};

describe.each(LOCALES)('in %s', (locale) => {
  it('no sentence made of what we ship holds a key, an id, an ISO date or a raw unit', () => {
    const faults = shipped.flatMap(([id, rule]) =>
      sentences(rule, locale).flatMap((text) => {
        const fault = faultOf(text, locale);
        return fault === null ? [] : [`${id} ${fault}: ${text}`];
      }),
    );
    expect([...new Set(faults)]).toEqual([]);
  });
});

it.each([
  ['directory.audit.made : oui', 'key'],
  ['le 2026-03-01', 'date'],
  ['5 percent', 'raw word'],
  ['Annuaire : dedicated-ad', 'raw word'],
  ['Niveau : 3', 'space'],
  ['12 mars 2026', 'space'],
  ['5 %', 'space'],
  ['', 'empty'],
])('“%s” would be refused', (text, fault) => {
  expect(faultOf(text, 'fr')).toBe(fault);
});

it('every condition that we ship can be reached from nothing', () => {
  expect(
    shipped
      .filter(([, rule]) => judge(rule, [], at).wouldMakeTrue === null && rule.root.kind !== 'coverage')
      .map(([id]) => id),
  ).toEqual([]);
});
