import type { Locale } from '@egide/kernel/locale';
import { sayOfRegister } from '../imports/words.ts';
import { categoryView } from './shapes.ts';
import type { Link, Past } from './store.ts';

/** `exact` is false for what only a list shows: it happened on the day of that list at the latest. */
export type Happening = { readonly day: string | null; readonly exact: boolean; readonly says: string };
type Life = {
  readonly opened: string | null;
  readonly closed: string | null;
  readonly open: boolean;
  readonly unseenSince: string | null;
};

function pastWords(locale: Locale, { attribute, value, direction, siteName, other }: Past): string {
  const say = (code: string, params: Record<string, string>): string => sayOfRegister(locale, code, params);
  if (direction === 'left') return say('history.site-left', { site: siteName ?? '', entity: other ?? '' });
  if (direction === 'came') return say('history.site-came', { site: siteName ?? '', entity: other ?? '' });
  if (attribute === 'name') return say('history.renamed', { name: value ?? '' });
  if (attribute === 'category') return say('history.category', { category: categoryView(locale, value)?.label ?? '' });
  return say('history.moved', { finess: value ?? '' });
}

/** Everything dated about a facility, latest first; what has no date comes last. */
export function historyOf(
  locale: Locale,
  { life, past, links }: { life: Life; past: readonly Past[]; links: readonly Link[] },
): Happening[] {
  const say = (code: string, params: Record<string, string> = {}): string => sayOfRegister(locale, code, params);
  const all: Happening[] = [
    ...past.map((one): Happening => ({ day: one.until, exact: false, says: pastWords(locale, one) })),
    ...links.flatMap((link): Happening[] => [
      {
        day: link.since,
        exact: false,
        says: say(link.role === 'support' ? 'history.supports' : 'history.joined', { group: link.name }),
      },
      ...(link.until === null
        ? []
        : [{ day: link.until, exact: false, says: say('history.left', { group: link.name }) }]),
    ]),
    ...(life.unseenSince === null ? [] : [{ day: life.unseenSince, exact: true, says: say('history.unseen') }]),
    ...(life.open ? [] : [{ day: life.closed, exact: true, says: say('history.closed') }]),
    ...(life.opened === null ? [] : [{ day: life.opened, exact: true, says: say('history.opened') }]),
  ];
  return all.toSorted((a, b) => (b.day ?? '').localeCompare(a.day ?? ''));
}
