import pg from 'pg';

/** Role of every use case: owns nothing, bypasses nothing. */
export const APPLICATION = 'egide_app';
/** Role of the job queue: sees the queue's own tables and nothing else. */
export const QUEUE = 'egide_queue';

/**
 * How long the application waits for what somebody else holds, and lets one statement run: a use case that hangs must not keep its
 * connection from everybody.
 */
const PATIENCE = { lock_timeout: '30s', statement_timeout: '5min' } as const;

/** Creates the two roles where they are missing and gives them the passwords of this instance. */
export async function ensureRoles(owner: pg.Client, password: (role: string) => string): Promise<void> {
  for (const role of [APPLICATION, QUEUE]) {
    const { rowCount } = await owner.query('select 1 from pg_roles where rolname = $1', [role]);
    const secret = owner.escapeLiteral(password(role));
    if (rowCount === 0)
      await owner.query(
        `create role ${role} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password ${secret}`,
      );
    else if (!(await accepts(owner, role, password(role))))
      await owner.query(`alter role ${role} with login nosuperuser nobypassrls password ${secret}`);
  }
  for (const [name, value] of Object.entries(PATIENCE))
    await owner.query(`alter role ${APPLICATION} set ${name} = '${value}'`);
}

async function accepts(owner: pg.Client, user: string, password: string): Promise<boolean> {
  const probe = new pg.Client({
    host: owner.host,
    port: owner.port,
    database: owner.database ?? 'postgres',
    user,
    password,
    ssl: owner.ssl,
  });
  probe.on('error', () => undefined);
  try {
    await probe.connect();
    return true;
  } catch {
    return false;
  } finally {
    await probe.end().catch(() => undefined);
  }
}

/** The same server and database, as another role. */
export function urlFor(ownerUrl: string, role: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = password;
  return url.href;
}
