import { type Demo, readDemo } from '@egide/content/demo';
import { dayOf, parisDayNumber, parisStart } from '@egide/kernel/days';
import { actAs, anyRealPerson } from '../modules/access/index.ts';
import { addFictional, anyRealEntity } from '../modules/facilities/index.ts';
import type { Cx } from '../platform/cx.ts';
import { claimInstanceFact, instanceFact } from '../platform/db/instance-facts.ts';
import { startJob } from '../platform/jobs/start-job.ts';
import { historyPayload } from './history-job.ts';
import { FICTIONAL, HISTORY } from './marks.ts';
import { addPeople, type DemoAccount, giveGrants } from './people.ts';
import { planSessions } from './plan.ts';
import { playSession } from './play.ts';
import { groupsFile, registerFile } from './register-file.ts';

/** Days. */
const REGISTER_AGE = 3;

/** What an instance holds: nothing yet, the fictional territory, or somebody's real register or account. Empty, it is marked for the territory that the caller now makes: of two processes one does. `administrators`: whether real people who only run the platform count. */
export async function claim(
  cx: Cx,
  { administrators }: { administrators: 'count' | 'may-be-there' },
): Promise<'empty' | 'fictional' | 'real'> {
  if ((await instanceFact(cx, FICTIONAL)) === true) return 'fictional';
  if ((await anyRealEntity(cx)) || (await anyRealPerson(cx, administrators === 'may-be-there'))) return 'real';
  return (await claimInstanceFact(cx, FICTIONAL, true)) ? 'empty' : 'fictional';
}

/** Makes the fictional territory, in one transaction; answers those who may sign in. The caller has claimed the instance. */
export async function loadDemo(
  cx: Cx,
  seal: (plain: string) => string,
  demo: Demo = readDemo(),
): Promise<DemoAccount[]> {
  const today = parisDayNumber(cx.now().getTime());
  const at = (days: number) => new Date(parisStart(today + days));
  const { region, departments } = demo.territory;
  // A register is some days old when it is imported.
  const files = [
    { name: 'val-d-ombre-structures.json', bytes: registerFile(demo.territory, dayOf(today - REGISTER_AGE)) },
    { name: 'val-d-ombre-ght.csv', bytes: groupsFile(demo.territory) },
  ];
  await addFictional(cx, { territory: { region, departments }, files });
  const around = { demo, seal, at };
  const { cast, accounts } = await addPeople(cx, around);
  for (const session of planSessions(demo).toSorted(
    (a, b) => b.daysAgo - a.daysAgo || a.finess.localeCompare(b.finess),
  ))
    await playSession(cx, session, { cast, today });
  await giveGrants(cx, around, cast);
  await actAs(cx, null, cx.now());
  await startJob(cx, HISTORY, historyPayload(cast, today));
  return accounts;
}
