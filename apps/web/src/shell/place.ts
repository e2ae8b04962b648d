import { useParams } from '@tanstack/react-router';
import { paths } from '../paths.ts';
import { workplacesOf, type Me, type Workplace } from '../session.ts';

/** Where a person starts in a place. */
export function homeOf(place: Workplace): { to: string; params: Record<string, string> } {
  if (place.kind === 'entity')
    return {
      to: !place.inside ? paths.facility : place.role === 'contributor' ? paths.assess : paths.summary,
      params: { finess: place.id },
    };
  if (place.kind === 'group') return { to: paths.opened, params: {} };
  if (place.kind === 'region') return { to: paths.territory, params: { region: place.id } };
  if (place.kind === 'platform') return { to: paths.instance, params: {} };
  return { to: paths.nation, params: {} };
}

/** Where a person starts after signing in: in their first place, or, for those who work by what facilities open to them, on the list of these. */
export function startOf(me: Me): { to: string; params: Record<string, string> } | null {
  const [first] = workplacesOf(me);
  if (!first) return null;
  return first.kind === 'group' || first.role === 'auditor' || first.role === null
    ? { to: paths.opened, params: {} }
    : homeOf(first);
}

/** The place that the address speaks of, when this person works there; else the first one. */
export function usePlace(me: Me | null): Workplace | null {
  // Safe: `strict: false` reads whatever parameters the present route has.
  const params = useParams({ strict: false }) as { finess?: string; region?: string };
  if (!me) return null;
  const places = workplacesOf(me);
  const named = params.finess ?? params.region;
  return places.find((place) => place.id === named) ?? places[0] ?? null;
}
