import { generateSync } from 'otplib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHttp, openTestInstance, type TestInstance } from '../../../testing.ts';
import { NEIGHBOUR, OURS, twoHospitals } from '../../facilities/testing.ts';
import { letInAsOperator } from './let-in.ts';
import { aPerson, signedIn } from '../testing.ts';

const PASSWORD = 'une phrase longue et calme';
let instance: TestInstance;
let app: Awaited<ReturnType<typeof openTestHttp>>;
const people: Record<string, string> = {};
const doors: Record<string, Awaited<ReturnType<typeof signedIn>>> = {};
const at = (who: string): string => people[who] ?? '';

beforeAll(async () => {
  instance = await openTestInstance();
  await twoHospitals(instance);
  app = await openTestHttp(instance);
  for (const [who, role, place] of [
    ['director', 'facility-director', OURS],
    ['rssi', 'rssi', OURS],
    ['their-director', 'facility-director', NEIGHBOUR],
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

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH';
const call = (who: string | null, method: Method, url: string, payload?: object) =>
  app.inject({
    method,
    url: `/api/v1${url}`,
    headers: who === null ? {} : { ...doors[who] },
    ...(payload ? { payload } : {}),
  });
/** Status and code of the problem, if it is one. */
const outcome = async (who: string | null, method: Method, url: string, payload?: object): Promise<string> => {
  const answer = await call(who, method, url, payload);
  return answer.statusCode < 400 ? String(answer.statusCode) : answer.json<{ code: string }>().code;
};
const someone = (over: object = {}) => ({
  login: 'ines@example.org',
  name: 'Inès Carrère',
  role: 'reader',
  organisation: OURS,
  ...over,
});
const log = async (chain: string, action: string): Promise<number> =>
  (
    await instance.owner.query(`select count(*)::int as n from audit_log.entries where chain = $1 and action = $2`, [
      chain,
      action,
    ])
  ).rows[0].n;

describe('a new colleague', () => {
  let link = '';
  let account = '';
  it('is invited by the director with a link shown once', async () => {
    const answer = (await call('director', 'POST', '/people', someone())).json();
    account = answer.account;
    link = answer.invitation.token;
    expect(answer.invitation).toEqual({
      kind: 'password',
      token: link,
      path: `/invitation#${link}`,
      expires: '2026-10-19T08:00:00.000Z',
    });
    const { rows } = await instance.owner.query('select token_hash = $1 as plain from access.invitations', [link]);
    expect(rows).toEqual([{ plain: false }]);
    expect([await log(OURS, 'access.role-given'), await log('instance', 'access.account-created')]).toEqual([1, 1]);
  });
  it('reads for whom the link is, chooses a password that is not weak, once', async () => {
    expect((await call(null, 'GET', `/invitations/${link}`)).json()).toEqual({
      kind: 'password',
      login: 'ines@example.org',
      name: 'Inès Carrère',
      expires: '2026-10-19T08:00:00.000Z',
      roles: [{ role: 'reader', organisation: 'CH de Montferrand-sur-Ombre' }],
    });
    expect(await outcome(null, 'GET', `/invitations/${'x'.repeat(43)}`)).toBe('not-found');
    expect(await outcome(null, 'POST', `/invitations/${link}`, { password: 'azerty123456789' })).toBe(
      'password-too-weak',
    );
    expect(await outcome(null, 'POST', `/invitations/${link}`, { password: PASSWORD })).toBe('200');
    expect(await outcome(null, 'POST', `/invitations/${link}`, { password: PASSWORD })).toBe('not-found');
  });
  it('then enrols a phone at the first sign-in', async () => {
    const credentials = { login: 'ines@example.org', password: PASSWORD };
    expect(await outcome(null, 'POST', '/sessions', credentials)).toBe('enrolment-required');
    const { secret } = (await call(null, 'POST', '/enrolments', credentials)).json();
    const code = generateSync({ secret, epoch: Math.floor(instance.clock.now().getTime() / 1000) });
    const answer = await call(null, 'POST', '/sessions', { ...credentials, code });
    doors.ines = { cookie: String(answer.headers['set-cookie']).split(';')[0] ?? '', 'x-egide-request': '1' };
    expect((await call('ines', 'GET', '/me')).json()).toMatchObject({
      kind: 'person',
      name: 'Inès Carrère',
      holds: [{ role: 'reader', organisation: { id: OURS } }],
    });
  });
  it('whose phone is lost enrols anew, by the director of the facility and nobody next door', async () => {
    expect(await outcome('their-director', 'DELETE', `/people/${account}/one-time-codes`)).toBe('not-found');
    expect(await outcome('rssi', 'DELETE', `/people/${account}/one-time-codes`)).toBe('only-director-gives-roles');
    expect(await outcome('director', 'DELETE', `/people/${account}/one-time-codes`)).toBe('204');
    expect(await outcome('ines', 'GET', '/me')).toBe('session-required');
    expect(await outcome(null, 'POST', '/sessions', { login: 'ines@example.org', password: PASSWORD })).toBe(
      'enrolment-required',
    );
    expect([
      await log(OURS, 'access.one-time-codes-forgotten'),
      await log('instance', 'access.one-time-codes-forgotten'),
    ]).toEqual([1, 1]);
  });
  it('shared with the neighbour is no longer let in by one director alone', async () => {
    const again = (await call('their-director', 'POST', '/people', someone({ organisation: NEIGHBOUR }))).json();
    const { token } = again.invitation;
    expect(again.invitation).toMatchObject({ kind: 'acceptance', path: `/invitation#${token}` });
    // Only offered, the role takes nothing from the director who let this person in.
    expect(await outcome('director', 'POST', `/people/${account}/invitations`)).toBe('201');
    doors.ines = await signedIn(instance, account);
    expect(await outcome('ines', 'POST', `/acceptances/${token}`)).toBe('204');
    for (const who of ['director', 'their-director'])
      expect([
        await outcome(who, 'POST', `/people/${account}/invitations`),
        await outcome(who, 'DELETE', `/people/${account}/one-time-codes`),
      ]).toEqual(['works-elsewhere', 'works-elsewhere']);
    expect(await outcome('administrator', 'POST', `/people/${account}/invitations`)).toBe('201');
    const { people: listed } = (await call('director', 'GET', `/organisations/${OURS}/people`)).json();
    expect(listed.find((p: { login: string }) => p.login === 'ines@example.org')).toMatchObject({
      standing: 'enrolling',
      managed: false,
      holds: [{ role: 'reader', organisation: { id: OURS }, givenBy: 'Nom de director', ended: null }],
    });
  });
  it('loses a role at the next request', async () => {
    doors.ines = await signedIn(instance, account);
    expect(await outcome('ines', 'GET', `/organisations/${OURS}/facts`)).toBe('200');
    const { people: listed } = (await call('director', 'GET', `/organisations/${OURS}/people`)).json();
    const { holds } = listed.find((p: { account: string }) => p.account === account);
    expect(await outcome('rssi', 'DELETE', `/people/${account}/roles/${holds[0].id}`)).toBe(
      'only-director-gives-roles',
    );
    expect(await outcome('their-director', 'DELETE', `/people/${account}/roles/${holds[0].id}`)).toBe('not-found');
    expect(await outcome('director', 'DELETE', `/people/${account}/roles/${holds[0].id}`)).toBe('204');
    expect(await outcome('ines', 'GET', `/organisations/${OURS}/facts`)).toBe('not-found');
    expect(await outcome('director', 'DELETE', `/people/${account}/roles/${holds[0].id}`)).toBe('role-over');
  });
  it('whose account is closed opens nothing', async () => {
    expect(await outcome('their-director', 'PUT', `/people/${account}/suspension`)).toBe('forbidden');
    expect(await outcome('administrator', 'PUT', `/people/${account}/suspension`)).toBe('204');
    expect(await outcome('ines', 'GET', '/me')).toBe('session-required');
    expect(await outcome(null, 'POST', '/sessions', { login: 'ines@example.org', password: PASSWORD })).toBe(
      'credentials-refused',
    );
    expect(await outcome('director', 'POST', '/people', someone())).toBe('account-disabled');
    expect(await outcome('administrator', 'DELETE', `/people/${account}/suspension`)).toBe('204');
  });
});

describe('who gives which role', () => {
  it.each([
    [
      'a director, over a region',
      'director',
      { role: 'regional-officer', organisation: 'V1' },
      'only-platform-gives-role',
    ],
    [
      'a director, on the platform',
      'director',
      { role: 'platform-administrator', organisation: 'instance' },
      'only-platform-gives-role',
    ],
    ['a director, at the neighbour', 'director', { organisation: NEIGHBOUR }, 'not-found'],
    ['a director, nowhere', 'director', { organisation: '990000999' }, 'not-found'],
    ['a security officer', 'rssi', {}, 'only-director-gives-roles'],
    ['the platform, nowhere', 'administrator', { organisation: '990000999' }, 'not-found'],
    [
      'the platform, over a region that is none',
      'administrator',
      { role: 'regional-officer', organisation: 'V9' },
      'not-found',
    ],
    ['an auditor without end', 'director', { login: 'a@example.org', role: 'auditor' }, 'until-needed'],
    [
      'an auditor for yesterday',
      'director',
      { login: 'a@example.org', role: 'auditor', until: '2026-10-11' },
      'dates-refused',
    ],
    [
      'an auditor for ever',
      'director',
      { login: 'a@example.org', role: 'auditor', until: '2999-12-31' },
      'dates-refused',
    ],
    [
      'an auditor until the end of the month',
      'director',
      { login: 'a@example.org', role: 'auditor', until: '2026-10-31' },
      '201',
    ],
    ['the same again', 'director', { login: 'a@example.org', role: 'auditor', until: '2026-10-31' }, 'role-held'],
    [
      'the platform, over the nation',
      'administrator',
      { login: 'n@example.org', role: 'national-officer', organisation: 'nation' },
      '201',
    ],
    [
      'oneself, by the platform',
      'administrator',
      { login: 'administrator@example.org', role: 'rssi' },
      'not-to-oneself',
    ],
    ['oneself, by a director', 'director', { login: 'DIRECTOR@example.org', role: 'rssi' }, 'not-to-oneself'],
  ])('%s', async (_, who, over, expected) =>
    expect(await outcome(who, 'POST', '/people', someone(over))).toBe(expected),
  );
  it('what one tried for oneself is loud', async () => {
    expect([
      await log(OURS, 'access.role-to-oneself-refused'),
      await log('instance', 'access.role-to-oneself-refused'),
    ]).toEqual([2, 2]);
  });
  it('a mandate lasts to the end of its last day in Paris', async () => {
    const { rows } = await instance.owner.query(`select until from access.memberships where role = 'auditor'`);
    expect(rows).toEqual([{ until: new Date('2026-10-31T22:59:59.999Z') }]);
  });
  it('a facility keeps its director, the platform its administrator', async () => {
    const held = async (who: string) =>
      (await instance.owner.query('select id from access.memberships where account = $1', [at(who)])).rows[0].id;
    expect(await outcome('director', 'DELETE', `/people/${at('director')}/roles/${await held('director')}`)).toBe(
      'last-director',
    );
    expect(
      await outcome('administrator', 'DELETE', `/people/${at('administrator')}/roles/${await held('administrator')}`),
    ).toBe('last-administrator');
    expect(await outcome('administrator', 'PUT', `/people/${at('administrator')}/suspension`)).toBe('not-to-oneself');
    expect(await outcome('director', 'DELETE', `/people/${at('director')}/one-time-codes`)).toBe('not-to-oneself');
  });
  it('the platform finds everybody, page by page, others nobody', async () => {
    const page = (await call('administrator', 'GET', `/people?text=NOM%20DE%20dir`)).json();
    expect(page).toMatchObject({
      people: [{ login: 'director@example.org', standing: 'active', managed: true }],
      next: null,
    });
    expect((await call('administrator', 'GET', '/people?text=%25')).json()).toEqual({ people: [], next: null });
    expect(await outcome('director', 'GET', '/people')).toBe('forbidden');
  });
});

describe('the operator of the machine', () => {
  it('lets in an administrator who lost everything, and nobody may claim to be it', async () => {
    const { token } = await instance.asOperator((cx) => letInAsOperator(cx, 'ADMINISTRATOR@example.org'));
    expect((await call(null, 'GET', `/invitations/${token}`)).json()).toMatchObject({
      login: 'administrator@example.org',
      roles: [{ role: 'platform-administrator', organisation: 'Plateforme' }],
    });
    expect(await outcome('administrator', 'GET', '/me')).toBe('session-required');
    await expect(
      instance.as(at('administrator'), (cx) => letInAsOperator(cx, 'administrator@example.org')),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await expect(instance.asOperator((cx) => letInAsOperator(cx, 'nobody@example.org'))).rejects.toMatchObject({
      code: 'nobody-of-that-login',
    });
  });
});

describe('my account', () => {
  const mine = { login: 'paul@example.org', password: PASSWORD };
  it('changes its password with the present one and a code; other sessions end', async () => {
    const { invitation } = (
      await call('director', 'POST', '/people', someone({ login: mine.login, name: 'Paul' }))
    ).json();
    await call(null, 'POST', `/invitations/${invitation.token}`, { password: PASSWORD });
    const { secret } = (await call(null, 'POST', '/enrolments', mine)).json();
    const code = () => generateSync({ secret, epoch: Math.floor(instance.clock.now().getTime() / 1000) });
    const open = async () => ({
      cookie:
        String((await call(null, 'POST', '/sessions', { ...mine, code: code() })).headers['set-cookie']).split(
          ';',
        )[0] ?? '',
      'x-egide-request': '1' as const,
    });
    doors.paul = await open();
    instance.clock.set('2026-10-12T08:01:00Z');
    doors.elsewhere = await open();
    const next = 'une autre phrase, plus longue';
    expect(await outcome('paul', 'PUT', '/me/password', { current: PASSWORD, code: code(), password: next })).toBe(
      'proof-refused',
    );
    instance.clock.set('2026-10-12T08:02:00Z');
    expect(await outcome('paul', 'PUT', '/me/password', { current: 'autre chose', code: code(), password: next })).toBe(
      'proof-refused',
    );
    expect(
      await outcome('paul', 'PUT', '/me/password', { current: PASSWORD, code: code(), password: 'motdepasse1234' }),
    ).toBe('password-too-weak');
    expect(await outcome('paul', 'PUT', '/me/password', { current: PASSWORD, code: code(), password: next })).toBe(
      '204',
    );
    expect([await outcome('paul', 'GET', '/me'), await outcome('elsewhere', 'GET', '/me')]).toEqual([
      '200',
      'session-required',
    ]);
    expect(await outcome(null, 'POST', '/sessions', { login: mine.login, password: next })).toBe('code-required');
  });
  it('changes its language', async () => {
    expect((await call('paul', 'PATCH', '/me', { locale: 'en' })).json()).toMatchObject({
      login: mine.login,
      locale: 'en',
    });
  });
});
