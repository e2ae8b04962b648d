import { exportAuditLog, exportInstanceLog, readAuditLog, readInstanceLog, type AuditLine } from '@egide/contract/audit-log';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { addressOf, call } from '../../api/call.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageHead, Provenance } from '../../ui/page-head.tsx';
import { ProblemState } from '../../ui/problem-state.tsx';
import { StackTable } from '../../ui/stack-table.tsx';
import { Empty, Skeleton } from '../../ui/waiting.tsx';
import { fmt, m } from '../../ui/words.ts';

/** What was done and read inside a facility. */
export function FacilityLog() {
  const { finess } = useParams({ from: '/house/etablissements/$finess/journal' });
  const search = useSearch({ from: '/house/etablissements/$finess/journal' });
  return <Log finess={finess} search={search} />;
}
/** What concerns no facility. */
export function InstanceLog() {
  return <Log finess={null} search={useSearch({ from: '/house/administration/journal' })} />;
}

interface LogSearch { action?: string | undefined; texte?: string | undefined }

function useEntries(finess: string | null, { action, texte }: LogSearch) {
  const query = { ...(action ? { action } : {}), ...(texte ? { text: texte } : {}) };
  return useInfiniteQuery({
    queryKey: [finess === null ? readInstanceLog.path : readAuditLog.path, finess, query],
    initialPageParam: undefined as number | undefined, // Safe: the first page has no mark.
    queryFn: ({ pageParam, signal }) => {
      const asked = { ...query, ...(pageParam ? { before: pageParam } : {}) };
      return finess === null ? call(readInstanceLog, { query: asked }, { signal }) : call(readAuditLog, { params: { finess }, query: asked }, { signal });
    },
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

function Log({ finess, search }: { finess: string | null; search: LogSearch }) {
  const log = useEntries(finess, search);
  const navigate = useNavigate();
  const [text, setText] = useState(search.texte ?? '');
  const put = (part: LogSearch) => void (finess === null ? navigate({ to: paths.instanceLog, search: { ...search, ...part }, replace: true }) : navigate({ to: paths.log, params: { finess }, search: { ...search, ...part }, replace: true }));
  const submit = (event: FormEvent) => { event.preventDefault(); put({ texte: text.trim() || undefined }); };
  const entries: readonly AuditLine[] = log.data?.pages.flatMap((page) => page.entries) ?? [];
  const actions = log.data?.pages[0]?.actions ?? [];
  return (
    <>
      <PageHead
        title={m.journal_title()} verdict={finess === null ? m.journal_verdict_instance() : m.journal_verdict()} crumbs={[finess === null ? m.shell_administration() : <Link key="f" to={paths.facility} params={{ finess }}>{m.shell_facility()}</Link>]}
        provenance={<Provenance icon="info">{m.journal_chain()}</Provenance>}
        actions={<a className="btn" href={finess === null ? addressOf(exportInstanceLog, {}) : addressOf(exportAuditLog, { params: { finess } })} download><Icon name="download" />{m.region_export()}</a>}
      />
      <form className="logsearch" role="search" onSubmit={submit}>
        <SelectField label={m.journal_action()} value={search.action ?? ''} onChange={(event) => put({ action: event.target.value || undefined })}><option value="">{m.journal_any()}</option>{actions.map((one) => <option key={one.action} value={one.action}>{one.label}</option>)}</SelectField>
        <TextField label={m.journal_text()} value={text} onChange={(event) => setText(event.target.value)} />
        <Button type="submit" icon="search">{m.shell_search()}</Button>
      </form>
      {log.error && <ProblemState error={log.error} onRetry={() => void log.refetch()} />}
      {log.isPending && <Skeleton />}
      {log.data && entries.length === 0 && <Empty title={m.journal_none()}>{m.journal_none_why()}</Empty>}
      {entries.length > 0 && (
        <StackTable rows={entries} keyOf={(row) => String(row.seq)} caption={m.journal_title()} columns={[
          { id: 'at', title: m.journal_when(), className: 'nowrap', cell: (row) => fmt.instant(row.at) },
          { id: 'who', title: m.journal_who(), label: m.journal_who(), cell: (row) => row.who },
          { id: 'what', title: m.journal_what(), label: m.journal_what(), cell: (row) => <>{fmt.typeset(row.says)}{row.object && <span className="under small muted">{row.object}</span>}</> },
          { id: 'seq', title: m.journal_number(), label: m.journal_number(), numeric: true, cell: (row) => fmt.number(row.seq) },
        ]} />
      )}
      {log.hasNextPage && <div className="pager"><span>{m.journal_shown({ n: entries.length })}</span><Button small busy={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>{m.facility_sites_more()}</Button></div>}
    </>
  );
}
