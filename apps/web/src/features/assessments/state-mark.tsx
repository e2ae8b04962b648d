import type { Assessment, Indicator } from '@egide/contract/assessments';
import { Glyph, type StatusKind } from '../../ui/glyph.tsx';
import { Icon } from '../../ui/icon.tsx';
import { m } from '../../ui/words.ts';

export type State = Indicator['state'];
const KIND = {
  'to-confirm': 'todo',
  'to-decide': 'conflict',
  expired: 'expired',
  unanswered: 'unknown',
} as const satisfies Record<Exclude<State, 'confirmed'>, StatusKind>;
export const STATE_WORD = {
  confirmed: m.assess_state_confirmed,
  'to-confirm': m.assess_state_to_confirm,
  'to-decide': m.assess_state_to_decide,
  expired: m.assess_state_expired,
  unanswered: m.assess_state_unanswered,
} as const satisfies Record<State, () => string>;
const MANY = {
  confirmed: m.assess_count_confirmed,
  'to-confirm': m.assess_count_to_confirm,
  'to-decide': m.assess_count_to_decide,
  expired: m.assess_count_expired,
  unanswered: m.assess_count_unanswered,
} as const satisfies Record<State, () => string>;

/** The life of an answer, by its shape alone; the word follows for those who do not see it. */
export function StateMark({ state }: { state: State }) {
  return (
    <span className="m">
      {state === 'confirmed' ? <Icon name="check" /> : <Glyph kind={KIND[state]} />}
      <span className="sr">{STATE_WORD[state]()}</span>
    </span>
  );
}

/** How many indicators are in each state: the legend and the sum at once. */
export function StateCounts({ counts, total }: { counts: Assessment['counts']; total: number }) {
  // Safe: the keys of the table above.
  const states = Object.keys(MANY) as State[];
  return (
    <ul className="legend" aria-label={m.assess_counts({ total })}>
      {states.map((state) => (
        <li key={state}>
          {state === 'confirmed' ? <Icon name="check" /> : <Glyph kind={KIND[state]} />}
          <span>{MANY[state]()}</span>
          <b>{counts[state]}</b>
        </li>
      ))}
    </ul>
  );
}
