import { parseDay } from '@egide/kernel/days';
import type { DateBound, Each, Read } from './condition.ts';
import { NOBODY_KNOWS, type FactValue } from './fact.ts';
import type { Fault, FaultCode } from './faults.ts';
import { convert, factor } from './units.ts';
import type { KeyEntry, Vocabulary } from './vocabulary.ts';

/** Collects what is wrong with a condition, place by place. */
export class Checker {
  readonly faults: Fault[] = [];
  readonly vocabulary: Vocabulary;

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  refuse(path: string, code: FaultCode, params: Fault['params'] = {}): void {
    this.faults.push({ path, code, params });
  }

  /** The entry of a key, or null once refused. */
  key(path: string, name: string): KeyEntry | null {
    const entry = this.vocabulary.get(name);
    if (entry === undefined) this.refuse(path, 'unknown-key', { key: name });
    return entry ?? null;
  }

  /** `latest` when a key can only be about the entity; otherwise the condition must say. */
  read(path: string, key: KeyEntry, read: Read | undefined): Read {
    if (read === undefined && key.about.some((kind) => kind !== 'entity'))
      this.refuse(path, 'read-needed', { key: key.key, about: key.about.join(', ') });
    return read ?? 'latest';
  }

  /** A value in the unit of the key; refused when the key cannot hold it. */
  value(path: string, key: KeyEntry, given: { value: FactValue; unit?: string | undefined }): FactValue {
    const { value, unit } = given;
    if (value === NOBODY_KNOWS) this.refuse(path, 'asks-nobody-knows', { key: key.key });
    else if (!hasType(key, value))
      this.refuse(path, 'wrong-type', { key: key.key, type: key.type, value: String(value) });
    else if (key.type === 'enum' && !key.values?.some((one) => one.value === value))
      this.refuse(path, 'not-an-allowed-value', {
        key: key.key,
        value: String(value),
        allowed: (key.values ?? []).map((one) => one.value).join(', '),
      });
    const by = factor(unit, key.unit);
    if (by === null) this.refuse(path, 'wrong-unit', { key: key.key, unit: unit ?? '', expected: key.unit ?? '' });
    return typeof value === 'number' ? convert(value, by ?? 1) : value;
  }

  /** A number that the values of the key are compared with. */
  threshold(path: string, key: KeyEntry, given: { value: number; unit?: string | undefined }): number {
    if (key.type !== 'integer' && key.type !== 'number') {
      this.refuse(path, 'not-comparable', { key: key.key, type: key.type });
      return given.value;
    }
    const value = Number(this.value(path, { ...key, type: 'number' }, given));
    if ((key.min !== undefined && value < key.min) || (key.max !== undefined && value > key.max))
      this.refuse(path, 'not-an-allowed-value', { key: key.key, value, allowed: `${key.min ?? ''}–${key.max ?? ''}` });
    return value;
  }

  each(path: string, key: KeyEntry, each: Each): Each {
    if ('equals' in each) return { equals: this.value(path, key, { value: each.equals }) };
    if ('in' in each) return { in: each.in.map((value) => this.value(path, key, { value })) };
    if ('atLeast' in each) return { atLeast: this.threshold(path, key, { value: each.atLeast }) };
    return { atMost: this.threshold(path, key, { value: each.atMost }) };
  }

  /** Both ends exist: a day of the calendar, or a key that holds dates; and they are in order. */
  interval(path: string, from: DateBound | undefined, to: DateBound | undefined): void {
    for (const bound of [from, to]) {
      if (bound === undefined || bound === 'at') continue;
      if (typeof bound === 'string') {
        if (parseDay(bound) === null) this.refuse(path, 'bad-day', { day: bound });
      } else this.dateKey(path, this.key(path, bound.key));
    }
    if (typeof from === 'string' && typeof to === 'string' && from > to)
      this.refuse(path, 'bad-interval', { from, to });
  }

  dateKey(path: string, key: KeyEntry | null): void {
    if (key !== null && key.type !== 'date') this.refuse(path, 'not-a-date', { key: key.key });
  }

  /** Whole days in order, a whole number from 1. */
  whole(path: string, ...numbers: readonly number[]): void {
    const bad = numbers.find((number) => !Number.isInteger(number) || number < 0);
    if (bad !== undefined) this.refuse(path, 'bad-count', { count: bad });
  }
}

export function hasType(key: KeyEntry, value: FactValue): boolean {
  switch (key.type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'date':
      return typeof value === 'string' && parseDay(value) !== null;
    case 'enum':
    case 'text':
      return typeof value === 'string';
  }
}
