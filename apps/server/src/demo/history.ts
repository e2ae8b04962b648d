import type { Demo } from '@egide/content/demo';
import { draw } from './draw.ts';
import { type PlannedFact, wayOf } from './facts.ts';
import { type Levels, levelsBefore } from './levels.ts';
import { levelsOf, sitting } from './plan.ts';
import { A_YEAR, type Session } from './session.ts';

/** Days between two looks at the exposure on the internet, so many that two neighbours never count as successive (60 days). */
const STEP = 75;
/** The looks that were made, in steps before the last submission; those left out are the ones of the submissions. */
const LOOKS = [1, 2, 3, 4, 6, 7, 8, 11, 12, 13];

interface Past {
  readonly finess: string;
  readonly submitted: number;
  readonly before: Levels | null;
  readonly exposure: { readonly critical: number; readonly major: number } | undefined;
}

/** What was before last year: a submission two years ago, and the exposure look by look. It changes nothing of what holds now or held a year ago. */
export function planHistory(demo: Demo): Session[] {
  const published = demo.evaluations.published.map((profile): Past => ({
    finess: profile.finess,
    submitted: profile.submitted,
    before: levelsOf(demo, profile).before,
    exposure: profile.exposure,
  }));
  return [toldPast(demo), ...published].flatMap((past) => [...twoYearsAgo(demo, past), ...looks(demo, past)]);
}

function toldPast({ told }: Demo): Past {
  const before = new Map(
    Object.entries(told.indicators).flatMap(([id, { now, lastYear }]) =>
      now === undefined || lastYear === undefined ? [] : [[id, lastYear] as const],
    ),
  );
  return { finess: told.finess, submitted: told.submitted, before, exposure: { critical: 0, major: 1 } };
}

/** Half of those who submitted a year ago had done so the year before. */
function twoYearsAgo(demo: Demo, { finess, submitted, before }: Past): Session[] {
  const lot = draw(finess, 'two years ago');
  if (before === null || (finess !== demo.told.finess && lot.next() < 0.5)) return [];
  const mean = [...before.values()].reduce((sum, level) => sum + level, 0) / before.size;
  const level = Math.max(0, Math.round((mean - 0.2 - lot.next() * 0.3) * 10) / 10);
  const session = sitting(demo, { finess, daysAgo: submitted + 2 * A_YEAR }, levelsBefore(before, level, lot));
  // Where the story is told, nobody answered then what nobody has answered since.
  const silent =
    finess === demo.told.finess
      ? Object.entries(demo.told.indicators).flatMap(([id, { said }]) =>
          said === 'same' || said === 'alone' ? [] : [id],
        )
      : [];
  return [
    { ...session, answers: session.answers.filter(({ indicator }) => !silent.includes(indicator)), submit: true },
  ];
}

function looks({ facts }: Demo, { finess, submitted, exposure }: Past): Session[] {
  if (exposure === undefined) return [];
  return LOOKS.map((step): Session => {
    const lot = draw(finess, 'look', step);
    const daysAgo = submitted + step * STEP;
    const found = (key: string, now: number): PlannedFact => {
      const { source, label, unit, about } = wayOf(facts, key);
      return {
        key,
        value: now + lot.whole(0, Math.ceil(step / 4)),
        collected: daysAgo,
        source,
        label,
        by: 'facility',
        ...(unit ? { unit } : {}),
        ...(about ? { about: { kind: about.kind, id: about.ids[0] ?? '' } } : {}),
      };
    };
    return {
      finess,
      daysAgo,
      facts: [found('exposure.findings.critical', exposure.critical), found('exposure.findings.major', exposure.major)],
      answers: [],
      submit: false,
    };
  });
}
