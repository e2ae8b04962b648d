import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { everything } from '../testing.ts';
import { opssies } from './index.ts';
import * as a from './testing.ts';

type Json = Record<string, unknown>;
async function said(content: string): Promise<{ read: string[]; rejected: string[]; warnings: string[] }> {
  const { records, notices, fault } = await everything(opssies, content);
  const of = (level: string): string[] => notices.filter((n) => n.level === level).map((n) => `${n.code} ${n.at}`);
  return {
    read: fault === null ? records.map((r) => r.at) : [fault.code],
    rejected: of('rejected'),
    warnings: of('warning'),
  };
}
const first = (event: Json): Promise<{ read: string[]; rejected: string[]; warnings: string[] }> =>
  said(a.file([event]));
const clean = { read: ['events.event[0]'], rejected: [], warnings: [] };

describe('reads', () => {
  it('an exposure audit of the CaRE D1 profile', async () => {
    const { records, notices, fault, summary } = await everything(opssies, a.file([a.exposure()]), 7);
    expect({ records, notices, fault, summary }).toEqual({
      records: [
        {
          at: 'events.event[0]',
          type: 29,
          kind: 'exposure',
          level: 1,
          score: null,
          forest: 'central',
          perimeter: 'fictif.example',
          tlp: 'amber',
          facility: {
            entities: ['990000010'],
            sites: ['990000028'],
            at: 'events.event[0].stakeholders[0].stakeholderId',
          },
          done: { raw: '20260112-183000', instant: '2026-01-12T17:30:00.000Z' },
          provider: { siren: '999000011', name: 'SECURITE FICTIVE' },
        },
      ],
      notices: [],
      fault: null,
      summary: { records: 1 },
    });
  });

  it('directory audits, exercises and the other exposure audits beside it, each on its own', async () => {
    const { records } = await everything(
      opssies,
      a.file([a.directory(), a.exercise(), a.exposure({ eventType: 28 }), a.exposure({ eventType: 60 })]),
    );
    expect(records.map((r) => [r.kind, r.type, r.level, r.score, r.forest, r.done.instant])).toEqual([
      ['directory', 27, 2, 7780, 'ad.fictif.example', '2026-01-14T11:00:00.000Z'],
      ['exercise', 43, null, null, 'central', '2026-02-03T13:00:00.000Z'],
      ['exposure', 28, 1, null, 'central', '2026-01-12T17:30:00.000Z'],
      ['exposure', 60, 1, null, 'central', '2026-01-12T17:30:00.000Z'],
    ]);
  });

  it('a recipient given once for all events', async () => {
    const actor = a.recipient({ stakeholderId: { stakeholderIdType: 3, __text: '990000010' } });
    const { records } = await everything(
      opssies,
      a.file([a.directory({ stakeholders: [] })], {}, [a.provider(), actor]),
    );
    expect(records.map((r) => r.facility)).toEqual([
      { entities: ['990000010'], sites: [], at: 'events.stakeholders[1].stakeholderId' },
    ]);
  });
});

