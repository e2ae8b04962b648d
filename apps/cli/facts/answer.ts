import type { Content } from '@egide/content';
import { sayAnswer, sayChange, sayFailing, type About, type Answer, type Narration } from '@egide/engines/rules';
import type { Locale } from '@egide/kernel/locale';

/** Who asks: in which language, and for which moment (milliseconds since 1970). */
export type Asking = { readonly content: Content; readonly locale: Locale; readonly at: number };

/** At the command line a forest or a system bears the name that the facts file gives it. */
const nameOf = ({ id }: About): string | null => (id === '' || id === 'new' ? null : id);

const narrationOf = ({ content, locale, at }: Asking): Narration => ({
  vocabulary: content.vocabulary,
  locale,
  at,
  nameOf,
});

/** An answer as `--json` prints it: facts and conditions as they are, each with its sentence. */
export function answerView(answer: Answer, asking: Asking) {
  const narration = narrationOf(asking);
  const said = sayAnswer(answer, narration);
  return {
    verdict: answer.verdict,
    because: answer.because.map(({ recorded: _order, ...fact }) => fact),
    failing: answer.failing.map(({ path, leaf, verdict, negated, about }) => ({
      path,
      condition: leaf,
      verdict,
      negated,
      about,
      sentence: sayFailing({ path, leaf, verdict, negated, about }, narration),
    })),
    wouldMakeTrue:
      answer.wouldMakeTrue?.map((change) => ({ ...change, sentence: sayChange(change, narration) })) ?? null,
    changesAt: answer.changesAt,
    sentences: said,
  };
}

/** An answer as a person reads it. */
export function answerLines(answer: Answer, asking: Asking): string[] {
  const said = sayAnswer(answer, narrationOf(asking));
  return [
    said.verdict,
    ...said.because.map((text) => `  • ${text}`),
    ...said.failing.map((text) => `  ✗ ${text}`),
    ...said.changes.map((text) => `  → ${text}`),
    `  ${said.until}`,
  ];
}
