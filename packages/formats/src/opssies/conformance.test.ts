import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parisDay, parisDayNumber } from '@egide/kernel/days';
import { describe, expect, it } from 'vitest';
import { everything } from '../testing.ts';
import { opssies } from './index.ts';

/** The sample files of the project lie beside the checkout; they are not part of it. */
const FOLDER = fileURLToPath(new URL('../../../../../shared/data/opssies/', import.meta.url));
const here = existsSync(FOLDER);
const read = (name: string) => everything(opssies, readFileSync(`${FOLDER}EXEMPLESEC-D1-${name}.json`));

it('says where the sample files are', () => {
  if (!here) console.info(`OPSSIES samples absent (${FOLDER}): conformance not checked here`);
  expect(typeof here).toBe('boolean');
});

describe.runIf(here)('the sample files', () => {
  it('complete: two audits, 51 days apart, levels 1 then 2, nothing to say', async () => {
    const { records, notices, fault } = await read('20260305-080000');
    expect({ notices, fault }).toEqual({ notices: [], fault: null });
    expect(records.map((r) => [parisDay(Date.parse(r.done.instant)), r.level, r.perimeter])).toEqual([
      ['2026-01-12', 1, 'valmonde.example'],
      ['2026-03-04', 2, 'valmonde.example'],
    ]);
    const [one, two] = records.map((r) => parisDayNumber(Date.parse(r.done.instant)));
    expect(Number(two) - Number(one)).toBe(51);
  });

  it('minimal: one audit, four recommendations', async () => {
    const { records, notices, fault } = await read('20260421-070000');
    expect(fault).toBeNull();
    expect(records.map((r) => [r.facility.entities, r.facility.sites, r.level, r.perimeter])).toEqual([
      [['990000036'], ['990000044'], 2, 'internet'],
    ]);
    expect(notices.map((n) => [n.level, n.code]).sort()).toEqual([
      ['warning', 'auditor-missing'],
      ['warning', 'extraction-date-missing'],
      ['warning', 'scopes-missing'],
      ['warning', 'short-name-missing'],
    ]);
  });

  it('damaged: the six errors at their places, and nothing else', async () => {
    const { records, notices, fault } = await read('20260422-070000');
    expect({ records, fault }).toEqual({ records: [], fault: null });
    expect(
      notices
        .filter((n) => n.level === 'rejected')
        .map((n) => `${n.code} ${n.at}`)
        .sort(),
    ).toEqual([
      'bad-date-format events.event[0].dates[0].__text',
      'context-field-missing events.event[0].scopes[0].functionalContexts[1]',
      'level-not-number events.event[0].outcome.level',
      'provider-type-obsolete events.stakeholders[0].stakeholderType',
      'role-held-twice events.event[0].stakeholders',
      'wrong-analysis-type events.event[0].eventAnalysisType',
    ]);
  });
});
