import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateSync } from 'otplib';
import { createHttp } from '../../platform/http/server.ts';
import { addPages } from '../../platform/http/pages.ts';
import { openTestInstance, type TestInstance } from '../../testing.ts';
import { doorkeeper, offerSetup } from './index.ts';
import { keepSecret } from './store.ts';
import { access } from './wiring.ts';

const PASSWORD = 'une phrase longue et calme';
let instance: TestInstance;
let app: Awaited<ReturnType<typeof createHttp>>;

const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url: `/api/v1${url}`, payload, headers });
const problem = (r: { json: () => { code: string } }) => r.json().code;

beforeAll(async () => {
  instance = await openTestInstance();
  app = await createHttp({
    config: { tls: null, publicUrl: null, logLevel: 'error' },
    pool: instance.pool,
    clock: instance.clock,
    routes: access.routes?.({ keys: instance.keys }) ?? [],
    doorkeeper,
  });
  await addPages(app, { version: '0', ready: async () => true });
});
afterAll(async () => {
  await app.close();
  await instance.close();
});

describe('from the set-up link to a session', () => {
  let secret: string;
  const code = () => generateSync({ secret, epoch: Math.floor(instance.clock.now().getTime() / 1000) });
  const login = 'ada@example.org';

  it('makes the first administrator once, with the right token only', async () => {
    const token = await instance.asOperator(offerSetup);
    const someone = { login, name: 'Ada', password: PASSWORD };
    expect(problem(await post('/setup', { ...someone, token: 'x'.repeat(43) }))).toBe('setup-token-refused');
    expect(problem(await post('/setup', { ...someone, token, password: 'azerty123456' }))).toBe('password-too-weak');
    const both = await Promise.all([
      post('/setup', { ...someone, token }),
      post('/setup', { ...someone, login: 'second@example.org', token }),
    ]);
    expect(both.map((r) => r.statusCode).sort()).toEqual([201, 409]);
    if (both[1].statusCode === 201) await instance.owner.query(`update access.accounts set login = $1`, [login]);
    expect(problem(await post('/setup', { ...someone, token }))).toBe('setup-done');
    expect(await instance.asOperator(offerSetup)).toBeNull();
  });

  it('is offered again once the only administrator is over or closed', async () => {
    for (const [over, back] of [
      [
        `update access.memberships set until = $1 where kind = 'platform'`,
        `update access.memberships set until = null where kind = 'platform' and until = $1`,
      ],
      [`update access.accounts set disabled = $1`, `update access.accounts set disabled = null where disabled = $1`],
    ] as const) {
      await instance.owner.query(over, [instance.clock.now()]);
      const token = await instance.asOperator(offerSetup);
      expect(token).toMatch(/^[\w-]{43}$/);
      expect(problem(await post('/setup', { login, name: 'Ada', password: PASSWORD, token }))).toBe('login-taken');
      await instance.owner.query(back, [instance.clock.now()]);
      expect(await instance.asOperator(offerSetup)).toBeNull();
    }
  });

  it('answers a wrong password and an unknown login alike', async () => {
    const [wrong, unknown] = [
      await post('/sessions', { login, password: 'autre chose entièrement' }),
      await post('/sessions', { login: 'nobody@example.org', password: PASSWORD }),
    ];
    expect([wrong.statusCode, problem(wrong)]).toEqual([unknown.statusCode, problem(unknown)]);
  });

  it('asks for an enrolment, then a code, and takes each code once', async () => {
    expect(problem(await post('/sessions', { login, password: PASSWORD }))).toBe('enrolment-required');
    secret = (await post('/enrolments', { login, password: PASSWORD })).json().secret;
    expect(problem(await post('/sessions', { login, password: PASSWORD, code: '000000' }))).toBe('code-refused');
    const signedIn = await post('/sessions', { login, password: PASSWORD, code: code() });
    expect(signedIn.statusCode).toBe(201);
    expect(problem(await post('/sessions', { login, password: PASSWORD, code: code() }))).toBe('code-refused');
    expect(problem(await post('/sessions', { login, password: PASSWORD }))).toBe('code-required');
    expect(problem(await post('/enrolments', { login, password: PASSWORD }))).toBe('enrolment-done');
    const cookie = String(signedIn.headers['set-cookie']);
    expect(cookie).toMatch(/^egide=[\w-]{43}; .*HttpOnly; SameSite=Lax$/);
    const me = await app.inject({ url: '/api/v1/me', headers: { cookie } });
    expect(me.json()).toMatchObject({ login, name: 'Ada', holds: [{ role: 'platform-administrator' }] });
  });

  it('ends every session at the next request, and wants the header that another site cannot add', async () => {
    instance.clock.set('2026-10-12T09:00:00Z');
    const cookie = String((await post('/sessions', { login, password: PASSWORD, code: code() })).headers['set-cookie']);
    expect(problem(await app.inject({ method: 'DELETE', url: '/api/v1/me/sessions', headers: { cookie } }))).toBe(
      'csrf',
    );
    expect(
      problem(
        await app.inject({
          method: 'DELETE',
          url: '/api/v1/me/sessions',
          headers: { cookie, 'x-egide-request': '1', origin: 'https://elsewhere.example' },
        }),
      ),
    ).toBe('foreign-origin');
    expect(
      (await app.inject({ method: 'DELETE', url: '/api/v1/me/sessions', headers: { cookie, 'x-egide-request': '1' } }))
        .statusCode,
    ).toBe(204);
    expect(problem(await app.inject({ url: '/api/v1/me', headers: { cookie } }))).toBe('session-required');
  });

  it('slows the one who fails without shutting out the owner at another address', async () => {
    for (let i = 0; i < 6; i++) await post('/sessions', { login, password: 'faux faux faux' });
    const slowed = await post('/sessions', { login, password: PASSWORD, code: code() });
    expect([slowed.statusCode, problem(slowed), Number(slowed.headers['retry-after']) > 0]).toEqual([
      429,
      'too-many-attempts',
      true,
    ]);
    instance.clock.set('2026-10-12T09:00:00.500Z');
    const owner = await app.inject({
      method: 'POST',
      url: '/api/v1/sessions',
      payload: { login, password: PASSWORD },
      remoteAddress: '192.0.2.7',
    });
    expect(problem(owner)).toBe('code-required');
  });

  it('slows whoever has the password and tries codes from many addresses', async () => {
    instance.clock.set('2026-10-12T11:00:00Z');
    const tries = [];
    for (let i = 0; i < 12; i++)
      tries.push(
        problem(
          await app.inject({
            method: 'POST',
            url: '/api/v1/sessions',
            payload: { login, password: PASSWORD, code: '000000' },
            remoteAddress: `198.51.100.${i}`,
          }),
        ),
      );
    expect(tries).toEqual([...Array.from({ length: 11 }, () => 'code-refused'), 'too-many-attempts']);
    expect(problem(await post('/sessions', { login, password: 'autre chose entièrement' }))).toBe(
      'credentials-refused',
    );
  });

  it('keeps the codes that a first right one confirmed while another secret was being made', async () => {
    const { rows } = await instance.owner.query<{ account: string; totp_secret: string }>(
      'select account, totp_secret from access.credentials',
    );
    await instance.run({ actor: { kind: 'anonymous' }, opening: `select access.open_anonymous('${login}')` }, (cx) =>
      keepSecret(cx, rows[0]?.account ?? '', 'another'),
    );
    expect((await instance.owner.query('select totp_secret from access.credentials')).rows[0].totp_secret).toBe(
      rows[0]?.totp_secret,
    );
  });

  it('leaves the trace of refusals although what they tried is undone', async () => {
    const { rows } = await instance.owner.query(
      `select count(*)::int as n from audit_log.entries where chain = 'instance' and entry::jsonb ->> 'action' = 'access.sign-in-refused'`,
    );
    expect(rows[0].n).toBeGreaterThanOrEqual(9);
  });
});
