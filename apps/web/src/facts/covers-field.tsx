import { readFacility, type Facility } from '@egide/contract/facilities';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../api/ask.ts';
import { today } from '../clock.ts';
import { Check, TextField } from '../ui/field.tsx';
import { m } from '../ui/words.ts';

type Member = Facility['groups'][number]['facilities'][number];
/** Members that a fact shall cover, and the last day on which they read it; without end when empty. */
export interface Covering {
  members: readonly string[];
  until: string;
}

/** The other members of the GHT that this facility supports: those whom a fact of its own may cover. None when it supports none. */
export function useSupported(finess: string): readonly Member[] {
  const { data } = useQuery(ask(readFacility, { params: { finess } }));
  return (data?.groups ?? [])
    .filter((group) => group.role === 'support' && group.until === null)
    .flatMap((group) => group.facilities)
    .filter((one) => one.finess !== finess);
}

/** A fact of the support entity may speak for members of its GHT: said once, read by each. */
export function CoversField({
  members,
  covering,
  onChange,
}: {
  members: readonly Member[];
  covering: Covering;
  onChange: (covering: Covering) => void;
}) {
  const { members: chosen, until } = covering;
  const put = (next: readonly string[]) => onChange({ ...covering, members: next });
  const all = chosen.length === members.length;
  return (
    <details className="more">
      <summary>{chosen.length === 0 ? m.facts_covers() : m.facts_covers_n({ n: chosen.length })}</summary>
      <fieldset className="choices after">
        <legend className="sr">{m.facts_covers()}</legend>
        <p className="hint">{m.facts_covers_hint()}</p>
        {members.length > 2 && (
          <Check checked={all} onChange={() => put(all ? [] : members.map(({ finess }) => finess))}>
            {m.facts_covers_all()}
          </Check>
        )}
        <div className="covers">
          {members.map(({ finess, name }) => (
            <Check
              key={finess}
              checked={chosen.includes(finess)}
              onChange={() =>
                put(chosen.includes(finess) ? chosen.filter((one) => one !== finess) : [...chosen, finess])
              }
            >
              {name}
            </Check>
          ))}
        </div>
        {chosen.length > 0 && (
          <TextField
            label={m.facts_covers_until()}
            hint={m.facts_covers_until_hint()}
            type="date"
            min={today()}
            value={until}
            onChange={(event) => onChange({ ...covering, until: event.target.value })}
          />
        )}
      </fieldset>
    </details>
  );
}
