import { compile } from './compile.ts';
import type { Condition } from './condition.ts';
import type { Fact } from './fact.ts';
import { endOf } from './moment.ts';
import type { Rule } from './node.ts';
import type { KeyEntry, Vocabulary } from './vocabulary.ts';

const words = (text: string) => ({ fr: text, en: text });

/** A key of a vocabulary for tests: a boolean about the entity that never ends. */
export const aKey = (key: string, over: Partial<KeyEntry> = {}): readonly [string, KeyEntry] => [
  key,
  {
    key,
    label: words(key),
    meaning: words(key),
    ask: words(key),
    type: 'boolean',
    about: ['entity'],
    validity: null,
    class: 'steering',
    ...over,
  },
];

/** Small, and with every kind of key. */
export const aVocabulary: Vocabulary = new Map([
  aKey('yes'),
  aKey('no', { validity: { years: 1 } }),
  aKey('share', { type: 'number', unit: 'percent', min: 0, max: 100, validity: { years: 1 } }),
  aKey('level', { type: 'integer', unit: 'level', min: 1, max: 5, about: ['forest'], validity: { years: 1 } }),
  aKey('kind', {
    type: 'enum',
    values: [
      { value: 'own', ...words('own') },
      { value: 'local', ...words('local') },
      { value: 'none', ...words('none') },
    ],
    validity: { years: 1 },
  }),
  aKey('reviewed', { type: 'date', validity: { years: 3 } }),
  aKey('deadline', { type: 'date' }),
  aKey('exercise', {
    type: 'enum',
    values: [
      { value: 'field', ...words('field') },
      { value: 'table', ...words('table') },
    ],
    validity: { years: 1 },
  }),
  aKey('weight', { type: 'number', unit: 'weight', min: 0 }),
  aKey('note', { type: 'text' }),
]);

let made = 0;
/** A fact of the unnamed entity, documented, collected on 1 January 2026. */
export const aFact = (key: string, value: Fact['value'], over: Partial<Fact> = {}): Fact => {
  const about = aVocabulary.get(key)?.about[0] ?? 'entity';
  return {
    id: `f${++made}`,
    key,
    value,
    about: { kind: about, id: about === 'entity' ? '' : 'a.example' },
    collected: '2026-01-01',
    trust: 'documented',
    organisation: '',
    ...over,
  };
};

/** A rule that must compile. */
export function aRule(condition: Condition, vocabulary: Vocabulary = aVocabulary): Rule {
  const rule = compile(condition, vocabulary);
  if (!rule.ok) throw new Error(JSON.stringify(rule.error));
  return rule.value;
}

/** A day (its last instant) or an instant that exists, in milliseconds. */
export function at(text: string): number {
  const ms = endOf(text);
  if (ms === null) throw new RangeError(text);
  return ms;
}
