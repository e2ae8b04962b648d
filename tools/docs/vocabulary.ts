import type { Content, VocabularyKey } from '@egide/content';
import { sayValidity } from '@egide/engines/rules';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ');

function typeOf({ type, unit, min, max, values }: VocabularyKey): string {
  const limits = min === undefined && max === undefined ? '' : `, ${min ?? '−∞'} to ${max ?? '+∞'}`;
  return values === undefined
    ? `${type}${unit === undefined ? '' : ` (${unit})`}${limits}`
    : values.map(({ value }) => `\`${value}\``).join(', ');
}

const row = (key: VocabularyKey): string =>
  `| \`${key.key}\` | ${cell(key.label.en)} · ${cell(key.label.fr)} | ${typeOf(key)} | ${key.about.join(', ')} | ${cell(sayValidity(key.validity, 'en'))} | ${key.class}${key.withheldFrom === undefined ? '' : `, never in ${key.withheldFrom.join(', ')} views`} | ${key.recordedBy.join(', ')} | ${cell(key.source ?? 'ours')} |`;

/** `docs/vocabulary.md`, made from the keys that we ship; the answers to indicators are said in one line, not one each. */
export function vocabularyPage({ keys, groups, frameworks }: Content): string {
  const answers = new Set(
    frameworks.flatMap(({ framework }) =>
      framework.dimensions.flatMap(({ themes }) =>
        themes.flatMap(({ indicators }) => indicators.map(({ answerKey }) => answerKey)),
      ),
    ),
  );
  const own = [...keys.values()].filter(({ key }) => !answers.has(key));
  const tables = groups.flatMap(({ id, label }) => [
    `## ${label.en} · ${label.fr}`,
    '',
    '| Key | Meaning | Value | About | Holds for | Class | Recorded by | Source |',
    '|---|---|---|---|---|---|---|---|',
    ...own.filter(({ group }) => group === id).map(row),
    '',
  ]);
  return [
    '# Vocabulary of facts',
    '',
    `What a fact may say: ${own.length} keys, made from \`packages/content/vocabulary\` by \`npm run docs\`. A fact holds for so long from its collection, through the end of its last day in Paris, unless it says otherwise. Any key may have the value \`unknown\`: it says that nobody knows.`,
    '',
    `Each indicator of a framework also has a key of its own for the answer given by hand (\`maturinh.5.2.1\`: a whole number from 0 to 4 about the entity, one year, steering): ${answers.size} keys.`,
    '',
    ...tables,
  ].join('\n');
}
