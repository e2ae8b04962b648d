import { describe, expect, it } from 'vitest';
import { canonicalHeads, readHeads } from './index.ts';

const HASH = 'ab'.repeat(32);
const file = {
  format: 'egide-heads',
  version: 1,
  at: '2026-02-01T00:00:00.000Z',
  previous: null,
  heads: [{ chain: 'instance', seq: 3, hash: HASH }],
  key: 'a2V5',
  signature: 'c2ln',
};
const read = (change: object) => readHeads(JSON.stringify({ ...file, ...change }));

describe('a heads file', () => {
  it('is read whole', () => {
    expect(read({})).toEqual({
      ok: true,
      value: { at: file.at, previous: null, heads: file.heads, key: 'a2V5', signature: 'c2ln' },
    });
    expect(read({ previous: HASH }).ok).toBe(true);
  });

  it.each([
    [{ format: 'egide-audit-export' }],
    [{ version: 2 }],
    [{ at: 1 }],
    [{ previous: 'short' }],
    [{ key: null }],
    [{ signature: 3 }],
    [{ heads: {} }],
    [{ heads: [null] }],
    [{ heads: [{ chain: 'instance', seq: -1, hash: HASH }] }],
    [{ heads: [{ chain: 'instance', seq: 1.5, hash: HASH }] }],
    [{ heads: [{ chain: 'instance', seq: 1, hash: HASH.toUpperCase() }] }],
    [{ heads: [...file.heads, ...file.heads] }],
  ])('is refused with %j', (change) => {
    expect(read(change)).toEqual({ ok: false, error: 'heads-unreadable' });
  });

  it.each(['', 'null', '[]', '3', '{"format":'])('is refused when it is %s', (text) => {
    expect(readHeads(text)).toEqual({ ok: false, error: 'heads-unreadable' });
  });

  it('has one spelling for the signature, whatever the spelling of the file', () => {
    const spelled = readHeads(
      JSON.stringify({ ...file, heads: [{ hash: HASH, seq: 3, chain: 'instance', more: 1 }] }, null, 2),
    );
    expect(spelled.ok && canonicalHeads(spelled.value)).toBe(
      `{"format":"egide-heads","version":1,"at":"2026-02-01T00:00:00.000Z","previous":null,"heads":[{"chain":"instance","seq":3,"hash":"${HASH}"}],"key":"a2V5"}`,
    );
  });
});
