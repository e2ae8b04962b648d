import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHttp, openTestInstance, type TestInstance } from '../../../testing.ts';
import { NEIGHBOUR, OURS, twoHospitals } from '../../facilities/testing.ts';
import { aPerson, signedIn } from '../testing.ts';

const REGION = 'V1';
let instance: TestInstance;
let app: Awaited<ReturnType<typeof openTestHttp>>;
const doors: Record<string, Record<string, string>> = {};

beforeAll(async () => {
  instance = await openTestInstance();
  await twoHospitals(instance);
  app = await openTestHttp(instance);
  for (const [who, role, place] of [
    ['director', 'facility-director', OURS],
    ['their-director', 'facility-director', NEIGHBOUR],
    ['officer', 'regional-officer', REGION],
    ['administrator', 'platform-administrator', 'instance'],
  ] as const)
    doors[who] = await signedIn(instance, await aPerson(instance, role, place));
});
afterAll(async () => {
  await app.close();
  await instance.close();
});

type Method = 'GET' | 'POST' | 'DELETE';
const call = (headers: Record<string, string> | undefined, method: Method, url: string, payload?: object) =>
  app.inject({ method, url: `/api/v1${url}`, headers: headers ?? {}, ...(payload ? { payload } : {}) });
const outcome = async (...asked: Parameters<typeof call>): Promise<string> => {
  const answer = await call(...asked);
  return answer.statusCode < 400 ? String(answer.statusCode) : answer.json<{ code: string }>().code;
};
const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

async function aService(who: string, over: { role: string; organisation: string }) {
  const answer = await call(doors[who], 'POST', '/service-accounts', { name: 'Sonde', until: '2026-12-31', ...over });
  expect(answer.statusCode).toBe(201);
  return answer.json<{ account: string; key: string; id: string }>();
}

describe.each([
  ['of a facility', 'director', { role: 'reader', organisation: OURS }, 'administrator', 'only-director-gives-roles'],
  ['of a region', 'officer', { role: 'regional-officer', organisation: REGION }, 'director', 'not-found'],
] as const)('a service account %s', (_, owner, place, stranger, refusal) => {
  it('works by its keys until it is ended, and with none of them after that', async () => {
    const { account, key } = await aService(owner, place);
    const more = (await call(doors[owner], 'POST', `/service-accounts/${account}/keys`, { until: '2026-12-31' })).json<{
      key: string;
    }>();
    const both = () => Promise.all([key, more.key].map((one) => outcome(bearer(one), 'GET', '/me')));
    expect(await both()).toEqual(['200', '200']);

    expect(await outcome(doors[stranger], 'DELETE', `/service-accounts/${account}`)).toBe(refusal);
    expect(await outcome(doors['their-director'], 'DELETE', `/service-accounts/${account}`)).toBe('not-found');
    expect(await both()).toEqual(['200', '200']);

    expect(await outcome(doors[owner], 'DELETE', `/service-accounts/${account}`)).toBe('204');
    expect(await both()).toEqual(['session-required', 'session-required']);
    expect(await outcome(doors[owner], 'DELETE', `/service-accounts/${account}`)).toBe('role-over');

    expect(await outcome(doors[owner], 'POST', `/service-accounts/${account}/keys`, { until: '2026-12-31' })).toBe(
      'role-over',
    );

    const list = await call(
      doors[owner],
      'GET',
      place.organisation === OURS ? `/service-accounts?organisation=${OURS}` : '/service-accounts',
    );
    expect(list.json().services).toMatchObject([
      {
        account,
        ended: '2026-10-12T08:00:00.000Z',
        keys: [{ revoked: '2026-10-12T08:00:00.000Z' }, { revoked: '2026-10-12T08:00:00.000Z' }],
      },
    ]);
    const { rows } = await instance.owner.query(
      `select chain, entry::jsonb -> 'detail' as detail from audit_log.entries where action = 'access.service-ended' and entry::jsonb ->> 'object' = $1`,
      [account],
    );
    expect(rows).toEqual([
      { chain: place.organisation === OURS ? OURS : 'instance', detail: { name: 'Sonde', role: place.role } },
    ]);
  });
});

it('outside facilities the platform ends what nobody else is left to end', async () => {
  const { account, key } = await aService('officer', { role: 'regional-officer', organisation: REGION });
  expect(await outcome(doors.administrator, 'DELETE', `/service-accounts/${account}`)).toBe('204');
  expect(await outcome(bearer(key), 'GET', '/me')).toBe('session-required');
});
