import { readDemo } from '@egide/content/demo';
import { z } from 'zod';
import { asSystem } from '../modules/access/index.ts';
import { instanceFactHeld, setInstanceFact } from '../platform/db/instance-facts.ts';
import type { JobRun } from '../platform/jobs/handler.ts';
import { planHistory } from './history.ts';
import { FICTIONAL, HISTORY_DONE } from './marks.ts';
import type { Cast } from './people.ts';
import { playSession } from './play.ts';

const Payload = z.object({
  today: z.number().int(),
  officer: z.string(),
  directors: z.record(z.string(), z.string()),
  recorders: z.record(z.string(), z.string()),
});

/** What the job needs to know of who is who. */
export const historyPayload = ({ officer, directors, recorders }: Cast, today: number): z.input<typeof Payload> => ({
  today,
  officer,
  directors: Object.fromEntries(directors),
  recorders: Object.fromEntries(recorders),
});

/** Tells what was before: a legal entity at a time, each in its own transaction, until the territory is removed. */
export async function playHistory(run: JobRun, payload: unknown): Promise<{ legalEntities: number }> {
  const { today, officer, directors, recorders } = Payload.parse(payload);
  const cast: Cast = {
    officer,
    directors: new Map(Object.entries(directors)),
    recorders: new Map(Object.entries(recorders)),
    byName: new Map(),
  };
  const byEntity = Map.groupBy(planHistory(readDemo()), ({ finess }) => finess);
  let told = 0;
  for (const [finess, sessions] of byEntity) {
    await run.checkCancelled();
    const there = await run.inTransaction(async (cx) => {
      if ((await instanceFactHeld(cx, FICTIONAL)) !== true) return false;
      const done = z
        .array(z.string())
        .catch([])
        .parse(await instanceFactHeld(cx, HISTORY_DONE));
      if (done.includes(finess)) return true;
      const system = await asSystem(cx, 'demo');
      for (const session of sessions.toSorted((a, b) => b.daysAgo - a.daysAgo))
        await playSession(system, session, { cast, today });
      await setInstanceFact(await asSystem(cx, 'demo'), HISTORY_DONE, [...done, finess]);
      return true;
    });
    if (!there) break;
    await run.progress('recording', ++told, byEntity.size);
  }
  return { legalEntities: told };
}
