import { globSync, readFileSync } from 'node:fs';
import { evaluateFramework, evaluateProgramme, judge, momentOf, type Fact } from '@egide/engines/rules';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { findFramework, findProgramme, shippedContent, SHIPPED } from './load.ts';

type Step = {
  says: string;
  add: Partial<Fact>[];
  expect: { at: string; verdicts?: Record<string, string>; levels?: Record<string, number | null> }[];
};

const content = shippedContent();
const files = globSync(['frameworks/*/*/golden/*.yaml', 'programmes/*/*/golden/*.yaml', 'rules/golden/*.yaml'], {
  cwd: SHIPPED,
}).sort();

/** What the readers of a file answer, by identifier: those of its own framework or programme, or every rule. */
function answers(file: string, facts: readonly Fact[], at: number): Record<string, string | number | null> {
  const [kind, id = '', edition] = file.split('/');
  if (kind === 'frameworks')
    return Object.fromEntries(
      evaluateFramework(findFramework(content, id, edition)!.framework, facts, at).dimensions.flatMap(({ themes }) =>
        themes.flatMap(({ indicators }) => indicators.map((one) => [one.id, one.level])),
      ),
    );
  if (kind === 'programmes')
    return Object.fromEntries(
      evaluateProgramme(
        { id, vocabulary: content.vocabulary, objectives: findProgramme(content, id, edition)!.objectives },
        facts,
        at,
      ).map((one) => [one.id, one.verdict]),
    );
  return Object.fromEntries(content.rules.map((rule) => [rule.id, judge(rule.rule, facts, at).verdict]));
}

describe.each(files)('%s', (file) => {
  const { steps } = parse(readFileSync(new URL(file, `file://${SHIPPED}`), 'utf8')) as { steps: Step[] };
  const facts: Fact[] = [];
  for (const step of steps) {
    it(`${step.says}`, () => {
      facts.push(
        ...step.add.map((one, i): Fact => ({
          id: `${facts.length + i}`,
          key: '',
          value: '',
          about: { kind: 'entity', id: '' },
          collected: '',
          trust: 'documented',
          organisation: '',
          recorded: facts.length + i,
          ...one,
        })),
      );
      for (const wanted of step.expect) {
        const expected = { ...wanted.verdicts, ...wanted.levels };
        const found = answers(file, facts, momentOf(wanted.at)!);
        expect({ at: wanted.at, ...Object.fromEntries(Object.keys(expected).map((id) => [id, found[id]])) }).toEqual({
          at: wanted.at,
          ...expected,
        });
      }
    });
  }
});

it('every framework, programme and rule that we ship has its golden cases', () => {
  const told = new Set(
    files.flatMap((file) =>
      [...readFileSync(new URL(file, `file://${SHIPPED}`), 'utf8').matchAll(/(?<=[{,] )[\w.-]+(?=:)/g)].map(
        ([id]) => id,
      ),
    ),
  );
  const ids = [
    ...content.frameworks.flatMap(({ text }) =>
      text.dimensions.flatMap(({ themes }) => themes.flatMap(({ indicators }) => indicators.map(({ id }) => id))),
    ),
    ...content.programmes.flatMap(({ objectives }) => objectives.map(({ id }) => id)),
    ...content.rules.map(({ id }) => id),
  ];
  expect(ids.filter((id) => !told.has(id))).toEqual([]);
});
