import { type Fact, type Ledger, ledgerOf, momentOf, type Vocabulary } from '@egide/engines/rules';
import { MS_DAY } from '@egide/kernel/days';

/** The latest valid, or last ended, value of a key over what it is about; the worst of several. */
export interface Reading {
  readonly value: number | string | boolean;
  readonly collected: string;
  readonly ended: boolean;
}

/** What a region page shows of one facility besides its snapshot. */
export interface Standing {
  readonly directory: Reading | null;
  /** The official level that the facility alone says, and no officer has verified; it counts nowhere. */
  readonly waiting: Reading | null;
  readonly critical: Reading | null;
  readonly major: Reading | null;
  readonly exercise: Reading | null;
  /** Last day on which anything reached those who steer. */
  readonly lastSeen: string | null;
}

type Worse = (a: number, b: number) => number;

export const STEERING_KEYS = [
  'directory.level.official',
  'directory.level.estimated',
  'exposure.findings.critical',
  'exposure.findings.major',
  'exercise.held',
] as const;

/**
 * Reads the steering facts of one facility at `at` (milliseconds since 1970). An official directory level comes before an
 * estimated one. What is official counts from verified facts only: a file that a facility brings moves nothing until an officer
 * confirms it.
 */
export function standingOf(facts: readonly Fact[], vocabulary: Vocabulary, at: number): Standing {
  const counts = (f: Fact): boolean => vocabulary.get(f.key)?.official !== true || f.trust === 'verified';
  const latestOf = (ledger: Ledger, key: string) =>
    (ledger.byKey.get(key) ?? []).flatMap((s) => s.entries.filter((e) => e.collected <= at && e.says).slice(-1));
  const [said, counted] = [ledgerOf(facts, vocabulary), ledgerOf(facts.filter(counts), vocabulary)];
  const read = (key: string, worse: Worse, latest = latestOf(counted, key)): Reading | null => {
    const valid = latest.filter((e) => e.until >= at);
    const [first, ...others] = (valid.length > 0 ? valid : latest).map((e) => ({
      value: e.value,
      collected: e.fact.collected,
      ended: e.until < at,
    }));
    if (!first) return null;
    return others.reduce(
      (worst, r) =>
        typeof r.value === 'number' && typeof worst.value === 'number' && worse(r.value, worst.value) === r.value
          ? r
          : worst,
      first,
    );
  };
  const [low, high] = [Math.min, Math.max];
  const official = read('directory.level.official', low);
  const estimated = read('directory.level.estimated', low);
  return {
    waiting: read(
      'directory.level.official',
      low,
      latestOf(said, 'directory.level.official').filter((e) => !counts(e.fact) && e.until >= at),
    ),
    directory:
      official && !official.ended ? official : estimated && !estimated.ended ? estimated : (official ?? estimated),
    critical: read('exposure.findings.critical', high),
    major: read('exposure.findings.major', high),
    exercise: read('exercise.held', high),
    lastSeen:
      facts
        .map((f) => f.collected)
        .filter((c) => (momentOf(c) ?? Infinity) <= at + MS_DAY)
        .sort()
        .at(-1) ?? null,
  };
}
