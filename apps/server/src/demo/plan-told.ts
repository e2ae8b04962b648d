import type { Demo, ToldEntity } from '@egide/content/demo';
import { factsFor, type PlannedFact, wayOf } from './facts.ts';
import { A_YEAR, type PlannedAnswer, type Session } from './session.ts';

/** The sessions of the legal entity whose story is told: a year ago, and now. */
export function planTold({ told, facts: table }: Demo): Session[] {
  const { finess, submitted } = told;
  const [now, before] = [
    { finess, daysAgo: submitted },
    { finess, daysAgo: submitted + A_YEAR },
  ];
  const chosen = (year: 'now' | 'lastYear', moment: typeof now) => factsFor(shown(told, year), table, moment);
  const lapsed = Object.keys(told.lapsed).map((key) => fixed(plainFact(table, key), told.lapsed[key]));
  const besides = told.besides.map((key) => plainFact(table, key));
  const present = [...chosen('now', now).filter(({ key }) => !told.besides.includes(key)), ...besides].map((fact) =>
    fixed(fact, told.facts[fact.key]),
  );
  const old = present.filter(({ collected }) => collected > before.daysAgo);
  const past = chosen('lastYear', before).filter(
    ({ key }) => !(key in told.lapsed) && !old.some((fact) => fact.key === key),
  );
  return [
    { ...before, facts: [...past, ...old, ...lapsed], answers: answers(told, 'lastYear'), submit: true },
    { ...now, facts: present.filter((fact) => !old.includes(fact)), answers: answers(told, 'now'), submit: true },
  ];
}

const entries = ({ indicators }: ToldEntity) => Object.entries(indicators);

/** Levels that facts show: all but those that a person alone has stated, and those that lapsed since, whose facts are told one by one. */
const shown = (told: ToldEntity, year: 'now' | 'lastYear'): Map<string, number> =>
  new Map(
    entries(told).flatMap(([id, one]) =>
      one.said === 'alone' || one.now === undefined || one[year] === undefined ? [] : [[id, one[year]] as const],
    ),
  );

function answers(told: ToldEntity, year: 'now' | 'lastYear'): PlannedAnswer[] {
  return entries(told).flatMap(([indicator, one]): PlannedAnswer[] => {
    const level = one[year];
    if (level === undefined || one.said === 'not') return [];
    if (typeof one.said === 'string') return [{ indicator, level }];
    return year === 'now'
      ? [{ indicator, level: one.said, ...(one.by ? { by: one.by } : {}), ...(one.days ? { days: one.days } : {}) }]
      : [];
  });
}

function plainFact(table: Demo['facts'], key: string): PlannedFact {
  const { source, label, by, unit, about } = wayOf(table, key);
  return {
    key,
    value: true,
    collected: 0,
    source,
    label,
    by: by ?? 'facility',
    ...(unit ? { unit } : {}),
    ...(about ? { about: { kind: about.kind, id: about.ids[0] ?? '' } } : {}),
  };
}

function fixed(fact: PlannedFact, story: ToldEntity['facts'][string] | undefined): PlannedFact {
  if (!story) return fact;
  const { days, value, valueDays, expires } = story;
  return {
    ...fact,
    collected: days,
    ...(value === undefined ? {} : { value }),
    ...(valueDays === undefined ? {} : { valueDays }),
    ...(expires === undefined ? {} : { expires }),
  };
}
