import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rank, type Reading } from './rank.ts';

const reading = (exact: boolean, ...places: (readonly [number, boolean])[]): Reading => ({
  exact,
  values: Uint32Array.from(places.map(([position, named]) => position * 2 + Number(named))),
});
const bounds = { closedFrom: 100, personsFrom: 200 };

it('puts open facilities first, then exact words, then words in the name, then the order of the register', () => {
  const words = [[reading(true, [1, false], [2, true], [3, true], [150, true]), reading(false, [0, true])]];
  expect(rank(words, bounds, 10)).toEqual([2, 3, 1, 0, 150]);
});
it('asks for every word', () =>
  expect(rank([[reading(true, [1, true], [2, true])], [reading(true, [2, false], [3, true])]], bounds, 10)).toEqual([
    2,
  ]));
it('leaves natural persons out, and keeps to the limit', () => {
  expect([
    rank([[reading(true, [1, true], [2, true], [250, true])]], bounds, 10),
    rank([[reading(true, [1, true], [2, true])]], bounds, 1),
    rank([], bounds, 10),
  ]).toEqual([[1, 2], [1], []]);
});
it('finds the intersection, for any sets', () => {
  const set = fc.uniqueArray(fc.nat(99)).map((all) => all.toSorted((a, b) => a - b));
  fc.assert(
    fc.property(fc.array(set, { minLength: 1, maxLength: 4 }), (sets) => {
      const words = sets.map((all) => [reading(true, ...all.map((position) => [position, true] as const))]);
      const [first = [], ...others] = sets;
      expect(rank(words, bounds, 100)).toEqual(
        first.filter((position) => others.every((other) => other.includes(position))),
      );
    }),
  );
});
