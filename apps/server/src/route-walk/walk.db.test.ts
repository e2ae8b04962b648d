import { endpoints } from '@egide/contract';
import type { Endpoint } from '@egide/contract/endpoint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHttp, openTestInstance, type TestInstance } from '../testing.ts';
import { NOT_OF_ONE_ENTITY, legalEntityTables } from '../platform/db/test-legal-entity-tables.ts';
import { rehearsal } from './test-rehearsal.ts';
import { type Line, type Sent, TABLE } from './test-table.ts';
import {
  ABSENT,
  ACTOR_NAMES,
  type ActorName,
  CANARY,
  RELATIONS,
  type Relation,
  settle,
  type Target,
  type Territory,
} from './test-territory.ts';

let instance: TestInstance;
let territory: Territory;
type App = Awaited<ReturnType<typeof openTestHttp>>;
const apps: { walled?: App; bare?: App } = {};

beforeAll(async () => {
  instance = await openTestInstance();
  territory = await settle(instance);
  const pool = rehearsal(instance.pool);
  apps.walled = await openTestHttp(instance, { pool });
  apps.bare = await openTestHttp(instance, { pool, policiesOff: true });
});
afterAll(async () => {
  await apps.walled?.close();
  await apps.bare?.close();
  await instance.close();
});

interface Answer {
  readonly status: number;
  readonly body: string;
}
async function call(
  app: App | undefined,
  endpoint: Endpoint,
  { actor, sent }: { actor: ActorName; sent: Sent },
): Promise<Answer> {
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(sent.params?.[name] ?? ''));
  const query = new URLSearchParams(sent.query ?? {}).toString();
  const payload = sent.upload ?? sent.body;
  const type = sent.upload === undefined ? {} : { 'content-type': 'application/octet-stream' };
  const answer = await app?.inject({
    method: endpoint.method,
    url: `/api/v1${path}${query && `?${query}`}`,
    headers: { ...territory.headers[actor], ...type },
    ...(payload === undefined ? {} : { payload }),
  });
  return { status: answer?.statusCode ?? 0, body: answer?.body ?? '' };
}
/** `yes` for what the contract calls done, otherwise the code of the problem. */
const word = (endpoint: Endpoint, { status, body }: Answer): string =>
  status === endpoint.status ? 'yes' : status < 400 ? `status ${status}` : (JSON.parse(body) as { code: string }).code;
const withoutRequest = ({ body }: Answer): unknown => ({ ...(JSON.parse(body) as object), requestId: null });
const columns = ({ faces }: Line): readonly Relation[] => (faces ? RELATIONS : ['own']);
const sentTo = (line: Line, target: Target): Sent => line.send(target, territory);
const expected = (line: Line, actor: ActorName): string[] => {
  const words = line.grid[actor].split(' ');
  return columns(line).map((_, i) => words[i] ?? words[0] ?? '');
};
const table = Object.entries(TABLE).map(([name, line]) => [name, line, endpoints.get(name)] as const);

it('the table has every call of the contract, and no other', () => {
  expect(Object.keys(TABLE).sort()).toEqual([...endpoints.keys()].sort());
});

it('every table of a legal entity, and every table about people, holds something to find', async () => {
  const tables = [
    ...(await legalEntityTables(instance.owner)),
    ...NOT_OF_ONE_ENTITY.filter((name) => name.startsWith('platform.')),
    'access.accounts',
    'access.sessions',
  ];
  const silent: string[] = [];
  // Heads and coverings are numbers, hashes and days: nothing of them can be recognised. No call gives a head; what a covering opens is walked in coverings.db.test.ts.
  for (const name of tables.filter((t) => t !== 'audit_log.heads' && t !== 'evidence.coverings'))
    if ((await instance.owner.query(`select 1 from ${name} x where x::text like '%CANARY-%' limit 1`)).rowCount === 0)
      silent.push(name);
  expect(silent).toEqual([]);
});

describe('each call answers each actor as the table says', () => {
  it.each(table)('%s', async (_, line, endpoint) => {
    if (!endpoint) throw new Error('not in the contract');
    const found: Record<string, string[]> = {};
    const leaks: string[] = [];
    for (const actor of ACTOR_NAMES) {
      found[actor] = [];
      let absent: unknown = null;
      for (const relation of columns(line)) {
        const answer = await call(apps.walled, endpoint, { actor, sent: sentTo(line, territory.targets[relation]) });
        const said = word(endpoint, answer);
        found[actor]?.push(said);
        leaks.push(...leaked(actor, answer));
        // Forbidden and absent are the same, to the last word.
        if (said === 'not-found' && line.faces)
          expect([actor, relation, withoutRequest(answer)]).toEqual([
            actor,
            relation,
            (absent ??= withoutRequest(await call(apps.walled, endpoint, { actor, sent: sentTo(line, ABSENT) }))),
          ]);
      }
    }
    expect(found).toEqual(Object.fromEntries(ACTOR_NAMES.map((actor) => [actor, expected(line, actor)])));
    expect(leaks).toEqual([]);
  });
});

