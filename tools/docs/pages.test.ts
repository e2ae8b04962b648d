import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { shippedContent } from '@egide/content';
import { describe, expect, it } from 'vitest';
import { pages } from './pages.ts';
import { conditionWords } from './rules.ts';

const root = resolve(import.meta.dirname, '../..');

/** The pages of errors and of the glossary have their own tests, which also judge what they are made of. */
const OTHERS = ['docs/errors.md', 'docs/glossary.md'];

describe.each(Object.keys(pages).filter((path) => !OTHERS.includes(path)))('%s', (path) => {
  it('is what the data make of it; npm run docs writes it', () => {
    expect(readFileSync(join(root, path), 'utf8') === pages[path]?.(root)).toBe(true);
  });
});

it('says a condition on one line', () => {
  const { vocabulary } = shippedContent();
  expect(
    conditionWords(
      {
        any: [
          { known: { key: 'staff.ciso.named' } },
          {
            all: [
              { not: { equals: { key: 'operator.essential', value: true } } },
              { atLeastOf: { count: 1, of: [{ inYear: { key: 'exercise.held' } }] } },
            ],
          },
        ],
      },
      vocabulary,
    ),
  ).toBe(
    'Security officer named: answer known and still valid **or** (**not** Operator of essential services: yes **and** (**at least 1 of** Cyber crisis exercise: collected within the calendar year))',
  );
});
