/** Units that convert into each other: how many of the first unit of the family one of this unit is. */
const FAMILIES: readonly Readonly<Record<string, number>>[] = [
  { percent: 1, '%': 1, ratio: 100 },
  { days: 1, hours: 1 / 24, weeks: 7 },
  { euros: 1, 'thousand-euros': 1000, 'million-euros': 1_000_000 },
  { count: 1 },
  { fte: 1 },
  { level: 1 },
  { weight: 1 },
];

export const UNITS: readonly string[] = FAMILIES.flatMap((family) => Object.keys(family));

/** What a value in `from` is multiplied by to be in `to`, null when one is not the other. */
export function factor(from: string | undefined, to: string | undefined): number | null {
  if (from === to || from === undefined) return 1;
  if (to === undefined) return null;
  const family = FAMILIES.find((units) => Object.hasOwn(units, from) && Object.hasOwn(units, to));
  const [one, other] = [family?.[from], family?.[to]];
  return one === undefined || other === undefined ? null : one / other;
}

/** Multiplies without the dust of binary fractions: 0.07 as a ratio is 7 %, not 7.000000000000001. */
export const convert = (value: number, by: number): number => (by === 1 ? value : Number((value * by).toPrecision(12)));
