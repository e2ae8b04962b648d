import { describe, expect, it } from 'vitest';
import { ALL_CHAINS, endOfExport, exportEntry, exportHeader } from './index.ts';
import { aChain, aHead, anExport, codesOf, someHeads, verify } from './testing.ts';

const ours = aChain('990000018', ['{"action":"a"}', '{"action":"b"}', '{"action":"c"}', '{"action":"d"}']);
const neighbours = aChain('990000026', ['{"action":"é"}', '{"action":"☂️"}']);
const sound = anExport([ours, neighbours]);
const at = (n: number): string => sound[n] ?? '';
/** Where a fault lies, in the order of the file. */
const places = (lines: readonly string[], ...heads: Parameters<typeof someHeads>) =>
  verify(lines, heads.length === 0 ? [] : [someHeads(...heads)])?.faults.map(({ code, line, chain, seq }) => ({
    code,
    line,
    chain,
    seq,
  }));

describe('a sound export', () => {
  it('says what it holds, and what cannot be seen without seals', () => {
    expect(verify(sound)).toEqual({
      sound: true,
      of: 'all',
      chains: 2,
      entries: 6,
      exportedAt: '2026-03-01T08:00:00.000Z',
      faults: [],
      faultsFound: 0,
      limits: [
        { limit: 'rewritten-whole', chains: ['990000018', '990000026'] },
        { limit: 'cut-at-end', chains: ['990000018', '990000026'] },
        { limit: 'export-date', chains: [] },
      ],
    });
  });

  it('with seals, names what lies outside them', () => {
    const elsewhere = aChain('990000034', ['{}']);
    const one = anExport([ours], { of: '990000018' });
    const { sound: isSound, limits } = verify(one, [someHeads(aHead(ours, 3), aHead(elsewhere))]) ?? {};
    expect([isSound, limits]).toEqual([
      true,
      [
        { limit: 'after-seal', chains: ['990000018'] },
        { limit: 'sealed-chain-absent', chains: ['990000034'] },
        { limit: 'export-date', chains: [] },
      ],
    ]);
    expect(verify(sound, [someHeads(aHead(ours, 3))])?.limits).toEqual([
      { limit: 'chain-without-seal', chains: ['990000026'] },
      { limit: 'after-seal', chains: ['990000018'] },
      { limit: 'export-date', chains: [] },
    ]);
  });

  it('may hold a chain without entries', () => {
    expect(
      verify([exportHeader({ of: 'instance', chains: ['instance'], exportedAt: 'x' }), endOfExport(0)])?.sound,
    ).toBe(true);
  });
});

describe('a whole chain taken away', () => {
  const missing = (chain: string) => [{ code: 'seal-chain-missing', line: null, chain, seq: null }];

  it('is missed in what claims to hold every chain', () => {
    expect(places(anExport([ours]), aHead(ours), aHead(neighbours))).toEqual(missing('990000026'));
    expect(places(anExport([]), aHead(ours), aHead(neighbours))).toEqual([
      ...missing('990000018'),
      ...missing('990000026'),
    ]);
  });

  it('is missed in an export of that chain, and not in one of another', () => {
    expect(places(anExport([], { of: '990000018' }), aHead(ours), aHead(neighbours))).toEqual(missing('990000018'));
    expect(places(anExport([ours], { of: '990000018' }), aHead(ours), aHead(neighbours))).toEqual([]);
  });

  it('cannot be hidden by claiming less and holding several', () => {
    expect(places(anExport([ours, neighbours], { of: '990000018' }), aHead(ours))).toEqual([
      { code: 'chain-beyond', line: 1, chain: '990000026', seq: null },
    ]);
  });
});

