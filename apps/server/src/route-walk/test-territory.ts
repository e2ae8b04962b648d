import type { Role } from '@egide/contract/roles';
import { HELD_AT } from '@egide/contract/roles';
import { hashPassword } from '../modules/access/index.ts';
import { newId, sha256Hex } from '../platform/crypto.ts';
import type { TestInstance } from '../testing.ts';

/** The four facilities of the walk, as they stand to whoever calls: one's own; in the same GHT and region; in the same region; elsewhere. */
export const RELATIONS = ['own', 'neighbour', 'region', 'elsewhere'] as const;
export type Relation = (typeof RELATIONS)[number];
const PLACES: Record<Relation, { finess: string; region: string; group: string | null }> = {
  own: { finess: '960780013', region: 'V1', group: 'G1' },
  neighbour: { finess: '960780021', region: 'V1', group: 'G1' },
  region: { finess: '960780039', region: 'V1', group: null },
  elsewhere: { finess: '960780047', region: 'V2', group: 'G2' },
};
/** The class of what one's own facility lets each guest read. */
const GUESTS: ReadonlyMap<string, string> = new Map([
  ['internal-guest', 'internal'],
  ['steering-guest', 'steering'],
]);
/** Where guests work: none of the four. */
const HOME = '960780054';

/** Who walks: the ten roles, a stranger, a machine, and those whom one's own facility let in. */
export const ACTORS = {
  anonymous: null,
  'facility-director': { role: 'facility-director', at: PLACES.own.finess },
  rssi: { role: 'rssi', at: PLACES.own.finess },
  contributor: { role: 'contributor', at: PLACES.own.finess },
  reader: { role: 'reader', at: PLACES.own.finess },
  auditor: { role: 'auditor', at: PLACES.own.finess },
  service: { role: 'reader', at: PLACES.own.finess },
  'ght-coordinator': { role: 'ght-coordinator', at: 'G1' },
  'internal-guest': { role: 'rssi', at: HOME },
  'steering-guest': { role: 'rssi', at: HOME },
  'regional-officer': { role: 'regional-officer', at: 'V1' },
  'national-officer': { role: 'national-officer', at: 'nation' },
  'cert-officer': { role: 'cert-officer', at: 'nation' },
  'platform-administrator': { role: 'platform-administrator', at: 'instance' },
} as const satisfies Record<string, { role: Role; at: string } | null>;
export type ActorName = keyof typeof ACTORS;
export const ACTOR_NAMES = Object.keys(ACTORS) as ActorName[]; // Safe: the keys of a literal.

/** One of everything of a facility, by which a call can be sent to it. */
export interface Target {
  readonly finess: string;
  readonly region: string;
  /** A person who works there, with that role; a grant; a service and its key; a fact that waits for confirmation, one stated by hand; an answer; a job. */
  readonly account: string;
  readonly hold: string;
  /** A role offered to that person, who has not accepted it. */
  readonly offered: string;
  readonly grant: string;
  readonly service: string;
  readonly key: string;
  readonly fact: string;
  readonly draft: string;
  readonly answer: string;
  readonly job: string;
}
/** A facility of which nothing exists. */
export const ABSENT: Target = {
  finess: '990000999',
  region: 'V9',
  account: newId(),
  hold: newId(),
  offered: newId(),
  grant: newId(),
  service: newId(),
  key: newId(),
  fact: newId(),
  draft: newId(),
  answer: newId(),
  job: newId(),
};

export interface Territory {
  readonly targets: Readonly<Record<Relation, Target>>;
  /** What each actor shows at the door. */
  readonly headers: Readonly<Record<ActorName, Readonly<Record<string, string>>>>;
  /** An import of the register that waits, a session of somebody, tokens of an invitation and of a role offered to the reader. */
  readonly batch: string;
  readonly session: string;
  readonly invitation: string;
  readonly acceptance: string;
}

/** Words that must not leave the walls, by what they stand in and whose they are. */
export const canary = (kind: string, finess: string): string => `CANARY-${kind}-${finess}`;
export const CANARY = /CANARY-([a-z]+)-(\d{9})/g;

let hashed: Promise<string> | null = null;
const nobodysPassword = (): Promise<string> => (hashed ??= hashPassword('a password that nobody uses'));

type Query = (text: string, values?: readonly unknown[]) => Promise<unknown>;

