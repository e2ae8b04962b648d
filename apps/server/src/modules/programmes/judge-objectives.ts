import type { listProgrammes as contract, Programme } from '@egide/contract/programmes';
import type { AnswerOf } from '@egide/contract/endpoint';
import { shippedContent, type ProgrammeText } from '@egide/content';
import { judge, keysOf, verdict, ledgerOf, type Ledger } from '@egide/engines/rules';
import type { Cx } from '../../platform/cx.ts';
import { say } from '../../platform/words.ts';
import { seesWithheld, visibleFacility } from '../access/index.ts';
import { observationsOf, sayToConfirm, type Stored, toFacts, traceInside, viewerOf } from '../evidence/index.ts';
import { anyWithheld, tellChange, tellChangesAt, tellReason, tellReference, vocabulary } from '../frameworks/index.ts';
import { can } from './policy.ts';

interface Reading {
  readonly cx: Cx;
  readonly ledger: Ledger;
  readonly stored: readonly Stored[];
  readonly viewer: Awaited<ReturnType<typeof viewerOf>>;
  /** Whether this reader is told what rests on a fact that no GHT and no peer is shown. */
  readonly told: boolean;
}

/** Every objective and gate, judged from the ledger at this instant. */
export async function judgeObjectives(cx: Cx, { finess }: { finess: string }): Promise<AnswerOf<typeof contract>> {
  const place = await visibleFacility(cx, finess, () => can.read(cx.actor, finess));
  const stored = await observationsOf(cx, finess);
  const reading = {
    cx,
    stored,
    viewer: await viewerOf(cx, finess, stored),
    told: cx.sees(seesWithheld(cx.actor, place)),
    ledger: ledgerOf(toFacts(stored), vocabulary()),
  };
  const programmes = shippedContent().programmes.map((p) => describe(p, reading));
  const shown = new Set(programmes.flatMap((p) => p.objectives.flatMap((o) => o.facts.map((f) => f.id))));
  await traceInside(
    cx,
    { finess, page: 'objectives' },
    stored.filter((o) => shown.has(o.id)),
  );
  return { at: cx.now().toISOString(), name: place.name, programmes };
}

function describe(p: ProgrammeText, reading: Reading): Programme {
  const objectives = p.objectives.map((o) => describeObjective(o, reading));
  const { locale } = reading.cx;
  return {
    id: p.id,
    call: p.call,
    title: p.title[locale],
    publisher: p.publisher,
    appliesTo: p.appliesTo[locale],
    note: p.note?.[locale] ?? null,
    met: objectives.filter((o) => o.verdict === 'met' && o.toConfirm === null).length,
    objectives,
  };
}

type ObjectiveText = ProgrammeText['objectives'][number];
type Objective = Programme['objectives'][number];

/** What the content says of an objective, whatever the facts. */
const textOf = (o: ObjectiveText, { locale }: Cx) => ({
  id: o.id,
  title: o.title[locale],
  reference: tellReference(o.reference),
  proposed: o.proposed === true,
  note: o.note?.[locale] ?? null,
  evidence: (o.evidence ?? []).map((e) => e[locale]),
});

function describeObjective(o: ObjectiveText, { cx, ledger, stored, viewer, told }: Reading): Objective {
  const { locale } = cx;
  if (!told && anyWithheld(keysOf(o.when)))
    return {
      ...textOf(o, cx),
      withheld: say(locale, 'answer.withheld'),
      toConfirm: null,
      verdict: null,
      reasons: null,
      changes: [],
      reachable: true,
      changesAt: null,
      changesText: null,
      facts: [],
    };
  const telling = { locale, at: cx.now() };
  const answer = judge(o.rule, ledger, cx.now().getTime());
  const because = new Set(answer.because.map((f) => f.id));
  const deciding = stored.filter((s) => because.has(s.id));
  return {
    ...textOf(o, cx),
    withheld: null,
    toConfirm: sayToConfirm(deciding, locale),
    verdict: answer.verdict,
    reasons: tellReason(answer.reasons, telling),
    changes: (answer.wouldMakeTrue ?? []).map((c) => tellChange(c, telling)),
    reachable: answer.wouldMakeTrue !== null,
    changesAt: answer.changesAt,
    changesText: tellChangesAt(
      answer.changesAt,
      answer.changesAt && verdict(o.rule, ledger, Date.parse(answer.changesAt)),
      telling,
    ),
    facts: deciding.map((s) => viewer.show(s)),
  };
}
