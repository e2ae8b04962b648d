type Json = Record<string, unknown>;

const name = (text: string): Json[] => [
  { stakeholderNameType: 1, __text: text.slice(0, 10) },
  { stakeholderNameType: 2, __text: text },
];
export const provider = (more: Json = {}): Json => ({
  stakeholderId: { stakeholderIdType: 4, __text: '999000011' },
  stakeholderNameTypes: name('SECURITE FICTIVE'),
  stakeholderType: 3,
  stakeholderRoleType: 2,
  ...more,
});
export const auditor = (more: Json = {}): Json => ({
  stakeholderId: { stakeholderIdType: 4, __text: '187512751' },
  stakeholderNameTypes: name('AGENCE FICTIVE'),
  stakeholderType: 2,
  stakeholderRoleType: 3,
  ...more,
});
export const requester = (more: Json = {}): Json => ({
  stakeholderId: { stakeholderIdType: 3, __text: '990000010' },
  stakeholderNameTypes: name('GROUPE FICTIF'),
  stakeholderType: 2,
  stakeholderRoleType: 1,
  ...more,
});
/** The audited facility: legal entity 990000010, site 990000028. */
export const recipient = (more: Json = {}): Json => ({
  stakeholderId: [
    { stakeholderIdType: 3, __text: '990000010' },
    { stakeholderIdType: 2, __text: '990000028' },
  ],
  stakeholderNameTypes: name('CENTRE HOSPITALIER FICTIF'),
  stakeholderType: 1,
  stakeholderRoleType: 4,
  ...more,
});
export const scope = (more: Json = {}): Json => ({
  domains: ['fictif.example', 'portail.fictif.example'],
  subnetIpV4s: ['192.0.2.0/28'],
  autonomousSystemNumbers: ['AS64496'],
  ...more,
});

/** An exposure audit of the CaRE D1 profile, without error or remark. */
export const exposure = (more: Json = {}): Json => ({
  stakeholders: [recipient()],
  dates: [{ dateType: 7, __text: '20260112-183000' }],
  scopes: [scope()],
  outcome: { level: 1 },
  tlp: 'amber',
  eventAnalysisType: 5,
  eventType: 29,
  ...more,
});
/** A directory audit, as the ADS service sends it: two dates, a forest, level and score. */
export const directory = (more: Json = {}): Json => ({
  stakeholders: [recipient()],
  dates: [
    { dateType: 4, __text: '20260101-080000' },
    { dateType: 7, __text: '20260114-120000' },
  ],
  scope: { forest: { forestFqdn: 'AD.Fictif.example', forestGuid: 'c3f0c9de-0000-0000-0000-000000000000' } },
  outcome: { level: 2, score: 7780 },
  tlp: 'amber',
  eventAnalysisType: 1,
  eventType: 27,
  ...more,
});
export const exercise = (more: Json = {}): Json => ({
  stakeholders: [recipient()],
  dates: [{ dateType: 7, __text: '20260203-140000' }],
  tlp: 'amber',
  eventAnalysisType: 1,
  eventType: 43,
  ...more,
});

/** A whole file with these events. */
export const file = (
  events: readonly unknown[],
  more: Json = {},
  stakeholders: readonly unknown[] = [provider(), auditor(), requester()],
): string => JSON.stringify({ extractionDate: '20260305-080000', events: { stakeholders, event: events }, ...more });
