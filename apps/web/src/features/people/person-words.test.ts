import type { Person } from '@egide/contract/people';
import { expect, it } from 'vitest';
import { current, past } from './person-words.ts';

const hold = (id: string, ended: string | null): Person['holds'][number] => ({
  id,
  role: 'reader',
  organisation: { kind: 'entity', id: '960780013', name: 'CH' },
  from: '2026-01-01T00:00:00.000Z',
  until: null,
  givenBy: null,
  ended,
});
const person = (account: string, holds: Person['holds']): Person => ({
  account,
  login: `${account}@ch.example`,
  name: account,
  standing: 'active',
  invitedUntil: null,
  managed: true,
  holds,
});

it('parts what counts today from what is over, the last ended first', () => {
  const ada = person('ada', [hold('a1', '2026-02-01T00:00:00.000Z'), hold('a2', null)]);
  const ben = person('ben', [hold('b1', '2026-09-01T00:00:00.000Z')]);
  expect([current(ada), current(ben)]).toEqual([[hold('a2', null)], []]);
  expect(past([ada, ben])).toEqual([
    { person: ben, hold: hold('b1', '2026-09-01T00:00:00.000Z') },
    { person: ada, hold: hold('a1', '2026-02-01T00:00:00.000Z') },
  ]);
});
