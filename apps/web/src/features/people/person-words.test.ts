import type { Person } from '@egide/contract/people';
import { expect, it } from 'vitest';
import { current, isAwaited, openedElsewhere, past } from './person-words.ts';

const hold = (id: string, ended: string | null): Person['holds'][number] => ({
  id,
  role: 'reader',
  organisation: { kind: 'entity', id: '960780013', name: 'CH' },
  from: '2026-01-01T00:00:00.000Z',
  until: null,
  givenBy: null,
  pending: null,
  ended,
});
const person = (account: string, holds: Person['holds']): Person => ({
  account,
  login: `${account}@ch.example`,
  name: account,
  standing: 'active',
  invitedUntil: null,
  openedBy: { kind: 'platform', id: 'instance', name: 'Plateforme' },
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

it('awaits whoever has not come in, and whoever has accepted nothing yet', () => {
  const offered = { ...hold('o', null), pending: { linkUntil: null } };
  expect(
    [
      person('in', [hold('a', null)]),
      person('offered', [offered]),
      person('both', [hold('a', null), offered]),
      { ...person('invited', [hold('a', null)]), standing: 'invited' as const },
    ].map((one) => [one.account, isAwaited(one)]),
  ).toEqual([
    ['in', false],
    ['offered', true],
    ['both', false],
    ['invited', true],
  ]);
});

it('says where an account was opened when that is neither here nor the platform', () => {
  const ada = { ...person('ada', []), openedBy: { kind: 'entity' as const, id: '960780013', name: 'CH' } };
  expect([
    openedElsewhere(ada, '960780013'),
    openedElsewhere(ada, '960780021'),
    openedElsewhere(ada, null),
    openedElsewhere(person('ben', []), null),
  ]).toEqual([null, 'CH', 'CH', null]);
});