describe('tolerates exactly the inconsistencies of the official documents', () => {
  it.each<[string, string, string[]]>([
    [
      'extractionDate with a capital',
      a.file([a.exposure()], { extractionDate: undefined, ExtractionDate: '20260305-080000' }),
      [],
    ],
    [
      'extractionDate absent',
      a.file([a.exposure()], { extractionDate: undefined }),
      ['extraction-date-missing extractionDate'],
    ],
    [
      'no control body',
      a.file([a.exposure()], {}, [a.provider(), a.requester()]),
      ['auditor-missing events.event[0].stakeholders'],
    ],
    [
      'a SIREN under type 5',
      a.file([a.exposure()], {}, [
        a.provider(),
        a.auditor({ stakeholderId: { stakeholderIdType: 5, __text: '187512751' } }),
        a.requester(),
      ]),
      ['siren-as-siret events.stakeholders[1].stakeholderId'],
    ],
    [
      'FINESS géographique under code 5',
      a.file([
        a.exposure({ stakeholders: [a.recipient({ stakeholderId: [{ stakeholderIdType: 5, __text: '990000028' }] })] }),
      ]),
      [],
    ],
    [
      'name type 6',
      a.file([a.exposure()], {}, [
        a.provider(),
        a.auditor(),
        a.requester({
          stakeholderNameTypes: [
            { stakeholderNameType: 6, __text: 'GF' },
            { stakeholderNameType: 2, __text: 'GROUPE' },
          ],
        }),
      ]),
      [],
    ],
    [
      'functional context 74',
      a.file([
        a.exposure({
          scopes: [
            a.scope({
              functionalContexts: [
                {
                  functionalContextCategory: 74,
                  __text: 'x',
                  isPersonalData: false,
                  isPersonalHealthcareData: false,
                  userCount: 0,
                },
              ],
            }),
          ],
        }),
      ]),
      [],
    ],
    [
      'functional context 75',
      a.file([
        a.exposure({
          scopes: [
            a.scope({
              functionalContexts: [
                {
                  functionalContextCategory: 75,
                  __text: 'x',
                  isPersonalData: false,
                  isPersonalHealthcareData: false,
                  userCount: 0,
                },
              ],
            }),
          ],
        }),
      ]),
      ['context-code events.event[0].scopes[0].functionalContexts[0]'],
    ],
    [
      'technical context 0',
      a.file([
        a.exposure({
          scopes: [
            a.scope({
              technicalContexts: [
                {
                  technicalContextCategory: 0,
                  __text: 'x',
                  isDynamic: false,
                  isAuthenticatable: false,
                  isOnCloud: false,
                },
              ],
            }),
          ],
        }),
      ]),
      ['context-code events.event[0].scopes[0].technicalContexts[0]'],
    ],
    [
      'technical context 72',
      a.file([
        a.exposure({
          scopes: [
            a.scope({
              technicalContexts: [
                {
                  technicalContextCategory: 72,
                  __text: 'x',
                  isDynamic: false,
                  isAuthenticatable: false,
                  isOnCloud: false,
                },
              ],
            }),
          ],
        }),
      ]),
      [],
    ],
    ['tlp red', a.file([a.exposure({ tlp: 'red' })]), ['tlp-other events.event[0].tlp']],
    [
      'a FINESS number with a wrong key',
      a.file([a.exposure()], {}, [
        a.provider(),
        a.auditor(),
        a.requester({ stakeholderId: { stakeholderIdType: 3, __text: '000000001' } }),
      ]),
      ['finess-key events.stakeholders[2].stakeholderId'],
    ],
    [
      'a SIREN with a wrong key',
      a.file([a.exposure()], {}, [
        a.provider({ stakeholderId: { stakeholderIdType: 4, __text: '999000012' } }),
        a.auditor(),
        a.requester(),
      ]),
      ['siren-key events.stakeholders[0].stakeholderId'],
    ],
    [
      'the sample network',
      a.file([
        a.exposure({
          scopes: [a.scope({ subnetIpV4s: ['xxx.xxx.xxx.xxx/n', '192.0.2.1/28'], subnetIpV6s: ['2001:db8::/129'] })],
        }),
      ]),
      [
        'network-syntax events.event[0].scopes[0].subnetIpV4s[0]',
        'network-host-bits events.event[0].scopes[0].subnetIpV4s[1]',
        'network-syntax events.event[0].scopes[0].subnetIpV6s[0]',
      ],
    ],
    [
      'TST-00 as a FINESS number of the requester',
      a.file([a.exposure()], {}, [
        a.provider(),
        a.auditor(),
        a.requester({ stakeholderId: { stakeholderIdType: 3, __text: 'TST-00' } }),
      ]),
      ['group-id-as-finess events.stakeholders[2].stakeholderId'],
    ],
    [
      'no scope and no short name, said once',
      a.file(
        [
          a.exposure({ scopes: undefined }),
          a.exposure({ scopes: undefined, dates: [{ dateType: 7, __text: '20260304-171500' }] }),
        ],
        {},
        [
          a.provider({ stakeholderNameTypes: [{ stakeholderNameType: 2, __text: 'A' }] }),
          a.auditor(),
          a.requester({ stakeholderNameTypes: [{ stakeholderNameType: 2, __text: 'B' }] }),
        ],
      ),
      ['short-name-missing events.stakeholders[0].stakeholderNameTypes', 'scopes-missing events.event[0]'],
    ],
    [
      'analysis type 3 and a score on SILENE, as before 2024',
      a.file([a.exposure({ eventType: 60, eventAnalysisType: 3, outcome: { level: 1, score: 3 } })]),
      ['score-ignored events.event[0].outcome.score', 'old-code events.event[0].eventAnalysisType'],
    ],
    [
      'the same identifier twice',
      a.file([
        a.directory({
          stakeholders: [
            a.recipient({
              stakeholderId: [
                { stakeholderIdType: 2, __text: '990000028' },
                { stakeholderIdType: 2, __text: '990000028' },
              ],
            }),
          ],
        }),
      ]),
      ['id-twice events.event[0].stakeholders[0].stakeholderId[1]'],
    ],
    [
      'a directory audit without forest',
      a.file([a.directory({ scope: undefined })]),
      ['forest-missing events.event[0].scope.forest'],
    ],
    [
      'embedded definitions',
      a.file([a.exposure()], { definitions: { eventType: [{ code: 29, label: 'autre libellé' }] } }),
      [],
    ],
  ])('%s', async (_, content, warnings) => {
    const { read, rejected, ...rest } = await said(content);
    expect({ rejected, ...rest }).toEqual({ rejected: [], warnings });
    expect(read).toContain('events.event[0]');
  });

  it('a byte order mark', async () =>
    expect(await said(`\ufeff${a.file([a.exposure()])}`)).toEqual({ ...clean, warnings: ['encoding-bom 1'] }));
  it('events that it does not read', async () =>
    expect(await said(a.file([{ eventType: 21 }, a.exposure()]))).toEqual({
      read: ['events.event[1]'],
      rejected: [],
      warnings: ['event-not-read events.event[0].eventType'],
    }));
  it('an exercise that was only planned', async () =>
    expect(await first(a.exercise({ dates: [{ dateType: 8, __text: '20260303-140000' }] }))).toEqual({
      read: [],
      rejected: [],
      warnings: ['not-carried-out events.event[0].dates'],
    }));
});

