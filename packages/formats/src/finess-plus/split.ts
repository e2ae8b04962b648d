import { isUtf8 } from 'node:buffer';
import { unreadable } from '../unpack.ts';
import { LIMITS } from './schema.ts';

/** A value of the root (`index` null), or one element of a root array that was asked for. */
export type Part = { readonly key: string; readonly index: number | null; readonly json: Buffer };

const QUOTE = 0x22,
  ESCAPE = 0x5c,
  COMMA = 0x2c,
  COLON = 0x3a,
  OPEN_OBJECT = 0x7b,
  OPEN_ARRAY = 0x5b,
  CLOSE_OBJECT = 0x7d,
  CLOSE_ARRAY = 0x5d;

/** What stands next, between values. */
type Place =
  | 'root'
  | 'first-key'
  | 'key'
  | 'colon'
  | 'value'
  | 'first-element'
  | 'element'
  | 'after-element'
  | 'after-value'
  | 'end';
/** The value being read. `bare` is a number or a literal: it ends before a comma, a bracket or a blank. */
type Shape = 'string' | 'container' | 'bare';

/**
 * Cuts a JSON object into the elements of its root arrays without building the whole: one pass over the bytes that knows
 * only strings, depth and commas; `JSON.parse` then judges each part. Memory: the part being read. Throws `Unreadable`.
 */
export class Splitter {
  readonly rootKeys = new Set<string>();
  private readonly arrays: ReadonlySet<string>;
  private readonly values: ReadonlySet<string>;
  private readonly emit: (part: Part) => void;
  private place: Place = 'root';
  private shape: Shape | null = null;
  private reading: 'key' | 'value' | 'element' = 'key';
  private key = '';
  private index = 0;
  private held: Buffer[] = [];
  private heldSize = 0;
  private passed = 0;
  private depth = 0;
  private inString = false;
  private escaped = false;
  private run = 0;
  private blanks = 0;

  /** `arrays`: root keys whose elements are emitted one by one; `values`: root keys emitted whole; the rest is passed over. */
  constructor(wanted: { arrays: readonly string[]; values: readonly string[] }, emit: (part: Part) => void) {
    this.arrays = new Set(wanted.arrays);
    this.values = new Set(wanted.values);
    this.emit = emit;
  }

  /** Takes one piece of the file; the parts that end in it are emitted before the call returns. */
  push(piece: Buffer): void {
    let i = 0;
    while (i < piece.length) {
      if (this.shape === null) {
        i = this.between(piece, i);
      } else {
        const to = this.shape === 'bare' ? this.bare(piece, i) : this.within(piece, i);
        this.hold(piece, i, to);
        i = to;
        if (this.shape === null) this.close();
      }
    }
  }

  /** To be called once, after the last piece. */
  end(): void {
    if (this.place === 'end' && this.shape === null) return;
    throw unreadable(this.place === 'root' ? 'file-blank' : 'file-truncated');
  }

  private between(piece: Buffer, at: number): number {
    // Safe: the caller checked the length.
    const c = piece[at]!;
    if (c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09) {
      if (++this.blanks > LIMITS.blank) throw unreadable('file-blank');
      return at + 1;
    }
    this.blanks = 0;
    return this.punctuation(c) ? at + 1 : at;
  }

  /** Moves on by one mark; false when the byte begins a value and is still to be read. */
  private punctuation(c: number): boolean {
    switch (this.place) {
      // The three bytes of a UTF-8 mark may stand before the root.
      case 'root':
        return c === 0xef || c === 0xbb || c === 0xbf || this.expect(c === OPEN_OBJECT, 'first-key');
      case 'first-key':
        return c === CLOSE_OBJECT ? this.expect(true, 'end') : this.begin(c, 'key', c === QUOTE);
      case 'key':
        return this.begin(c, 'key', c === QUOTE);
      case 'colon':
        return this.expect(c === COLON, 'value');
      case 'value':
        return c === OPEN_ARRAY && this.arrays.has(this.key)
          ? this.expect(true, 'first-element')
          : this.begin(c, 'value', true);
      case 'first-element':
        return c === CLOSE_ARRAY ? this.expect(true, 'after-value') : this.begin(c, 'element', c === OPEN_OBJECT);
      case 'element':
        return this.begin(c, 'element', c === OPEN_OBJECT);
      case 'after-element':
        return this.expect(c === COMMA || c === CLOSE_ARRAY, c === COMMA ? 'element' : 'after-value');
      case 'after-value':
        return this.expect(c === COMMA || c === CLOSE_OBJECT, c === COMMA ? 'key' : 'end');
      case 'end':
        throw unreadable('file-not-json', { near: this.key });
    }
  }

