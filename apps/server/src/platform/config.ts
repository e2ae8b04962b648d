import { parseArgs } from 'node:util';
import { err, ok, type Result } from '@egide/kernel/result';

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Folder of database, keys and files; null lets the caller choose the usual place. */
  readonly data: string | null;
  readonly demo: boolean;
  /** URL of an external PostgreSQL with the rights of its owner; null means the embedded one. */
  readonly databaseUrl: string | null;
  readonly tls: { readonly cert: string; readonly key: string } | null;
  /** Address that people type, when a proxy stands in front. */
  readonly publicUrl: URL | null;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
}

const OPTIONS = {
  port: { type: 'string' },
  host: { type: 'string' },
  data: { type: 'string' },
  demo: { type: 'boolean' },
  'tls-cert': { type: 'string' },
  'tls-key': { type: 'string' },
  'public-url': { type: 'string' },
  help: { type: 'boolean' },
} as const;

export const USAGE = `npm start -- [--port 4000] [--host 127.0.0.1] [--data ./data] [--demo]
             [--tls-cert FILE --tls-key FILE] [--public-url https://…]
Environment: DATABASE_URL (external PostgreSQL), EGIDE_LOG (debug, info, warn, error)`;

const LEVELS = ['debug', 'info', 'warn', 'error'] as const;

/** Reads the command line and the environment once; every refusal says which option, what was given and what is expected. */
export function readConfig(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Result<Config, string> {
  let given;
  try {
    given = parseArgs({ args: [...argv], options: OPTIONS, strict: true, allowPositionals: false }).values;
  } catch (e) {
    return err(`${e instanceof Error ? e.message : String(e)}\n${USAGE}`);
  }
  if (given.help) return err(USAGE);
  const port = Number(given.port ?? env.PORT ?? '4000');
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    return err(`--port ${given.port ?? env.PORT}: a port is a whole number from 1 to 65535.`);
  const level = LEVELS.find((l) => l === (env.EGIDE_LOG ?? 'info'));
  if (!level) return err(`EGIDE_LOG=${env.EGIDE_LOG}: expected one of ${LEVELS.join(', ')}.`);
  if (!given['tls-cert'] !== !given['tls-key'])
    return err('--tls-cert and --tls-key go together: the certificate and its private key, both in PEM files.');
  const publicUrl = readUrl(given['public-url'], ['https:', 'http:']);
  if (publicUrl === undefined)
    return err(`--public-url ${given['public-url']}: expected an address such as https://egide.example.org.`);
  const database = readUrl(env.DATABASE_URL, ['postgres:', 'postgresql:']);
  if (database === undefined)
    return err(
      'DATABASE_URL: expected postgres://owner:password@host:5432/database (the value is not repeated here, it may hold a password).',
    );
  return ok({
    port,
    host: given.host ?? '127.0.0.1',
    data: given.data ?? null,
    demo: given.demo ?? false,
    databaseUrl: database === null ? null : database.href,
    tls: given['tls-cert'] && given['tls-key'] ? { cert: given['tls-cert'], key: given['tls-key'] } : null,
    publicUrl,
    logLevel: level,
  });
}

/** null when not given, undefined when it cannot be read. */
function readUrl(text: string | undefined, protocols: readonly string[]): URL | null | undefined {
  if (text === undefined || text === '') return null;
  return URL.canParse(text) && protocols.includes(new URL(text).protocol) ? new URL(text) : undefined;
}
