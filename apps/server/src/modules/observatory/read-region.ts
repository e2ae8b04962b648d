import type { readRegion as contract, Region, RegionLine } from '@egide/contract/observatory';
import type { InputOf } from '@egide/contract/endpoint';
import { countedLevel } from '@egide/engines/rules';
import { yearBefore } from '@egide/kernel/days';
import type { Cx } from '../../platform/cx.ts';
import { refuse } from '../../platform/refusal.ts';
import { factsOfMany } from '../evidence/index.ts';
import { listRegions as allRegions, type RegionPlace, regionWith } from '../facilities/index.ts';
import { vocabulary } from '../frameworks/index.ts';
import { median } from './figures.ts';
import { can } from './policy.ts';
import { regionPage, type RegionReading } from './region-page.ts';
import { standingOf, STEERING_KEYS } from './standing.ts';
import { lastSubmissions, type PublishedSubmission } from './store.ts';

const FRAMEWORK = 'maturinh';

/** Where the facilities of a region stand, for those who steer it. */
export async function readRegion(cx: Cx, input: InputOf<typeof contract>): Promise<Region> {
  if (!cx.sees(can.readRegion(cx.actor, input.region))) throw refuse('not-found');
  return regionPage(await read(cx, input.region), input, cx.locale);
}

async function read(cx: Cx, region: string): Promise<RegionReading> {
  const [latest, yearAgo] = [
    await lastSubmissions(cx, FRAMEWORK, cx.now()),
    await lastSubmissions(cx, FRAMEWORK, new Date(yearBefore(cx.now().getTime()))),
  ];
  const place = await regionWith(cx, region, [...latest.keys()]);
  if (!place) throw refuse('not-found');
  const facts = await factsOfMany(
    cx,
    place.entities.map((e) => e.finess),
    STEERING_KEYS,
  );
  const standings = new Map(
    [...facts].map(([finess, mine]) => [finess, standingOf(mine, vocabulary(), cx.now().getTime())]),
  );
  return { place, at: cx.now(), latest, yearAgo, standings };
}

/** The regions that this reader steers, each with the figures that its own page gives. */
export async function listRegions(cx: Cx): Promise<{ regions: RegionLine[] }> {
  const mine = (await allRegions(cx)).filter((r) => cx.sees(can.readRegion(cx.actor, r.code)));
  const latest =
    mine.length === 0 ? new Map<string, PublishedSubmission>() : await lastSubmissions(cx, FRAMEWORK, cx.now());
  const regions: RegionLine[] = [];
  for (const region of mine)
    regions.push(lineOf(region, await regionWith(cx, region.code, [...latest.keys()]), latest));
  return { regions };
}

function lineOf(
  region: Pick<RegionLine, 'code' | 'name' | 'fictional'>,
  place: RegionPlace | undefined,
  latest: ReadonlyMap<string, PublishedSubmission>,
): RegionLine {
  const entities = place?.entities ?? [];
  const levels = entities.map((e) => countedLevel(latest.get(e.finess)));
  return {
    ...region,
    total: entities.length,
    published: entities.filter((e) => latest.has(e.finess)).length,
    known: levels.filter((l) => l !== null).length,
    median: median(levels.filter((l) => l !== null)),
  };
}
