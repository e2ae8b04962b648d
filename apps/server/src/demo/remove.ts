import type { removeDemo as contract } from '@egide/contract/demo';
import type { AnswerOf } from '@egide/contract/endpoint';
import {
  anyAdministrator,
  asSystem,
  countFictional as countPeople,
  removeFictional as removePeople,
  runsPlatform,
} from '../modules/access/index.ts';
import { removeFictional as removeSubmissions } from '../modules/assessments/index.ts';
import { removeFictional as removeFacts } from '../modules/evidence/index.ts';
import { countFictional as countEntities, removeFictional as removeFacilities } from '../modules/facilities/index.ts';
import { INSTANCE } from '../platform/audit-log/entry.ts';
import { removeFictionalChains } from '../platform/audit-log/remove-fictional.ts';
import type { Cx } from '../platform/cx.ts';
import { forgetInstanceFact, instanceFact } from '../platform/db/instance-facts.ts';
import { removeFictionalJobs } from '../platform/jobs/store.ts';
import { refuse } from '../platform/refusal.ts';
import { FICTIONAL, HISTORY_DONE } from './marks.ts';

/** Takes away every fictional thing in one transaction; what is left to say of it is one entry on the chain of the instance. */
export async function removeDemo(cx: Cx): Promise<AnswerOf<typeof contract>> {
  cx.allow(runsPlatform(cx.actor));
  if ((await instanceFact(cx, FICTIONAL)) !== true) throw refuse('demo-absent');
  // First: the job that writes older history holds this fact, and finds it gone.
  await forgetInstanceFact(cx, FICTIONAL);
  await forgetInstanceFact(cx, HISTORY_DONE);
  const system = await asSystem(cx, 'demo');
  const removed = { legalEntities: await countEntities(system), accounts: await countPeople(system) };
  for (const remove of [
    removeSubmissions,
    removeFacts,
    removeFictionalChains,
    removeFictionalJobs,
    removePeople,
    removeFacilities,
  ])
    await remove(system);
  await cx.record({ chain: INSTANCE, action: 'demo.removed', detail: removed });
  return { ...removed, administratorLeft: await anyAdministrator(system) };
}
