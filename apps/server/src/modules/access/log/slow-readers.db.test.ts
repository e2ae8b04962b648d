import { request as call, type ClientRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { APPLICATION } from '../../../platform/db/roles.ts';
import { openPool, type Pool } from '../../../platform/db/transaction.ts';
import { openTestHttp, openTestInstance, type TestInstance } from '../../../testing.ts';
import { NEIGHBOUR, OURS, twoHospitals } from '../../facilities/testing.ts';
import { aPerson, signedIn } from '../testing.ts';

let instance: TestInstance;
let pool: Pool;
let app: Awaited<ReturnType<typeof openTestHttp>>;
const sent: ClientRequest[] = [];
beforeAll(async () => {
  instance = await openTestInstance();
  await twoHospitals(instance);
  // More than the buffers between two programs hold; letters that no compression shortens.
  await instance.asOperator(async (cx) => {
    for (let i = 0; i < 12; i++)
      await cx.record({
        chain: OURS,
        action: 'x',
        detail: { long: Array.from({ length: 40_000 }, cx.newId).join('') },
      });
  });
  pool = openPool(instance.urlAs(APPLICATION), 'egide-app', 4);
  app = await openTestHttp(instance, { pool, stallMs: 1500 });
  await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  for (const request of sent) request.destroy();
  await app.close();
  await pool.end();
  await instance.close();
});

const url = (finess: string) => `/api/v1/organisations/${finess}/audit-log/export`;
const exported = async () =>
  (
    await instance.owner.query(`select 1 from audit_log.entries where chain = $1 and action = 'audit-log.exported'`, [
      OURS,
    ])
  ).rowCount;
/** Asks, and reads nothing of the answer; `cut` once the server has closed the connection. */
function beginToRead(headers: object): { cut: boolean } {
  // Safe: the server listens on a port.
  const { port } = app.server.address() as AddressInfo;
  const reading = { cut: false };
  const request = call({ port, host: '127.0.0.1', path: url(OURS), headers: { ...headers } });
  sent.push(request);
  request.on('error', () => undefined).end();
  request.once('response', (answer) => {
    answer.pause();
    answer
      .on('error', () => undefined)
      .on('close', () => {
        reading.cut = true;
      });
  });
  request.once('close', () => {
    reading.cut = true;
  });
  return reading;
}

it('readers who stop keep no connection, leave their entry, keep nobody waiting and are cut', async () => {
  const doors = await signedIn(instance, await aPerson(instance, 'rssi', OURS));
  const first = beginToRead(doors);
  while ((await exported()) !== 1) await sleep(10);
  const second = beginToRead(doors);
  while ((await exported()) !== 2) await sleep(10);
  while (pool.totalCount - pool.idleCount > 0) await sleep(10);
  expect([first.cut, second.cut]).toEqual([false, false]);
  const third = await app.inject({ url: url(OURS), headers: doors });
  expect([third.statusCode, third.json().code]).toEqual([429, 'too-busy']);
  const neighbour = await signedIn(instance, await aPerson(instance, 'rssi', NEIGHBOUR));
  expect((await app.inject({ url: url(NEIGHBOUR), headers: neighbour })).statusCode).toBe(200);
  for (let i = 0; i < 400; i++) {
    if ((await app.inject({ url: url(OURS), headers: doors })).statusCode === 200) return;
    await sleep(20);
  }
  throw new Error('the readers were not cut');
});
