import type { FacilityLine, Filters, Region } from '@egide/contract/observatory';
import { countedLevel, ENOUGH_KNOWN, sayLevel, sayMoment } from '@egide/engines/rules';
import type { Locale } from '@egide/kernel/locale';
import type { z } from 'zod';
import { say } from '../../platform/words.ts';
import type { RegionEntity, RegionPlace } from '../facilities/index.ts';
import { distribution, median, tally, wholeLevel } from './figures.ts';
import { type Helped, helpFirst, type HelpReason } from './help-first.ts';
import type { Standing } from './standing.ts';
import type { PublishedSubmission } from './store.ts';

export type RegionFilters = z.output<typeof Filters>;
/** Everything that a region page rests on, read once. */
export interface RegionReading {
  readonly place: RegionPlace;
  readonly at: Date;
  readonly latest: ReadonlyMap<string, PublishedSubmission>;
  readonly yearAgo: ReadonlyMap<string, PublishedSubmission>;
  readonly standings: ReadonlyMap<string, Standing>;
}

const HELPED = 4;
const SILENT: Standing = {
  directory: null,
  waiting: null,
  critical: null,
  major: null,
  exercise: null,
  lastSeen: null,
};

/** The first page of a region, from what was read of it; pure. */
export function regionPage(reading: RegionReading, filters: RegionFilters, locale: Locale): Region {
  const { place, at, latest, yearAgo } = reading;
  const levelIn = (from: ReadonlyMap<string, PublishedSubmission>) =>
    place.entities.map((e) => countedLevel(from.get(e.finess)));
  const levels = levelIn(latest);
  const lines = place.entities.filter((e) => standsIn(e, filters)).map((e) => lineOf(e, reading, locale));
  const { atTwo, underTwo } = tally(levels);
  const of = (e: RegionEntity) => reading.standings.get(e.finess) ?? SILENT;
  const audited = place.entities.map(of).filter((s) => s.directory && !s.directory.ended);
  return {
    code: place.code,
    name: place.name,
    fictional: place.fictional,
    at: at.toISOString(),
    verdict: sayVerdict(reading, levels, locale),
    figures: {
      median: median(levels.filter((l) => l !== null)),
      medianYearAgo: median(levelIn(yearAgo).filter((l) => l !== null)),
      published: place.entities.filter((e) => latest.has(e.finess)).length,
      publishedYearAgo: place.entities.filter((e) => yearAgo.has(e.finess)).length,
      total: levels.length,
      atTwo,
      underTwo,
      exercise: place.entities.map(of).filter((s) => s.exercise && !s.exercise.ended && s.exercise.value !== 'none')
        .length,
      directory: { three: audited.filter((s) => Number(s.directory?.value) >= 3).length, audited: audited.length },
    },
    distribution: distribution(levels),
    enough: ENOUGH_KNOWN,
    distributionText: sayDistribution(levels, locale),
    departments: place.departments.map((d) => ({
      ...d,
      ...tally(place.entities.filter((e) => e.department === d.code).map((e) => countedLevel(latest.get(e.finess)))),
    })),
    help: sayHelp(reading, locale),
    helpRule: say(locale, 'region.help-rule'),
    groups: [...new Map(place.entities.flatMap((e) => (e.group ? [[e.group.code, e.group] as const] : []))).values()],
    ...listed(lines, filters),
  };
}

/** Whether a facility answers the filters on what it is: these give codes, a line of the list gives names. */
const standsIn = (e: RegionEntity, f: RegionFilters): boolean =>
  (f.department === undefined || e.department === f.department) &&
  (f.sector === undefined || e.sector === f.sector) &&
  (f.group === undefined || e.group?.code === f.group);

function lineOf(e: RegionEntity, { place, latest, standings }: RegionReading, locale: Locale): FacilityLine {
  const snapshot = latest.get(e.finess);
  const s = standings.get(e.finess) ?? SILENT;
  const level = countedLevel(snapshot);
  return {
    finess: e.finess,
    name: e.name,
    department: place.departments.find((d) => d.code === e.department)?.name ?? null,
    sector: e.sector,
    group: e.group?.name ?? null,
    level,
    whole: wholeLevel(level),
    known: snapshot?.known ?? 0,
    total: snapshot?.total ?? 0,
    submitted: snapshot?.at.toISOString() ?? null,
    directory: directoryCell(s, locale),
    exposure: exposureCell(s, locale),
    exercise: exerciseCell(s, locale),
  };
}

type Cell = FacilityLine['directory'];
const unknown = (locale: Locale): Cell => ({
  says: say(locale, 'cell.unknown'),
  status: 'unknown',
  collected: null,
  toConfirm: null,
});
const instant = (collected: string): string =>
  new Date(collected.length === 10 ? `${collected}T12:00:00Z` : collected).toISOString();

function directoryCell({ directory, waiting }: Standing, locale: Locale): Cell {
  const toConfirm = waiting && say(locale, 'cell.to-confirm', { level: Number(waiting.value) });
  if (!directory) return { ...unknown(locale), toConfirm };
  const level = Number(directory.value);
  return {
    says: say(locale, 'cell.level', { level }),
    status: directory.ended ? 'expired' : level >= 3 ? 'ok' : level === 2 ? 'warn' : 'crit',
    collected: instant(directory.collected),
    toConfirm,
  };
}

