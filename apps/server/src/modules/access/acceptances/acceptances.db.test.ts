import { sql } from 'kysely';
import { generateSync } from 'otplib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHttp, openTestInstance, type TestInstance } from '../../../testing.ts';
import { NEIGHBOUR, OURS, twoHospitals } from '../../facilities/testing.ts';
import { aPerson, signedIn } from '../testing.ts';

// The account is opened by the director of OURS; roles are given by the director of NEIGHBOUR and by the platform.
let instance: TestInstance;
let app: Awaited<ReturnType<typeof openTestHttp>>;
const doors: Record<string, Awaited<ReturnType<typeof signedIn>>> = {};
const people: Record<string, string> = {};
const at = (who: string): string => people[who] ?? '';
const PASSWORD = 'une phrase longue et calme';
const START = '2026-10-12T08:00:00Z';

beforeAll(async () => {
  instance = await openTestInstance(START);
  await twoHospitals(instance);
  app = await openTestHttp(instance);
  for (const [who, role, place] of [
    ['director', 'facility-director', OURS],
    ['their-director', 'facility-director', NEIGHBOUR],
    ['their-rssi', 'rssi', NEIGHBOUR],
    ['administrator', 'platform-administrator', 'instance'],
  ] as const) {
    people[who] = await aPerson(instance, role, place, { login: `${who}@example.org`, name: `Nom de ${who}` });
    doors[who] = await signedIn(instance, at(who));
  }
});
afterAll(async () => {
  await app.close();
  await instance.close();
});

type Method = 'GET' | 'POST' | 'DELETE';
const call = (who: string | null, method: Method, url: string, payload?: object) =>
  app.inject({
    method,
    url: `/api/v1${url}`,
    headers: who === null ? {} : { ...doors[who] },
    ...(payload ? { payload } : {}),
  });
const outcome = async (...args: Parameters<typeof call>): Promise<string> => {
  const answer = await call(...args);
  return answer.statusCode < 400 ? String(answer.statusCode) : answer.json<{ code: string }>().code;
};
interface Given {
  account: string;
  hold: string;
  invitation: { kind: string; token: string; path: string; expires: string } | null;
}
const give = async (giver: string, who: string, over: object = {}): Promise<Given> =>
  (
    await call(giver, 'POST', '/people', {
      login: `${who}@example.org`,
      name: `Nom de ${who}`,
      role: 'reader',
      organisation: giver === 'director' ? OURS : NEIGHBOUR,
      ...over,
    })
  ).json();
const tokenOf = ({ invitation }: Given): string => invitation?.token ?? '';
const reads = (who: string, finess: string) => outcome(who, 'GET', `/organisations/${finess}/facts`);
const log = async (chain: string): Promise<string[]> =>
  (
    await instance.owner.query<{ action: string }>(
      `select action from audit_log.entries where chain = $1 and action like 'access.%role%' or chain = $1 and action like 'access.accept%' order by seq`,
      [chain],
    )
  ).rows.map(({ action }) => action);
const listed = async (reader: string, finess: string, account: string) =>
  (await call(reader, 'GET', `/organisations/${finess}/people`))
    .json<{ people: { account: string }[] }>()
    .people.find((person) => person.account === account);

/** Uses the link that chooses the password, enrols a phone and signs in: whoever does so holds the account. */
async function comeIn(who: string, link: string): Promise<void> {
  const credentials = { login: `${who}@example.org`, password: PASSWORD };
  await call(null, 'POST', `/invitations/${link}`, { password: PASSWORD });
  const { secret } = (await call(null, 'POST', '/enrolments', credentials)).json();
  const code = generateSync({ secret, epoch: Math.floor(instance.clock.now().getTime() / 1000) });
  const answer = await call(null, 'POST', '/sessions', { ...credentials, code });
  doors[who] = { cookie: String(answer.headers['set-cookie']).split(';')[0] ?? '', 'x-egide-request': '1' };
}

