import type { Facility } from '@egide/contract/facilities';
import { Link } from '@tanstack/react-router';
import type { FactToState } from '../../facts/record-fact.tsx';
import { registerNote } from '../../facts/register-note.ts';
import { paths } from '../../paths.ts';
import { mayState, useMe } from '../../session.ts';
import { Badge, Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageHead, Provenance } from '../../ui/page-head.tsx';
import { Typo } from '../../ui/when.tsx';
import { fmt, m } from '../../ui/words.ts';
import { RegionName } from './identity.tsx';
import { totalsOf } from './known.ts';
import type { Known } from './use-domains.ts';

function verdictOf(facility: Facility, domains: Known['domains']): string {
  const place = facility.open
    ? m.facility_verdict_open({ n: facility.sitesOpen })
    : m.facility_verdict_closed({ day: facility.closed ? fmt.day(facility.closed) : m.facility_no_day() });
  if (!domains) return place;
  const known = totalsOf(domains);
  const total = known.valid + known.ending + known.ended;
  return `${place} ${total === 0 ? m.facility_verdict_none() : m.facility_verdict({ total, ...known })}`;
}

interface FacilityHeadProps {
  facility: Facility;
  known: Known;
  onRenew: (fact: FactToState) => void;
}

/** Its name, where it is, what is known of it in one sentence, and what a reader who may state facts does next. */
export function FacilityHead({ facility, known, onRenew }: FacilityHeadProps) {
  const may = mayState(useMe(), facility.finess);
  return (
    <PageHead
      title={facility.name}
      verdict={verdictOf(facility, known.domains)}
      crumbs={[
        ...(facility.region ? [<RegionName key="r" region={facility.region} />] : []),
        ...(facility.department ? [facility.department.name] : []),
        ...facility.groups.map((group) => group.name),
      ]}
      provenance={
        <Provenance>
          <Typo>{registerNote(facility.provenance)}</Typo>
          {facility.fictional && (
            <>
              {' '}
              <Badge tone="warn">{m.shell_fictional()}</Badge>
            </>
          )}
        </Provenance>
      }
      actions={may && <ImportOrRenew finess={facility.finess} known={known} onRenew={onRenew} />}
    />
  );
}

interface ImportOrRenewProps {
  finess: string;
  known: Known;
  onRenew: (fact: FactToState) => void;
}

/** Brings facts in by file; or states again, by hand, the first of those that ended. */
function ImportOrRenew({ finess, known, onRenew }: ImportOrRenewProps) {
  const ended = (known.domains ?? []).flatMap((domain) => domain.facts).filter((fact) => fact.freshness === 'ended');
  const first = ended.find((fact) => known.keys.get(fact.key) !== 'no');
  return (
    <>
      <Link className="btn" to={paths.factsImport} params={{ finess }}>
        <Icon name="upload" />
        {m.facility_import()}
      </Link>
      {first && (
        <Button look="main" onClick={() => onRenew({ key: first.key, about: first.about })}>
          {m.facility_renew({ n: ended.length })}
        </Button>
      )}
    </>
  );
}
