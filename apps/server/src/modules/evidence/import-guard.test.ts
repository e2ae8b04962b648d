import { importGuards } from '@egide/content/nomenclatures';
import { expect, it } from 'vitest';
import { isUnusual } from './import-guard.ts';

const limits = { rejected: { atLeast: 10, share: 0.2 } };

it.each([
  ['many and a large part', { news: 39, rejected: 11, records: 50 }, true],
  ['many, exactly the share', { news: 40, rejected: 10, records: 50 }, false],
  ['few, though the larger part', { news: 1, rejected: 9, records: 10 }, false],
  ['many, a small part', { news: 900, rejected: 100, records: 1000 }, false],
  ['all: nothing would be recorded', { news: 0, rejected: 50, records: 50 }, false],
  ['none', { news: 50, rejected: 0, records: 50 }, false],
])('%s', (_, outcome, expected) => expect(isUnusual(outcome, limits)).toBe(expected));

it('the thresholds are data', () => expect(importGuards().facts).toEqual(limits));
