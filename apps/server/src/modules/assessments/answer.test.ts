import { expect, it } from 'vitest';
import { saysTheSame } from './answer.ts';

const present = {
  value: 2,
  note: null,
  collected: new Date('2026-10-12T08:00:00Z'),
  source: {},
  author_name: 'Camille',
};
const said = { value: 2, note: undefined, kept: false, name: 'Camille' };
const later = new Date('2026-10-12T21:59:00Z');

it.each<[string, Parameters<typeof saysTheSame>, boolean]>([
  ['nobody answered before', [null, said, later], false],
  ['the same, the same day in Paris', [present, said, later], true],
  ['the next day in Paris', [present, said, new Date('2026-10-12T22:00:00Z')], false],
  ['another level', [present, { ...said, value: 3 }, later], false],
  ['nobody knows', [present, { ...said, value: 'unknown' }, later], false],
  ['somebody else', [present, { ...said, name: 'Marc' }, later], false],
  ['other words', [present, { ...said, note: 'Vu.' }, later], false],
  ['the same words', [{ ...present, note: 'Vu.' }, { ...said, note: 'Vu.' }, later], true],
  ['no word where there were some', [{ ...present, note: 'Vu.' }, said, later], true],
  ['kept now', [present, { ...said, kept: true }, later], false],
  ['kept before', [{ ...present, source: { kept: true } }, said, later], false],
])('%s', (_, args, expected) => expect(saysTheSame(...args)).toBe(expected));
