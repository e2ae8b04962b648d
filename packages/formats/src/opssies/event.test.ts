import { expect, it } from 'vitest';
import { everything } from '../testing.ts';
import { opssies } from './index.ts';
import { isDomain, networkFault, perimeterName } from './networks.ts';
import * as a from './testing.ts';
import { readTime } from './times.ts';

const facts = async (event: Record<string, unknown>) =>
  (await everything(opssies, a.file([event]))).records.flatMap(opssies.toFacts);
const facility = { entities: ['990000010'], sites: ['990000028'], at: 'events.event[0].stakeholders[0].stakeholderId' };
const base = {
  at: 'events.event[0]',
  facility,
  loose: false,
  unit: null,
  about: null,
  expires: undefined,
  trust: 'verified',
  corrects: null,
};
const source = { format: 'opssies-0.13', tlp: 'amber', providerSiren: '999000011', provider: 'SECURITE FICTIVE' };

it('an exposure audit states that it was made, and its level about a perimeter', async () => {
  const own = {
    ...base,
    collected: '2026-01-12T17:30:00.000Z',
    source: { ...source, eventType: 29, time: '20260112-183000' },
  };
  expect(await facts(a.exposure())).toEqual([
    { ...own, key: 'exposure.audit.made', value: true },
    { ...own, key: 'exposure.level.official', value: 1, about: { kind: 'perimeter', id: 'fictif.example' } },
  ]);
});

it('a directory audit states its level about the forest, and keeps the score beside', async () => {
  const own = {
    ...base,
    collected: '2026-01-14T11:00:00.000Z',
    source: { ...source, eventType: 27, time: '20260114-120000', score: 7780 },
  };
  expect(await facts(a.directory())).toEqual([
    { ...own, key: 'directory.audit.made', value: true },
    {
      ...own,
      key: 'directory.level.official',
      value: 2,
      unit: 'level',
      about: { kind: 'forest', id: 'ad.fictif.example' },
    },
  ]);
});

it('an exercise names no kind', async () => {
  expect(await facts(a.exercise())).toEqual([
    {
      ...base,
      collected: '2026-02-03T13:00:00.000Z',
      source: { ...source, eventType: 43, time: '20260203-140000' },
      key: 'exercise.held',
      value: 'unknown',
    },
  ]);
});

it('a perimeter keeps its name when a subdomain or an address is added, and never bears an address', () => {
  expect(perimeterName(['portail.fictif.example', 'fictif.example'])).toBe('fictif.example');
  expect(perimeterName(['www.fictif.example', 'Fictif.Example.', 'a.fictif.example'])).toBe('fictif.example');
  expect(perimeterName(['b.example', 'a.example'])).toBe('a.example');
  expect(perimeterName([])).toBe('internet');
});

it.each([
  ['192.0.2.0/28', 4, null],
  ['198.51.100.17/32', 4, null],
  ['192.0.2.1/28', 4, 'network-host-bits'],
  ['0.0.0.0/0', 4, null],
  ['192.0.2.0/33', 4, 'network-syntax'],
  ['192.0.2.0', 4, 'network-syntax'],
  ['xxx.xxx.xxx.xxx/n', 4, 'network-syntax'],
  ['2001:db8::/64', 4, 'network-syntax'],
  ['2001:db8:40::/64', 6, null],
  ['2001:db8::/129', 6, 'network-syntax'],
] as const)('network %s', (text, version, fault) => expect(networkFault(text, version)).toBe(fault));

it('tells names from addresses of the web', () => {
  expect(['fictif.example', 'xn--hpital-1ua.example', '_dmarc.fictif.example'].map(isDomain)).toEqual([
    true,
    true,
    true,
  ]);
  expect(
    [
      'localhost',
      'https://a.example',
      'a.example/x',
      'a..example',
      '-a.example',
      'a b.example',
      `${'a'.repeat(64)}.example`,
    ].map(isDomain),
  ).toEqual(Array(7).fill(false));
});

it('reads times on the Paris clock', () => {
  expect(
    ['20260112-183000', '20260714-120000', '20260229-000000', '20260101-236000', '2026-01-12', '20260112183000'].map(
      readTime,
    ),
  ).toEqual([
    '2026-01-12T17:30:00.000Z',
    '2026-07-14T10:00:00.000Z',
    'date-not-real',
    'date-not-real',
    'bad-date-format',
    'bad-date-format',
  ]);
});

it('remarks on the name of a file of the CaRE D1 profile, and on no other', async () => {
  const { records } = await everything(
    opssies,
    a.file([a.exposure(), a.exposure({ dates: [{ dateType: 7, __text: '20260304-171500' }] })]),
  );
  const remarks = (name: string) =>
    opssies.nameRemarks?.(name, records).map((n) => `${n.level} ${n.code} ${n.at} ${n.params['value']}`);
  expect(['FICTIF-D1-20260305-080000.json', 'FICTIF-2-D1-20260304-171500.json.gz'].map(remarks)).toEqual([[], []]);
  expect(
    [
      'copie (1).json',
      'fictif-D1-20260305-080000.json',
      'FICTIF-D1-20260230-080000.json',
      '../../FICTIF-D1-20260305-080000.json',
    ].map(remarks),
  ).toEqual([
    ['warning file-name  copie (1).json'],
    ['warning file-name  fictif-D1-20260305-080000.json'],
    ['warning file-name  FICTIF-D1-20260230-080000.json'],
    ['warning file-name  ../../FICTIF-D1-20260305-080000.json'],
  ]);
  expect(remarks('FICTIF-D1-20260201-080000.json')).toEqual([
    'warning file-name-early events.event[1] 20260201-080000',
  ]);
  const other = await everything(opssies, a.file([a.directory()]));
  expect(opssies.nameRemarks?.('x.json', other.records)).toEqual([]);
});