/** Fills every table of the walk's database with canaries, and opens a door for each actor. */
export async function settle(instance: TestInstance): Promise<Territory> {
  const query: Query = (text, values = []) => instance.owner.query(text, [...values]);
  await query(`insert into facilities.regions (code, name) values ('V1', 'Val-d’Ombre'), ('V2', 'Autre-Rive')`);
  await query(
    `insert into facilities.groups (code, name, region) values ('G1', 'Ombre-Lisse', 'V1'), ('G2', 'Autre-Rive', 'V2')`,
  );
  await query(
    `insert into facilities.legal_entities (finess, name, open, region) values ($1, 'Ailleurs', true, 'V2')`,
    [HOME],
  );
  const targets = {} as Record<Relation, Target>; // Safe: filled by the next line.
  for (const relation of RELATIONS) targets[relation] = await settleFacility(query, PLACES[relation]);
  const headers = {} as Record<ActorName, Record<string, string>>; // Safe: filled by the next line.
  for (const name of ACTOR_NAMES) headers[name] = await settleActor(query, name);
  const [batch, session, invitation, acceptance] = [newId(), newId(), 'i'.repeat(43), 'a'.repeat(43)];
  await query(
    `insert into facilities.batches (id, format, file_name, sha256, size, state, received, received_by) values ($1, 'finess-plus', 'x.json', 'x', 1, 'waiting', now(), '{"kind":"operator"}')`,
    [batch],
  );
  await query(`insert into access.sessions values ($1, 'x', $2, now(), now(), '2100-01-01', $3, '')`, [
    session,
    targets.own.account,
    canary('session', targets.own.finess),
  ]);
  const invited = await addAccount(query, { name: 'Invitée', role: 'reader', at: HOME });
  await query(
    `insert into access.invitations (account, token_hash, made, expires) values ($1, $2, now(), '2100-01-01')`,
    [invited.account, sha256Hex(invitation)],
  );
  const offered = newId();
  await query(
    `insert into access.memberships (id, account, role, kind, organisation, since) select $1, account, 'reader', 'entity', $2, '2020-01-01' from access.sessions where token_hash = $3`,
    [offered, HOME, sha256Hex(tokenOf('reader'))],
  );
  await query(
    `insert into access.acceptances (membership, token_hash, made, expires) values ($1, $2, now(), '2100-01-01')`,
    [offered, sha256Hex(acceptance)],
  );
  await query(
    `select audit_log.append('instance', '{"at":"2026-10-01T08:00:00.000Z","actor":{"kind":"system","name":"x"},"action":"x"}')`,
  );
  return { targets, headers, batch, session, invitation, acceptance };
}

async function addAccount(
  query: Query,
  { name, role, at, kind = 'person' }: { name: string; role: Role; at: string; kind?: 'person' | 'service' },
): Promise<{ account: string; hold: string }> {
  const [account, hold] = [newId(), newId()];
  await query(`insert into access.accounts (id, login, name, kind, created) values ($1, $2, $3, $4, now())`, [
    account,
    `${account}@example.org`,
    name,
    kind,
  ]);
  await query(
    `insert into access.memberships (id, account, role, kind, organisation, since, accepted, until) values ($1, $2, $3, $4, $5, '2020-01-01', '2020-01-01', $6)`,
    [hold, account, role, HELD_AT[role], at, role === 'auditor' ? '2100-01-01' : null],
  );
  if (kind === 'person')
    await query(
      `insert into access.credentials (account, password, totp_secret, totp_confirmed) values ($1, $2, null, false)`,
      [account, await nobodysPassword()],
    );
  return { account, hold };
}

/** What this actor shows at the door. */
const tokenOf = (name: ActorName): string => `${name}-`.padEnd(43, 'x');

async function settleActor(query: Query, name: ActorName): Promise<Record<string, string>> {
  const said = ACTORS[name];
  if (said === null) return {};
  const { account } = await addAccount(query, {
    ...said,
    name: `Actrice ${name}`,
    kind: name === 'service' ? 'service' : 'person',
  });
  const token = tokenOf(name);
  const guest = GUESTS.get(name);
  if (guest)
    await query(
      `insert into access.grants (legal_entity, id, to_account, class, reason, since, until) values ($1, $2, $3, $4, 'x', '2020-01-01', '2100-01-01')`,
      [PLACES.own.finess, newId(), account, guest],
    );
  if (name === 'ght-coordinator')
    await query(
      `insert into access.grants (legal_entity, id, to_group, class, reason, since, until) values ($1, $2, 'G1', 'internal', 'x', '2020-01-01', '2100-01-01')`,
      [PLACES.own.finess, newId()],
    );
  if (name === 'service') {
    await query(
      `insert into access.service_keys (id, key_hash, account, created, expires, used) values ($1, $2, $3, now(), '2100-01-01', '2100-01-01')`,
      [newId(), sha256Hex(token), account],
    );
    return { authorization: `Bearer ${token}` };
  }
  await query(`insert into access.sessions values ($1, $2, $3, now(), '2100-01-01', '2100-01-01', '', '')`, [
    newId(),
    sha256Hex(token),
    account,
  ]);
  return { cookie: `egide=${token}`, 'x-egide-request': '1' };
}

