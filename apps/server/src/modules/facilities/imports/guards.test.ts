import { importGuards } from '@egide/content/nomenclatures';
import { expect, it } from 'vitest';
import { guard, type Judged } from './guards.ts';
import type { Metric } from './records.ts';

const calm: Judged = {
  metrics: [],
  accepted: 100_000,
  rejected: 10,
  days: { published: '2026-08-12', incoming: '2026-08-13' },
  members: { before: 761, lost: 3 },
};
const codes = (judged: Partial<Judged>): string[] =>
  guard({ ...calm, ...judged }, importGuards()).map(({ code }) => code);
const metric = (place: Metric['place'], before: number, after: number): Metric => ({
  place,
  key: '355',
  before,
  after,
});

it.each([
  ['a calm day', {}, []],
  ['sites at −2 %', { metrics: [metric('sites', 1000, 980)] }, []],
  ['sites beyond −2 %', { metrics: [metric('sites', 1000, 979)] }, ['guard-total']],
  ['sites at +5 %', { metrics: [metric('sites', 1000, 1050)] }, []],
  ['entities beyond +5 %', { metrics: [metric('entities', 1000, 1051)] }, ['guard-total']],
  ['a file cut at 60 %', { metrics: [metric('sites', 175_000, 105_000)] }, ['guard-total']],
  ['a category beyond 15 %', { metrics: [metric('category', 101, 120)] }, ['guard-category']],
  ['a small category', { metrics: [metric('category', 100, 200)] }, []],
  ['a category that vanishes', { metrics: [metric('category', 101, 0)] }, ['guard-category']],
  ['a department at 10 %', { metrics: [metric('department', 10, 11)] }, []],
  ['a department beyond 10 %', { metrics: [metric('department', 10, 8)] }, ['guard-department']],
  ['0.01 % refused', { accepted: 99_990, rejected: 10 }, []],
  ['more refused', { accepted: 99_989, rejected: 11 }, ['guard-rejected']],
  ['an older file', { days: { published: '2026-08-13', incoming: '2026-08-12' } }, ['guard-older']],
  ['no date', { days: { published: '2026-08-13', incoming: null } }, []],
  ['members who leave', { members: { before: 100, lost: 6 } }, ['guard-members']],
  [
    'an empty register',
    {
      metrics: [
        metric('sites', 0, 175_000),
        metric('entities', 0, 98_000),
        metric('category', 0, 500),
        metric('department', 0, 500),
      ],
      days: { published: null, incoming: '2026-08-13' },
      members: { before: 0, lost: 0 },
    },
    [],
  ],
] as const)('%s', (_what, judged, expected) => expect(codes(judged)).toEqual(expected));

it('says what it compared', () => {
  expect(guard({ ...calm, metrics: [metric('category', 200, 150)] }, importGuards())).toEqual([
    { code: 'guard-category', params: { place: 'category', key: '355', before: 200, after: 150, percent: '-25.0' } },
  ]);
});
