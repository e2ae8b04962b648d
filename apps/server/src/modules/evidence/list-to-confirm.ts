import type { listToConfirm as contract } from '@egide/contract/evidence';
import type { AnswerOf } from '@egide/contract/endpoint';
import type { Cx } from '../../platform/cx.ts';
import { refuse } from '../../platform/refusal.ts';
import { makesOfficial } from '../access/index.ts';
import { facilitiesOf } from '../facilities/index.ts';
import { fairly } from './fairly.ts';
import { toConfirm, type Stored } from './store.ts';
import { type Viewer, viewerOf } from './view.ts';

/** Most facts that one page shows, in turn from each facility; the others come up as these are confirmed. */
const SHOWN = 200;

/** What waits for an officer over a region, the oldest first. A region that the reader does not steer does not exist. */
export async function listToConfirm(cx: Cx, { region }: { region: string }): Promise<AnswerOf<typeof contract>> {
  if (!cx.sees(makesOfficial(cx.actor, region))) throw refuse('not-found');
  const waiting = await toConfirm(cx);
  const places = await facilitiesOf(cx, [...new Set(waiting.map((o) => o.owner))]);
  const here = waiting.filter((o) => places.get(o.owner)?.region === region);
  const shown = fairly(here, SHOWN);
  const viewers = new Map<string, Viewer>();
  for (const [finess, own] of byOwner(shown)) viewers.set(finess, await viewerOf(cx, finess, own));
  return {
    total: here.length,
    waiting: shown.flatMap((o) => {
      const [place, viewer] = [places.get(o.owner), viewers.get(o.owner)];
      return place && viewer ? [{ facility: { finess: place.finess, name: place.name }, fact: viewer.show(o) }] : [];
    }),
  };
}

function byOwner(observations: readonly Stored[]): Map<string, Stored[]> {
  const by = new Map<string, Stored[]>();
  for (const o of observations) by.set(o.owner, [...(by.get(o.owner) ?? []), o]);
  return by;
}
