import { generateSync } from 'otplib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { encrypt } from '../../platform/crypto.ts';
import { openTestHttp, openTestInstance, type TestInstance } from '../../testing.ts';
import { NEIGHBOUR, OURS, twoHospitals } from '../facilities/testing.ts';
import { newSecret } from './one-time-codes.ts';
import { hashPassword } from './passwords.ts';
import { aPerson, signedIn } from './testing.ts';

const PASSWORD = 'une phrase longue et calme';
const LOGIN = 'ada@example.org';
let instance: TestInstance;
let app: Awaited<ReturnType<typeof openTestHttp>>;
const doors: Record<string, Awaited<ReturnType<typeof signedIn>>> = {};
const secret = newSecret();

beforeAll(async () => {
  instance = await openTestInstance();
  await twoHospitals(instance);
  app = await openTestHttp(instance);
  for (const [who, role, place] of [
    ['rssi', 'rssi', OURS],
    ['neighbour', 'facility-director', NEIGHBOUR],
  ] as const)
    doors[who] = await signedIn(instance, await aPerson(instance, role, place));
  await instance.owner.query('update access.credentials set password = $1, totp_secret = $2 where account = $3', [
    await hashPassword(PASSWORD),
    encrypt(instance.keys.secrets, secret),
    await aPerson(instance, 'reader', OURS, { login: LOGIN }),
  ]);
});
afterAll(async () => {
  await app.close();
  await instance.close();
});

const entries = async (action: string) =>
  (
    await instance.owner.query<{ object: string | null; detail: Record<string, unknown> }>(
      `select entry::jsonb ->> 'object' as object, entry::jsonb -> 'detail' as detail from audit_log.entries where action = $1 and chain = 'instance' order by seq`,
      [action],
    )
  ).rows;
const call = async (who: string, method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) =>
  (
    await app.inject({
      method,
      url: `/api/v1${url}`,
      headers: doors[who] ?? {},
      ...(payload === undefined ? {} : { payload }),
    })
  ).json<{ code: string }>().code;
const person = { login: 'new@example.org', name: 'Nouvelle Personne', role: 'reader', organisation: OURS };
const NOBODY = '00000000-0000-4000-8000-000000000000';

it('each refusal has its entry, whatever its code and by whatever the thing was named', async () => {
  const said = [
    await call('rssi', 'POST', '/people', person),
    await call('neighbour', 'POST', '/people', person),
    await call('rssi', 'GET', '/regions/XX/facts/to-confirm'),
    await call('rssi', 'DELETE', `/me/sessions/${NOBODY}`),
    (
      await app.inject({
        method: 'DELETE',
        url: '/api/v1/me/sessions',
        headers: { cookie: doors.rssi?.cookie ?? '' },
      })
    ).json().code,
  ];
  expect(said).toEqual(['only-director-gives-roles', 'not-found', 'not-found', 'not-found', 'csrf']);
  expect(await entries('access.refused')).toEqual([
    { object: 'POST /api/v1/people', detail: { code: 'only-director-gives-roles' } },
    { object: 'POST /api/v1/people', detail: { code: 'not-found' } },
    { object: 'GET /api/v1/regions/XX/facts/to-confirm', detail: { code: 'not-found' } },
    { object: `DELETE /api/v1/me/sessions/${NOBODY}`, detail: { code: 'not-found' } },
    { object: 'DELETE /api/v1/me/sessions', detail: { code: 'csrf' } },
  ]);
});

it('a right password without a code, at either door, has its entry', async () => {
  const proof = { login: LOGIN, password: PASSWORD };
  expect(await call('', 'POST', '/sessions', proof)).toBe('code-required');
  expect(await call('', 'POST', '/enrolments', proof)).toBe('enrolment-done');
  expect(await call('', 'POST', '/sessions', { ...proof, code: '000000' })).toBe('code-refused');
  const at = { login: LOGIN, address: '127.0.0.1' };
  expect((await entries('access.password-alone')).map(({ detail }) => detail)).toEqual([
    { ...at, code: 'code-required' },
    { ...at, code: 'enrolment-done' },
  ]);
  expect((await entries('access.sign-in-refused')).map(({ detail }) => detail)).toEqual([
    { ...at, code: 'code-refused' },
  ]);
  const code = generateSync({ secret, epoch: instance.clock.now().getTime() / 1000 });
  const signedInNow = await app.inject({ method: 'POST', url: '/api/v1/sessions', payload: { ...proof, code } });
  expect(signedInNow.statusCode).toBe(201);
});

it('attempts without end do not fill the log: each that doubles their number says how many there were', async () => {
  const before = (await entries('access.refused')).length;
  instance.clock.set('2026-10-12T12:00:00Z');
  for (let i = 0; i < 130; i++) await call('rssi', 'POST', '/people', person);
  const added = (await entries('access.refused')).slice(before);
  expect([added.length, added.slice(59).map(({ detail }) => detail.attempts ?? 'alone')]).toEqual([
    62,
    ['alone', 64, 128],
  ]);
});
