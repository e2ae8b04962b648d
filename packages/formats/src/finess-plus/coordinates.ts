/** West, south, east, north of a territory in WGS84 degrees, with some kilometres of margin. */
type Box = readonly [number, number, number, number];
const METROPOLE: Box = [-5.6, 41.2, 10, 51.3];
const BOXES: Readonly<Record<string, Box>> = {
  971: [-61.9, 15.7, -60.9, 16.6],
  972: [-61.4, 14.3, -60.7, 15],
  973: [-54.7, 2, -51.5, 6],
  974: [55.1, -21.5, 55.9, -20.8],
  975: [-56.6, 46.6, -56, 47.3],
  976: [44.9, -13.1, 45.4, -12.5],
  977: [-63, 17.7, -62.6, 18.1],
  978: [-63.3, 17.9, -62.9, 18.2],
  984: [39, -50, 78, -11],
  986: [-178.3, -14.6, -175.9, -13],
  987: [-155, -28.5, -134, -7.5],
  988: [158, -23, 172.5, -17.5],
};
const inside = ([west, south, east, north]: Box, longitude: number, latitude: number): boolean =>
  longitude >= west && longitude <= east && latitude >= south && latitude <= north;

/** First characters of an INSEE commune code that name its territory. No commune of France begins with 96: fictional ones do. */
export const departmentOf = (commune: string): string =>
  /^9[678]/.test(commune) ? commune.slice(0, 3) : commune.slice(0, 2);

const boxesFor = (commune: string | null): readonly Box[] =>
  commune === null ? [METROPOLE, ...Object.values(BOXES)] : [BOXES[departmentOf(commune)] ?? METROPOLE];

const degrees = (value: unknown): number | null => {
  const number =
    typeof value === 'number'
      ? value
      : typeof value === 'string' && /^\s*-?\d{1,3}([.,]\d+)?\s*$/.test(value)
        ? Number(value.replace(',', '.'))
        : Number.NaN;
  return Number.isFinite(number) ? number : null;
};

export type Position = { readonly longitude: number; readonly latitude: number };

/**
 * Four fields hold a projected and a geographic pair under names that change from one record and one month to the next
 * (FINESS+ issue 24): the pair that lies in the territory of the commune is taken, in whichever order it fits. Values that
 * fit neither way give null: better no point than a hospital in the sea.
 */
export function position(written: Readonly<Record<string, unknown>>, commune: string | null): Position | null {
  const pairs = [
    [written.coordonneeX, written.coordonneeY],
    [written.directionLongitude, written.directionLatitude],
  ].map(([a, b]) => [degrees(a), degrees(b)] as const);
  for (const box of boxesFor(commune))
    for (const [a, b] of pairs) {
      if (a === null || b === null) continue;
      if (inside(box, a, b)) return { longitude: a, latitude: b };
      if (inside(box, b, a)) return { longitude: b, latitude: a };
    }
  return null;
}

/** Something is written where coordinates stand. */
export const hasCoordinates = (written: Readonly<Record<string, unknown>>): boolean =>
  ['coordonneeX', 'coordonneeY', 'directionLongitude', 'directionLatitude'].some(
    (key) => written[key] !== null && written[key] !== undefined && written[key] !== '',
  );
