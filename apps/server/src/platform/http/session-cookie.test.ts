import cookie from '@fastify/cookie';
import Fastify from 'fastify';
import { expect, it } from 'vitest';
import { clearSession, setSession } from './session-cookie.ts';

const expires = new Date('2026-11-25T20:00:00Z');

async function cookiesOf(secure: boolean): Promise<unknown> {
  const app = Fastify();
  await app.register(cookie);
  app.get('/in', (_, reply) => {
    setSession(reply, 'token', { secure, expires });
    return 'in';
  });
  app.get('/out', (_, reply) => {
    clearSession(reply, secure);
    return 'out';
  });
  const said = [];
  for (const url of ['/in', '/out']) said.push((await app.inject(url)).headers['set-cookie']);
  await app.close();
  return said;
}

it('over HTTPS the session is bound to this host and never sent in clear', async () => {
  expect(await cookiesOf(true)).toEqual([
    '__Host-egide=token; Path=/; Expires=Wed, 25 Nov 2026 20:00:00 GMT; HttpOnly; Secure; SameSite=Lax',
    '__Host-egide=; Max-Age=0; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Secure; SameSite=Lax',
  ]);
});

it('over plain HTTP it is a cookie that browsers accept there', async () => {
  expect(await cookiesOf(false)).toEqual([
    'egide=token; Path=/; Expires=Wed, 25 Nov 2026 20:00:00 GMT; HttpOnly; SameSite=Lax',
    'egide=; Max-Age=0; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; SameSite=Lax',
  ]);
});
