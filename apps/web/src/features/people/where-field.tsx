import { listTerritories, readFacility, type Found } from '@egide/contract/facilities';
import type { OrganisationKind } from '@egide/contract/roles';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { ask } from '../../api/ask.ts';
import { useFacilitySearch } from '../../shell/facility-search.ts';
import { Banner } from '../../ui/banner.tsx';
import { SearchList, type Option } from '../../ui/combobox.tsx';
import { SelectField } from '../../ui/field.tsx';
import { ProblemState } from '../../ui/problem-state.tsx';
import { ErrorLine, Skeleton } from '../../ui/waiting.tsx';
import { fmt, m } from '../../ui/words.ts';

interface Entity {
  finess: string;
  name: string;
}
interface WhereProps {
  kind: OrganisationKind;
  value: string;
  onChange: (organisation: string) => void;
  error?: string | undefined;
}

/** Where a role is held: a facility found in the register, or a GHT or a region of its list. */
export function WhereField(props: WhereProps) {
  const { kind } = props;
  if (kind === 'nation' || kind === 'platform') return null;
  return kind === 'entity' ? <EntityField {...props} /> : <TerritoryField {...props} kind={kind} />;
}

function EntityField({ onChange, error }: WhereProps) {
  const [entity, setEntity] = useState<Entity | null>(null);
  const pick = (next: Entity | null) => {
    setEntity(next);
    onChange(next?.finess ?? '');
  };
  return (
    <>
      <FacilityFinder chosen={entity} onPick={pick} error={entity ? undefined : error} />
      {entity && <ClosedNote finess={entity.finess} />}
    </>
  );
}

/** Legal entities that answer; a site stands for the entity it belongs to. */
function entitiesOf(found: readonly Found[]): readonly (Entity & { note: string })[] {
  const seen = new Map<string, Entity & { note: string }>();
  for (const one of found) {
    const finess = one.kind === 'entity' ? one.finess : one.entity?.finess;
    const name = one.kind === 'entity' ? one.name : one.entity?.name;
    if (finess && name && !seen.has(finess))
      seen.set(finess, {
        finess,
        name,
        note: [one.town, fmt.finess(finess), one.kind === 'entity' && !one.open ? m.shell_palette_closed() : null]
          .filter((part) => part !== null)
          .join(', '),
      });
  }
  return [...seen.values()];
}

function FacilityFinder({
  chosen,
  onPick,
  error,
}: {
  chosen: Entity | null;
  onPick: (entity: Entity | null) => void;
  error: string | undefined;
}) {
  const [text, setText] = useState('');
  const id = useId();
  const search = useFacilitySearch(chosen ? '' : text);
  const options = entitiesOf(search.found).map((one): Option => ({
    id: one.finess,
    group: m.shell_palette_facilities(),
    text: one.name,
    note: one.note,
    icon: 'site',
    onPick: () => onPick(one),
  }));
  return (
    <div className="finder">
      <p className="label">{m.people_where_entity()}</p>
      {chosen && (
        <p className="found">
          <b>{chosen.name}</b> <span className="muted">{fmt.finess(chosen.finess)}</span>{' '}
          <button className="plainlink" type="button" onClick={() => onPick(null)}>
            {m.people_where_other()}
          </button>
        </p>
      )}
      {!chosen && (
        <SearchList
          label={m.people_where_entity()}
          placeholder={m.shell_palette_typing()}
          value={text}
          onType={setText}
          options={options}
          nothing={text.trim().length < 2 ? m.people_where_type() : m.people_where_nothing()}
          busy={search.busy}
          autoFocus={false}
        />
      )}
      {search.error && <ProblemState error={search.error} />}
      {error && <ErrorLine id={id}>{error}</ErrorLine>}
    </div>
  );
}

/** A role may still be given there, to read the past; nobody should believe that the region will count it. */
function ClosedNote({ finess }: { finess: string }) {
  const { data } = useQuery(ask(readFacility, { params: { finess } }));
  return data && !data.open ? (
    <Banner tone="warn">
      {m.people_where_closed({ day: data.closed ? fmt.day(data.closed) : m.facility_no_day() })}
    </Banner>
  ) : null;
}

/** The regions or the GHT of the register, chosen from their list. */
function TerritoryField({ kind, value, onChange, error }: WhereProps & { kind: 'group' | 'region' }) {
  const territories = useQuery(ask(listTerritories, {}));
  if (territories.error) return <ProblemState error={territories.error} onRetry={() => void territories.refetch()} />;
  if (!territories.data) return <Skeleton widths={[60]} />;
  const choices = kind === 'region' ? territories.data.regions : territories.data.groups;
  if (choices.length === 0)
    return <ErrorLine>{kind === 'region' ? m.people_where_no_region() : m.people_where_no_group()}</ErrorLine>;
  return (
    <SelectField
      label={kind === 'region' ? m.region_region() : m.glossary_ght()}
      value={value}
      error={error}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{m.people_where_choose()}</option>
      {choices
        .toSorted((a, b) => fmt.order(a.name, b.name))
        .map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
    </SelectField>
  );
}
