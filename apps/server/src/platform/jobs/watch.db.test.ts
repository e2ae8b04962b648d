import { request as call, type ClientRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aPerson, signedIn } from '../../modules/access/testing.ts';
import { OURS, twoHospitals } from '../../modules/facilities/testing.ts';
import { openTestHttp, openTestInstance, type TestInstance } from '../../testing.ts';
import { startJob } from './start-job.ts';
import { changeJob } from './store.ts';

let instance: TestInstance;
let app: Awaited<ReturnType<typeof openTestHttp>>;
const sent: ClientRequest[] = [];
beforeAll(async () => {
  instance = await openTestInstance();
  await twoHospitals(instance);
  app = await openTestHttp(instance);
  await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  for (const request of sent) request.destroy();
  await app.close();
  await instance.close();
});

interface Followed {
  readonly status: number;
  readonly steps: string[];
  ended: boolean;
  readonly leave: () => void;
}
type Doors = Awaited<ReturnType<typeof signedIn>>;

async function follow(job: string, headers: Doors): Promise<Followed> {
  // Safe: the server listens on a port.
  const { port } = app.server.address() as AddressInfo;
  const request = call({ port, host: '127.0.0.1', path: `/api/v1/jobs/${job}/events`, headers: { ...headers } });
  sent.push(request);
  request.on('error', () => undefined).end();
  const answer = await new Promise<IncomingMessage>((done) => request.once('response', done));
  const followed: Followed = {
    status: answer.statusCode ?? 0,
    steps: [],
    ended: false,
    leave: () => request.destroy(),
  };
  answer.on('error', () => undefined);
  answer.on('data', (piece: Buffer) => {
    for (const [, step = ''] of piece.toString('utf8').matchAll(/"step":"([^"]*)"/g)) followed.steps.push(step);
  });
  answer.on('close', () => {
    followed.ended = true;
  });
  return followed;
}
const until = async (holds: () => boolean) => {
  for (let i = 0; i < 200 && !holds(); i++) await sleep(20);
};
const aJob = async () => {
  const account = await aPerson(instance, 'rssi', OURS);
  return {
    account,
    doors: await signedIn(instance, account),
    job: await instance.as(account, (cx) => startJob(cx, 'x', {})),
  };
};
const step = (job: string, name: string) => instance.asOperator((cx) => changeJob(cx, job, { step: name }));

it('follows a job to its end', async () => {
  const { doors, job } = await aJob();
  const page = await follow(job, doors);
  await until(() => page.steps.length > 0);
  await step(job, 'counting');
  await until(() => page.steps.includes('counting'));
  await instance.asOperator((cx) => changeJob(cx, job, { state: 'done', step: 'over' }));
  await until(() => page.ended);
  expect([page.ended, page.steps[0], page.steps.at(-1), page.steps.includes('counting')]).toEqual([
    true,
    'queued',
    'over',
    true,
  ]);
});

it('ends with the session, and nothing of the job goes out after that', async () => {
  const { doors, job } = await aJob();
  const page = await follow(job, doors);
  await until(() => page.steps.length > 0);
  expect((await app.inject({ method: 'DELETE', url: '/api/v1/me/sessions', headers: doors })).statusCode).toBe(204);
  await step(job, 'secret');
  await until(() => page.ended);
  expect([page.ended, page.steps.includes('secret')]).toEqual([true, false]);
});

it('ends when the account is closed, at the next look', async () => {
  const { account, doors, job } = await aJob();
  const page = await follow(job, doors);
  await until(() => page.steps.length > 0);
  await instance.owner.query('update access.accounts set disabled = now() where id = $1', [account]);
  await until(() => page.ended);
  expect(page.ended).toBe(true);
});

it('is open so many times for one account, and says so to the next', async () => {
  const [one, other] = [await aJob(), await aJob()];
  const pages = [];
  for (let i = 0; i < 8; i++) pages.push(await follow(one.job, one.doors));
  expect(pages.map(({ status }) => status)).toEqual(Array(8).fill(200));
  const refused = await app.inject({ url: `/api/v1/jobs/${one.job}/events`, headers: one.doors });
  expect([refused.statusCode, refused.json().code, refused.headers['retry-after']]).toEqual([
    429,
    'too-many-streams',
    '5',
  ]);
  expect((await follow(other.job, other.doors)).status).toBe(200);
  pages[0]?.leave();
  await sleep(100);
  expect((await follow(one.job, one.doors)).status).toBe(200);
});
