import { answerKey } from '@egide/engines/rules';
import { parisStart } from '@egide/kernel/days';
import { actAs } from '../modules/access/index.ts';
import { submit } from '../modules/assessments/index.ts';
import { type NewObservation, record } from '../modules/evidence/index.ts';
import type { Cx } from '../platform/cx.ts';
import { toNewObservation } from './observation.ts';
import type { Cast } from './people.ts';
import type { PlannedAnswer, Session } from './session.ts';

const FRAMEWORK = 'maturinh';
const HOUR = 3_600_000;

export interface Stage {
  readonly cast: Cast;
  /** Number of the Paris calendar day of today. */
  readonly today: number;
}

/** Plays one session through the doors of the product: the officer, the facility's own people, then its director. */
export async function playSession(
  cx: Cx,
  { finess, daysAgo, facts, answers, submit: submits }: Session,
  { cast, today }: Stage,
): Promise<void> {
  const hour = (n: number) => new Date(parisStart(today - daysAgo) + n * HOUR);
  const as = (account: string | undefined, at: Date) => {
    if (account === undefined) throw new Error(`nobody acts for ${finess}`);
    return actAs(cx, account, at);
  };
  const official = facts.filter(({ by }) => by === 'officer');
  if (official.length > 0)
    await record(
      await as(cast.officer, hour(9)),
      finess,
      official.map((fact) => toNewObservation(fact, today)),
    );
  for (const answer of answers) {
    if (answer.by === undefined) continue;
    const at = new Date(parisStart(today - (answer.days ?? daysAgo)) + 11 * HOUR);
    await record(await as(cast.byName.get(answer.by), at), finess, [toAnswer(answer, at, answer.by)]);
  }
  const recorder = await as(cast.recorders.get(finess), hour(10));
  const own = answers
    .filter(({ by }) => by === undefined)
    .map((answer) => toAnswer(answer, recorder.now(), recorder.actor.kind === 'person' ? recorder.actor.name : ''));
  const stated = facts.filter(({ by }) => by === 'facility').map((fact) => toNewObservation(fact, today));
  if (own.length + stated.length > 0) await record(recorder, finess, [...stated, ...own]);
  if (submits) await submit(await as(cast.directors.get(finess), hour(16)), { finess, framework: FRAMEWORK });
}

/** What a person answers by hand, as the ledger keeps it. */
const toAnswer = ({ indicator, level }: PlannedAnswer, at: Date, name: string): NewObservation => ({
  key: answerKey(FRAMEWORK, indicator),
  value: level,
  collected: at.toISOString(),
  method: 'interview',
  trust: 'declared',
  source: { kind: 'person', label: name },
});
