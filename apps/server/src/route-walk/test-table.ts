import type { ActorName, Target, Territory } from './test-territory.ts';

/**
 * Who may do what: every call of the contract × every role × where the facility stands to them. `yes`, or the code of the refusal.
 * Columns: one's own facility · another of the same GHT and region · another of the same region · one of another region.
 * One word stands for all four. A call that is missing here fails the suite; to add one, choose its grid and say what to send.
 */
type Row = string;
export type Grid = Readonly<Record<ActorName, Row>>;

const grid = (rows: Grid): Grid => rows;
const NO = 'session-required';
/** The same refusal for everybody who is signed in. */
const everybody = (row: Row): Grid =>
  grid({
    anonymous: NO,
    'facility-director': row,
    rssi: row,
    contributor: row,
    reader: row,
    auditor: row,
    service: row,
    'ght-coordinator': row,
    'internal-guest': row,
    'steering-guest': row,
    'regional-officer': row,
    'national-officer': row,
    'cert-officer': row,
    'platform-administrator': row,
  });

const OWN = 'yes not-found not-found not-found';
const NONE = 'not-found';
const own = (code: string): Row => `${code} not-found not-found not-found`;
const REGION = 'yes yes yes not-found';

/** Inside the walls: the people of the facility, and those it gave an internal grant. */
const INSIDE = grid({
  anonymous: NO,
  'facility-director': OWN,
  rssi: OWN,
  contributor: OWN,
  reader: OWN,
  auditor: OWN,
  service: OWN,
  'ght-coordinator': OWN,
  'internal-guest': OWN,
  'steering-guest': NONE,
  'regional-officer': NONE,
  'national-officer': NONE,
  'cert-officer': NONE,
  'platform-administrator': NONE,
});
/** The ledger: each reader sees their part of it. */
const LEDGER = grid({
  ...INSIDE,
  'steering-guest': OWN,
  'regional-officer': REGION,
  'national-officer': 'yes',
  'cert-officer': 'yes',
});
/** The ledger, to write by hand. */
const RECORDS = grid({
  ...LEDGER,
  reader: own('forbidden'),
  auditor: own('forbidden'),
  service: own('forbidden'),
  'ght-coordinator': own('forbidden'),
  'internal-guest': own('forbidden'),
  'steering-guest': own('forbidden'),
  'regional-officer': 'forbidden forbidden forbidden not-found',
  'national-officer': 'forbidden',
  'cert-officer': 'forbidden',
});
/** What covers nobody has no covering to end. */
const UNCOVERS = grid({ ...RECORDS, 'facility-director': NONE, rssi: NONE, contributor: NONE });
const CONFIRMS = grid({
  ...RECORDS,
  'facility-director': own('forbidden'),
  rssi: own('forbidden'),
  contributor: own('forbidden'),
  'regional-officer': REGION,
  'national-officer': 'yes',
  'cert-officer': 'yes',
});
const ANSWERS = grid({
  ...INSIDE,
  reader: own('forbidden'),
  auditor: own('forbidden'),
  service: own('forbidden'),
  'ght-coordinator': own('forbidden'),
  'internal-guest': own('forbidden'),
});
const DIRECTOR_SUBMITS = own('only-director-submits');
const SUBMITS = grid({
  ...INSIDE,
  rssi: DIRECTOR_SUBMITS,
  contributor: DIRECTOR_SUBMITS,
  reader: DIRECTOR_SUBMITS,
  auditor: DIRECTOR_SUBMITS,
  service: DIRECTOR_SUBMITS,
  'ght-coordinator': DIRECTOR_SUBMITS,
  'internal-guest': DIRECTOR_SUBMITS,
});
/** The log: its own people only, whoever was let in. */
const LOG = grid({ ...INSIDE, 'ght-coordinator': NONE, 'internal-guest': NONE });
/** What is let out: director and security officer. */
const GIVES = grid({
  ...INSIDE,
  contributor: own('forbidden'),
  reader: own('forbidden'),
  auditor: own('forbidden'),
  service: own('forbidden'),
  'ght-coordinator': own('forbidden'),
  'internal-guest': own('forbidden'),
});
/** Who works there: inside, and the platform, which keeps the accounts. */
const PEOPLE = grid({ ...INSIDE, 'platform-administrator': 'yes' });
const DIRECTOR_GIVES = own('only-director-gives-roles');
const ROLES = grid({
  ...PEOPLE,
  rssi: DIRECTOR_GIVES,
  contributor: DIRECTOR_GIVES,
  reader: DIRECTOR_GIVES,
  auditor: DIRECTOR_GIVES,
  service: DIRECTOR_GIVES,
  'ght-coordinator': DIRECTOR_GIVES,
  'internal-guest': DIRECTOR_GIVES,
});
/** A machine inside a facility: its director alone, for whoever makes it holds its key. */
const SERVICES = grid({ ...ROLES, 'platform-administrator': 'only-director-gives-roles' });
const ACCOUNTS = grid({
  ...ROLES,
  'facility-director': own('forbidden'),
  rssi: own('forbidden'),
  contributor: own('forbidden'),
  reader: own('forbidden'),
  auditor: own('forbidden'),
  service: own('forbidden'),
  'ght-coordinator': own('forbidden'),
  'internal-guest': own('forbidden'),
});
/** The page of a region: its officers and the nation. */
const STEERS = grid({
  ...everybody(NONE),
  'regional-officer': REGION,
  'national-officer': 'yes',
  'cert-officer': 'yes',
});
/** What is one's own: nobody else's exists. */
const MINE = everybody(NONE);
const PLATFORM = grid({ ...everybody('forbidden'), 'platform-administrator': 'yes' });
const PLATFORM_OR_ABSENT = grid({ ...everybody(NONE), 'platform-administrator': 'yes' });
/** The register, read by everybody who is signed in. */
const SIGNED_IN = everybody('yes');
/** Whoever may record somewhere sends a file; of what facility, its report says record by record. */
const SENDS_FACTS = grid({
  ...everybody('forbidden'),
  'facility-director': 'yes',
  rssi: 'yes',
  contributor: 'yes',
  // At the hospital where they work.
  'internal-guest': 'yes',
  'steering-guest': 'yes',
  'regional-officer': 'yes',
  'national-officer': 'yes',
  'cert-officer': 'yes',
});
const PEOPLE_ONLY = grid({ ...SIGNED_IN, service: NO });
const OPEN = grid({ ...SIGNED_IN, anonymous: 'yes' });
/** The link of a role that was offered to the reader: nobody else answers it. */
const OFFERED_TO_READER = grid({ ...everybody('link-of-another'), reader: 'yes' });
const outcome = (code: string): Grid => grid({ ...everybody(code), anonymous: code });

