import type { Demo, DemoPeople } from '@egide/content/demo';
import type { Role } from '@egide/contract/roles';
import { HELD_AT } from '@egide/contract/roles';
import { actAs, addAccount, addGrant, addHold, hashPassword, newSecret } from '../modules/access/index.ts';
import { newToken } from '../platform/crypto.ts';
import type { Cx } from '../platform/cx.ts';

/** One line of demo-accounts.json. */
export interface DemoAccount {
  readonly login: string;
  readonly password: string;
  readonly totpSecret: string;
  readonly role: Role;
  /** finess is null where the organisation is not a legal entity. */
  readonly organisation: { readonly finess: string | null; readonly name: string };
}

/** Accounts by what they do: directors and recorders by FINESS number, others by name. */
export interface Cast {
  readonly directors: ReadonlyMap<string, string>;
  readonly recorders: ReadonlyMap<string, string>;
  readonly byName: ReadonlyMap<string, string>;
  /** The officer who imports official files. */
  readonly officer: string;
}

interface Around {
  readonly demo: Demo;
  /** Seals one-time-code secrets at rest. */
  readonly seal: (plain: string) => string;
  /** Instant, so many days from today (negative: before). */
  readonly at: (days: number) => Date;
}

/** Characters of 6 bits each. */
const PASSWORD_LENGTH = 20;
/** Everybody has been there for four years: longer than anything is told. */
const SINCE = -1461;
type Listed = DemoPeople['accounts'][number];

/** Makes every invented person; those who may sign in are also answered, with their secrets. */
export async function addPeople(cx: Cx, around: Around): Promise<{ cast: Cast; accounts: DemoAccount[] }> {
  const early = await actAs(cx, null, around.at(SINCE));
  const [accounts, byName] = [[] as DemoAccount[], new Map<string, string>()];
  for (const listed of await Promise.all(around.demo.people.accounts.map(withSecrets))) {
    byName.set(listed.person.name, await addListed(early, listed, around));
    accounts.push({
      login: listed.person.login,
      password: listed.password,
      totpSecret: listed.totpSecret,
      role: listed.person.role,
      organisation: organisationOf(listed.person, around.demo),
    });
  }
  const { directors, recorders } = await addOthers(early, around, byName);
  const officer = byName.get(around.demo.people.accounts.find(({ role }) => role === 'regional-officer')?.name ?? '');
  if (officer === undefined) throw new Error('people.yaml names no regional officer');
  return { cast: { directors, recorders, byName, officer }, accounts };
}

async function withSecrets(person: Listed) {
  const password = newToken().slice(0, PASSWORD_LENGTH);
  return { person, password, totpSecret: newSecret(), hashed: await hashPassword(password) };
}

async function addListed(
  cx: Cx,
  { person, hashed, totpSecret }: Awaited<ReturnType<typeof withSecrets>>,
  { demo, seal, at }: Around,
): Promise<string> {
  const id = cx.newId();
  await addAccount(cx, {
    id,
    login: person.login,
    name: person.name,
    locale: 'fr',
    password: hashed,
    totp_secret: seal(totpSecret),
    totp_confirmed: true,
    fictional: true,
  });
  const organisation = demo.territory.groups.find(({ name }) => name === person.at)?.number ?? person.at;
  await addHold(cx, {
    account: id,
    role: person.role,
    kind: HELD_AT[person.role],
    organisation,
    ...(person.since === undefined ? {} : { since: at(-person.since) }),
    ...(person.until === undefined ? {} : { until: at(person.until) }),
  });
  return id;
}

/** A director and a security officer for each legal entity that has none listed. Nobody knows their password. */
async function addOthers(
  cx: Cx,
  { demo }: Around,
  byName: ReadonlyMap<string, string>,
): Promise<Pick<Cast, 'directors' | 'recorders'>> {
  const { accounts, first, last } = demo.people;
  const unknown = await hashPassword(newToken());
  let made = 0;
  const holder = async (finess: string, role: Role) => {
    const listed = byName.get(accounts.find((person) => person.role === role && person.at === finess)?.name ?? '');
    if (listed !== undefined) return listed;
    const name = `${first[made % first.length]} ${last[(made * 7) % last.length]}`;
    const id = cx.newId();
    await addAccount(cx, {
      id,
      login: `${role}@${finess}.example`,
      name,
      locale: 'fr',
      password: unknown,
      totp_secret: null,
      totp_confirmed: false,
      fictional: true,
    });
    await addHold(cx, { account: id, role, kind: 'entity', organisation: finess });
    made++;
    return id;
  };
  const [directors, recorders] = [new Map<string, string>(), new Map<string, string>()];
  for (const { finess } of demo.territory.entities) {
    directors.set(finess, await holder(finess, 'facility-director'));
    recorders.set(finess, await holder(finess, 'rssi'));
  }
  return { directors, recorders };
}

function organisationOf({ role, at }: Listed, { territory }: Demo): DemoAccount['organisation'] {
  const entity = territory.entities.find(({ finess }) => finess === at);
  if (entity) return { finess: entity.finess, name: entity.name };
  if (role === 'ght-coordinator') return { finess: null, name: `GHT ${at}` };
  return {
    finess: null,
    name:
      role === 'regional-officer'
        ? territory.region.agency
        : role === 'platform-administrator'
          ? 'Plateforme'
          : 'Niveau national',
  };
}

/** What legal entities let the security team of their GHT read; each is given by its director. */
export async function giveGrants(cx: Cx, { demo, at }: Around, cast: Cast): Promise<void> {
  for (const { entity, group, until, reason, ...grant } of demo.people.grants) {
    const director = cast.directors.get(entity) ?? null;
    const giver = await actAs(cx, director, at(-100));
    const code = demo.territory.groups.find(({ name }) => name === group)?.number ?? group;
    await addGrant(giver, {
      ...grant,
      legalEntity: entity,
      to: { group: code },
      reason,
      givenBy: director,
      until: at(until),
    });
    await giver.record({
      chain: entity,
      action: 'access.grant-given',
      object: code,
      detail: { group, class: grant.class, until: at(until).toISOString(), reason },
    });
  }
}
