import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { everything } from '../testing.ts';
import { ghtMembers } from './index.ts';

const HEADER = 'nom_ght;num_ght;role;finess_ej;denomination\n';
const codes = (notices: readonly { at: string; code: string }[]): string[] =>
  notices.map(({ at, code }) => `${at} ${code}`);

it('gathers the members of each group, in the order of the file', async () => {
  const { records, notices, summary } = await everything(
    ghtMembers,
    `${HEADER}Ombre;49824516535;S;210780581;CHU\nOmbre;49824516535;M;21 078 060 7;CH\nLisse;27103;M;520780024;CH\n`,
  );
  expect([records, notices, summary]).toEqual([
    [
      {
        kind: 'group',
        code: null,
        number: '49824516535',
        shortCode: null,
        name: 'Ombre',
        complete: true,
        members: [
          { entity: '210780581', role: 'support', repaired: false, at: '2' },
          { entity: '210780607', role: 'member', repaired: false, at: '3' },
        ],
      },
      {
        kind: 'group',
        code: '27103',
        number: null,
        shortCode: null,
        name: 'Lisse',
        complete: true,
        members: [{ entity: '520780024', role: 'member', repaired: false, at: '4' }],
      },
    ],
    [],
    { encoding: 'utf-8', lines: 3 },
  ]);
});

it('reads other separators, other column names and another order', async () => {
  const { records } = await everything(
    ghtMembers,
    'numFinessPm,typeRoleEntiteGroupe,gccIdentifiantExterne,nomGcc\n210780581,S,27103,"Ombre, la belle"\n',
  );
  expect(records).toEqual([
    {
      kind: 'group',
      code: '27103',
      number: null,
      shortCode: null,
      name: 'Ombre, la belle',
      complete: true,
      members: [{ entity: '210780581', role: 'support', repaired: false, at: '2' }],
    },
  ]);
});

it('reads Windows-1252, and line by line when both are mixed', async () => {
  const line = (name: string): Buffer => Buffer.from(`${name};27103;M;210780581;x\n`, 'latin1');
  const one = await everything(ghtMembers, Buffer.concat([Buffer.from(HEADER), line('C\x8cUR')]));
  const mixed = await everything(
    ghtMembers,
    Buffer.concat([Buffer.from(`${HEADER}Île;27104;M;210780607;x\n`), line('C\x8cUR')]),
  );
  expect([
    one.records[0]?.name,
    one.summary?.encoding,
    mixed.records.map((record) => record.name),
    codes(mixed.notices),
  ]).toEqual(['CŒUR', 'windows-1252', ['Île', 'CŒUR'], ['3 line-encoding']]);
});

it('refuses what a spreadsheet has damaged and says where', async () => {
  const { records, notices } = await everything(
    ghtMembers,
    `${HEADER}A;4,98245E+10;S;210780581;x\nA;1101;S;210780581;x\nB;27103;S;2,1078E+08;x\nB;27103;S;210780582;x\nB;27103;S;210780581\nB;27103;M;10783009;x\n`,
  );
  expect(codes(notices)).toEqual([
    '2 group-number-spreadsheet',
    '3 group-number-spreadsheet',
    '4 number-spreadsheet',
    '5 finess-check',
    '6 columns-shifted',
  ]);
  expect(records).toEqual([
    {
      kind: 'group',
      code: '27103',
      number: null,
      shortCode: null,
      name: 'B',
      complete: false,
      members: [{ entity: '010783009', role: 'member', repaired: true, at: '7' }],
    },
  ]);
});

it('says when a member stands twice', async () => {
  const { notices } = await everything(
    ghtMembers,
    `${HEADER}B;27103;S;210780581;x\nB;27103;S;210780581;x\nB;27103;M;210780581;x\n`,
  );
  expect(codes(notices)).toEqual(['3 member-twice', '4 member-two-roles']);
});

it('reads the list of codes', async () => {
  const { records, notices } = await everything(
    ghtMembers,
    "code_court;code_ght;region_insee;region;nom\nBFC-03;27103;27;B;CÔTE-D'OR\nmars-02;02102;02;M;MARTINIQUE\n",
  );
  expect([records, codes(notices)]).toEqual([
    [{ kind: 'codes', code: '27103', shortCode: 'BFC-03', name: "CÔTE-D'OR" }],
    ['3 short-code'],
  ]);
});

it.each([
  ['a;b\n1;2\n', 'file-other-kind'],
  [`${HEADER}`, 'file-blank'],
  [`${HEADER}"Ombre;27103;S;210780581`, 'file-truncated'],
  [`${HEADER}Om"bre;27103;S;210780581;x\n`, 'file-not-csv'],
  ['', 'file-empty'],
  [`${HEADER}A;1;S;210780581;x\n`, 'file-other-kind'],
])('refuses %j as %s', async (content, code) => expect((await everything(ghtMembers, content)).fault?.code).toBe(code));

const FOLDER = '../shared/data/finess/ght';
it.runIf(existsSync(FOLDER))('reads the published lists', async () => {
  const members = await everything(ghtMembers, readFileSync(`${FOLDER}/ght-membres-extrait-20260813.csv`));
  const all = await everything(ghtMembers, readFileSync(`${FOLDER}/ght-2023.csv`));
  expect([
    members.records.map((record) => record.kind === 'group' && record.members.length),
    members.notices,
    all.records.length,
    all.notices,
  ]).toEqual([[9], [], 135, []]);
});
it.runIf(!existsSync(FOLDER))('has no published list beside this checkout: ../shared/data is absent', () =>
  expect(existsSync(FOLDER)).toBe(false),
);