describe('refuses, at the place', () => {
  it.each<[string, Json, string[]]>([
    ['level as text', { outcome: { level: '2' } }, ['level-not-number events.event[0].outcome.level']],
    ['level with a fraction', { outcome: { level: 1.5 } }, ['level-not-number events.event[0].outcome.level']],
    ['no level', { outcome: {} }, ['field-missing events.event[0].outcome']],
    ['no outcome', { outcome: undefined }, ['field-missing events.event[0]']],
    ['a score in D1', { outcome: { level: 1, score: 4 } }, ['score-forbidden events.event[0].outcome.score']],
    ['analysis type 3 in D1', { eventAnalysisType: 3 }, ['wrong-analysis-type events.event[0].eventAnalysisType']],
    ['an unknown event type', { eventType: 62 }, ['code-unknown events.event[0].eventType']],
    ['an event type as text', { eventType: '29' }, ['wrong-type events.event[0].eventType']],
    ['no event type', { eventType: undefined }, ['field-missing events.event[0]']],
    [
      'an ISO date',
      { dates: [{ dateType: 7, __text: '2026-01-12T18:30:00Z' }] },
      ['bad-date-format events.event[0].dates[0].__text'],
    ],
    [
      'a day that does not exist',
      { dates: [{ dateType: 7, __text: '20260230-183000' }] },
      ['date-not-real events.event[0].dates[0].__text'],
    ],
    [
      'an hour that does not exist',
      { dates: [{ dateType: 7, __text: '20260112-240000' }] },
      ['date-not-real events.event[0].dates[0].__text'],
    ],
    [
      'two dates in D1',
      {
        dates: [
          { dateType: 7, __text: '20260112-183000' },
          { dateType: 7, __text: '20260113-183000' },
        ],
      },
      ['one-date events.event[0].dates'],
    ],
    [
      'a planned date in D1',
      { dates: [{ dateType: 8, __text: '20260112-183000' }] },
      ['date-type events.event[0].dates[0].dateType'],
    ],
    ['no date', { dates: [] }, ['one-date events.event[0].dates']],
    ['no list of dates', { dates: { dateType: 7, __text: '20260112-183000' } }, ['wrong-type events.event[0].dates']],
    [
      'two audited facilities',
      { stakeholders: [a.recipient(), a.recipient()] },
      ['role-held-twice events.event[0].stakeholders'],
    ],
    ['no audited facility', { stakeholders: [] }, ['role-missing events.event[0].stakeholders']],
    [
      'an identifier object where a list is due',
      { stakeholders: [a.recipient({ stakeholderId: { stakeholderIdType: 3, __text: '990000010' } })] },
      ['wrong-type events.event[0].stakeholders[0].stakeholderId'],
    ],
    [
      'spaces in a FINESS number',
      { stakeholders: [a.recipient({ stakeholderId: [{ stakeholderIdType: 3, __text: '99 000 001 0' }] })] },
      [
        'id-form events.event[0].stakeholders[0].stakeholderId[0]',
        'recipient-unidentified events.event[0].stakeholders[0].stakeholderId',
      ],
    ],
    [
      'a FINESS number as a number',
      { stakeholders: [a.recipient({ stakeholderId: [{ stakeholderIdType: 3, __text: 990000010 }] })] },
      [
        'wrong-type events.event[0].stakeholders[0].stakeholderId[0].__text',
        'recipient-unidentified events.event[0].stakeholders[0].stakeholderId',
      ],
    ],
    [
      'a third party as audited facility',
      { stakeholders: [a.recipient({ stakeholderType: 3 })] },
      ['recipient-type events.event[0].stakeholders[0].stakeholderType'],
    ],
    [
      'no long name',
      { stakeholders: [a.recipient({ stakeholderNameTypes: [{ stakeholderNameType: 1, __text: 'CH' }] })] },
      ['name-missing events.event[0].stakeholders[0].stakeholderNameTypes'],
    ],
    [
      'contexts at the root of the event',
      { functionalContexts: [] },
      ['context-place events.event[0].functionalContexts'],
    ],
    [
      'an incomplete context',
      {
        scopes: [
          a.scope({
            functionalContexts: [
              { functionalContextCategory: 6, __text: 'x', isPersonalData: false, isPersonalHealthcareData: false },
            ],
          }),
        ],
      },
      ['context-field-missing events.event[0].scopes[0].functionalContexts[0]'],
    ],
    [
      'a web address as domain',
      { scopes: [a.scope({ domains: ['https://fictif.example'] })] },
      ['domain-form events.event[0].scopes[0].domains[0]'],
    ],
    [
      'a system number without AS',
      { scopes: [a.scope({ autonomousSystemNumbers: ['64496'] })] },
      ['system-number-form events.event[0].scopes[0].autonomousSystemNumbers[0]'],
    ],
  ])('%s', async (_, more, rejected) =>
    expect(await first(a.exposure(more))).toEqual({ read: [], rejected, warnings: [] }),
  );

  it('a directory audit without score', async () =>
    expect((await first(a.directory({ outcome: { level: 2 } }))).rejected).toEqual([
      'field-missing events.event[0].outcome',
    ]));
  it('one wrong event, and keeps the others', async () =>
    expect(await said(a.file([a.exposure({ outcome: { level: '2' } }), a.exposure()]))).toEqual({
      read: ['events.event[1]'],
      rejected: ['level-not-number events.event[0].outcome.level'],
      warnings: [],
    }));

  it.each<[string, unknown[], string[]]>([
    [
      'the obsolete type of a provider',
      [a.provider({ stakeholderType: 4 }), a.auditor(), a.requester()],
      ['provider-type-obsolete events.stakeholders[0].stakeholderType'],
    ],
    [
      'a provider that is a group',
      [a.provider({ stakeholderType: 2 }), a.auditor(), a.requester()],
      ['provider-type events.stakeholders[0].stakeholderType'],
    ],
    [
      'a provider without SIREN',
      [a.provider({ stakeholderId: { stakeholderIdType: 6, __text: 'TST-00' } }), a.auditor(), a.requester()],
      ['provider-id events.stakeholders[0].stakeholderId'],
    ],
    [
      'an identifier list where an object is due',
      [a.provider({ stakeholderId: [{ stakeholderIdType: 4, __text: '999000011' }] }), a.auditor(), a.requester()],
      ['wrong-type events.stakeholders[0].stakeholderId'],
    ],
    [
      'an unknown role',
      [a.provider(), a.auditor(), a.requester(), a.auditor({ stakeholderRoleType: 9 })],
      ['code-unknown events.stakeholders[3].stakeholderRoleType'],
    ],
  ])('%s, with every event of the file', async (_, actors, rejected) =>
    expect(await said(a.file([a.exposure(), a.exposure()], {}, actors))).toEqual({ read: [], rejected, warnings: [] }),
  );

  it('a wrong extraction date, a missing requester, no event at all', async () => {
    expect(await said(a.file([a.exposure()], { extractionDate: '2026-03-05' }))).toEqual({
      read: [],
      rejected: ['bad-date-format extractionDate'],
      warnings: [],
    });
    expect((await said(a.file([a.exposure()], {}, [a.provider(), a.auditor()]))).rejected).toEqual([
      'role-missing events.event[0].stakeholders',
    ]);
    expect((await said(a.file([]))).rejected).toEqual(['no-event events.event']);
  });

  it('says what was found and what was due', async () => {
    const { notices } = await everything(
      opssies,
      a.file([a.exposure({ outcome: { level: '2' }, eventAnalysisType: 3 })]),
    );
    expect(notices).toEqual([
      {
        level: 'rejected',
        at: 'events.event[0].outcome.level',
        code: 'level-not-number',
        params: { value: '"2"', expected: 'number' },
      },
      { level: 'rejected', at: 'events.event[0].eventAnalysisType', code: 'wrong-analysis-type', params: { value: 3 } },
    ]);
  });
});

