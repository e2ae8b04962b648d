import type { Change } from '@egide/contract/assessments';
import { m } from '../ui/words.ts';
import type { FactToState } from './record-fact.tsx';

interface ChangesProps {
  changes: readonly Change[];
  changesText: string | null;
  may: boolean;
  onState: (fact: FactToState) => void;
}

/** What would make the answer true, each ready to be stated, and the day it changes by itself. */
export function Changes({ changes, changesText, may, onState }: ChangesProps) {
  return (
    <ul className="change">
      {changes.map((change) => (
        <li key={`${change.key} ${change.about.id}`}>
          {change.text}{' '}
          {may && (
            <button
              className="plainlink"
              type="button"
              onClick={() => onState({ key: change.key, about: change.about, value: change.value })}
            >
              {change.renew ? m.facts_renew() : m.facts_state_it()}
            </button>
          )}
        </li>
      ))}
      {changesText && <li>{changesText}</li>}
    </ul>
  );
}
