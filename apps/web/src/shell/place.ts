import { useParams } from '@tanstack/react-router';
import { paths } from '../paths.ts';
import { workplacesOf, type Me, type Workplace } from '../session.ts';

/** Where a person starts in a place. */
export function homeOf(place: Workplace): { to: string; params: Record<string, string> } {
  if (place.kind === 'entity') return { to: place.role === 'contributor' ? paths.assess : paths.summary, params: { finess: place.id } };
  if (place.kind === 'region') return { to: paths.territory, params: { region: place.id } };
  if (place.kind === 'platform') return { to: paths.instance, params: {} };
  return { to: paths.nation, params: {} };
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
