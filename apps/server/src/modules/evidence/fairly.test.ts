import { expect, it } from 'vitest';
import { fairly } from './fairly.ts';

const from = (owner: string, count: number) => Array.from({ length: count }, (_, i) => ({ owner, id: `${owner}${i}` }));

it('shows everything when there is room', () => {
  expect(fairly([...from('a', 2), ...from('b', 1)], 3)).toEqual([...from('a', 2), ...from('b', 1)]);
});

it('takes from each in turn, so that what a neighbour sends behind a large file is seen', () => {
  expect(fairly([...from('a', 43_000), ...from('b', 2), ...from('c', 1)], 5).map(({ id }) => id)).toEqual([
    'a0',
    'a1',
    'b0',
    'b1',
    'c0',
  ]);
});
