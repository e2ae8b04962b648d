import { expect, it } from 'vitest';
import { type KnownGroup, type NamedGroup, planCodes, planGroups } from './plan.ts';

const known = (over: Partial<KnownGroup> = {}): KnownGroup => ({
  code: '27103',
  name: 'Ombre',
  open: true,
  unseen: false,
  aliases: ['27103'],
  members: new Map([
    ['210780581', 'support'],
    ['210780607', 'member'],
  ]),
  ...over,
});
const named = (over: Partial<NamedGroup> = {}): NamedGroup => ({
  at: '/gcc/0',
  code: '27103',
  number: null,
  shortCode: null,
  name: 'Ombre',
  open: true,
  complete: true,
  members: [
    { entity: '210780581', role: 'support' },
    { entity: '210780607', role: 'member' },
  ],
  ...over,
});
const plan = (before: KnownGroup[], one: NamedGroup) => planGroups(before, [one]).plans[0];

it('adds a group under the first number that it bears', () => {
  expect(plan([], named({ number: '49824516535' }))).toEqual({
    change: 'added',
    code: '27103',
    name: 'Ombre',
    open: true,
    aliases: [
      { alias: '27103', kind: 'sae' },
      { alias: '49824516535', kind: 'finess' },
    ],
    ended: [],
    begun: [
      { entity: '210780581', role: 'support' },
      { entity: '210780607', role: 'member' },
    ],
  });
  expect(plan([], named({ code: null }))?.code).toBe('210780581');
});
it('finds nothing to do twice', () =>
  expect(plan([known()], named())).toEqual({
    change: 'unchanged',
    code: '27103',
    name: 'Ombre',
    open: true,
    aliases: [],
    ended: [],
    begun: [],
  }));
it('knows it by its support when its number is new, and learns the number', () => {
  expect(plan([known()], named({ code: null, number: '49824516535' }))).toEqual({
    change: 'changed',
    code: '27103',
    name: 'Ombre',
    open: true,
    aliases: [{ alias: '49824516535', kind: 'finess' }],
    ended: [],
    begun: [],
  });
});
it('ends, begins and turns the links', () => {
  expect(
    plan(
      [known()],
      named({
        members: [
          { entity: '210780607', role: 'support' },
          { entity: '520780024', role: 'member' },
        ],
      }),
    ),
  ).toMatchObject({
    change: 'changed',
    ended: ['210780581', '210780607'],
    begun: [
      { entity: '210780607', role: 'support' },
      { entity: '520780024', role: 'member' },
    ],
  });
});
it('ends no link on the word of a list that could not be read whole', () =>
  expect(
    plan([known()], named({ complete: false, members: [{ entity: '210780581', role: 'support' }] })),
  ).toMatchObject({ change: 'unchanged', ended: [] }));
it('closes a group with its links', () =>
  expect(plan([known()], named({ open: false }))).toMatchObject({
    change: 'closed',
    ended: ['210780581', '210780607'],
    begun: [],
  }));
it('sees again a group that was no longer seen', () =>
  expect(plan([known({ unseen: true })], named())).toMatchObject({ change: 'changed' }));
it('says when an entity is in two groups, and when a group is there twice', () => {
  const { plans, remarks } = planGroups(
    [],
    [named(), named({ at: '/gcc/1', code: '27104', name: 'Lisse' }), named({ at: '/gcc/2' })],
  );
  expect([plans.length, remarks.map(({ at, code }) => `${at} ${code}`)]).toEqual([
    2,
    ['/gcc/1 entity-in-two-groups', '/gcc/1 entity-in-two-groups', '/gcc/2 conflict'],
  ]);
});
it('learns the short code of a group it knows by the other, or by its name alone', () => {
  const line = { at: '2', code: '27103', shortCode: 'BFC-03', name: "Côte d'Or" };
  const change = {
    change: 'changed',
    code: '27103',
    aliases: [{ alias: 'BFC-03', kind: 'short' }],
    ended: [],
    begun: [],
  };
  expect(planCodes([known()], [line]).plans).toMatchObject([change]);
  expect(
    planCodes([known({ code: '49824516535', aliases: ['49824516535'], name: "COTE D'OR" })], [line]).plans[0]?.aliases,
  ).toEqual([
    { alias: '27103', kind: 'sae' },
    { alias: 'BFC-03', kind: 'short' },
  ]);
  expect(planCodes([known({ aliases: ['27103', 'BFC-03'] })], [line]).plans).toMatchObject([{ change: 'unchanged' }]);
});
it('says which codes are nobody’s, and which are another’s', () => {
  const line = { at: '2', code: '27103', shortCode: 'BFC-03', name: 'X' };
  expect(planCodes([], [line]).remarks.map(({ code }) => code)).toEqual(['group-unknown']);
  expect(
    planCodes([known(), known({ code: '1', name: 'Y', aliases: ['BFC-03'] })], [line]).remarks.map(({ code }) => code),
  ).toEqual(['alias-taken']);
});
