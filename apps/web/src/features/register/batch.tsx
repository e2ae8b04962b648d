import {
  abandonBatch,
  confirmBatch,
  downloadReport,
  listBatches,
  readBatch,
  readRegister,
  type BatchDetail,
} from '@egide/contract/facilities';
import type { Job } from '@egide/contract/jobs';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { about, ask } from '../../api/ask.ts';
import { addressOf, call } from '../../api/call.ts';
import { useJob } from '../../api/job.ts';
import { nowMs } from '../../clock.ts';
import { paths } from '../../paths.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageHead, Provenance } from '../../ui/page-head.tsx';
import { PageProblem, ProblemState } from '../../ui/problem-state.tsx';
import { FaultTable } from '../../ui/report.tsx';
import { StackTable } from '../../ui/stack-table.tsx';
import { JobProgress, Skeleton, type JobView } from '../../ui/waiting.tsx';
import { fmt, m } from '../../ui/words.ts';
import { BatchState } from './batch-state.tsx';
import { changesNothing, verdictOf } from './batch-words.ts';
import { Warnings } from './warnings.tsx';

const STEP: Readonly<Record<string, () => string>> = {
  'register.reading': m.directory_step_reading,
  'register.comparing': m.directory_step_comparing,
  'register.publishing': m.directory_step_publishing,
  'register.indexing': m.directory_step_indexing,
};

function viewOf(job: Job): JobView {
  if (job.state === 'done') return { state: 'done', words: '' };
  if (job.state === 'failed' || job.state === 'cancelled')
    return {
      state: job.state,
      words: job.problem ? `${job.problem.title}. ${job.problem.detail}` : m.directory_cancelled(),
    };
  const percent = job.total ? (job.done / job.total) * 100 : 0;
  return {
    state: job.state,
    percent,
    words: STEP[job.step]?.() ?? m.directory_step_waiting(),
    seconds: (nowMs() - Date.parse(job.created)) / 1000,
  };
}

/** One import: its work as it goes, what it would change, what it refuses, what holds it back, and the decision. */
export function BatchPage() {
  const { batch } = useParams({ from: '/house/administration/repertoire/$batch' });
  const { travail } = useSearch({ from: '/house/administration/repertoire/$batch' });
  const client = useQueryClient();
  const work = useJob(travail ?? null);
  const query = useQuery(ask(readBatch, { params: { batch } }));
  const refresh = () =>
    Promise.all(
      [readBatch, listBatches, readRegister].map((one) => client.invalidateQueries({ queryKey: about(one) })),
    );
  useEffect(() => {
    if (work.over) void client.invalidateQueries({ queryKey: about(readBatch) });
  }, [client, work.over]);
  const { data, error } = query;
  if (error && !data) return <PageProblem error={error} onRetry={() => void query.refetch()} />;
  if (!data) return <Skeleton />;
  return (
    <>
      <PageHead
        title={m.directory_batch_title({ file: data.fileName })}
        verdict={verdictOf(data)}
        crumbs={[
          <Link key="r" to={paths.register}>
            {m.directory_title()}
          </Link>,
          m.directory_batch({ n: data.number }),
        ]}
        provenance={
          <Provenance icon="file">
            {m.directory_from({
              producer: data.producer ?? m.facility_register_unknown(),
              size: fmt.size(data.size),
              by: data.receivedBy,
              at: fmt.instant(data.received),
            })}
          </Provenance>
        }
        actions={
          data.counts && (
            <a className="btn" href={addressOf(downloadReport, { params: { batch } })} download>
              <Icon name="download" />
              {m.directory_report()}
            </a>
          )
        }
      />
      <p>
        <BatchState batch={data} />
      </p>
      {work.job && !work.over && (
        <div className="block" aria-live="polite">
          <JobProgress title={m.directory_working()} job={viewOf(work.job)} onStop={() => void work.cancel()} />
        </div>
      )}
      {work.job && work.over && work.job.state !== 'done' && (
        <JobProgress title={m.directory_stopped()} job={viewOf(work.job)} />
      )}
      {data.problem && (
        <Banner tone="crit" alert title={m.directory_refused()}>
          <p>{data.problem.message}</p>
        </Banner>
      )}
      {(!work.job || work.over) && <Decision batch={data} onChanged={refresh} />}
      {data.counts && <CountsTable batch={data} />}
      <FaultTable title={m.directory_rejected({ n: data.rejectedCount })} faults={data.rejected} file="refus.json" />
      <Warnings batch={data} />
      <Changes batch={data} />
    </>
  );
}

