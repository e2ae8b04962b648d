import type { Content } from '@egide/content';
import { sayLeaf, type Condition, type Vocabulary } from '@egide/engines/rules';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ');

/** A condition on one line, in English words. */
export function conditionWords(condition: Condition, vocabulary: Vocabulary): string {
  const of = (part: Condition): string =>
    'all' in part || 'any' in part || 'atLeastOf' in part
      ? `(${conditionWords(part, vocabulary)})`
      : conditionWords(part, vocabulary);
  if ('all' in condition) return condition.all.map(of).join(' **and** ');
  if ('any' in condition) return condition.any.map(of).join(' **or** ');
  if ('not' in condition) return `**not** ${of(condition.not)}`;
  if ('atLeastOf' in condition)
    return `**at least ${condition.atLeastOf.count} of** ${condition.atLeastOf.of.map(of).join('; ')}`;
  const leaf = cell(sayLeaf(condition, { vocabulary, locale: 'en' }));
  return 'coverage' in condition ? `${leaf}: ${of(condition.coverage.condition)}` : leaf;
}

const HEAD = `# Rules

Made from \`packages/content\` by \`npm run docs\`. One function, \`judge()\` in \`packages/engines/src/rules\`, answers for levels, objectives, gates and indicators.

## The four answers

They form a chain: not met < unknown < expired < met.

| Answer | Says |
|---|---|
| met | the facts, valid at the moment asked, show it |
| expired | it was shown once, and the fact is too old: renew it |
| unknown | no fact says so, or a fact says that nobody knows |
| not met | a valid fact says otherwise |

\`all\` is the smallest of its parts, \`any\` the greatest, \`atLeastOf\` the k-th greatest; \`not\` swaps met and not met and turns the rest into unknown. A missing fact never decides alone; a silent ledger is unknown, never not met.

Facts collected after the moment do not exist. Of several on one key, owner and thing, the one collected last counts; at the same instant the more trusted, then the later recorded. A correction replaces what it names from the start, whatever the moment asked. A day without hour means its whole day in Paris.

## The leaves

| Leaf | Met when | Expired when | Not met when |
|---|---|---|---|
| \`equals\`, \`in\`, \`atLeast\`, \`atMost\` | the valid value satisfies it | the value satisfied it and has ended | the valid value does not; an ended refusal is unknown |
| \`known\` | any valid observation | all have ended | never |
| \`fresh\` | the last observation not after the reference day is at most so many days before it | it is older | never |
| \`inYear\` | collected in the calendar year | last collected in an earlier one | never |
| \`within\` | the date lies in the closed interval; an upper key that is silent leaves days to come unknown, a lower one leaves all unknown | never | it lies outside |
| \`successive\` | two neighbouring observations satisfy and lie so many days apart | never | two exist and no neighbouring pair does |
| \`count\` | enough observations in the interval | never | never |
| \`coverage\` | the organisations that meet the condition weigh enough | never | even counting every unknown one they do not |

\`read\` says how a leaf reads the several things a key is about: \`latest\` the fact collected last, \`any\` the greatest verdict, \`worst\` and \`every\` the smallest (\`worst\` shows the one that holds back, \`every\` all of them). Only \`latest\` may be left unsaid, for a key that is about the entity alone. Validity counts for the comparisons and for \`known\`; the other leaves look at dates of collection, or at the date that is the value, which do not age.

## Short and long form

\`equals: [key, value]\`, \`in: [key, [values]]\`, \`atLeast: [key, n]\`, \`known: key\`, \`inYear: key\` are short for \`equals: { key, value, unit?, read? }\` and so on. JSON Schemas: \`packages/content/schemas\`. \`npx egide rules check FOLDER\` names each fault by file, line and reason; \`npx egide rules explain FILE|ID --facts FACTS.json --at DATE\` tries a rule.

## How a level is made

An indicator has level n when conditions 1 to n are all met; level 0 only when condition 1 is not met; otherwise it has no level and lowers the coverage. A theme or a dimension is the mean of its known indicators, one decimal, half up, always with its coverage.

| Computed | Declared by a person | State | Level |
|---|---|---|---|
| known | none | to confirm | the computed one |
| none | known | confirmed | the declared one |
| known | the same | confirmed | that one |
| known | another | to decide | the computed one, until a person decides |
| known | another, kept with a justification and not older than any fact that decides the computed one | confirmed, the contradiction still shown | the declared one |
| none | none | expired when the declared answer or condition 1 is, else unanswered | none |

## What would make it true

The answer carries the fewest records that would make it met at that moment; among equals the most renewals, then the order of keys. Dates that a condition refers to are given, not proposed, save a silent one that holds the answer back. It is null when no record can do it. \`changesAt\` is the first later instant at which the verdict differs if nothing more is recorded.
`;

/** `docs/rules.md`: how answers are made, and every condition that we ship. */
export function rulesPage({ vocabulary, frameworks, programmes, rules }: Content): string {
  const words = (condition: Condition) => conditionWords(condition, vocabulary);
  const origin = ({
    reference,
    proposed,
  }: {
    reference?: { text: string; article?: string | undefined } | undefined;
    proposed?: true | undefined;
  }) =>
    cell(
      [
        reference === undefined
          ? ''
          : `${reference.text}${reference.article === undefined ? '' : `, ${reference.article}`}`,
        proposed === true ? 'proposed by us' : '',
      ]
        .filter((text) => text !== '')
        .join('; '),
    );
  return [
    HEAD,
    ...frameworks.flatMap(({ text }) => [
      `## ${text.title.en}, ${text.version}`,
      '',
      '| Indicator | Level | Condition | Text |',
      '|---|---|---|---|',
      ...text.dimensions.flatMap(({ themes }) =>
        themes.flatMap(({ indicators }) =>
          indicators.flatMap((indicator) =>
            indicator.levels
              .filter(({ level }) => level > 0)
              .map(
                ({ level, when }) =>
                  `| ${indicator.id} ${cell(indicator.title.en)} | ${level} | ${when === undefined ? 'the answer given by a person' : words(when)} | ${level === 1 ? origin(indicator) : ''} |`,
              ),
          ),
        ),
      ),
      '',
    ]),
    ...programmes.flatMap((programme) => [
      `## ${programme.title.en}, ${programme.call}`,
      '',
      '| Objective | Condition | Text |',
      '|---|---|---|',
      ...programme.objectives.map((one) => `| ${one.id} ${cell(one.title.en)} | ${words(one.when)} | ${origin(one)} |`),
      '',
    ]),
    '## Rules callable by their number',
    '',
    '| Rule | Condition | Text |',
    '|---|---|---|',
    ...rules.map((one) => `| ${one.id} ${cell(one.title.en)} | ${words(one.when)} | ${origin(one)} |`),
    '',
  ].join('\n');
}
