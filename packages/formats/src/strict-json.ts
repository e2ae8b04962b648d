import { err, ok, type Result } from '@egide/kernel/result';
import { textFault, type TextFault } from './strict-text.ts';
import type { FileFaultCode, Params } from './format.ts';

/** Where a value stands: field names and indexes from the root. */
export type Path = readonly (string | number)[];

/** RFC 6901: `/3/about/id`; the root is the empty text. */
export const pointer = (path: Path): string =>
  path.map((p) => `/${String(p).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
/** `events.event[0].outcome.level`, as the documents of OPSSIES write places. */
export const dotted = (path: Path): string =>
  path.map((p, i) => (typeof p === 'number' ? `[${p}]` : i === 0 ? p : `.${p}`)).join('');

export type JsonFaultCode = Extract<FileFaultCode, `json-${string}`> | TextFault;
/** `at`: place of the value, or `line:column` where the text stops being JSON. */
export type JsonFault = { readonly at: string; readonly code: JsonFaultCode; readonly params: Params };
export type JsonLimits = { readonly depth: number; readonly values: number; readonly place: (path: Path) => string };

/** Names through which a careless merge would reach every object of the process. */
const PROTOTYPE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;

/** Thrown inside the parser only, to leave its recursion at once. */
class Stop extends Error {
  readonly fault: JsonFault;
  constructor(fault: JsonFault) {
    super('not the JSON that we read');
    this.fault = fault;
  }
}

/**
 * JSON as RFC 8259 writes it, and stricter than `JSON.parse`: a name given twice, a prototype name, a text that a database
 * cannot hold, a number that would change, and excessive depth or count are refused at their place.
 */
export function parseStrictJson(text: string, limits: JsonLimits): Result<unknown, JsonFault> {
  try {
    return ok(new Parser(text, limits).document());
  } catch (stop) {
    if (stop instanceof Stop) return err(stop.fault);
    throw stop;
  }
}

class Parser {
  readonly #text: string;
  readonly #limits: JsonLimits;
  readonly #path: (string | number)[] = [];
  #at = 0;
  #values = 0;

  constructor(text: string, limits: JsonLimits) {
    this.#text = text;
    this.#limits = limits;
  }

  document(): unknown {
    const value = this.#value();
    this.#take(SPACE);
    if (this.#at < this.#text.length) this.#syntax();
    return value;
  }

  #value(): unknown {
    this.#take(SPACE);
    if (++this.#values > this.#limits.values) this.#stop('json-too-many', { limit: this.#limits.values });
    const c = this.#text[this.#at];
    if (c === '{') return this.#nested(() => this.#object());
    if (c === '[') return this.#nested(() => this.#array());
    if (c === '"') return this.#string();
    if (c === undefined) this.#syntax();
    const word = this.#take(WORD);
    if (word !== null) return word === 'null' ? null : word === 'true';
    return this.#number();
  }

  #nested<T>(read: () => T): T {
    if (this.#path.length >= this.#limits.depth) this.#stop('json-depth', { limit: this.#limits.depth });
    this.#at++;
    return read();
  }

  #object(): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    if (this.#ends('}')) return object;
    do {
      this.#take(SPACE);
      if (this.#text[this.#at] !== '"') this.#syntax();
      const name = this.#string();
      this.#path.push(name);
      if (PROTOTYPE_KEYS.has(name)) this.#stop('json-prototype-key', { name });
      if (Object.hasOwn(object, name)) this.#stop('json-duplicate-key', { name });
      this.#expect(':');
      object[name] = this.#value();
      this.#path.pop();
    } while (this.#continues('}'));
    return object;
  }

  #array(): unknown[] {
    const array: unknown[] = [];
    if (this.#ends(']')) return array;
    do {
      this.#path.push(array.length);
      array.push(this.#value());
      this.#path.pop();
    } while (this.#continues(']'));
    return array;
  }

  #string(): string {
    const from = this.#at;
    let escaped = false;
    // A loop rather than a pattern: a text of several megabytes would exhaust the stack of the pattern engine.
    for (this.#at++; this.#at < this.#text.length; this.#at++) {
      const c = this.#text.charCodeAt(this.#at);
      if (c === 0x22) return this.#checked(this.#text.slice(from, ++this.#at), escaped);
      if (c < 0x20) this.#syntax();
      if (c === 0x5c) {
        escaped = true;
        this.#at++;
      }
    }
    return this.#syntax();
  }

  #checked(raw: string, escaped: boolean): string {
    const value = escaped ? this.#unescaped(raw) : raw.slice(1, -1);
    const fault = textFault(value);
    return fault === null ? value : this.#stop(fault);
  }

  #unescaped(raw: string): string {
    try {
      // Safe: what starts and ends with a quote is a JSON string or nothing.
      return JSON.parse(raw) as string;
    } catch {
      return this.#syntax();
    }
  }

  #number(): number {
    const raw = this.#take(NUMBER);
    if (raw === null) return this.#syntax();
    const value = Number(raw);
    const vanished = value === 0 && /[1-9]/.test(raw.split(/e/i)[0] ?? '');
    if (!Number.isFinite(value) || vanished || Math.abs(value) > Number.MAX_SAFE_INTEGER)
      this.#stop('json-number', { value: raw.slice(0, 40) });
    return value;
  }

  #take(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found === null) return null;
    this.#at = pattern.lastIndex;
    return found[0];
  }

  #ends(close: string): boolean {
    this.#take(SPACE);
    if (this.#text[this.#at] !== close) return false;
    this.#at++;
    return true;
  }

  #continues(close: string): boolean {
    if (this.#ends(close)) return false;
    this.#expect(',');
    return true;
  }

  #expect(c: string): void {
    this.#take(SPACE);
    if (this.#text[this.#at] !== c) this.#syntax();
    this.#at++;
  }

  #stop(code: JsonFaultCode, params: Params = {}): never {
    throw new Stop({ at: this.#limits.place(this.#path) || this.#line(), code, params });
  }

  #syntax(): never {
    throw new Stop({
      at: this.#line(),
      code: this.#at >= this.#text.length ? 'json-truncated' : 'json-syntax',
      params: {},
    });
  }

  #line(): string {
    const before = this.#text.slice(0, this.#at);
    return `${before.split('\n').length}:${this.#at - before.lastIndexOf('\n')}`;
  }
}
