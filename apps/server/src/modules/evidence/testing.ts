type Json = Record<string, unknown>;

const names = [
  { stakeholderNameType: 1, __text: 'FICTIF' },
  { stakeholderNameType: 2, __text: 'ACTEUR FICTIF' },
];
const SHARED = [
  {
    stakeholderId: { stakeholderIdType: 4, __text: '999000011' },
    stakeholderNameTypes: names,
    stakeholderType: 3,
    stakeholderRoleType: 2,
  },
  {
    stakeholderId: { stakeholderIdType: 4, __text: '187512751' },
    stakeholderNameTypes: names,
    stakeholderType: 2,
    stakeholderRoleType: 3,
  },
  {
    stakeholderId: { stakeholderIdType: 3, __text: '990000010' },
    stakeholderNameTypes: names,
    stakeholderType: 2,
    stakeholderRoleType: 1,
  },
];

/** An exposure audit of the CaRE D1 profile, of the facility that these numbers name. */
export const anAudit = ({
  entity,
  site,
  level = 2,
  time = '20260420-221000',
}: {
  entity?: string;
  site?: string;
  level?: unknown;
  time?: string;
}): Json => ({
  stakeholders: [
    {
      stakeholderId: [
        ...(entity === undefined ? [] : [{ stakeholderIdType: 3, __text: entity }]),
        ...(site === undefined ? [] : [{ stakeholderIdType: 2, __text: site }]),
      ],
      stakeholderNameTypes: names,
      stakeholderType: 1,
      stakeholderRoleType: 4,
    },
  ],
  dates: [{ dateType: 7, __text: time }],
  scopes: [{ domains: ['fictif.example'] }],
  outcome: { level },
  tlp: 'amber',
  eventAnalysisType: 5,
  eventType: 29,
});

/** An official exchange file with these events. */
export const anExchange = (...events: readonly Json[]): string =>
  JSON.stringify({ extractionDate: '20260421-070000', events: { stakeholders: SHARED, event: events } });

export interface AFile {
  readonly name: string;
  readonly bytes: AsyncGenerator<Uint8Array>;
}
/** A file as it comes by a request or from the disk. */
export function aFile(content: string | Uint8Array, name = 'FICTIF-D1-20261001-070000.json'): AFile {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(content);
  }
  return { name, bytes: bytes() };
}