/** Parameters, query and body of one call. */
export interface Sent {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** Bytes of an upload. */
  readonly upload?: string;
}
export interface Line {
  readonly grid: Grid;
  /** False when the call is about no facility: one column, walked once. */
  readonly faces: boolean;
  readonly send: (
    target: Target,
    territory: Pick<Territory, 'batch' | 'session' | 'invitation' | 'acceptance'>,
  ) => Sent;
}
const at = (grid: Grid, send: Line['send'] = ({ finess }) => ({ params: { finess } })): Line => ({
  grid,
  faces: true,
  send,
});
const alone = (grid: Grid, send: () => Sent = () => ({})): Line => ({ grid, faces: false, send });

const FRAMEWORK = 'maturinh';
const person = ({ account }: Target): Sent => ({ params: { account } });
const DAY = '2026-12-31';
const FACT = (about: string) =>
  JSON.stringify([
    { key: 'directory.audit.made', value: true, collected: '2026-10-01', trust: 'declared', organisation: about },
  ]);

export const TABLE: Readonly<Record<string, Line>> = {
  'access.acceptInvitation': {
    ...alone(outcome('yes')),
    send: (_, { invitation }) => ({ params: { token: invitation }, body: { password: 'une phrase longue et calme' } }),
  },
  'access.acceptRole': {
    ...alone(OFFERED_TO_READER),
    send: (_, { acceptance }) => ({ params: { token: acceptance } }),
  },
  'access.addPerson': at(ROLES, ({ finess }) => ({
    body: { login: 'nouvelle@example.org', name: 'Nouvelle', role: 'reader', organisation: finess },
  })),
  'access.addService': at(SERVICES, ({ finess }) => ({
    body: { name: 'Sonde', role: 'reader', organisation: finess, until: DAY },
  })),
  'access.addServiceKey': at(SERVICES, ({ service }) => ({ params: { account: service }, body: { until: DAY } })),
  'access.changeLanguage': alone(SIGNED_IN, () => ({ body: { locale: 'fr' } })),
  'access.changePassword': alone(grid({ ...everybody('proof-refused'), service: 'not-for-services' }), () => ({
    body: { current: 'x', code: '000000', password: 'une phrase longue et calme' },
  })),
  'access.createFirstAdministrator': alone(outcome('setup-done'), () => ({
    body: { token: 'x'.repeat(43), login: 'x@example.org', name: 'X', password: 'une phrase longue et calme' },
  })),
  'access.declineRole': {
    ...alone(OFFERED_TO_READER),
    send: (_, { acceptance }) => ({ params: { token: acceptance } }),
  },
  'access.describeAccess': at(INSIDE),
  'access.disablePerson': at(ACCOUNTS, person),
  'access.enablePerson': at(ACCOUNTS, person),
  'access.endRole': at(ROLES, ({ account, hold }) => ({ params: { account, hold } })),
  'access.endService': at(SERVICES, ({ service }) => ({ params: { account: service } })),
  'access.endSession': {
    ...alone(grid({ ...MINE, service: NO })),
    send: (_, { session }) => ({ params: { session } }),
  },
  'access.enrol': alone(outcome('credentials-refused'), () => ({ body: { login: 'x@example.org', password: 'x' } })),
  'access.freePhone': at(ROLES, person),
  'access.giveGrant': at(GIVES, ({ finess }) => ({
    params: { finess },
    body: { to: { group: finess === '960780047' ? 'G2' : 'G1' }, class: 'internal', reason: 'Délégation', until: DAY },
  })),
  'access.listEverybody': alone(PLATFORM),
  'access.listPeople': at(PEOPLE),
  'access.listServices': at(PEOPLE, ({ finess }) => ({ query: { organisation: finess } })),
  'access.listSessions': alone(PEOPLE_ONLY),
  'access.me': alone(SIGNED_IN),
  'access.readInvitation': { ...alone(OPEN), send: (_, { invitation }) => ({ params: { token: invitation } }) },
  'access.renewAcceptance': at(ROLES, ({ account, offered }) => ({ params: { account, hold: offered } })),
  'access.renewInvitation': at(ROLES, person),
  'access.revokeGrant': at(GIVES, ({ finess, grant }) => ({ params: { finess, grant } })),
  'access.revokeServiceKey': at(SERVICES, ({ service, key }) => ({ params: { account: service, key } })),
  'access.setup': alone(OPEN),
  'access.signIn': alone(outcome('credentials-refused'), () => ({ body: { login: 'x@example.org', password: 'x' } })),
  'access.signOut': alone(PEOPLE_ONLY),
  'access.signOutEverywhere': alone(PEOPLE_ONLY),
  'assessments.annotateAnswer': at(ANSWERS, ({ finess }) => ({
    params: { finess, framework: FRAMEWORK, indicator: '5.1.1' },
    body: { note: 'Vu avec l’équipe.' },
  })),
  'assessments.answerIndicator': at(ANSWERS, ({ finess }) => ({
    params: { finess, framework: FRAMEWORK, indicator: '5.1.1' },
    body: { level: 1 },
  })),
  'assessments.readAssessment': at(INSIDE, ({ finess }) => ({ params: { finess, framework: FRAMEWORK } })),
  'assessments.readIndicator': at(INSIDE, ({ finess }) => ({
    params: { finess, framework: FRAMEWORK, indicator: '5.1.1' },
  })),
  'assessments.takeBackAnswer': at(ANSWERS, ({ finess, answer }) => ({
    params: { finess, framework: FRAMEWORK, indicator: '5.1.1', id: answer },
  })),
  'assessments.submit': at(SUBMITS, ({ finess }) => ({ params: { finess, framework: FRAMEWORK }, body: {} })),
  'auditLog.exportAuditLog': at(LOG),
  'auditLog.exportInstanceLog': alone(PLATFORM),
  'auditLog.readAuditLog': at(LOG),
  'auditLog.readInstanceLog': alone(PLATFORM),
  'demo.loadDemo': alone(grid({ ...PLATFORM, 'platform-administrator': 'demo-real-data' })),
  'demo.removeDemo': alone(grid({ ...PLATFORM, 'platform-administrator': 'demo-absent' })),
  'evidence.confirmFact': at(CONFIRMS, ({ finess, fact }) => ({ params: { finess, id: fact } })),
  // A file may speak of many facilities: each record that its sender may not make is refused in the report, which the second walk reads.
  'evidence.importFacts': at(SENDS_FACTS, ({ finess }) => ({ query: { name: 'faits.json' }, upload: FACT(finess) })),
  'evidence.keyHistory': at(LEDGER, ({ finess }) => ({ params: { finess, key: 'directory.points.failing' } })),
  'evidence.listFacts': at(LEDGER),
  'evidence.listToConfirm': at(STEERS, ({ region }) => ({ params: { region } })),
  'evidence.recordFact': at(RECORDS, ({ finess }) => ({
    params: { finess },
    body: { key: 'exposure.audit.made', value: true },
  })),
  'evidence.revokeCovering': at(UNCOVERS, ({ finess, fact }) => ({
    params: { finess, id: fact, member: '960780021' },
  })),
  'evidence.vocabulary': alone(SIGNED_IN),
  'evidence.withdrawFact': at(RECORDS, ({ finess, draft }) => ({ params: { finess, id: draft } })),
  'facilities.abandonBatch': { ...alone(PLATFORM_OR_ABSENT), send: (_, { batch }) => ({ params: { batch } }) },
  'facilities.confirmBatch': { ...alone(PLATFORM_OR_ABSENT), send: (_, { batch }) => ({ params: { batch } }) },
  'facilities.downloadReport': { ...alone(PLATFORM_OR_ABSENT), send: (_, { batch }) => ({ params: { batch } }) },
  'facilities.listBatches': alone(PLATFORM),
  'facilities.listSites': at(SIGNED_IN),
  'facilities.readBatch': { ...alone(PLATFORM_OR_ABSENT), send: (_, { batch }) => ({ params: { batch } }) },
  'facilities.readFacility': at(SIGNED_IN),
  'facilities.readRegister': alone(SIGNED_IN),
  'facilities.listTerritories': alone(SIGNED_IN),
  'facilities.readSite': alone(everybody(NONE), () => ({ params: { finess: '960000123' } })),
  'facilities.receiveBatch': alone(grid({ ...PLATFORM, 'platform-administrator': 'file-other-kind' }), () => ({
    query: { name: 'x.json' },
    upload: '{"a":1}',
  })),
  'facilities.searchFacilities': alone(SIGNED_IN, () => ({ query: { text: 'centre' } })),
  'jobs.cancelJob': at(MINE, ({ job }) => ({ params: { job } })),
  'jobs.readJob': at(MINE, ({ job }) => ({ params: { job } })),
  'jobs.watchJob': at(MINE, ({ job }) => ({ params: { job } })),
  'observatory.exportRegion': at(STEERS, ({ region }) => ({ params: { region } })),
  'observatory.listRegions': alone(SIGNED_IN),
  'observatory.readRegion': at(STEERS, ({ region }) => ({ params: { region } })),
  'programmes.listProgrammes': at(INSIDE),
};