describe('a fault has its place', () => {
  const altered = (entry: string) => exportEntry({ chain: '990000018', seq: 2, entry, hash: ours[1]?.hash ?? '' });
  const cases: readonly (readonly [title: string, lines: readonly string[], faults: readonly unknown[]])[] = [
    [
      'altered',
      [at(0), at(1), altered('{"action":"B"}'), ...sound.slice(3)],
      [{ code: 'entry-altered', line: 3, chain: '990000018', seq: 2 }],
    ],
    [
      'altered and sealed again by itself',
      [
        at(0),
        at(1),
        exportEntry(aChain('990000018', ['{"action":"a"}', '{}'])[1] ?? { chain: '', seq: 0, entry: '', hash: '' }),
        ...sound.slice(3),
      ],
      [{ code: 'entry-altered', line: 4, chain: '990000018', seq: 3 }],
    ],
    [
      'removed',
      [at(0), at(1), ...sound.slice(3)],
      [
        { code: 'entries-missing', line: 3, chain: '990000018', seq: 3 },
        { code: 'count-differs', line: 7, chain: null, seq: null },
      ],
    ],
    [
      'removed at the start',
      [at(0), ...sound.slice(2)],
      [
        { code: 'entries-missing', line: 2, chain: '990000018', seq: 2 },
        { code: 'count-differs', line: 7, chain: null, seq: null },
      ],
    ],
    [
      'inserted twice',
      [at(0), at(1), at(1), ...sound.slice(2)],
      [
        { code: 'entry-out-of-order', line: 3, chain: '990000018', seq: 1 },
        { code: 'count-differs', line: 9, chain: null, seq: null },
      ],
    ],
    [
      'reordered',
      [at(0), at(1), at(3), at(2), ...sound.slice(4)],
      [
        { code: 'entries-missing', line: 3, chain: '990000018', seq: 3 },
        { code: 'entry-out-of-order', line: 4, chain: '990000018', seq: 2 },
      ],
    ],
    [
      'of another chain',
      [
        at(0),
        ...sound.slice(1, 5),
        exportEntry({ chain: 'instance', seq: 1, entry: '{}', hash: '' }),
        ...sound.slice(5, 7),
        endOfExport(7),
      ],
      [{ code: 'chain-unannounced', line: 6, chain: 'instance', seq: null }],
    ],
    [
      'behind its chain',
      [at(0), ...sound.slice(1, 4), at(5), at(6), at(4), at(7)],
      [{ code: 'chain-out-of-place', line: 7, chain: '990000018', seq: null }],
    ],
    [
      'not spelled as we spell',
      [at(0), at(1).replace(':', ': '), ...sound.slice(2)],
      [
        { code: 'line-unreadable', line: 2, chain: null, seq: null },
        { code: 'entries-missing', line: 3, chain: '990000018', seq: 2 },
        { code: 'count-differs', line: 8, chain: null, seq: null },
      ],
    ],
    ['after the end', [...sound, at(1)], [{ code: 'end-not-last', line: 9, chain: null, seq: null }]],
    ['cut before the end', sound.slice(0, -1), [{ code: 'end-missing', line: 7, chain: null, seq: null }]],
    [
      'announced twice',
      [
        exportHeader({ of: ALL_CHAINS, chains: ['990000018', '990000026', '990000018'], exportedAt: 'x' }),
        ...sound.slice(1),
      ],
      [{ code: 'chain-twice', line: 1, chain: '990000018', seq: null }],
    ],
  ];
  it.each(cases)('an entry %s', (_, lines, faults) => {
    expect(places(lines)).toEqual(faults);
  });

  it('a last line without its line feed', () => {
    expect(codesOf(verify(sound.slice(0, -1), [], at(7)))).toEqual(['last-line-open']);
  });

  it('keeps the first thousand and counts the rest', () => {
    const verdict = verify([at(0), ...Array.from({ length: 1500 }, () => 'x'), endOfExport(0)]);
    expect([verdict?.faults.length, verdict?.faultsFound]).toEqual([1000, 1500]);
  });
});

describe('with seals', () => {
  const rewritten = aChain('990000018', ['{"action":"a"}', '{"action":"x"}', '{"action":"c"}', '{"action":"d"}']);

  it('a chain rewritten whole shows, and is invisible without them', () => {
    const lines = anExport([rewritten, neighbours]);
    expect(places(lines)).toEqual([]);
    expect(places(lines, aHead(ours, 3), aHead(neighbours))).toEqual([
      { code: 'seal-differs', line: 4, chain: '990000018', seq: 3 },
    ]);
  });

  it('a chain forked before the seal shows, with new entries at its end', () => {
    const forked = aChain('990000018', [
      '{"action":"a"}',
      '{"action":"x"}',
      '{"action":"y"}',
      '{"action":"z"}',
      '{"action":"later"}',
    ]);
    expect(places(anExport([forked, neighbours]), aHead(ours), aHead(neighbours))).toEqual([
      { code: 'seal-differs', line: 5, chain: '990000018', seq: 4 },
    ]);
  });

  it('a chain cut at its end shows, and is invisible without them', () => {
    const lines = anExport([ours.slice(0, 2), neighbours]);
    expect(places(lines)).toEqual([]);
    expect(places(lines, aHead(ours, 3))).toEqual([{ code: 'seal-cut', line: null, chain: '990000018', seq: 3 }]);
  });

  it('a chain emptied shows', () => {
    const lines = [exportHeader({ of: '990000018', chains: ['990000018'], exportedAt: 'x' }), endOfExport(0)];
    expect(places(lines, aHead(ours))).toEqual([{ code: 'seal-cut', line: null, chain: '990000018', seq: 4 }]);
  });

  it('each of several seals of one chain is held', () => {
    expect(
      codesOf(
        verify(anExport([rewritten]), [
          someHeads(aHead(ours, 1)),
          someHeads(aHead(ours, 2)),
          someHeads(aHead(ours, 4)),
        ]),
      ),
    ).toEqual(['seal-differs', 'seal-differs']);
  });
});

describe('what is no export', () => {
  it.each([
    '',
    '{}',
    '[]',
    'null',
    '{"format":"egide-audit-export","version":2,"chains":[],"exportedAt":"x"}',
    '{"format":"egide-audit-export","version":1,"chains":[1],"exportedAt":"x"}',
    '{"__proto__":{"format":"egide-audit-export"}}',
  ])('%s', (line) => {
    expect(verify([line])).toBeNull();
  });
  it('an empty file', () => {
    expect(verify([])).toBeNull();
  });
});