describe('what cannot be read is refused before anything is done', () => {
  const sending = table.filter(([, , endpoint]) => endpoint && endpoint.method !== 'GET' && !endpoint.upload);
  it.each(sending)('%s', async (_, line, endpoint) => {
    if (!endpoint) throw new Error('not in the contract');
    const sent = sentTo(line, territory.targets.own);
    const actor: ActorName = endpoint.door === 'open' ? 'anonymous' : 'rssi';
    expect(
      word(
        endpoint,
        await call(apps.walled, endpoint, { actor, sent: { ...sent, body: { ...sent.body, unheardOf: true } } }),
      ),
    ).toBe('invalid-input');
  });
  it.each([
    ['a zero', 'au\0cun'],
    ['half of a pair', 'au\ud800cun'],
  ])('a text with %s', async (_, reason) => {
    const [line, endpoint] = [TABLE['access.giveGrant'], endpoints.get('access.giveGrant')];
    if (!line || !endpoint) throw new Error('not in the contract');
    const sent = sentTo(line, territory.targets.own);
    expect(
      word(
        endpoint,
        await call(apps.walled, endpoint, { actor: 'rssi', sent: { ...sent, body: { ...sent.body, reason } } }),
      ),
    ).toBe('text-not-storable');
  });
  const identified = table.filter(([, , endpoint]) => endpoint?.path.includes('{'));
  it.each(identified)('%s, of a thing that cannot be', async (_, line, endpoint) => {
    if (!endpoint) throw new Error('not in the contract');
    const sent = sentTo(line, territory.targets.own);
    const actor: ActorName = endpoint.door === 'open' ? 'anonymous' : 'facility-director';
    for (const bad of ['x', '\u{0}', '%', "'; drop table"])
      expect([
        bad,
        word(
          endpoint,
          await call(apps.walled, endpoint, {
            actor,
            sent: { ...sent, params: Object.fromEntries(Object.keys(sent.params ?? {}).map((name) => [name, bad])) },
          }),
        ),
      ]).toEqual([bad, 'not-found']);
  });
});

/** What stands in one's own facility, and for whom row-level security opens it. */
const GRANTED = ['people', 'grant', 'steering', 'internal', 'draft', 'details', 'submission'];
/** Beside what a grant may open: what no GHT and no peer is shown, and the log. */
const INSIDE = [...GRANTED, 'withheld', 'audit'];
const STEERED = ['steering', 'submission'];
const STEERING = [...STEERED, 'withheld'];
type Sight = readonly (readonly [Relation, readonly string[]])[];
const OF_OURS: Sight = [['own', INSIDE]];
const MAY_SEE: Readonly<Record<ActorName, Sight>> = {
  anonymous: [],
  'facility-director': OF_OURS,
  rssi: OF_OURS,
  contributor: OF_OURS,
  reader: OF_OURS,
  auditor: OF_OURS,
  service: OF_OURS,
  'ght-coordinator': [['own', GRANTED]],
  'internal-guest': [['own', GRANTED]],
  'steering-guest': [['own', STEERED]],
  'regional-officer': [
    ['own', STEERING],
    ['neighbour', STEERING],
    ['region', STEERING],
  ],
  'national-officer': RELATIONS.map((relation) => [relation, STEERING] as const),
  'cert-officer': RELATIONS.map((relation) => [relation, STEERING] as const),
  'platform-administrator': RELATIONS.map((relation) => [relation, ['people']] as const),
};
const seenKinds = new Set<string>();
function leaked(actor: ActorName, { body }: Answer): string[] {
  const allowed = new Set(
    MAY_SEE[actor].flatMap(([relation, kinds]) => kinds.map((kind) => `${kind}-${territory.targets[relation].finess}`)),
  );
  return [...body.matchAll(CANARY)].flatMap(([, kind = '', finess]) => {
    seenKinds.add(kind);
    return allowed.has(`${kind}-${finess}`) ? [] : [`${actor} saw ${kind} of ${finess}`];
  });
}

describe('with every policy switched off, row-level security alone lets nothing of the neighbour out or in', () => {
  const reach = (actor: ActorName): readonly Relation[] => MAY_SEE[actor].map(([relation]) => relation);
  it.each(table)('%s', async (name, line, endpoint) => {
    if (!endpoint) throw new Error('not in the contract');
    const [leaks, written]: [string[], string[]] = [[], []];
    for (const actor of ACTOR_NAMES)
      for (const relation of columns(line)) {
        const answer = await call(apps.bare, endpoint, { actor, sent: sentTo(line, territory.targets[relation]) });
        leaks.push(...leaked(actor, answer));
        if (
          line.faces &&
          endpoint.method !== 'GET' &&
          answer.status < 400 &&
          !reach(actor).includes(relation) &&
          !/"recorded":0/.test(answer.body)
        )
          written.push(`${actor} at ${relation}`);
      }
    expect({ name, leaks, written }).toEqual({ name, leaks: [], written: [] });
  });
  it('and it was not blind: everything that may be read was read by somebody', () => {
    expect([...seenKinds].sort()).toEqual([...INSIDE].sort());
  });
  it.each([
    ['evidence.listFacts', 'alter policy read on evidence.observations using (true)', 'rssi saw internal of 960780021'],
    [
      'auditLog.readAuditLog',
      'alter policy read_entries on audit_log.entries using (true)',
      'rssi saw audit of 960780021',
    ],
    ['access.describeAccess', 'alter policy given on access.grants using (true)', 'rssi saw grant of 960780021'],
  ])('%s leaks at once when its wall is taken away: %s', async (name, hole, leak) => {
    const [line, endpoint] = [TABLE[name], endpoints.get(name)];
    if (!line || !endpoint) throw new Error('not in the contract');
    const { rows } = await instance.owner.query(
      `select pg_get_expr(polqual, polrelid) as was from pg_policy where polrelid = $1::regclass and polname = $2`,
      [hole.split(' ')[4], hole.split(' ')[2]],
    );
    await instance.owner.query(hole);
    const answers = [];
    for (const app of [apps.bare, apps.walled])
      answers.push(
        leaked('rssi', await call(app, endpoint, { actor: 'rssi', sent: sentTo(line, territory.targets.neighbour) })),
      );
    await instance.owner.query(hole.replace('(true)', `(${rows[0].was})`));
    expect([answers[0]?.includes(leak), answers[1]]).toEqual([true, []]);
  });
});
