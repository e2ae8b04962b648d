import { readSite } from '@egide/contract/facilities';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ask } from '../../api/ask.ts';
import { paths } from '../../paths.ts';
import { PageHead, Provenance } from '../../ui/page-head.tsx';
import { PageProblem } from '../../ui/problem-state.tsx';
import { Skeleton } from '../../ui/waiting.tsx';
import { Typo } from '../../ui/when.tsx';
import { fmt, m } from '../../ui/words.ts';
import './facility.css';
import { SiteIdentity } from './identity.tsx';
import { registerNote } from '../../facts/register-note.ts';

/** One place of the register. */
export function SitePage() {
  const { finess } = useParams({ from: '/house/sites/$finess' });
  const { data, error, refetch } = useQuery(ask(readSite, { params: { finess } }));
  if (error && !data) return <PageProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton />;
  const verdict = data.open
    ? m.facility_site_open({ entity: data.entity.name ?? m.facility_person() })
    : m.facility_site_closed({ day: data.closed ? fmt.day(data.closed) : m.facility_no_day() });
  return (
    <>
      <PageHead
        title={data.name}
        verdict={verdict}
        crumbs={[
          <Link key="e" to={paths.facility} params={{ finess: data.entity.finess }}>
            {data.entity.name ?? m.facility_person()}
          </Link>,
          m.facility_site(),
        ]}
        provenance={
          <Provenance>
            <Typo>{registerNote(data.provenance)}</Typo>
          </Provenance>
        }
      />
      <SiteIdentity site={data} />
    </>
  );
}