describe('an account that the director of one hospital prepared in the name of somebody else', () => {
  const who = 'future-director';
  let offered: Given;
  beforeAll(async () => {
    const made = await give('director', who);
    people[who] = made.account;
    await comeIn(who, tokenOf(made));
    await call('director', 'DELETE', `/people/${made.account}/roles/${made.hold}`);
  });
  it('holds nothing when the director of another hospital gives it a role: that is offered, by a link', async () => {
    offered = await give('their-director', who);
    expect(offered).toEqual({
      account: at(who),
      hold: offered.hold,
      invitation: {
        kind: 'acceptance',
        token: tokenOf(offered),
        path: `/invitation#${tokenOf(offered)}`,
        expires: '2026-10-19T08:00:00.000Z',
      },
    });
    expect([await reads(who, NEIGHBOUR), await outcome(who, 'GET', `/organisations/${NEIGHBOUR}/people`)]).toEqual([
      'not-found',
      'not-found',
    ]);
    expect((await call(who, 'GET', '/me')).json()).toMatchObject({ holds: [], grants: [] });
  });
  it.each([
    ['facility-director', NEIGHBOUR],
    ['regional-officer', 'V2'],
    ['platform-administrator', 'instance'],
  ] as const)('holds nothing either when the platform makes it %s', async (role, organisation) => {
    const given = await give('administrator', who, { role, organisation });
    expect(given.invitation?.kind).toBe('acceptance');
    expect([
      await reads(who, NEIGHBOUR),
      await outcome(who, 'GET', '/regions/V2'),
      await outcome(who, 'GET', '/people'),
      (await call(who, 'GET', '/me')).json().holds,
    ]).toEqual(['not-found', 'not-found', 'forbidden', []]);
  });
  it('counts for nobody: neither among the readers, nor as a director who could stay alone', async () => {
    const { readers } = (await call('their-director', 'GET', `/organisations/${NEIGHBOUR}/access`)).json();
    expect(readers.map((line: { kind: string; detail: string }) => [line.kind, line.detail])).toEqual([
      ['inside', '2 personnes'],
      ['region', '0 personne'],
      ['nation', '0 personne'],
      ['public', 'Agrégats de cinq établissements au moins'],
    ]);
    const { rows } = await instance.owner.query('select id from access.memberships where account = $1', [
      at('their-director'),
    ]);
    expect(await outcome('their-director', 'DELETE', `/people/${at('their-director')}/roles/${rows[0].id}`)).toBe(
      'last-director',
    );
  });
  it('is shown as waiting, with where the account was opened', async () => {
    expect(await listed('their-rssi', NEIGHBOUR, at(who))).toMatchObject({
      standing: 'active',
      managed: false,
      openedBy: { kind: 'entity', id: OURS, name: 'CH de Montferrand-sur-Ombre' },
      holds: [
        { id: offered.hold, role: 'reader', pending: { linkUntil: '2026-10-19T08:00:00.000Z' }, ended: null },
        { role: 'facility-director', pending: { linkUntil: '2026-10-19T08:00:00.000Z' }, ended: null },
      ],
    });
  });
  it('gets no link of its own, neither by itself nor by the hospital that opened it', async () => {
    const links = `/people/${at(who)}/roles/${offered.hold}/acceptances`;
    expect([
      await outcome(who, 'POST', links),
      await outcome('director', 'POST', links),
      await outcome('their-rssi', 'POST', links),
      await outcome(who, 'POST', `/acceptances/${'x'.repeat(43)}`),
    ]).toEqual(['not-to-oneself', 'not-found', 'only-director-gives-roles', 'not-found']);
  });
});

