import { describe, expect, it } from 'vitest';
import { paths } from '../paths.ts';
import { workplacesOf, type Me } from '../session.ts';
import { jobsOf } from './jobs.ts';
import { homeOf, startOf } from './place.ts';

type Held = Me['holds'][number];
const held = (role: Held['role'], kind: Held['organisation']['kind'], id: string): Held => ({
  role,
  organisation: { kind, id, name: id },
  from: '2026-01-01T00:00:00.000Z',
  until: null,
});
const grant = (finess: string, open: 'internal' | 'steering') => ({
  finess,
  name: finess,
  class: open,
  until: '2027-01-01T00:00:00.000Z',
});
const someone = (over: Partial<Me>): Me => ({
  account: 'a',
  kind: 'person',
  login: 'a@b.example',
  name: 'A',
  locale: 'fr',
  holds: [],
  grants: [],
  fictional: false,
  ...over,
});
const [HOSPITAL, OTHER] = ['960780013', '960780021'];

describe('where a person starts', () => {
  it.each([
    [
      'a director, on the summary',
      someone({ holds: [held('facility-director', 'entity', HOSPITAL)] }),
      { to: paths.summary, params: { finess: HOSPITAL } },
    ],
    [
      'a contributor, at work',
      someone({ holds: [held('contributor', 'entity', HOSPITAL)] }),
      { to: paths.assess, params: { finess: HOSPITAL } },
    ],
    [
      'an auditor, on what is open to them',
      someone({ holds: [held('auditor', 'entity', HOSPITAL)] }),
      { to: paths.opened, params: {} },
    ],
    [
      'a coordinator, even when nobody opened anything',
      someone({ holds: [held('ght-coordinator', 'group', 'G1')] }),
      { to: paths.opened, params: {} },
    ],
    [
      'a person with a grant alone',
      someone({ grants: [grant(HOSPITAL, 'steering')] }),
      { to: paths.opened, params: {} },
    ],
    [
      'an officer, on the region',
      someone({ holds: [held('regional-officer', 'region', 'V1')] }),
      { to: paths.territory, params: { region: 'V1' } },
    ],
    ['nobody, nowhere', someone({}), null],
  ])('%s', (_, me, start) => expect(startOf(me)).toEqual(start));
});

describe('a facility opened by grants', () => {
  const me = someone({
    holds: [held('ght-coordinator', 'group', 'G1')],
    grants: [grant(HOSPITAL, 'steering'), grant(HOSPITAL, 'internal'), grant(OTHER, 'steering')],
  });
  const places = workplacesOf(me);
  it('is one place, open as far as its widest grant', () =>
    expect(places.map(({ kind, id, inside }) => [kind, id, inside])).toEqual([
      ['group', 'G1', false],
      ['entity', HOSPITAL, true],
      ['entity', OTHER, false],
    ]));
  it('shows the assessment only where it is open', () => {
    const jobs = (at: number) => jobsOf(me, places[at] ?? null).map((job) => job.to);
    expect([jobs(0), jobs(1), jobs(2)]).toEqual([
      [paths.opened],
      [paths.summary, paths.funding, paths.facility, paths.opened],
      [paths.facility, paths.opened],
    ]);
    expect(places.map((place) => homeOf(place).to)).toEqual([paths.opened, paths.summary, paths.facility]);
  });
});

it('counts for an officer what waits for a confirmation', () => {
  const me = someone({ holds: [held('regional-officer', 'region', 'V1')] });
  expect(jobsOf(me, workplacesOf(me)[0] ?? null, 3).map(({ to, waiting }) => [to, waiting])).toEqual([
    [paths.territory, undefined],
    [paths.toConfirm, 3],
    [paths.officialImport, undefined],
  ]);
});
