import { z } from 'zod';
import type { Filters } from '@egide/contract/observatory';

/** Addresses are read, copied and sent: their words are French on purpose. The two that identifiers may not use are written here, once. */
export const WORD = { level: 'niveau', department: 'departement' } as const;

/** What is filtered and how it is sorted stands in the address, in French words. */
export const RegionSearch = z.object({
  [WORD.level]: z
    .string()
    .regex(/^([0-4]|inconnu)(,([0-4]|inconnu))*$/)
    .optional()
    .catch(undefined),
  [WORD.department]: z.string().max(4).optional().catch(undefined),
  statut: z.enum(['public', 'prive', 'non-lucratif', 'inconnu']).optional().catch(undefined),
  ght: z.string().max(20).optional().catch(undefined),
  tri: z.enum(['niveau', 'nom', 'couverture', 'date']).optional().catch(undefined),
});
export type RegionSearch = z.infer<typeof RegionSearch>;

const SECTOR = {
  public: 'public',
  prive: 'private',
  'non-lucratif': 'non-profit',
  inconnu: 'unknown',
} as const satisfies Record<NonNullable<RegionSearch['statut']>, z.infer<typeof Filters>['sector']>;
const SORT = {
  [WORD.level]: 'level',
  nom: 'name',
  couverture: 'coverage',
  date: 'submitted',
} as const satisfies Record<NonNullable<RegionSearch['tri']>, z.infer<typeof Filters>['sort']>;

/** The address as the contract asks it. */
export function filtersOf({
  [WORD.level]: levels,
  [WORD.department]: department,
  statut,
  ght,
  tri,
}: RegionSearch): z.input<typeof Filters> {
  return {
    ...(levels ? { levels: levels.replaceAll('inconnu', 'unknown') } : {}),
    ...(department ? { department } : {}),
    ...(statut ? { sector: SECTOR[statut] } : {}),
    ...(ght ? { group: ght } : {}),
    sort: SORT[tri ?? WORD.level],
  };
}