describe('the link of an offered role', () => {
  const who = 'ines';
  let given: Given;
  beforeAll(async () => {
    const made = await give('director', who);
    people[who] = made.account;
    await comeIn(who, tokenOf(made));
    given = await give('their-director', who);
  });
  it('says what is offered, by whom, and who opened the account', async () => {
    expect((await call(null, 'GET', `/invitations/${tokenOf(given)}`)).json()).toEqual({
      kind: 'acceptance',
      login: 'ines@example.org',
      name: 'Nom de ines',
      expires: '2026-10-19T08:00:00.000Z',
      role: 'reader',
      organisation: 'CH de l’Autre-Rive',
      until: null,
      givenBy: 'Nom de their-director',
      openedBy: 'CH de Montferrand-sur-Ombre',
    });
  });
  it('opens nothing by itself: no password, and no answer from anybody else', async () => {
    const path = `/acceptances/${tokenOf(given)}`;
    expect([
      await outcome(null, 'POST', `/invitations/${tokenOf(given)}`, { password: PASSWORD }),
      await outcome(null, 'POST', path),
      await outcome('their-director', 'POST', path),
      await outcome('director', 'DELETE', path),
      await outcome('administrator', 'POST', path),
    ]).toEqual(['not-found', 'session-required', 'link-of-another', 'link-of-another', 'link-of-another']);
    expect(await reads(who, NEIGHBOUR)).toBe('not-found');
  });
  it('works for seven days, then is made anew; the former one stays dead', async () => {
    instance.clock.set('2026-10-19T08:00:00Z');
    doors[who] = await signedIn(instance, at(who));
    expect([
      await outcome(null, 'GET', `/invitations/${tokenOf(given)}`),
      await outcome(who, 'POST', `/acceptances/${tokenOf(given)}`),
    ]).toEqual(['not-found', 'not-found']);
    expect(await listed('their-director', NEIGHBOUR, at(who))).toMatchObject({
      holds: [{ pending: { linkUntil: null } }],
    });
    const path = `/people/${at(who)}/roles/${given.hold}/acceptances`;
    const renewed = (await call('their-director', 'POST', path)).json();
    expect(renewed).toMatchObject({ kind: 'acceptance', expires: '2026-10-26T08:00:00.000Z' });
    instance.clock.set(START);
    expect(await outcome(who, 'POST', `/acceptances/${tokenOf(given)}`)).toBe('not-found');
    given = { ...given, invitation: renewed };
  });
  it('opens the role once its person has accepted it, signed in; once', async () => {
    // Somebody at the first hospital keeps a link to this account in hand.
    const kept = (await call('director', 'POST', `/people/${at(who)}/invitations`)).json().token;
    expect(await outcome(who, 'POST', `/acceptances/${tokenOf(given)}`)).toBe('204');
    expect(await reads(who, NEIGHBOUR)).toBe('200');
    expect([
      await outcome(who, 'POST', `/acceptances/${tokenOf(given)}`),
      await outcome(who, 'DELETE', `/acceptances/${tokenOf(given)}`),
      await outcome('their-director', 'POST', `/people/${at(who)}/roles/${given.hold}/acceptances`),
    ]).toEqual(['not-found', 'not-found', 'role-accepted']);
    expect([
      await outcome(null, 'POST', `/invitations/${kept}`, { password: PASSWORD }),
      await outcome('director', 'POST', `/people/${at(who)}/invitations`),
      await outcome('director', 'DELETE', `/people/${at(who)}/one-time-codes`),
    ]).toEqual(['not-found', 'works-elsewhere', 'works-elsewhere']);
  });
  it('is not needed a second time at the same place', async () => {
    expect(await outcome('their-director', 'DELETE', `/people/${at(who)}/roles/${given.hold}`)).toBe('204');
    expect((await give('their-director', who, { role: 'contributor' })).invitation).toBe(null);
    expect(await reads(who, NEIGHBOUR)).toBe('200');
  });
  it('declined, ends the role without its ever having counted; it may be offered again', async () => {
    const made = await give('director', 'paul');
    people.paul = made.account;
    doors.paul = await signedIn(instance, made.account);
    const first = await give('their-director', 'paul');
    expect(await outcome('paul', 'DELETE', `/acceptances/${tokenOf(first)}`)).toBe('204');
    expect([
      await outcome('paul', 'POST', `/acceptances/${tokenOf(first)}`),
      await outcome('their-director', 'POST', `/people/${at('paul')}/roles/${first.hold}/acceptances`),
      await reads('paul', NEIGHBOUR),
    ]).toEqual(['not-found', 'role-over', 'not-found']);
    expect(await listed('their-director', NEIGHBOUR, at('paul'))).toMatchObject({
      holds: [{ ended: '2026-10-12T08:00:00.000Z' }],
    });
    expect((await give('their-director', 'paul')).invitation?.kind).toBe('acceptance');
  });
  it('ends with the role that its giver takes back', async () => {
    const made = await give('director', 'lea');
    doors.lea = await signedIn(instance, made.account);
    const taken = await give('their-director', 'lea');
    await call('their-director', 'DELETE', `/people/${made.account}/roles/${taken.hold}`);
    expect([
      await outcome('lea', 'POST', `/acceptances/${tokenOf(taken)}`),
      await outcome(null, 'GET', `/invitations/${tokenOf(taken)}`),
    ]).toEqual(['not-found', 'not-found']);
  });
  it('leaves its whole story in the log of the hospital that gave the role', async () => {
    const story = await log(NEIGHBOUR);
    expect(story.filter((action) => action !== 'access.role-given')).toEqual([
      'access.role-offered',
      'access.role-offered',
      'access.role-offered',
      'access.acceptance-asked',
      'access.role-accepted',
      'access.role-ended',
      'access.role-offered',
      'access.role-declined',
      'access.role-offered',
      'access.role-offered',
      'access.role-ended',
    ]);
  });
});

