import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const Words = z.object({ fr: z.string(), en: z.string() });
/** What these tests read of the file; the loader checks the whole of it. */
const Framework = z.object({
  transcription: Words,
  dimensions: z.array(
    z.object({
      id: z.string(),
      themes: z.array(
        z.object({
          id: z.string(),
          indicators: z.array(
            z.object({
              id: z.string(),
              title: Words,
              kind: z.enum(['asked', 'computed']),
              measures: z.array(z.string()).min(1),
              levels: z.array(z.object({ level: z.number(), sentence: Words, when: z.unknown().optional() })),
              steps: z.record(z.string(), z.object({ hours: z.number().positive(), action: Words })),
            }),
          ),
        }),
      ),
    }),
  ),
});

const text = readFileSync(new URL('../frameworks/maturinh/2026-1/framework.yaml', import.meta.url), 'utf8');
const framework = Framework.parse(parse(text));
const themes = framework.dimensions.flatMap((dimension) => dimension.themes);
const indicators = themes.flatMap((theme) => theme.indicators);
const twice = (values: readonly string[]): string[] => values.filter((value, i) => values.indexOf(value) !== i);

it('has the security dimension, seven themes and 27 indicators', () => {
  expect(framework.dimensions.map(({ id }) => id)).toEqual(['5']);
  expect(themes.map((theme) => [theme.id, theme.indicators.length])).toEqual([
    ['5.1', 5],
    ['5.2', 4],
    ['5.3', 4],
    ['5.4', 4],
    ['5.5', 4],
    ['5.6', 3],
    ['5.7', 3],
  ]);
  expect(indicators.filter(({ kind }) => kind === 'asked').map(({ id }) => id)).toEqual(['5.3.4', '5.6.3', '5.7.3']);
});

it('numbers its indicators inside their theme', () => {
  expect(indicators.map(({ id }) => id)).toEqual(
    themes.flatMap((theme) => theme.indicators.map((_, i) => `${theme.id}.${i + 1}`)),
  );
});

it('says that it is a transcription, in both languages', () => {
  expect([
    framework.transcription.fr.startsWith('Transcription d’Égide'),
    framework.transcription.en.startsWith("Égide's transcription"),
  ]).toEqual([true, true]);
});

it('is made of the fourteen measures, and of no other', () => {
  const used = [...new Set(indicators.flatMap(({ measures }) => measures))];
  expect(used.toSorted()).toEqual(Array.from({ length: 14 }, (_, i) => `MP-${String(i + 1).padStart(2, '0')}`));
});

it('gives each indicator five sentences, and the words of a sentence to one level only', () => {
  expect(indicators.filter(({ levels }) => levels.map(({ level }) => level).join() !== '0,1,2,3,4')).toEqual([]);
  for (const locale of ['fr', 'en'] as const) {
    expect(twice(indicators.flatMap(({ levels }) => levels.map(({ sentence }) => sentence[locale])))).toEqual([]);
    expect(twice(indicators.map(({ title }) => title[locale]))).toEqual([]);
    expect(twice(indicators.flatMap(({ steps }) => Object.values(steps).map(({ action }) => action[locale])))).toEqual(
      [],
    );
  }
});

it('gives each level of a computed indicator a condition of its own, and an asked one none', () => {
  const wrong = indicators.filter(({ kind, levels }) => {
    const conditions = levels.map(({ when }) => (when === undefined ? '' : JSON.stringify(when)));
    return kind === 'asked'
      ? conditions.some((when) => when !== '')
      : conditions[0] !== '' || conditions.slice(1).includes('') || twice(conditions).length > 0;
  });
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

it('names the action and the effort that lead to each level', () => {
  expect(indicators.filter(({ steps }) => Object.keys(steps).join() !== '1,2,3,4').map(({ id }) => id)).toEqual([]);
  expect(indicators.find(({ id }) => id === '5.4.1')?.steps['3']).toEqual({
    hours: 0.5,
    action: { fr: 'Faire signer la politique de sauvegarde', en: 'Have the backup policy signed' },
  });
});

it('ends sentences with a full stop and actions without', () => {
  const sentences = indicators.flatMap(({ levels }) => levels.flatMap(({ sentence }) => [sentence.fr, sentence.en]));
  const actions = indicators.flatMap(({ steps }) =>
    Object.values(steps).flatMap(({ action }) => [action.fr, action.en]),
  );
  expect([
    sentences.filter((sentence) => !sentence.endsWith('.')),
    actions.filter((action) => action.endsWith('.')),
  ]).toEqual([[], []]);
});
