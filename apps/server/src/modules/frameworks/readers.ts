import { shippedContent } from '@egide/content';
import type { Condition } from '@egide/engines/rules';
import type { Words } from '@egide/kernel/locale';

/** A condition somewhere in the content that reads a key. */
export interface Reader {
  readonly kind: 'indicator' | 'objective';
  /** `5.2.1`, or `care-d2 O3.A`. */
  readonly id: string;
  readonly title: Words;
}

let index: ReadonlyMap<string, readonly Reader[]> | null = null;

/** Who else reads these keys: indicators and objectives, in the order of the content, `except` one. */
export function readersOf(keys: readonly string[], except: string | null): Reader[] {
  index ??= build();
  const found = new Map<string, Reader>();
  for (const key of keys) for (const reader of index.get(key) ?? []) if (reader.id !== except) found.set(reader.id, reader);
  return [...found.values()];
}

function build(): Map<string, Reader[]> {
  const readers = new Map<string, Reader[]>();
  const add = (reader: Reader, conditions: readonly (Condition | undefined)[]) => {
    for (const key of new Set(conditions.flatMap((c) => (c ? keysOf(c) : [])))) readers.set(key, [...(readers.get(key) ?? []), reader]);
  };
  const { frameworks, programmes } = shippedContent();
  for (const { text } of frameworks) {
    for (const i of text.dimensions.flatMap((d) => d.themes.flatMap((t) => t.indicators))) add({ kind: 'indicator', id: i.id, title: { fr: `${i.id} ${i.title.fr}`, en: `${i.id} ${i.title.en}` } }, i.levels.map((l) => l.when));
  }
  for (const p of programmes) for (const o of p.objectives) add({ kind: 'objective', id: `${p.id} ${o.id}`, title: { fr: `${p.title.fr}, ${o.id}`, en: `${p.title.en}, ${o.id}` } }, [o.when]);
  return readers;
}

/** Every key that a condition names, wherever it stands in it. */
export function keysOf(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(keysOf);
  if ('any' in condition) return condition.any.flatMap(keysOf);
  if ('not' in condition) return keysOf(condition.not);
  if ('atLeastOf' in condition) return condition.atLeastOf.of.flatMap(keysOf);
  if ('coverage' in condition) return [...keysOf(condition.coverage.condition), condition.coverage.weight];
  return Object.values(condition).flatMap((leaf: Readonly<Record<string, unknown>>) => [leaf.key, ...['before', 'from', 'to'].map((bound) => boundKey(leaf[bound]))].filter((k) => typeof k === 'string'));
}

const boundKey = (bound: unknown): unknown => (typeof bound === 'object' && bound !== null && 'key' in bound ? bound.key : undefined);
