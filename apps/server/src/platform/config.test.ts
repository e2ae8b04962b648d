import { describe, expect, it } from 'vitest';
import { readConfig, USAGE } from './config.ts';

const plain = {
  port: 4000,
  host: '127.0.0.1',
  data: null,
  demo: false,
  databaseUrl: null,
  tls: null,
  publicUrl: null,
  logLevel: 'info',
};
const read = (argv: readonly string[], env: Record<string, string> = {}) => readConfig(argv, env);

describe('the configuration', () => {
  it('is local and complete without a word', () => expect(read([])).toEqual({ ok: true, value: plain }));

  it('takes what the command line and the environment say', () => {
    expect(
      read(
        [
          '--port',
          '443',
          '--host',
          '::',
          '--data',
          'x',
          '--demo',
          '--tls-cert',
          'c.pem',
          '--tls-key',
          'k.pem',
          '--public-url',
          'https://egide.example.org',
        ],
        { DATABASE_URL: 'postgres://o:p@db:5432/e', EGIDE_LOG: 'warn', PORT: '5000' },
      ),
    ).toEqual({
      ok: true,
      value: {
        port: 443,
        host: '::',
        data: 'x',
        demo: true,
        databaseUrl: 'postgres://o:p@db:5432/e',
        tls: { cert: 'c.pem', key: 'k.pem' },
        publicUrl: new URL('https://egide.example.org'),
        logLevel: 'warn',
      },
    });
    expect(read([], { PORT: '5000', DATABASE_URL: '' })).toEqual({ ok: true, value: { ...plain, port: 5000 } });
  });

  it.each<[string[], Record<string, string>, string]>([
    [['--port', '0'], {}, '--port 0: a port is a whole number from 1 to 65535.'],
    [['--port', 'http'], {}, '--port http: a port is a whole number from 1 to 65535.'],
    [[], { PORT: '70000' }, '--port 70000: a port is a whole number from 1 to 65535.'],
    [
      ['--tls-cert', 'c.pem'],
      {},
      '--tls-cert and --tls-key go together: the certificate and its private key, both in PEM files.',
    ],
    [['--public-url', 'egide'], {}, '--public-url egide: expected an address such as https://egide.example.org.'],
    [
      ['--public-url', 'ftp://egide'],
      {},
      '--public-url ftp://egide: expected an address such as https://egide.example.org.',
    ],
    [[], { EGIDE_LOG: 'loud' }, 'EGIDE_LOG=loud: expected one of debug, info, warn, error.'],
    [['--help'], {}, USAGE],
  ])('%j %j is refused in words', (argv, env, error) => expect(read(argv, env)).toEqual({ ok: false, error }));

  it('never repeats a database address that it refuses', () => {
    const refused = read([], { DATABASE_URL: 'mysql://root:secret@db/e' });
    expect(refused).toEqual({
      ok: false,
      error:
        'DATABASE_URL: expected postgres://owner:password@host:5432/database (the value is not repeated here, it may hold a password).',
    });
  });

  it.each([[['--prot', '1']], [['start']]])('%j is refused with the usage', (argv) => {
    const refused = read(argv);
    expect(refused).toMatchObject({ ok: false });
    expect(!refused.ok && refused.error.endsWith(USAGE)).toBe(true);
  });
});
