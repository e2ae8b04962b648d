import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { traced } from './traced.ts';

const facts = (count: number) => Array.from({ length: count }, (_, i) => ({ id: `id-${i}`, key: i % 3 ? 'a' : 'b' }));

it('names a few facts one by one', () => {
  expect(traced(facts(50))).toEqual({ observations: facts(50) });
});

it('says of a whole file how many of which key, and the hash of the ids', () => {
  const ids = facts(86_000).map(({ id }) => id);
  const entry = traced(facts(86_000));
  expect(entry).toEqual({
    observations: 86_000,
    keys: { a: 57_333, b: 28_667 },
    sha256: createHash('sha256').update(ids.join('\n')).digest('hex'),
  });
});