/** Confirm or abandon; unusual losses need two administrators, and say why. */
function Decision({ batch, onChanged }: { batch: BatchDetail; onChanged: () => Promise<unknown> }) {
  const navigate = useNavigate();
  const params = { batch: batch.id };
  const confirm = useMutation({
    mutationFn: () => call(confirmBatch, { params }),
    onSuccess: async ({ job }) => {
      await onChanged();
      if (job) await navigate({ to: paths.batch, params, search: { travail: job }, replace: true });
    },
  });
  const abandon = useMutation({ mutationFn: () => call(abandonBatch, { params }), onSuccess: onChanged });
  if (batch.state === 'published')
    return (
      <div className="block">
        <Next />
      </div>
    );
  if (batch.state !== 'previewed' && batch.state !== 'waiting') return null;
  const error = confirm.error ?? abandon.error;
  const idle = changesNothing(batch);
  const publish = (
    <Button look={idle ? 'plain' : 'main'} busy={confirm.isPending} onClick={() => confirm.mutate()}>
      {idle ? m.directory_confirm_idle() : m.directory_confirm()}
    </Button>
  );
  const close = (
    <Button look={idle ? 'main' : 'plain'} busy={abandon.isPending} onClick={() => abandon.mutate()}>
      {idle ? m.directory_close() : m.directory_abandon()}
    </Button>
  );
  const actions = idle ? (
    <>
      {close}
      {publish}
    </>
  ) : (
    <>
      {publish}
      {close}
    </>
  );
  return (
    <div className="block gap-16">
      {error && <ProblemState error={error} />}
      {batch.guards.length > 0 ? (
        <Banner tone="warn" title={m.directory_guards()} actions={actions}>
          <ul className="change">
            {batch.guards.map((guard) => (
              <li key={`${guard.code} ${guard.message}`}>{guard.message}</li>
            ))}
          </ul>
          <p>
            {m.directory_missing({ n: batch.missing })}{' '}
            {batch.confirmations.length > 0 &&
              m.directory_confirmed_by({ names: fmt.list(batch.confirmations.map((one) => one.name)) })}
          </p>
        </Banner>
      ) : (
        <Banner title={idle ? m.directory_idle() : m.directory_ready()} actions={actions}>
          <p>{idle ? m.directory_idle_text() : m.directory_ready_text()}</p>
        </Banner>
      )}
    </div>
  );
}

/** A register without people is of no use to anybody: what follows, where it is done. */
function Next() {
  return (
    <Banner
      tone="ok"
      title={m.directory_next()}
      actions={
        <>
          <Link className="btn" to={paths.everybody}>
            {m.directory_next_people()}
          </Link>
          <Link className="btn" to={paths.register}>
            {m.directory_next_file()}
          </Link>
        </>
      }
    >
      <p>{m.directory_next_text()}</p>
    </Banner>
  );
}

const LINES = [
  ['added', m.directory_added],
  ['changed', m.directory_changed],
  ['moved', m.directory_moved],
  ['closed', m.directory_closed],
  ['unchanged', m.directory_unchanged],
  ['unseen', m.directory_unseen],
] as const;

function CountsTable({ batch }: { batch: BatchDetail }) {
  const { counts } = batch;
  if (!counts) return null;
  return (
    <section className="block" aria-labelledby="h-counts">
      <h2 id="h-counts">{batch.state === 'published' ? m.directory_counts_done() : m.directory_counts()}</h2>
      <StackTable
        rows={LINES}
        keyOf={([id]) => id}
        caption={m.directory_counts()}
        columns={[
          { id: 'what', title: m.directory_change(), cell: ([, word]) => word() },
          {
            id: 'entities',
            title: m.directory_entities(),
            label: m.directory_entities(),
            numeric: true,
            cell: ([id]) => fmt.number(counts[id].legalEntities),
          },
          {
            id: 'sites',
            title: m.facility_sites(),
            label: m.facility_sites(),
            numeric: true,
            cell: ([id]) => fmt.number(counts[id].sites),
          },
          {
            id: 'groups',
            title: m.glossary_ght(),
            label: m.glossary_ght(),
            numeric: true,
            cell: ([id]) => fmt.number(counts[id].groups),
          },
        ]}
      />
    </section>
  );
}

const CHANGE_WORD = {
  added: m.directory_one_added,
  changed: m.directory_one_changed,
  moved: m.directory_one_moved,
  closed: m.directory_one_closed,
  unseen: m.directory_one_unseen,
} as const satisfies Record<BatchDetail['changes'][number]['change'], () => string>;

const KIND_WORD = {
  entity: m.directory_kind_entity,
  site: m.directory_kind_site,
  group: m.glossary_ght,
} as const satisfies Record<BatchDetail['changes'][number]['kind'], () => string>;

function Changes({ batch }: { batch: BatchDetail }) {
  if (batch.changes.length === 0) return null;
  return (
    <section className="block" aria-labelledby="h-changes">
      <div className="line">
        <h2 id="h-changes">{m.directory_changes()}</h2>
        <p className="small">{m.directory_changes_note()}</p>
      </div>
      <StackTable
        rows={batch.changes}
        keyOf={(row) => `${row.change} ${row.kind} ${row.id}`}
        caption={m.directory_changes()}
        columns={[
          { id: 'name', title: m.directory_name(), cell: (row) => row.name },
          { id: 'kind', title: m.directory_kind(), label: m.directory_kind(), cell: (row) => KIND_WORD[row.kind]() },
          {
            id: 'id',
            title: m.directory_number(),
            label: m.directory_number(),
            className: 'nowrap',
            cell: (row) => (row.kind === 'group' ? row.id : fmt.finess(row.id)),
          },
          {
            id: 'change',
            title: m.directory_change(),
            label: m.directory_change(),
            cell: (row) => CHANGE_WORD[row.change](),
          },
        ]}
      />
    </section>
  );
}
