import type { Demo, PublishedProfile } from '@egide/content/demo';
import { draw } from './draw.ts';
import { factsFor, type PlannedFact, wayOf } from './facts.ts';
import { type Levels, levelsAround, levelsBefore } from './levels.ts';
import { planTold } from './plan-told.ts';
import { A_YEAR, type Session } from './session.ts';

/** Beyond this age a present fact could be taken for one of last year. */
const THIS_YEAR = 350;
const [DIRECTORY, EXPOSURE, EXERCISE] = ['5.2.1', '5.3.1', '5.5.2'];

/** Nothing that the region would see has happened where an assessment is only begun. */
const UNSEEN = new Map([DIRECTORY, EXPOSURE, EXERCISE].map((id) => [id, null] as const));

/** Every session of the demonstration but the older history, in no order. Pure: the same on every machine, counted in days before today. */
export function planSessions(demo: Demo): Session[] {
  const indicators = [...Object.keys(demo.facts.levels), ...demo.facts.asked];
  return [
    ...planTold(demo),
    ...demo.evaluations.published.flatMap((profile) => planPublished(demo, profile)),
    ...demo.evaluations.begun.map(({ finess, known, level }) => {
      const daysAgo = draw(finess, 'begun').whole(4, 30);
      return sitting(
        demo,
        { finess, daysAgo },
        levelsAround(indicators, { level, known, forced: UNSEEN }, draw(finess, 'levels')),
      );
    }),
    ...demo.evaluations.silent.flatMap(({ finess, silentFor }) =>
      silentFor === undefined
        ? []
        : [
            sitting(
              demo,
              { finess, daysAgo: silentFor - 5 },
              new Map([
                ['5.1.4', 0],
                ['5.1.2', 0],
                ['5.4.1', 0],
              ]),
            ),
          ],
    ),
  ];
}

/** Levels of a legal entity now, and a year ago when it submitted then. */
export function levelsOf({ facts }: Demo, profile: PublishedProfile): { now: Levels; before: Levels | null } {
  const { finess, level, known, lastYear } = profile;
  const indicators = [...Object.keys(facts.levels), ...facts.asked];
  const now = levelsAround(indicators, { level, known, forced: forcedBy(profile) }, draw(finess, 'levels'));
  return { now, before: lastYear === undefined ? null : levelsBefore(now, lastYear, draw(finess, 'last year')) };
}

function planPublished(demo: Demo, profile: PublishedProfile): Session[] {
  const { finess, submitted } = profile;
  const { now, before } = levelsOf(demo, profile);
  const present = sitting(demo, { finess, daysAgo: submitted }, now);
  const facts = [...present.facts.map((fact) => asProfiled(fact, profile)), ...oldExercise(demo, profile)];
  if (before === null) return [{ ...present, facts, submit: true }];
  const recent = facts.map((fact) => ({
    ...fact,
    collected: isOldExercise(fact) ? fact.collected : Math.min(fact.collected, THIS_YEAR),
  }));
  return [
    { ...sitting(demo, { finess, daysAgo: submitted + A_YEAR }, before), submit: true },
    { ...present, facts: recent, submit: true },
  ];
}

/** What the profile itself says of an indicator. */
function forcedBy({ level, directory, exposure, exercise, levels }: PublishedProfile): Map<string, number | null> {
  const exposed = exposure === undefined ? null : exposure.critical > 0 ? 1 : exposure.major > 0 ? 2 : 3;
  return new Map<string, number | null>([
    [DIRECTORY, directory ?? null],
    [EXPOSURE, exposed],
    [EXERCISE, exercise === undefined || exercise >= 365 ? null : Math.max(1, Math.min(4, Math.round(level)))],
    ...Object.entries(levels ?? {}),
  ]);
}

function asProfiled(fact: PlannedFact, { exposure, exercise }: PublishedProfile): PlannedFact {
  if (fact.key.startsWith('exercise.') && exercise !== undefined) return { ...fact, collected: exercise };
  if (fact.key === 'exposure.findings.critical' && exposure) return { ...fact, value: exposure.critical };
  if (fact.key === 'exposure.findings.major' && exposure) return { ...fact, value: exposure.major };
  return fact;
}

const isOldExercise = ({ key, collected }: PlannedFact): boolean => key === 'exercise.held' && collected >= 365;

/** An exercise of more than a year ago answers nothing any more, and is still the last one. */
function oldExercise({ facts }: Demo, { exercise }: PublishedProfile): PlannedFact[] {
  if (exercise === undefined || exercise < 365) return [];
  const { source, label } = wayOf(facts, 'exercise.held');
  return [{ key: 'exercise.held', value: 'tabletop', collected: exercise, source, label, by: 'facility' }];
}

/** How an indicator came to be known: its facts, a person's word, or both. The same from year to year. */
function said({ asked }: Demo['facts'], finess: string, indicator: string): 'both' | 'facts' | 'word' {
  if (asked.includes(indicator)) return 'word';
  const lot = draw(finess, indicator, 'said').next();
  if (lot < 0.5) return 'both';
  return lot < 0.8 || indicator === DIRECTORY || indicator === EXPOSURE || indicator === EXERCISE ? 'facts' : 'word';
}

/** A session in which these levels come to be known, by facts, by word, or by both. */
export function sitting(
  { facts }: Demo,
  { finess, daysAgo }: { finess: string; daysAgo: number },
  levels: Levels,
): Session {
  const shown = new Map([...levels].filter(([id]) => said(facts, finess, id) !== 'word'));
  const answers = [...levels]
    .filter(([id]) => said(facts, finess, id) !== 'facts')
    .map(([indicator, level]) => ({ indicator, level }));
  return { finess, daysAgo, facts: factsFor(shown, facts, { finess, daysAgo }), answers, submit: false };
}
