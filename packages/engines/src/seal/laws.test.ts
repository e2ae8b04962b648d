import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aChain, aHead, anExport, someHeads, verify } from './testing.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const exports = fc
  .uniqueArray(
    fc.tuple(
      fc.constantFrom('instance', '990000018', '990000026', '2A0000014'),
      fc.array(text, { minLength: 1, maxLength: 5 }),
    ),
    { minLength: 1, maxLength: 3, selector: ([chain]) => chain },
  )
  .map((chains) => chains.map(([chain, texts]) => aChain(chain, texts)));
const place = fc.nat();
const letter = fc.string({ unit: 'binary', minLength: 1, maxLength: 1 });

/** The date of the export is covered by no hash; the verdict says so. A change there is no change of the log. */
const outsideTheDate = (file: string, at: number): boolean => {
  const from = file.indexOf('"exportedAt":"') + 14;
  return at < from || at >= file.indexOf('"', from);
};
const found = (file: string): boolean => {
  const lines = file.split('\n');
  const rest = lines.pop() ?? '';
  const verdict = verify(lines, [], rest);
  return verdict === null || !verdict.sound;
};
const fileOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

describe('laws of the seal', () => {
  it('an export that nobody touched is sound, sealed or not', () => {
    fc.assert(
      fc.property(exports, (chains) => {
        expect(verify(anExport(chains))?.faults).toEqual([]);
        expect(verify(anExport(chains), [someHeads(...chains.map((entries) => aHead(entries)))])?.faults).toEqual([]);
      }),
    );
  });

  it('any one letter changed is found', () => {
    fc.assert(
      fc.property(exports, place, letter, (chains, where, other) => {
        const file = fileOf(anExport(chains));
        const at = where % file.length;
        fc.pre(outsideTheDate(file, at) && file[at] !== other);
        expect(found(file.slice(0, at) + other + file.slice(at + 1))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('any one letter removed or inserted is found', () => {
    fc.assert(
      fc.property(exports, place, letter, (chains, where, other) => {
        const file = fileOf(anExport(chains));
        const at = where % file.length;
        fc.pre(outsideTheDate(file, at) && outsideTheDate(file, at - 1));
        expect(found(file.slice(0, at) + file.slice(at + 1))).toBe(true);
        expect(found(file.slice(0, at) + other + file.slice(at))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('any line removed, repeated or exchanged with another is found', () => {
    fc.assert(
      fc.property(exports, place, place, (chains, one, other) => {
        const lines = anExport(chains);
        const [a, b] = [one % lines.length, other % lines.length];
        expect(found(fileOf(lines.toSpliced(a, 1)))).toBe(true);
        expect(found(fileOf(lines.toSpliced(b, 0, lines[a] ?? '')))).toBe(true);
        if (a !== b) expect(found(fileOf(lines.with(a, lines[b] ?? '').with(b, lines[a] ?? '')))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('a chain rewritten from any entry on is found by a seal at or behind it', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), place, place, text, (texts, where, behind, other) => {
        const at = where % texts.length;
        fc.pre(texts[at] !== other);
        const sealedAt = at + (behind % (texts.length - at)) + 1;
        const rewritten = aChain('990000018', texts.with(at, other));
        expect(verify(anExport([rewritten]))?.sound).toBe(true);
        expect(verify(anExport([rewritten]), [someHeads(aHead(aChain('990000018', texts), sealedAt))])?.sound).toBe(
          false,
        );
      }),
    );
  });

  it('a chain cut anywhere before a seal is found by it', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), place, (texts, where) => {
        const whole = aChain('990000018', texts);
        const kept = whole.slice(0, where % texts.length);
        expect(verify(anExport([kept], { names: ['990000018'] }), [someHeads(aHead(whole))])?.sound).toBe(false);
      }),
    );
  });
});