function exposureCell({ critical, major }: Standing, locale: Locale): Cell {
  const worst = critical && Number(critical.value) > 0 ? critical : (major ?? critical);
  if (!worst) return unknown(locale);
  const count = Number(worst.value);
  const says =
    count === 0
      ? say(locale, 'cell.none')
      : say(locale, worst === critical ? 'cell.critical' : 'cell.major', { count });
  return {
    says,
    status: worst.ended ? 'expired' : count === 0 ? 'ok' : worst === critical ? 'crit' : 'warn',
    collected: instant(worst.collected),
    toConfirm: null,
  };
}

function exerciseCell({ exercise }: Standing, locale: Locale): Cell {
  if (!exercise) return unknown(locale);
  if (exercise.value === 'none')
    return { says: say(locale, 'cell.none'), status: 'crit', collected: instant(exercise.collected), toConfirm: null };
  return {
    says: sayMoment(exercise.collected, locale),
    status: exercise.ended ? 'expired' : 'ok',
    collected: instant(exercise.collected),
    toConfirm: null,
  };
}

function sayVerdict({ place, latest }: RegionReading, levels: readonly (number | null)[], locale: Locale): string {
  const { known, total, atTwo, underTwo } = tally(levels);
  if (known === 0) return say(locale, 'region.verdict.none', { total });
  const sentences = [say(locale, 'region.verdict', { count: known, total, atTwo })];
  if (underTwo > 0) sentences.push(say(locale, 'region.under', { count: underTwo }));
  const departments = place.departments
    .map((d) => ({
      name: d.name,
      ...tally(place.entities.filter((e) => e.department === d.code).map((e) => countedLevel(latest.get(e.finess)))),
    }))
    .filter((d) => d.total > 0 && d.known < d.total);
  const least = departments.sort(
    (a, b) => a.known / a.total - b.known / b.total || a.name.localeCompare(b.name, 'fr'),
  )[0];
  if (least && place.departments.length > 1)
    sentences.push(
      say(locale, 'region.least-known', { department: least.name, known: least.known, total: least.total }),
    );
  return sentences.join(' ');
}

function sayDistribution(levels: readonly (number | null)[], locale: Locale): string {
  const counts = distribution(levels).filter((d) => d.level !== null);
  const most = [...counts].sort((a, b) => b.count - a.count)[0];
  if (!most || most.count === 0) return say(locale, 'region.distribution.none');
  return say(locale, 'region.distribution', {
    count: most.count,
    known: tally(levels).known,
    level: most.level ?? 0,
    top: counts.find((d) => d.level === 4)?.count ?? 0,
  });
}

function sayHelp({ place, latest, standings }: RegionReading, locale: Locale): Region['help'] {
  const helped = place.entities.map((e): Helped => ({
    finess: e.finess,
    level: countedLevel(latest.get(e.finess)),
    submitted: latest.get(e.finess)?.at.toISOString() ?? null,
    standing: standings.get(e.finess) ?? SILENT,
  }));
  const byFiness = new Map(place.entities.map((e) => [e.finess, e]));
  return helpFirst(helped, HELPED).map(({ facility, reasons }) => {
    const e = byFiness.get(facility.finess);
    const level =
      facility.level === null
        ? say(locale, 'where.unknown')
        : say(locale, 'where.level', { level: sayLevel(facility.level, locale) });
    const where = say(locale, 'where', {
      department: place.departments.find((d) => d.code === e?.department)?.name ?? '–',
      sector: say(locale, `sector.${e?.sector ?? 'unknown'}`).toLowerCase(),
      level,
    });
    return {
      finess: facility.finess,
      name: e?.name ?? facility.finess,
      where,
      reasons: reasons.map((r) => sayHelpReason(r, locale)),
    };
  });
}

function sayHelpReason(reason: HelpReason, locale: Locale): string {
  switch (reason.code) {
    case 'exposed':
      return say(locale, 'help.exposed', { count: reason.count, since: sayMoment(reason.since, locale) });
    case 'directory-one':
      return say(locale, 'help.directory-one', { since: sayMoment(reason.since, locale) });
    case 'level-under-one':
      return say(locale, 'help.level-under-one', { level: sayLevel(reason.level, locale) });
    case 'no-exercise':
      return reason.last === null
        ? say(locale, 'help.no-exercise.never')
        : say(locale, 'help.no-exercise', { last: sayMoment(reason.last, locale) });
    case 'nothing-submitted':
    case 'silent':
      return say(locale, `help.${reason.code}`);
  }
}

const ORDERS: Record<RegionFilters['sort'], (a: FacilityLine, b: FacilityLine) => number> = {
  // Unknown levels come last: they are neither good nor bad.
  level: (a, b) => (a.level ?? 9) - (b.level ?? 9),
  name: () => 0,
  coverage: (a, b) => a.known / (a.total || 1) - b.known / (b.total || 1),
  submitted: (a, b) => (a.submitted ?? '').localeCompare(b.submitted ?? ''),
};

function listed(lines: readonly FacilityLine[], f: RegionFilters): Pick<Region, 'facilities' | 'shown'> {
  const wanted = f.levels?.split(',');
  const facilities = lines
    .filter((l) => !wanted || wanted.includes(l.whole === null ? 'unknown' : String(l.whole)))
    .toSorted((a, b) => ORDERS[f.sort](a, b) || a.name.localeCompare(b.name, 'fr') || a.finess.localeCompare(b.finess));
  return { facilities, shown: facilities.length };
}