describe('who answers for an account', () => {
  const made = (who: string) =>
    aPerson(instance, 'reader', OURS, { login: `${who}@example.org`, name: `Nom de ${who}` });
  it('is the platform for whom it made: a role elsewhere counts at once', async () => {
    const account = await made('known');
    doors.known = await signedIn(instance, account);
    expect((await give('their-director', 'known')).invitation).toBe(null);
    expect(await reads('known', NEIGHBOUR)).toBe('200');
  });
  it.each([
    ['a new link', 'POST', 'invitations'],
    ['a freed phone', 'DELETE', 'one-time-codes'],
  ] as const)('is the hospital whose director lets its person in anew, by %s', async (_, method, what) => {
    const who = `again-${what}`;
    const account = await made(who);
    expect((await call('director', method, `/people/${account}/${what}`)).statusCode).toBeLessThan(300);
    expect(await listed('director', OURS, account)).toMatchObject({ openedBy: { kind: 'entity', id: OURS } });
    doors[who] = await signedIn(instance, account);
    expect((await give('administrator', who, { organisation: NEIGHBOUR })).invitation?.kind).toBe('acceptance');
    expect([await reads(who, OURS), await reads(who, NEIGHBOUR)]).toEqual(['200', 'not-found']);
  });
  it('stays the platform when it is the platform that lets in anew', async () => {
    const account = await made('lost');
    await call('administrator', 'POST', `/people/${account}/invitations`);
    expect((await give('their-director', 'lost')).invitation).toBe(null);
  });
  it('is said to whoever grants that person an access', async () => {
    const given = await call('their-director', 'POST', `/organisations/${NEIGHBOUR}/grants`, {
      to: { login: 'paul@example.org' },
      class: 'internal',
      reason: 'Revue commune',
      until: '2026-12-31',
    });
    expect(given.json()).toMatchObject({ openedBy: 'CH de Montferrand-sur-Ombre' });
    const { readers } = (await call('their-rssi', 'GET', `/organisations/${NEIGHBOUR}/access`)).json();
    expect(readers.find((line: { kind: string }) => line.kind === 'grant')).toMatchObject({
      who: 'Nom de paul',
      detail: 'Compte ouvert par : CH de Montferrand-sur-Ombre',
    });
  });
});

describe('the database itself', () => {
  /** Rows touched, or the SQLSTATE of the refusal, when this person's transaction runs the statement with no policy asked. */
  const run = (who: string, statement: string): Promise<unknown> =>
    instance
      .as(at(who), async (cx) => {
        const { rows, numAffectedRows } = await sql.raw<{ done?: boolean }>(statement).execute(cx.tx);
        return rows[0]?.done ?? Number(numAffectedRows ?? 0);
      })
      .catch((error: { code?: string }) => error.code);
  const REFUSED = '42501';
  const insert = (accepted: string, place = NEIGHBOUR) =>
    `insert into access.memberships (id, account, role, kind, organisation, since, accepted) values (gen_random_uuid(), '${at('paul')}', 'rssi', 'entity', '${place}', now(), ${accepted})`;
  it('lets nobody accept for an account that another place opened', async () => {
    expect([
      await run('their-director', insert('now()')),
      await run('administrator', insert('now()')),
      await run('their-director', insert('null')),
      await run('director', insert('now()', OURS)),
    ]).toEqual([REFUSED, REFUSED, 1, 1]);
  });
  it('lets nobody write an acceptance, a link or who answers for an account by hand', async () => {
    for (const who of ['paul', 'their-director', 'administrator'])
      expect([
        who,
        await run(who, 'update access.memberships set accepted = now()'),
        await run(who, 'select * from access.acceptances'),
        await run(who, 'delete from access.acceptances'),
        await run(who, `update access.accounts set vouched_kind = 'platform'`),
      ]).toEqual([who, REFUSED, REFUSED, REFUSED, REFUSED]);
  });
  it('answers a link for its own person only, and makes one for whoever may give the role only', async () => {
    const given = await give('administrator', 'paul', { role: 'contributor', organisation: NEIGHBOUR });
    const answer = (accepts: boolean) =>
      `select access.answer_asked(encode(sha256('${tokenOf(given)}'), 'hex'), ${accepts}, '${START}') as done`;
    const ask = `select access.ask_acceptance('${given.hold}', 'x', '${START}', '${START}')`;
    expect([
      await run('director', answer(true)),
      await run('administrator', answer(false)),
      await run('paul', ask),
      await run('director', ask),
      await run('their-rssi', ask),
    ]).toEqual([false, false, REFUSED, REFUSED, REFUSED]);
    expect([await run('paul', answer(true)), await run('paul', answer(true))]).toEqual([true, false]);
  });
});
