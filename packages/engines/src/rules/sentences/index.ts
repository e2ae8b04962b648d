import { parisDay } from '@egide/kernel/days';
import type { Answer, Change, Evidence, Failing, Reason, SubjectReason, Verdict } from '../answer.ts';
import type { About } from '../fact.ts';
import { labelOf, sayLeaf, sayWanted, type Speech } from './demand.ts';
import { sayMoment, sayNumber, sayValue } from '../words.ts';
import { capital, inside, sayCompared } from './inside.ts';
import { PHRASES } from './phrases.ts';

/** `nameOf` gives the name of a forest, a site, a system, to tell one from another; null when there is none to say. */
export type Narration = Speech & { readonly at: number; readonly nameOf?: (about: About) => string | null };

export const sayVerdict = (verdict: Verdict, { locale }: Speech): string => PHRASES[locale].verdicts[verdict];

/** What a node of the reasons asks for, in words; its verdict stands beside it. */
export function sayReason(reason: Reason, speech: Speech): string {
  const phrases = PHRASES[speech.locale];
  switch (reason.op) {
    case 'all':
      return phrases.all;
    case 'any':
      return phrases.any;
    case 'not':
      return phrases.not;
    case 'atLeastOf':
      return phrases.atLeastOf(sayNumber(reason.count ?? 1, speech.locale));
    default:
      return reason.leaf === undefined ? '' : sayLeaf(reason.leaf, speech);
  }
}

/** What one fact says, since when and until when: `Oui, recueilli le 12 mars 2026, tient jusqu’au 12 mars 2027.` */
export function sayEvidence({ fact, validUntil }: Evidence, { vocabulary, locale, at }: Narration): string {
  const phrases = PHRASES[locale];
  const key = vocabulary.get(fact.key);
  if (key === undefined) return '';
  const day = sayMoment(fact.collected, locale);
  if (fact.value === 'unknown') return phrases.nobody(day);
  const value = capital(sayValue(key, fact.value, locale));
  if (validUntil === null) return phrases.holds(value, day, null);
  const end = Date.parse(validUntil);
  return at <= end
    ? phrases.holds(value, day, sayMoment(validUntil, locale))
    : phrases.ended(value, day, sayMoment(parisDay(end + 1), locale));
}

/** What is known of one subject of a leaf. */
export function saySubject({ about, evidence }: SubjectReason, narration: Narration): string {
  const [first] = evidence;
  const said = first === undefined ? PHRASES[narration.locale].silent : sayEvidence(first, narration);
  const name = nameOf(about, narration);
  return name === null ? said : `${name}${PHRASES[narration.locale].colon}${inside(said)}`;
}

export const sayFailing = ({ leaf, negated }: Failing, speech: Speech): string =>
  negated
    ? `${PHRASES[speech.locale].not}${PHRASES[speech.locale].colon}${sayLeaf(leaf, speech)}.`
    : `${sayLeaf(leaf, speech)}.`;

/** One thing to do: renew a fact, or establish it. */
export function sayChange(change: Change, narration: Narration): string {
  const { vocabulary, locale, at } = narration;
  const phrases = PHRASES[locale];
  const key = vocabulary.get(change.key);
  if (key === undefined) return '';
  const name = nameOf(change.about, narration);
  const label = name === null ? labelOf(change.key, narration) : phrases.named(labelOf(change.key, narration), name);
  const sentence = change.renew
    ? phrases.renew(label, sayCompared(change.value, key, locale))
    : phrases.record(label, sayWanted(change.wanted, key, narration));
  return Date.parse(change.collected) === at
    ? sentence
    : phrases.collectedOn(sentence, sayMoment(change.collected, locale));
}

/** A whole answer in sentences. */
export function sayAnswer(answer: Answer, narration: Narration) {
  const phrases = PHRASES[narration.locale];
  return {
    verdict: sayVerdict(answer.verdict, narration),
    because: [
      ...new Set(
        decidingEvidence(answer.reasons).map(
          (evidence) =>
            `${labelOf(evidence.fact.key, narration)}${phrases.colon}${inside(sayEvidence(evidence, narration))}`,
        ),
      ),
    ],
    failing: [...new Set(answer.failing.map((failing) => sayFailing(failing, narration)))],
    changes:
      answer.wouldMakeTrue === null
        ? [phrases.nothingWould]
        : answer.wouldMakeTrue.map((change) => sayChange(change, narration)),
    until: answer.changesAt === null ? phrases.never : phrases.changes(sayMoment(answer.changesAt, narration.locale)),
  };
}

const decidingEvidence = (reason: Reason): Evidence[] =>
  reason.deciding
    ? [
        ...reason.subjects.filter(({ deciding }) => deciding).flatMap(({ evidence }) => evidence),
        ...reason.children.flatMap(decidingEvidence),
      ]
    : [];

const nameOf = (about: About, narration: Narration): string | null =>
  about.kind === 'entity' ? null : (narration.nameOf?.(about) ?? null);
