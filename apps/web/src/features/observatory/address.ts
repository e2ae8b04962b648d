import { z } from 'zod';
import type { Filters } from '@egide/contract/observatory';

/** What is filtered and how it is sorted stands in the address, in French words. */
export const RegionSearch = z.object({
  niveau: z.string().regex(/^([0-4]|inconnu)(,([0-4]|inconnu))*$/).optional().catch(undefined),
  departement: z.string().max(4).optional().catch(undefined),
  statut: z.enum(['public', 'prive', 'non-lucratif', 'inconnu']).optional().catch(undefined),
  ght: z.string().max(20).optional().catch(undefined),
  tri: z.enum(['niveau', 'nom', 'couverture', 'date']).optional().catch(undefined),
});
export type RegionSearch = z.infer<typeof RegionSearch>;

const SECTOR = { public: 'public', prive: 'private', 'non-lucratif': 'non-profit', inconnu: 'unknown' } as const satisfies Record<NonNullable<RegionSearch['statut']>, z.infer<typeof Filters>['sector']>;
const SORT = { niveau: 'level', nom: 'name', couverture: 'coverage', date: 'submitted' } as const satisfies Record<NonNullable<RegionSearch['tri']>, z.infer<typeof Filters>['sort']>;

/** The address as the contract asks it. */
export function filtersOf({ niveau, departement, statut, ght, tri }: RegionSearch): z.input<typeof Filters> {
  return {
    ...(niveau ? { levels: niveau.replaceAll('inconnu', 'unknown') } : {}), ...(departement ? { department: departement } : {}),
    ...(statut ? { sector: SECTOR[statut] } : {}), ...(ght ? { group: ght } : {}), sort: SORT[tri ?? 'niveau'],
  };
}
