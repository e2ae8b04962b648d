import { queryOptions, useQuery } from '@tanstack/react-query';
import * as access from '@egide/contract/access';
import type { Role } from '@egide/contract/roles';
import { call } from './api/call.ts';
import { ApiProblem } from './api/problem.ts';

export type Me = access.Me;

/** Who is signed in; null for a visitor. Asked once, then kept by the query cache. */
export const meQuery = queryOptions({
  queryKey: ['/me'],
  staleTime: 60_000,
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      return await call(access.me, {}, { signal });
    } catch (error) {
      if (error instanceof ApiProblem && error.problem.status === 401) return null;
      throw error;
    }
  },
});
export const useMe = (): Me | null => useQuery(meQuery).data ?? null;

/** A place a person can work in: a facility, a region, the nation or this instance. */
export interface Workplace {
  kind: 'entity' | 'group' | 'region' | 'nation' | 'platform';
  id: string;
  name: string;
  role: Role | null;
  /** Opens what stays inside the walls, the assessment among it; a grant for steering does not. */
  inside: boolean;
}

/** Roles first, in the order held; then the facilities that granted something. */
export function workplacesOf(me: Me): readonly Workplace[] {
  const held = me.holds.map(({ organisation, role }) => ({
    ...organisation,
    role,
    inside: organisation.kind === 'entity',
  }));
  const granted = new Map(
    me.grants
      .filter((grant) => !held.some((place) => place.id === grant.finess))
      .map(({ finess, name }) => [
        finess,
        {
          kind: 'entity' as const,
          id: finess,
          name,
          role: null,
          inside: me.grants.some((grant) => grant.finess === finess && grant.class === 'internal'),
        },
      ]),
  );
  return [...held, ...granted.values()];
}
/** Works by what facilities open to them: the list of these is where such a person starts. */
export const worksByGrants = (me: Me): boolean => me.grants.length > 0 || holds(me, 'ght-coordinator', 'auditor');
export const holds = (me: Me | null, ...roles: readonly Role[]): boolean =>
  me?.holds.some((held) => roles.includes(held.role)) ?? false;
/** Steers this region: the page of the territory opens to nobody else. */
export const steers = (me: Me | null, region: string): boolean =>
  holds(me, 'national-officer', 'cert-officer') ||
  (me?.holds.some((held) => held.organisation.kind === 'region' && held.organisation.id === region) ?? false);
/** Roles that state facts and answer in a facility; the server decides, this only closes the button beforehand. */
export const mayState = (me: Me | null, finess: string): boolean =>
  me?.holds.some(
    (held) => held.organisation.id === finess && ['facility-director', 'rssi', 'contributor'].includes(held.role),
  ) ?? false;
