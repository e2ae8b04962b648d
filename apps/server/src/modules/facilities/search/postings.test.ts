import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Postings, readPostings } from './postings.ts';

it('gives back what was written, in order, whatever the gaps', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(fc.nat(2_000_000), fc.boolean()), { selector: ([position]) => position }),
      (written) => {
        const sorted = written.toSorted(([a], [b]) => a - b);
        const postings = new Postings();
        for (const [position, inName] of sorted) postings.add(position, inName);
        expect([...readPostings(postings.bytes(), postings.occurrences)]).toEqual(
          sorted.map(([position, inName]) => position * 2 + Number(inName)),
        );
      },
    ),
  );
});
it('keeps the first mark of a position given twice', () => {
  const postings = new Postings();
  for (const inName of [true, false]) postings.add(7, inName);
  expect([...readPostings(postings.bytes(), postings.occurrences)]).toEqual([15]);
});
