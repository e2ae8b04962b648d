import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPerson, signedIn } from '../../modules/access/testing.ts';
import { OURS, twoHospitals } from '../../modules/facilities/testing.ts';
import { openTestHttp, openTestInstance, type TestInstance } from '../../testing.ts';

let instance: TestInstance;
let app: Awaited<ReturnType<typeof openTestHttp>>;
let doors: Awaited<ReturnType<typeof signedIn>>;
beforeAll(async () => {
  instance = await openTestInstance();
  await twoHospitals(instance);
  app = await openTestHttp(instance);
  doors = await signedIn(instance, await aPerson(instance, 'facility-director', OURS));
});
afterAll(async () => {
  await app.close();
  await instance.close();
});

describe('what is answered', () => {
  it.each(['/api/v1/me', '/api/v1/setup', '/api/v1/nowhere', `/api/v1/organisations/${OURS}/audit-log/export`])(
    '%s is kept by no cache',
    async (url) => expect((await app.inject({ url, headers: doors })).headers['cache-control']).toBe('no-store'),
  );
  it('lets a page load letters from our host alone', async () => {
    const policy = String((await app.inject({ url: '/api/v1/setup' })).headers['content-security-policy']).split(';');
    expect(policy.filter((line) => line.startsWith('font-src'))).toEqual(["font-src 'self'"]);
  });
});

describe('a call that changes something', () => {
  const codeFrom = async (origin: string) =>
    (
      await app.inject({
        method: 'DELETE',
        url: '/api/v1/me/sessions/x',
        headers: { ...doors, host: '127.0.0.1:4600', origin },
      })
    ).json().code;
  it.each(['null', '', 'http://127.0.0.1:4600.evil.example', 'https://elsewhere.example', 'http://127.0.0.1:4601'])(
    'is refused from the origin «%s»',
    async (origin) => expect(await codeFrom(origin)).toBe('foreign-origin'),
  );
  it('is heard from our own', async () => expect(await codeFrom('http://127.0.0.1:4600')).toBe('not-found'));
});

describe('a body', () => {
  const send = async (payload: string | Buffer) =>
    (
      await app.inject({
        method: 'POST',
        url: '/api/v1/people',
        headers: { ...doors, 'content-type': 'application/json' },
        payload,
      })
    ).json<{ code: string; errors?: { at: string; code: string }[] }>();
  const person = (name: string) =>
    JSON.stringify({ login: 'new@example.org', name, role: 'reader', organisation: OURS });

  it('that is not UTF-8 is refused', async () => {
    expect((await send(Buffer.from(person('Zo\u00e9'), 'latin1'))).code).toBe('unreadable-body');
  });
  it('that is no JSON is refused', async () => {
    for (const text of ['', '{', 'no']) expect((await send(text)).code).toBe('unreadable-body');
  });
  it.each([
    ['a control', 'a\u001b[31mb', 'text-hidden'],
    ['a turned direction', 'a\u202eb', 'text-hidden'],
    ['an isolate', 'a\u2066b', 'text-hidden'],
    ['a second line', 'a\nb', 'field'],
  ])('with %s in a name is refused, and the field is named', async (_, name, code) => {
    const { errors } = await send(person(name));
    expect(errors?.map(({ at, code: why }) => ({ at, code: why }))).toEqual([{ at: '/body/name', code }]);
  });
});
