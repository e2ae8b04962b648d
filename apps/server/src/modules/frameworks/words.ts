import type { Change as ChangeView, Reason as ReasonView } from '@egide/contract/assessments';
import {
  type Change,
  type IndicatorAnswer,
  type Narration,
  type Reason,
  type Settled,
  type Verdict,
  sayChange,
  sayMoment,
  sayReason,
  saySubject,
  TOP_LEVEL,
  type About,
} from '@egide/engines/rules';
import type { Locale } from '@egide/kernel/locale';
import { say } from '../../platform/words.ts';
import { vocabulary } from './content.ts';

/** Who reads, and when: what every sentence about a judgement needs. */
export interface Telling {
  readonly locale: Locale;
  readonly at: Date;
}

const narrate = ({ locale, at }: Telling): Narration => ({
  locale,
  at: at.getTime(),
  vocabulary: vocabulary(),
  nameOf,
});
/** A forest, a site or a system bears its own name; a year says itself. */
const nameOf = ({ id }: About): string | null => (id === 'new' ? null : id);

/** The tree of reasons in the reader's words. */
export function tellReason(reason: Reason, telling: Telling): ReasonView {
  const narration = narrate(telling);
  return {
    text: sayReason(reason, narration),
    verdict: reason.verdict,
    deciding: reason.deciding,
    detail: reason.subjects.length === 0 ? null : reason.subjects.map((s) => saySubject(s, narration)).join(' '),
    children: reason.children.map((c) => tellReason(c, telling)),
  };
}

/** The text that a condition is taken from; empty where it is proposed by us. */
export const tellReference = (
  reference: { readonly text: string; readonly article?: string | undefined } | undefined,
): string => [reference?.text, reference?.article].filter((part) => part !== undefined).join(', ');

/** A fact to state, in words and ready for the form. */
export const tellChange = (change: Change, telling: Telling): ChangeView => ({
  text: sayChange(change, narrate(telling)),
  key: change.key,
  about: change.about,
  value: change.value,
  renew: change.renew,
});

/** What a verdict becomes by itself, and when; null when it never changes. */
export const tellChangesAt = (changesAt: string | null, then: Verdict | null, { locale }: Telling): string | null =>
  changesAt === null || then === null
    ? null
    : say(locale, `answer.becomes.${then}`, { day: sayMoment(changesAt, locale) });

/** What an indicator becomes by itself, and when; null when it never changes. */
export function tellShift(
  { changesAt, level, state }: Pick<IndicatorAnswer, 'changesAt' | 'level' | 'state'>,
  then: Pick<Settled, 'level' | 'state'> | null,
  { locale }: Telling,
): string | null {
  if (changesAt === null || then === null) return null;
  const day = sayMoment(changesAt, locale);
  if (then.level === null) return say(locale, `level.becomes.${then.state}`, { day });
  if (level === null) return say(locale, 'level.becomes.known', { day, to: then.level });
  const shift = { day, from: level, to: then.level };
  if (then.level !== level) return say(locale, 'level.becomes.other', shift);
  return say(
    locale,
    `level.stays.${then.state === 'to-confirm' && state === 'to-decide' ? 'undisputed' : then.state}`,
    shift,
  );
}

/** Where an indicator stands and what is missing for the next level, in one or two sentences. */
export function tellStanding(settled: IndicatorAnswer, { locale }: Telling): string {
  const { state, level, computed, declared } = settled;
  if (level === null) return say(locale, `standing.${state === 'expired' ? 'expired' : 'unanswered'}`);
  if (state === 'to-decide')
    return say(locale, 'standing.to-decide', { computed: computed ?? '', declared: declared ?? '' });
  const missing = level === TOP_LEVEL || computed === null ? 0 : (settled.levels[level]?.failing.length ?? 0);
  const first = say(
    locale,
    computed === null || computed !== level
      ? 'standing.declared'
      : `standing.${state === 'to-confirm' ? 'to-confirm' : 'confirmed'}`,
    { level },
  );
  return missing === 0 ? first : `${first} ${say(locale, 'standing.missing', { count: missing, next: level + 1 })}`;
}
