import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { faultCodes } from '@egide/engines/seal';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { auditLogVerify } from '../commands/audit-log-verify.ts';
import { aChain, aHeadsFile, anExportFile } from './testing.ts';
import { readWords } from './words.ts';

const folder = mkdtempSync(join(tmpdir(), 'egide-seal-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
async function egide(...argv: string[]) {
  const said = { out: '', err: '' };
  const code = await auditLogVerify(argv, {
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    locale: 'en',
  });
  return { code, ...said };
}

const ours = aChain('990000018', ['evidence.observation-recorded', 'assessments.submitted', 'évaluation ☂️']);
const neighbours = aChain('990000026', ['evidence.observation-recorded']);
const text = anExportFile([ours, neighbours]);
const sound = put('sound.ndjson', text);
const seal = aHeadsFile([ours.slice(0, 2), neighbours]);
const heads = put('heads.json', seal.text);

describe('npx egide audit-log verify', () => {
  it('exits 0 on a sound export and says what it cannot see', async () => {
    expect(await egide(sound)).toEqual({
      code: 0,
      err: '',
      out: [
        'Sound: 4 entries in 2 chains, each follows from the one before it.',
        'What this check cannot see:',
        '  Without a heads file, nobody can see whether a whole chain was rewritten by whoever holds the database (990000018, 990000026).',
        '  Without a heads file, nobody can see whether the last entries were removed (990000018, 990000026).',
        '  The date of the export is written by whoever exports; no hash covers it.',
      ].join('\n'),
    });
  });

  it('with heads and their key, only what came later is left', async () => {
    const { code, out } = await egide(sound, '--heads', heads, '--key', seal.key, '--json');
    expect([code, JSON.parse(out)]).toEqual([
      0,
      {
        sound: true,
        of: 'all',
        chains: 2,
        entries: 4,
        exportedAt: '2026-03-01T09:00:00.000Z',
        faults: [],
        faultsFound: 0,
        limits: [
          {
            limit: 'after-seal',
            chains: ['990000018'],
            message: 'What came after the last seal is held by its own chain only (990000018).',
          },
          {
            limit: 'export-date',
            chains: [],
            message: 'The date of the export is written by whoever exports; no hash covers it.',
          },
        ],
        seals: [{ file: heads, at: '2026-02-28T00:00:00.000Z', key: seal.key, chains: 2 }],
      },
    ]);
  });

  it('exits 1 and names the place of what was altered', async () => {
    const { code, out } = await egide(
      put('altered.ndjson', text.replace('assessments.submitted', 'assessments.withdrawn')),
      '--json',
    );
    expect([code, JSON.parse(out).faults]).toEqual([
      1,
      [
        {
          code: 'entry-altered',
          line: 3,
          chain: '990000018',
          seq: 2,
          message: 'Entry 2 of chain 990000018 does not follow from the one before it: one of the two was altered.',
        },
      ],
    ]);
  });

  it('with heads finds a chain rewritten whole and one cut at its end', async () => {
    const rewritten = aChain('990000018', ['a', 'b', 'c']);
    const codes = async (file: string) =>
      JSON.parse((await egide(file, '--heads', heads, '--json')).out).faults.map(
        (fault: { code: string }) => fault.code,
      );
    expect(await codes(put('rewritten.ndjson', anExportFile([rewritten, neighbours])))).toEqual(['seal-differs']);
    expect(await codes(put('cut.ndjson', anExportFile([ours.slice(0, 1), neighbours])))).toEqual(['seal-cut']);
  });

  it('with heads exits 1 when a whole chain was taken away, and names it', async () => {
    const found = await egide(put('less.ndjson', anExportFile([ours])), '--heads', heads);
    expect([found.code, found.out]).toEqual([
      1,
      expect.stringContaining('Chain 990000026 was sealed and is not in this export'),
    ]);
    const one = await egide(put('one.ndjson', anExportFile([ours], '990000018')), '--heads', heads);
    expect([one.code, one.out]).toEqual([0, expect.stringContaining('This is an export of one chain')]);
  });

  it('a heads file that nobody signed, or another key did, proves nothing', async () => {
    const forged = await egide(sound, '--heads', put('forged.json', seal.forged));
    expect([forged.code, forged.out]).toEqual([1, expect.stringContaining('forged.json does not match it')]);
    const other = await egide(sound, '--heads', heads, '--key', 'ab'.repeat(32));
    expect([other.code, other.out]).toEqual([1, expect.stringContaining('signed with another key')]);
  });

  it('says when the key itself was taken on trust', async () => {
    expect((await egide(sound, '--heads', heads)).out).toContain('compare its fingerprint');
  });

  it.each([[[]], [['a', 'b']], [['a', '--unknown']], [['a', '--key', 'short']]])('exits 2 on %j', async (argv) => {
    expect(await egide(...argv)).toEqual({
      code: 2,
      out: '',
      err: 'npx egide audit-log verify EXPORT [--heads FILE]… [--key FINGERPRINT] [--json]',
    });
  });

  it.each([
    ['nothing there', join(folder, 'absent'), 'cannot be read: ENOENT'],
    ['a folder', folder, 'cannot be read: EISDIR'],
    ['an empty file', put('empty', ''), 'is not an export'],
    ['a ZIP', put('zip', 'PK\u0003\u0004\n'), 'is not an export'],
    ['a compressed export', put('sound.gz', gzipSync(text)), 'is not an export'],
    ['a heads file', heads, 'is not an export'],
    ['one endless line', put('long', new Uint8Array(17 * 1024 * 1024)), 'holds a line of more than 16 MiB'],
  ])('exits 3 on %s', async (_, file, why) => {
    const { code, out, err } = await egide(file);
    expect([code, out, err]).toEqual([3, '', expect.stringContaining(why)]);
  });

  it('exits 3 on heads that are none', async () => {
    expect(await egide(sound, '--heads', sound)).toEqual({
      code: 3,
      out: '',
      err: `${sound} is not a heads file of Égide.`,
    });
  });

  it('shows the first faults and counts the others', async () => {
    const { out } = await egide(put('many.ndjson', `${text.split('\n')[0]}\n${'x\n'.repeat(50)}`));
    expect(out).toContain('… and 31 more.');
  });
});

it('any one byte changed is found, whatever its place', async () => {
  const bytes = Buffer.from(text, 'utf8');
  const date = bytes.indexOf('"exportedAt":"') + 14;
  const inDate = (at: number): boolean => at >= date && at < bytes.indexOf(0x22, date);
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), async (at, value) => {
      fc.pre(bytes[at] !== value && !inDate(at));
      const changed = Buffer.from(bytes);
      changed[at] = value;
      expect((await egide(put('byte.ndjson', changed))).code).not.toBe(0);
    }),
    { numRuns: 400 },
  );
});

describe('the words', () => {
  it.each(['fr', 'en'] as const)('in %s say every fault', (locale) => {
    expect(Object.keys(readWords(locale).faults).toSorted()).toEqual([...faultCodes].toSorted());
  });
});