async function settleFacility(query: Query, { finess, region, group }: (typeof PLACES)[Relation]): Promise<Target> {
  await query(`insert into facilities.legal_entities (finess, name, open, region) values ($1, $2, true, $3)`, [
    finess,
    `CH ${finess}`,
    region,
  ]);
  if (group !== null)
    await query(
      `insert into facilities.group_members (group_code, legal_entity, role, since) values ($1, $2, 'member', '2020-01-01')`,
      [group, finess],
    );
  const { account, hold } = await addAccount(query, { name: canary('people', finess), role: 'reader', at: finess });
  await addAccount(query, { name: `Direction ${finess}`, role: 'facility-director', at: finess });
  const { account: service } = await addAccount(query, {
    name: canary('people', finess),
    role: 'reader',
    at: finess,
    kind: 'service',
  });
  const [grant, key, fact, draft, answer, job] = [newId(), newId(), newId(), newId(), newId(), newId()];
  const offered = newId();
  await query(
    `insert into access.memberships (id, account, role, kind, organisation, since) values ($1, $2, 'contributor', 'entity', $3, '2020-01-01')`,
    [offered, account, finess],
  );
  await query(
    `insert into access.service_keys (id, key_hash, account, created, expires) values ($1, $2, $3, now(), '2100-01-01')`,
    [key, key, service],
  );
  await query(
    `insert into access.grants (legal_entity, id, to_account, class, reason, since, until) values ($1, $2, $3, 'steering', $4, '2020-01-01', '2100-01-01')`,
    [finess, grant, account, canary('grant', finess)],
  );
  await settleFacts(query, finess, { official: fact, draft, answer });
  await query(
    `insert into assessments.submissions (legal_entity, id, framework, edition, at, submitted_by_name, level, known, total, themes, indicators, comment) values ($1, $2, 'maturinh', '1', '2026-10-01', 'x', 1, 1, 2, '[]', '[]', $3)`,
    [finess, newId(), canary('submission', finess)],
  );
  await query(`select audit_log.append($1, $2)`, [
    finess,
    JSON.stringify({
      at: '2026-10-01T08:00:00.000Z',
      actor: { kind: 'system', name: 'x' },
      action: 'access.role-given',
      object: canary('audit', finess),
    }),
  ]);
  await query(
    `insert into platform.jobs (id, kind, account, legal_entity, payload, state, result, created, changed) values ($1, 'x', $2, $3, '{}', 'done', $4, now(), now())`,
    [job, account, finess, JSON.stringify({ text: canary('job', finess) })],
  );
  return { finess, region, account, hold, offered, grant, service, key, fact, draft, answer, job };
}

/** Facts of every class, each with the words of a person behind it; `official` waits for an officer, `draft` and `answer` are the facility's own words. */
async function settleFacts(
  query: Query,
  finess: string,
  { official, draft, answer }: { official: string; draft: string; answer: string },
): Promise<void> {
  const facts = [
    {
      id: official,
      kind: 'opssies',
      trust: 'documented',
      key: 'exposure.level.official',
      value: '2',
      about: ['perimeter', 'internet'],
      class: 'steering',
      shared: true,
      says: 'steering',
    },
    {
      id: newId(),
      kind: 'audit',
      trust: 'computed',
      key: 'directory.points.failing',
      value: '3',
      about: ['forest', 'AD'],
      class: 'internal',
      shared: true,
      says: 'internal',
    },
    {
      id: draft,
      kind: 'person',
      trust: 'declared',
      key: 'directory.audit.made',
      value: 'true',
      about: ['entity', finess],
      class: 'steering',
      shared: false,
      says: 'draft',
    },
    {
      id: newId(),
      kind: 'official',
      trust: 'verified',
      key: 'operator.essential',
      value: 'true',
      about: ['entity', finess],
      class: 'steering',
      shared: true,
      withheld: true,
      says: 'withheld',
    },
    {
      id: answer,
      kind: 'person',
      trust: 'declared',
      key: 'maturinh.5.1.1',
      value: '2',
      about: ['entity', finess],
      class: 'steering',
      shared: false,
      says: 'draft',
    },
  ];
  for (const f of facts) {
    await query(
      `insert into evidence.observations (legal_entity, id, key, value, about_kind, about_id, collected, method, trust, class, shared, source_kind, source_label, source, recorded, fingerprint, withheld) values ($1, $2, $3, $4, $5, $6, '2026-10-01', 'examine', $7, $8, $9, $10, $11, '{}', '2026-10-01', $12, $13)`,
      [
        finess,
        f.id,
        f.key,
        f.value,
        f.about[0],
        f.about[1],
        f.trust,
        f.class,
        f.shared,
        f.kind,
        canary(f.says, finess),
        f.id,
        f.withheld === true,
      ],
    );
    await query(`insert into evidence.details (legal_entity, observation, author_name, note) values ($1, $2, $3, $3)`, [
      finess,
      f.id,
      canary(f.withheld === true ? 'withheld' : 'details', finess),
    ]);
  }
}
