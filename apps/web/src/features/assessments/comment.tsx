import type { Indicator } from '@egide/contract/assessments';
import { AreaField } from '../../ui/field.tsx';
import { m } from '../../ui/words.ts';
import type { useAnswer } from './answer.ts';

/** Words beside the answer: given when the field is left, kept as a draft until they have arrived. */
export function Comment({ indicator, answer }: { indicator: Indicator; answer: ReturnType<typeof useAnswer> }) {
  const { can, declared, declaredBy, level } = indicator;
  const { draft, pending } = answer;
  const kept = declaredBy?.note ?? '';
  const text = draft.note ?? pending?.input.note ?? kept;
  // An answer "nobody knows" may have one too: who will know is worth a line.
  const answered = declaredBy !== null || pending?.input.level !== undefined;
  const closed = !can.answer || (!answered && level === null);
  return (
    <AreaField
      label={m.assess_comment()}
      value={text}
      disabled={closed}
      hint={closed ? (can.answer ? m.assess_comment_first() : can.why) : m.assess_comment_hint()}
      onChange={(event) => answer.type({ note: event.target.value })}
      onBlur={() => {
        const note = text.trim();
        if (note === (pending?.input.note ?? kept)) answer.type({ note: undefined });
        else answer.now(answered ? { note } : { level: declared ?? level, note });
      }}
    />
  );
}
