import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Role } from './roles.ts';

export const DemoAccount = z.object({
  login: z.string(),
  password: z.string(),
  totpSecret: z.string().describe('Secret of the one-time codes, base 32'),
  role: Role,
  organisation: z.object({
    finess: z.string().nullable().describe('Null where the organisation is not a legal entity'),
    name: z.string(),
  }),
});
export type DemoAccount = z.infer<typeof DemoAccount>;

export const loadDemo = endpoint({
  method: 'POST',
  path: '/demo',
  status: 201,
  summary:
    'Makes the fictional territory on an instance that holds no register yet; answers once the accounts that may sign in. For the platform administrator.',
  answers: z.object({ accounts: z.array(DemoAccount) }),
  refuses: ['demo-loaded', 'demo-real-data'],
});

export const removeDemo = endpoint({
  method: 'DELETE',
  path: '/demo',
  status: 200,
  summary:
    'Takes away every fictional thing at once: facilities, people, facts, submissions and their audit logs. For the platform administrator.',
  answers: z.object({
    legalEntities: z.number().int(),
    accounts: z.number().int(),
    administratorLeft: z.boolean().describe('False: the next start prints a set-up link'),
  }),
  refuses: ['demo-absent'],
});