describe('refuses whole files', () => {
  it.each([
    ['a list at the root', '[]', 'opssies-root-array'],
    ['an empty object', '{}', 'opssies-no-events'],
    ['one event too many', `{"events":{"event":[${'{},'.repeat(25_000)}{}]}}`, 'opssies-too-many'],
    ['events that are a list', '{"events":[]}', 'opssies-no-events'],
    ['a comma too many', '{"events":{"event":[],}}', 'json-syntax'],
    ['a name twice', '{"events":{"event":[]},"events":{"event":[]}}', 'json-duplicate-key'],
    ['a comment', '/* x */{}', 'json-syntax'],
    ['half a file', '{"events":{"event":[', 'json-truncated'],
  ])('%s', async (_, content, code) =>
    expect(await said(content)).toEqual({ read: [code], rejected: [], warnings: [] }),
  );
  it('in Latin-1', async () =>
    expect((await everything(opssies, Buffer.from('{"events":"é"}', 'latin1'))).fault).toEqual({
      code: 'encoding-not-utf8',
      params: { at: '1' },
    }));
});

it('reads its own sample, and knows it by name and by content', async () => {
  const bytes = readFileSync(new URL('samples/FICTIF-D1-20260305-080000.json', import.meta.url));
  const { records, notices, fault } = await everything(opssies, bytes);
  expect({ kinds: records.map((r) => r.kind), notices, fault }).toEqual({
    kinds: ['directory', 'exposure', 'exercise'],
    notices: [],
    fault: null,
  });
  const head = (text: string): Uint8Array => Buffer.from(text);
  expect(opssies.detects({ name: 'x.json', head: bytes.subarray(0, 4096) })).toBe(true);
  expect(opssies.detects({ name: 'FICTIF-D1-20260305-080000.json', head: head('[1]') })).toBe(true);
  expect(opssies.detects({ name: 'x.json', head: head('[{"key":"events"}]') })).toBe(false);
  expect(opssies.detects({ name: 'x.json', head: head('{"pmej":[]}') })).toBe(false);
});
