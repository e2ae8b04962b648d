import { readDemo } from '@egide/content/demo';
import {
  evaluateFramework,
  type Fact,
  lastInstant,
  ledgerOf,
  scoreOf,
  settleIndicator,
  startOf,
} from '@egide/engines/rules';
import { type Day, dayNumber, dayOf, parisDayNumber, parisStart } from '@egide/kernel/days';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { framework, vocabulary } from '../modules/frameworks/index.ts';
import { factsFor, type PlannedFact } from './facts.ts';
import { planHistory } from './history.ts';
import { toNewObservation } from './observation.ts';
import { planSessions } from './plan.ts';
import type { Session } from './session.ts';

const demo = readDemo();
// Safe: the day is written out.
let today = dayNumber('2026-10-12' as Day);
const morning = (daysAgo: number) => parisStart(today - daysAgo) + 9 * 3_600_000;
/** The demonstration is to be alive whenever it is started: the present, a change of hour, a leap day, later years. */
const DAYS = ['2026-10-12', '2026-11-25', '2027-03-30', '2028-02-29', '2029-10-29'];
const maturinh = () => {
  const found = framework('maturinh');
  if (!found) throw new Error('the framework is part of the content');
  return found;
};

const fact = (planned: PlannedFact, i: number): Fact => {
  const { key, value, about, collected, expires, trust, source } = toNewObservation(planned, today);
  return {
    id: `f${i}`,
    key,
    value,
    about: about ?? { kind: 'entity', id: 'x' },
    collected,
    ...(expires === undefined ? {} : { expires }),
    trust,
    organisation: 'x',
    recorded: i,
    source: { ...source },
  };
};
const factsOf = (sessions: readonly Session[]): Fact[] => [
  ...sessions.flatMap((s) => s.facts).map(fact),
  ...sessions.flatMap((s) =>
    s.answers.map(({ indicator, level, days }, i): Fact => ({
      id: `a${s.daysAgo}-${i}`,
      key: `maturinh.${indicator}`,
      value: level,
      about: { kind: 'entity', id: 'x' },
      collected: dayOf(today - (days ?? s.daysAgo)),
      trust: 'declared',
      organisation: 'x',
      source: {},
    })),
  ),
];
const sessions = planSessions(demo);
const history = planHistory(demo);
const of = (finess: string, among: readonly Session[] = sessions) => among.filter((s) => s.finess === finess);
const score = (finess: string, daysAgo: number, among: readonly Session[] = sessions) =>
  evaluateFramework(
    maturinh().rules,
    ledgerOf(factsOf(of(finess, among).filter((s) => s.daysAgo >= daysAgo)), vocabulary()),
    morning(daysAgo),
  );

describe('the facts of a level', () => {
  const cases = Object.entries(demo.facts.levels).flatMap(([indicator, levels]) =>
    Object.keys(levels).map((level) => [indicator, Number(level)] as const),
  );

  it.each(cases)('%s at level %i', (indicator, level) => {
    const facts = factsFor(new Map([[indicator, level]]), demo.facts, { finess: 'x', daysAgo: 30 });
    const rules = maturinh().indicator(indicator)?.rules;
    const settled = (daysAgo: number) =>
      rules ? settleIndicator(rules, ledgerOf(facts.map(fact), vocabulary()), morning(daysAgo)).level : undefined;
    expect({ then: settled(30), today: settled(0) }).toEqual({ then: level, today: level });
  });

  it('are there for each computed indicator, and no other', () => {
    const computed = maturinh()
      .indicators.filter((i) => i.rules.kind === 'computed')
      .map((i) => i.id);
    expect({ computed: Object.keys(demo.facts.levels), asked: demo.facts.asked }).toEqual({
      computed,
      asked: maturinh()
        .indicators.filter((i) => i.rules.kind === 'asked')
        .map((i) => i.id),
    });
  });
});

