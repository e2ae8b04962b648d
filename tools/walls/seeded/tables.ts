export const seededTables: readonly string[] = [
  'facilities.legal_entities',
  'evidence.observations',
  'access.accounts',
  'platform.jobs',
  'audit_log.entries',
];

const module = (path: string): string => `apps/server/src/modules/${path}`;

export const tableSeeds: readonly { readonly path: string; readonly text: string }[] = [
  { path: module('assessments/store.ts'), text: 'await sql`select * from evidence.observations`.execute(cx.tx);' },
  { path: module('assessments/store.ts'), text: "tables(cx).selectFrom('access.accounts').selectAll();" },
  {
    path: module('assessments/store.ts'),
    text: 'sql`select * from evidence.observations o join facilities.legal_entities e on true`',
  },
  { path: module('evidence/record.ts'), text: "cx.tx.selectFrom('evidence.observations')" },
  { path: module('evidence/record.ts'), text: 'sql`insert into platform.jobs values (1)`' },
  { path: 'apps/server/src/platform/http/server.ts', text: 'sql`select 1 from access.accounts`' },
];

export const freeTables: readonly { readonly path: string; readonly text: string }[] = [
  { path: module('evidence/store.ts'), text: 'sql`select * from evidence.observations`' },
  { path: module('observatory/indicators/levels.ts'), text: 'sql`select * from assessments.published_levels`' },
  { path: module('evidence/record.ts'), text: "await cx.record({ chain, action: 'evidence.observations-recorded' });" },
  { path: module('evidence/record.db.test.ts'), text: "owner.query('select * from audit_log.entries')" },
  { path: 'apps/server/src/platform/audit-log/export.ts', text: 'sql`select * from audit_log.entries`' },
];
