import type { Indicator } from '@egide/contract/assessments';
import { fmt, m } from '../../ui/words.ts';

/** "Nobody knows" is an answer too: offered where it changes something, said where it was given. */
export function DontKnow({ indicator, onGive }: { indicator: Indicator; onGive: () => void }) {
  const { can, computed, declared, declaredBy } = indicator;
  if (declared === null && declaredBy !== null && computed === null)
    return (
      <p className="small after">
        {declaredBy.name === null
          ? m.assess_unknown_plain({ day: fmt.day(declaredBy.at) })
          : m.assess_unknown_by({ name: declaredBy.name, day: fmt.day(declaredBy.at) })}
      </p>
    );
  // Where the facts give the level and nobody answered, there is nothing to take back.
  if (!can.answer || (declared === null && computed !== null)) return null;
  return (
    <p className="small after">
      <button className="plainlink" type="button" onClick={onGive}>
        {declared === null ? m.assess_dont_know() : m.assess_dont_know_instead()}
      </button>
    </p>
  );
}
