import { connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { aPerson, signedIn } from '../../modules/access/testing.ts';
import { OURS, twoHospitals } from '../../modules/facilities/testing.ts';
import { openTestHttp, openTestInstance, type TestInstance } from '../../testing.ts';
import { APPLICATION } from '../db/roles.ts';
import { openPool, type Pool } from '../db/transaction.ts';

let instance: TestInstance;
let pool: Pool;
let app: Awaited<ReturnType<typeof openTestHttp>>;
const sockets: Socket[] = [];
beforeAll(async () => {
  instance = await openTestInstance();
  await twoHospitals(instance);
  pool = openPool(instance.urlAs(APPLICATION), 'egide-app', 6);
  app = await openTestHttp(instance, { pool, bodyMs: 300 });
  await app.listen({ port: 0, host: '127.0.0.1' });
});
// Who leaves gives their place in the lane back.
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  while (held() > 0) await sleep(10);
});
afterAll(async () => {
  await app.close();
  await pool.end();
  await instance.close();
});

function beginToSend(doors: { cookie: string }): void {
  // Safe: the server listens on a port.
  const { port } = app.server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  socket.write(
    `POST /api/v1/facts/imports?name=x.json HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: ${doors.cookie}\r\nx-egide-request: 1\r\ncontent-type: application/octet-stream\r\ncontent-length: 100000\r\n\r\n{`,
  );
}
const held = () => pool.totalCount - pool.idleCount;

it('a file that one person sends slowly keeps none of their other requests waiting, a minute later either', async () => {
  const account = await aPerson(instance, 'contributor', OURS);
  const doors = await signedIn(instance, account);
  instance.clock.set('2026-10-12T08:05:00Z');
  beginToSend(doors);
  while (held() < 1) await sleep(10);
  instance.clock.set('2026-10-12T08:10:00Z');
  const me = () => app.inject({ method: 'GET', url: '/api/v1/me', headers: doors });
  const answers = await Promise.all(Array.from({ length: 12 }, me));
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(12).fill(200));
  const { rows } = await instance.owner.query('select seen from access.sessions where account = $1', [account]);
  expect(rows).toEqual([{ seen: new Date('2026-10-12T08:10:00Z') }]);
  expect((await app.inject({ method: 'DELETE', url: '/api/v1/me/sessions', headers: doors })).statusCode).toBe(204);
});

it('files that one person begins to send and never ends leave connections to everybody else', async () => {
  const doors = await signedIn(instance, await aPerson(instance, 'contributor', OURS));
  for (let i = 0; i < 8; i++) beginToSend(doors);
  while (held() < 2) await sleep(10);
  expect((await app.inject({ method: 'GET', url: '/api/v1/me', headers: doors })).statusCode).toBe(200);
});

it('the application waits for nobody without end', async () => {
  const { rows } = await pool.query(
    `select current_setting('lock_timeout') as lock, current_setting('statement_timeout') as statement`,
  );
  expect(rows).toEqual([{ lock: '30s', statement: '5min' }]);
});

it('files of a few people, and of one who may import nothing, leave the lane to everybody else', async () => {
  const reader = await signedIn(instance, await aPerson(instance, 'reader', OURS));
  for (let i = 0; i < 30; i++) beginToSend(reader);
  const send = (headers: object) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/facts/imports?name=x.json',
      headers: { ...headers, 'content-type': 'application/octet-stream' },
      payload: '{"a":1}',
    });
  expect((await send(reader)).json().code).toBe('forbidden');
  const busy = await signedIn(instance, await aPerson(instance, 'contributor', OURS));
  beginToSend(busy);
  beginToSend(busy);
  await sleep(200);
  expect((await send(busy)).json().code).toBe('too-busy');
  const other = await signedIn(instance, await aPerson(instance, 'contributor', OURS));
  expect((await send(other)).json().code).toBe('import-format-unknown');
});

/** What the server answers to half a body, once it has closed the connection. */
const halfSent = (head: string): Promise<string> =>
  new Promise((closed) => {
    // Safe: the server listens on a port.
    const { port } = app.server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    sockets.push(socket);
    let answer = '';
    socket.on('data', (piece) => {
      answer += piece.toString('utf8');
    });
    socket.on('close', () => closed(answer));
    socket.write(`${head}\r\nhost: 127.0.0.1\r\ncontent-length: 500\r\n\r\n{`);
  });

it.each([
  ['a sign-in by nobody', 'POST /api/v1/sessions HTTP/1.1\r\ncontent-type: application/json', 408],
  ['a body to nowhere', 'POST /nowhere HTTP/1.1\r\ncontent-type: application/json', 408],
  ['a body without a type', 'PUT /api/v1/sessions HTTP/1.1', 404],
  ['a body that nobody wants', 'GET /api/v1/setup HTTP/1.1\r\ncontent-type: text/plain', 200],
  [
    'a file by nobody',
    'POST /api/v1/facts/imports?name=x.json HTTP/1.1\r\ncontent-type: application/octet-stream',
    401,
  ],
  ['a file to a call that takes none', 'POST /api/v1/sessions HTTP/1.1\r\ncontent-type: application/octet-stream', 422],
])('%s, half sent, is answered and cut', async (_, head, status) => {
  expect(Number(/^HTTP\/1.1 (\d+)/.exec(await halfSent(head))?.[1])).toBe(status);
});
