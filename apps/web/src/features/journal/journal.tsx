import {
  exportAuditLog,
  exportInstanceLog,
  readAuditLog,
  readInstanceLog,
  type AuditLine,
} from '@egide/contract/audit-log';
import { readFacility } from '@egide/contract/facilities';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { ask } from '../../api/ask.ts';
import { addressOf, call } from '../../api/call.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageHead, Provenance } from '../../ui/page-head.tsx';
import { PageProblem, ProblemState } from '../../ui/problem-state.tsx';
import { Empty, Skeleton } from '../../ui/waiting.tsx';
import { m } from '../../ui/words.ts';
import { askedOf, type JournalSearch } from './address.ts';
import { Entries } from './entries.tsx';
import './journal.css';
import { JournalFilters } from './journal-filters.tsx';

/** `finess`: the facility whose chain is read; null for that of the instance. */
function useEntries(finess: string | null, search: JournalSearch) {
  const query = askedOf(search);
  return useInfiniteQuery({
    queryKey: [readAuditLog.path, finess, query],
    initialPageParam: undefined as number | undefined, // Safe: the first page has no mark.
    queryFn: ({ pageParam, signal }) => {
      const asked = { ...query, ...(pageParam ? { before: pageParam } : {}) };
      return finess === null
        ? call(readInstanceLog, { query: asked }, { signal })
        : call(readAuditLog, { params: { finess }, query: asked }, { signal });
    },
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

/** What was done and read inside a facility, the last first. */
export function FacilityJournal() {
  const { finess } = useParams({ from: '/house/etablissements/$finess/journal' });
  const search = useSearch({ from: '/house/etablissements/$finess/journal' });
  const navigate = useNavigate();
  const facility = useQuery(ask(readFacility, { params: { finess } }));
  const list = useEntries(finess, search);
  const onSearch = (next: JournalSearch) =>
    void navigate({ to: paths.log, params: { finess }, search: next, replace: true, resetScroll: false });
  if (list.error && !list.data) return <PageProblem error={list.error} onRetry={() => void list.refetch()} />;
  return (
    <>
      <PageHead
        title={m.journal_title()}
        verdict={m.journal_verdict()}
        provenance={<Provenance icon="info">{m.journal_chain()}</Provenance>}
        crumbs={[
          <Link key="f" to={paths.facility} params={{ finess }}>
            {facility.data?.name ?? m.shell_facility()}
          </Link>,
        ]}
        actions={<Export href={addressOf(exportAuditLog, { params: { finess } })} />}
      />
      <Journal list={list} search={search} onSearch={onSearch} />
    </>
  );
}

/** What concerns no facility: accounts, register, sign-ins, the life of the instance. */
export function InstanceJournal() {
  const search = useSearch({ from: '/house/administration/journal' });
  const list = useEntries(null, search);
  const navigate = useNavigate();
  const onSearch = (next: JournalSearch) =>
    void navigate({ to: paths.instanceLog, search: next, replace: true, resetScroll: false });
  if (list.error && !list.data) return <PageProblem error={list.error} onRetry={() => void list.refetch()} />;
  return (
    <>
      <PageHead
        title={m.journal_instance()}
        crumbs={[m.shell_administration()]}
        verdict={m.journal_instance_verdict()}
        provenance={<Provenance icon="info">{m.journal_chain()}</Provenance>}
        actions={<Export href={addressOf(exportInstanceLog, {})} />}
      />
      <Journal list={list} search={search} onSearch={onSearch} />
    </>
  );
}

/** The whole chain, as the stand-alone verifier checks it. */
const Export = ({ href }: { href: string }) => (
  <a className="btn" href={href} download>
    <Icon name="download" />
    {m.journal_export()}
  </a>
);

interface JournalProps {
  list: ReturnType<typeof useEntries>;
  search: JournalSearch;
  onSearch: (search: JournalSearch) => void;
}

function Journal({ list, search, onSearch }: JournalProps) {
  const pages = list.data?.pages ?? [];
  const entries: readonly AuditLine[] = pages.flatMap((page) => page.entries);
  const filtered = Object.values(search).some((one) => one !== undefined);
  return (
    <>
      <JournalFilters
        key={JSON.stringify(search)}
        search={search}
        actions={pages[0]?.actions ?? []}
        onSearch={onSearch}
      />
      {list.error && <ProblemState error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton widths={[92, 92, 92, 92]} />}
      {list.data && entries.length === 0 && (
        <Empty
          icon="history"
          title={m.journal_none()}
          actions={filtered && <Button onClick={() => onSearch({})}>{m.parts_clear_all()}</Button>}
        >
          {filtered ? m.journal_none_filtered() : m.journal_none_why()}
        </Empty>
      )}
      {entries.length > 0 && <Entries entries={entries} />}
      {entries.length > 0 && (
        <div className="pager">
          <span role="status">{m.journal_shown({ n: entries.length })}</span>
          {list.hasNextPage && (
            <Button small busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {m.facility_sites_more()}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
