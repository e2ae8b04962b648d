import { Role } from '@egide/contract/roles';
import { z } from 'zod';

/** Who is looked for stands in the address: by name, address or organisation, and by role. */
export const PeopleSearch = z.object({
  texte: z.string().trim().max(120).optional().catch(undefined),
  role: Role.optional().catch(undefined),
});
export type PeopleSearch = z.infer<typeof PeopleSearch>;