  private expect(good: boolean, next: Place): true {
    if (!good) throw unreadable('file-not-json', { near: this.key });
    if (next === 'first-element') this.index = 0;
    this.place = next;
    return true;
  }

  private begin(c: number, reading: Splitter['reading'], good: boolean): false {
    if (!good) throw unreadable('file-not-json', { near: this.key });
    this.reading = reading;
    this.shape = c === QUOTE ? 'string' : c === OPEN_OBJECT || c === OPEN_ARRAY ? 'container' : 'bare';
    this.depth = 0;
    return false;
  }

  private bare(piece: Buffer, from: number): number {
    for (let i = from; i < piece.length; i++) {
      // Safe: i stays below the length.
      const c = piece[i]!;
      if (c === COMMA || c === CLOSE_OBJECT || c === CLOSE_ARRAY || c <= 0x20) {
        this.shape = null;
        return i;
      }
    }
    return piece.length;
  }

  /** The hot loop: to the end of the string or container, or of the piece. State is kept in locals on purpose. */
  private within(piece: Buffer, from: number): number {
    let { depth, inString, escaped, run, blanks } = this;
    let i = from;
    for (; i < piece.length; i++) {
      // Safe: i stays below the length.
      const c = piece[i]!;
      if (inString) {
        run++;
        if (escaped) escaped = false;
        else if (c === ESCAPE) escaped = true;
        else if (c === QUOTE) {
          inString = false;
          if (run > LIMITS.string) break;
          if (depth === 0) {
            this.shape = null;
            i++;
            break;
          }
        }
      } else if (c <= 0x20) {
        if (++blanks > LIMITS.blank) break;
      } else {
        blanks = 0;
        if (c === QUOTE) {
          inString = true;
          run = 0;
        } else if (c === OPEN_OBJECT || c === OPEN_ARRAY) {
          if (++depth > LIMITS.depth) break;
        } else if (c === CLOSE_OBJECT || c === CLOSE_ARRAY) {
          if (--depth === 0) {
            this.shape = null;
            i++;
            break;
          }
        }
      }
    }
    this.depth = depth;
    this.inString = inString;
    this.escaped = escaped;
    this.run = run;
    this.blanks = blanks;
    if (depth > LIMITS.depth) throw unreadable('file-too-deep', { limit: LIMITS.depth });
    if (blanks > LIMITS.blank) throw unreadable('file-blank');
    if (run > LIMITS.string) throw unreadable('file-too-large', { limit: LIMITS.string });
    return i;
  }

  private hold(piece: Buffer, from: number, to: number): void {
    if (this.reading === 'value' && !this.values.has(this.key)) {
      this.passed += to - from;
      if (this.passed > LIMITS.passed)
        throw unreadable('file-other-kind', { keys: [...this.rootKeys].slice(0, 5).join(', ') });
      return;
    }
    this.heldSize += to - from;
    if (this.heldSize > (this.reading === 'key' ? LIMITS.key : LIMITS.element))
      throw unreadable('file-too-large', { limit: this.reading === 'key' ? LIMITS.key : LIMITS.element });
    if (to > from) this.held.push(piece.subarray(from, to));
  }

  private close(): void {
    // Safe: a list of one has a first.
    const json = this.held.length === 1 ? this.held[0]! : Buffer.concat(this.held, this.heldSize);
    this.held = [];
    this.heldSize = 0;
    if (this.reading === 'key') return this.closeKey(json);
    if (this.reading === 'element') {
      this.place = 'after-element';
      return this.emit({ key: this.key, index: this.index++, json });
    }
    this.place = 'after-value';
    if (this.values.has(this.key)) this.emit({ key: this.key, index: null, json });
  }

  private closeKey(json: Buffer): void {
    const key = parsePart(json);
    this.key = typeof key === 'string' ? key : '';
    if (this.rootKeys.has(this.key)) throw unreadable('file-duplicate-key', { key: this.key });
    if (this.rootKeys.add(this.key).size > LIMITS.rootKeys)
      throw unreadable('file-other-kind', { keys: [...this.rootKeys].slice(0, 5).join(', ') });
    this.place = 'colon';
  }
}

/** `JSON.parse` of one part, in UTF-8 and nothing else. */
export function parsePart(json: Buffer): unknown {
  if (!isUtf8(json)) throw unreadable('file-encoding', { found: 'UTF-8?' });
  try {
    return JSON.parse(json.toString('utf8'));
  } catch {
    throw unreadable('file-not-json', { near: json.subarray(0, 40).toString('utf8') });
  }
}
