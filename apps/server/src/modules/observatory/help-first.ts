import type { Standing } from './standing.ts';

/** A reason to help, by its code in the message catalogue. */
export type HelpReason =
  | { readonly code: 'exposed'; readonly count: number; readonly since: string }
  | { readonly code: 'directory-one'; readonly since: string }
  | { readonly code: 'level-under-one'; readonly level: number }
  | { readonly code: 'no-exercise'; readonly last: string | null }
  | { readonly code: 'nothing-submitted' }
  | { readonly code: 'silent'; readonly last: string | null };

export interface Helped {
  readonly finess: string;
  readonly level: number | null;
  readonly submitted: string | null;
  readonly standing: Standing;
}

/** Reasons that put a facility in danger now weigh before those that say that nobody knows. */
const CRITICAL: ReadonlySet<HelpReason['code']> = new Set(['exposed', 'directory-one', 'level-under-one']);

export function reasonsToHelp({ level, submitted, standing: s }: Helped): HelpReason[] {
  const reasons: HelpReason[] = [];
  if (s.critical && !s.critical.ended && Number(s.critical.value) > 0)
    reasons.push({ code: 'exposed', count: Number(s.critical.value), since: s.critical.collected });
  if (s.directory && !s.directory.ended && s.directory.value === 1)
    reasons.push({ code: 'directory-one', since: s.directory.collected });
  if (level !== null && level < 1) reasons.push({ code: 'level-under-one', level });
  if (!s.exercise || s.exercise.ended) reasons.push({ code: 'no-exercise', last: s.exercise?.collected ?? null });
  if (submitted === null)
    reasons.push(s.lastSeen === null ? { code: 'silent', last: null } : { code: 'nothing-submitted' });
  return reasons;
}

/**
 * Who needs help first: by the number of critical conditions, then of the other reasons, then the lowest level (an unknown
 * one last), then the oldest news; equal ones by their number, so that the order never depends on chance.
 */
export function helpFirst(facilities: readonly Helped[], count: number): { facility: Helped; reasons: HelpReason[] }[] {
  const critical = (reasons: readonly HelpReason[]) => reasons.filter((r) => CRITICAL.has(r.code)).length;
  return facilities
    .map((facility) => ({ facility, reasons: reasonsToHelp(facility) }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort(
      (a, b) =>
        critical(b.reasons) - critical(a.reasons) ||
        b.reasons.length - a.reasons.length ||
        (a.facility.level ?? 9) - (b.facility.level ?? 9) ||
        (a.facility.standing.lastSeen ?? '').localeCompare(b.facility.standing.lastSeen ?? '') ||
        a.facility.finess.localeCompare(b.facility.finess),
    )
    .slice(0, count);
}
