import type { DrawnValue, FactWay, FactsOfLevels } from '@egide/content/demo';
import { draw, type Draw } from './draw.ts';
import type { Levels } from './levels.ts';

type Value = boolean | number | string;

/** A fact to be recorded. Days are counted back from today. */
export interface PlannedFact {
  readonly key: string;
  readonly value: Value;
  /** When the value is a day: days before today, which replace `value`. */
  readonly valueDays?: number;
  readonly unit?: string;
  readonly about?: { readonly kind: 'system' | 'activity' | 'forest' | 'perimeter'; readonly id: string };
  readonly collected: number;
  /** Days after today, negative when it is over; absent: the validity of the key. */
  readonly expires?: number;
  readonly source: FactWay['source'];
  readonly label: string;
  readonly by: 'officer' | 'facility';
}

/** Where and when the facts of one recording are chosen. */
export interface Moment {
  readonly finess: string;
  /** Days before today of the recording: no fact is younger. */
  readonly daysAgo: number;
}

/** The facts that give these levels to indicators that facts decide. */
export function factsFor(levels: Levels, table: FactsOfLevels, moment: Moment): PlannedFact[] {
  return [...levels].flatMap(([indicator, level]) => {
    const chosen = table.levels[indicator]?.[String(level)] ?? {};
    return Object.entries(chosen).flatMap(([key, drawn]) => factsOfKey({ key, drawn, way: wayOf(table, key) }, moment));
  });
}

export function wayOf(table: FactsOfLevels, key: string): FactWay {
  const way = table.keys[key];
  if (way === undefined) throw new Error(`facts.yaml does not say how ${key} comes to be known`);
  return way;
}

interface Choice {
  readonly key: string;
  readonly drawn: DrawnValue;
  readonly way: FactWay;
}

function factsOfKey({ key, drawn, way }: Choice, { finess, daysAgo }: Moment): PlannedFact[] {
  const lot = draw(finess, daysAgo, key);
  // What one document says is of one day: the place in the range is drawn for the document, not for the key.
  const place = draw(finess, daysAgo, way.label).next();
  const within = ([from, to]: readonly [number, number]) => from + Math.floor(place * (to - from + 1));
  const collected = daysAgo + within(typeof drawn === 'object' && 'age' in drawn && drawn.age ? drawn.age : way.age);
  const plain = {
    key,
    source: way.source,
    label: way.label,
    by: way.by ?? 'facility',
    ...(way.unit ? { unit: way.unit } : {}),
  } as const;
  const abouts = (way.about?.ids ?? []).map((id) => ({ about: { kind: way.about?.kind ?? 'system', id } }));
  const of = (i: number) => abouts[i] ?? {};
  if (typeof drawn !== 'object') return [{ ...plain, ...of(0), value: drawn, collected }];
  if ('each' in drawn) return drawn.each.map((value, i) => ({ ...plain, ...of(i), value, collected }));
  if ('from' in drawn) return [{ ...plain, ...of(0), value: between(drawn, lot), collected }];
  if ('daysBefore' in drawn)
    return [
      { ...plain, value: '', valueDays: Math.max(collected, daysAgo + lot.whole(...drawn.daysBefore)), collected },
    ];
  const now = { ...plain, ...of(0), value: drawn.now, collected };
  return drawn.before === undefined
    ? [now]
    : [now, { ...plain, ...of(0), value: drawn.before, collected: collected + lot.whole(...(drawn.days ?? [30, 30])) }];
}

/** A whole number between whole bounds, otherwise one decimal. */
function between({ from, to }: { from: number; to: number }, lot: Draw): number {
  return Number.isInteger(from) && Number.isInteger(to)
    ? lot.whole(from, to)
    : Math.round((from + lot.next() * (to - from)) * 10) / 10;
}
