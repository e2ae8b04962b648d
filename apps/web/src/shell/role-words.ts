import type { Role } from '@egide/contract/roles';
import { m } from '../ui/words.ts';

export const ROLE_WORD = {
  'facility-director': m.shell_role_facility_director,
  rssi: m.shell_role_rssi,
  contributor: m.shell_role_contributor,
  reader: m.shell_role_reader,
  'ght-coordinator': m.shell_role_ght_coordinator,
  auditor: m.shell_role_auditor,
  'regional-officer': m.shell_role_regional_officer,
  'national-officer': m.shell_role_national_officer,
  'cert-officer': m.shell_role_cert_officer,
  'platform-administrator': m.shell_role_platform_administrator,
} as const satisfies Record<Role, () => string>;