describe.each(DAYS)('the sessions on %s', (day) => {
  // Safe: the days are written out.
  beforeAll(() => {
    today = dayNumber(day as Day);
  });
  afterAll(() => {
    today = dayNumber('2026-10-12' as Day);
  });

  it.each(demo.evaluations.published.map((p) => [p.finess, p] as const))(
    '%s comes out as wished',
    (finess, { level, known, submitted, lastYear }) => {
      const now = score(finess, submitted);
      const today = score(finess, 0);
      const before = lastYear === undefined ? null : score(finess, submitted + 366).level;
      expect({
        level: now.level,
        known: now.coverage.known,
        today: today.level,
        before,
        aYearAgo: lastYear === undefined ? null : score(finess, 365).level,
      }).toEqual({ level, known, today: level, before: lastYear ?? null, aYearAgo: lastYear ?? null });
    },
  );

  it('tell the story of Montferrand', () => {
    const { finess } = demo.told;
    const now = score(finess, 0);
    const settled = now.dimensions.flatMap((d) => d.themes.flatMap((t) => t.indicators));
    const states = Object.fromEntries(
      ['confirmed', 'to-confirm', 'to-decide', 'expired', 'unanswered'].map((state) => [
        state,
        settled.filter((s) => s.state === state).length,
      ]),
    );
    const common = settled.filter((s) => s.level !== null).map((s) => s.id);
    const then = score(finess, 365)
      .dimensions.flatMap((d) => d.themes.flatMap((t) => t.indicators))
      .filter((s) => common.includes(s.id));
    expect({
      level: now.level,
      ...now.coverage,
      ...states,
      before: score(finess, 365).level,
      same: scoreOf(then).level,
    }).toEqual({
      level: 2.4,
      known: 22,
      total: 27,
      confirmed: 18,
      'to-confirm': 3,
      'to-decide': 1,
      expired: 2,
      unanswered: 3,
      before: 1.7,
      same: 1.7,
    });
    expect(score(finess, 365).dimensions[0]?.themes.map((t) => t.level)).toEqual([2, 1.3, 1.5, 1.8, 2, 2.5, 1]);
    expect(now.dimensions[0]?.themes.map((t) => t.level)).toEqual([2.5, 1.8, 2, 2.8, 2.7, 3, 2]);
    expect(settled.find((s) => s.id === '5.2.1')).toMatchObject({
      state: 'to-decide',
      level: 2,
      computed: 2,
      declared: 3,
    });
  });

  it('leave Montferrand two facts that are over and three that end soon', () => {
    const latest = new Map<string, PlannedFact>();
    for (const planned of [...history, ...sessions]
      .filter(({ finess }) => finess === demo.told.finess)
      .flatMap(({ facts }) => facts)
      .toSorted((a, b) => b.collected - a.collected))
      latest.set(`${planned.key} ${planned.about?.id ?? ''}`, planned);
    const ends = [...latest.values()].flatMap((planned) => {
      const { expires, collected } = toNewObservation(planned, today);
      const validity = vocabulary().get(planned.key)?.validity;
      const start = startOf(collected) ?? 0;
      return expires === null || (expires === undefined && !validity)
        ? []
        : [
            {
              key: planned.key,
              days: Math.floor(
                ((expires === undefined && validity
                  ? lastInstant(parisDayNumber(start), validity)
                  : (startOf(String(expires)) ?? 0)) -
                  morning(0)) /
                  86_400_000,
              ),
            },
          ];
    });
    expect({
      over: ends
        .filter(({ days }) => days < 0)
        .map(({ key }) => key)
        .sort(),
      soon: ends
        .filter(({ days }) => days >= 0 && days < 60)
        .map(({ key }) => key)
        .sort(),
    }).toEqual({
      over: ['crisis.contacts.known', 'phishing.campaign.held'],
      soon: ['exercise.held', 'exposure.findings.critical', 'exposure.findings.major'],
    });
  });

  it('are changed by the older history neither now nor a year ago', () => {
    const all = [...sessions, ...history];
    const changed = [...new Set(history.map(({ finess }) => finess))].filter((finess) =>
      [0, 365].some(
        (days) =>
          score(finess, days).level !== score(finess, days, all).level ||
          score(finess, days).coverage.known !== score(finess, days, all).coverage.known,
      ),
    );
    expect(changed).toEqual([]);
  });

  it('give the region its figures', () => {
    const levels = sessions
      .filter((s) => s.submit && s.daysAgo < 300)
      .map((s) => score(s.finess, s.daysAgo).level ?? -1);
    const median = (all: readonly number[]) => all.toSorted((a, b) => a - b)[(all.length - 1) / 2];
    const known = (key: string, days: number) =>
      new Set(sessions.filter((s) => s.facts.some((f) => f.key === key && f.collected < days)).map((s) => s.finess))
        .size;
    expect({ exercised: known('exercise.held', 365), audited: known('directory.level.official', 365) }).toEqual({
      exercised: 31,
      audited: 33,
    });
    const last = sessions.filter((s) => s.submit && s.daysAgo > 300).map((s) => score(s.finess, s.daysAgo).level ?? -1);
    expect({
      published: levels.length,
      twoOrMore: levels.filter((l) => l >= 2).length,
      whole: [4, 3, 2, 1, 0].map((n) => levels.filter((l) => Math.floor(l) === n).length),
      median: median(levels),
      lastYear: last.length,
      medianThen: median(last),
    }).toEqual({ published: 37, twoOrMore: 28, whole: [2, 11, 15, 8, 1], median: 2.5, lastYear: 29, medianThen: 2.1 });
  });

  it('never record a fact before it was collected, and are the same each time', () => {
    expect(
      [...sessions, ...history].flatMap((s) =>
        s.facts.filter((f) => f.collected < s.daysAgo).map((f) => [s.finess, f.key]),
      ),
    ).toEqual([]);
    expect([planSessions(demo), planHistory(demo)]).toEqual([sessions, history]);
  });
});
