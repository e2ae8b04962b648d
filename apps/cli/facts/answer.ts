import type { Content } from '@egide/content';
import type { Answer } from '@egide/engines/rules';
import type { Locale } from '@egide/kernel/locale';

/** An answer as `--json` prints it. */
export function answerView(answer: Answer, _content: Content, _locale: Locale) {
  const { verdict, because, failing, wouldMakeTrue, changesAt } = answer;
  return { verdict, because, failing, wouldMakeTrue, changesAt };
}

/** An answer as a person reads it. */
export function answerLines(answer: Answer, _content: Content, _locale: Locale): string[] {
  return [answer.verdict];
}
