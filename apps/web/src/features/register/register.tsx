import { listBatches, readRegister, receiveBatch, type Batch } from '@egide/contract/facilities';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { ask } from '../../api/ask.ts';
import { upload, wasStopped } from '../../api/upload.ts';
import { now } from '../../clock.ts';
import { registerNote } from '../../facts/register-note.ts';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/button.tsx';
import { DropZone, Sending } from '../../ui/drop-zone.tsx';
import { TextField } from '../../ui/field.tsx';
import { KeyFigure, PageHead, Provenance } from '../../ui/page-head.tsx';
import { ProblemState } from '../../ui/problem-state.tsx';
import { StackTable } from '../../ui/stack-table.tsx';
import { Skeleton } from '../../ui/waiting.tsx';
import { Typo, When } from '../../ui/when.tsx';
import { fmt, m } from '../../ui/words.ts';
import { BatchState } from './batch-state.tsx';

/** The register in place, the file to bring it up to date, what became of the last ones. */
export function RegisterPage() {
  const register = useQuery(ask(readRegister, {}));
  const batches = useQuery(ask(listBatches, {}));
  const error = register.error ?? batches.error;
  const { data } = register;
  const empty = data && data.legalEntities === 0;
  return (
    <>
      <PageHead
        title={m.directory_title()}
        crumbs={[m.shell_administration()]}
        verdict={
          data &&
          (empty
            ? m.directory_verdict_empty()
            : m.directory_verdict({
                entities: fmt.number(data.legalEntities),
                sites: fmt.number(data.sites),
                groups: fmt.number(data.groups),
              }))
        }
        provenance={
          data &&
          !empty && (
            <Provenance>
              <Typo>{registerNote(data)}</Typo>
              {data.fictional && (
                <>
                  {' '}
                  <Badge tone="warn">{m.shell_fictional()}</Badge>
                </>
              )}
            </Provenance>
          )
        }
      />
      {error && (
        <ProblemState
          error={error}
          onRetry={() => {
            void register.refetch();
            void batches.refetch();
          }}
        />
      )}
      {data && !empty && (
        <div className="keyline">
          <KeyFigure label={m.directory_entities()} value={fmt.number(data.legalEntities)} of="" />
          <KeyFigure label={m.facility_sites()} value={fmt.number(data.sites)} of="" />
          <KeyFigure label={m.glossary_ght()} value={fmt.number(data.groups)} of="" />
        </div>
      )}
      <Receive />
      {batches.isPending && <Skeleton />}
      {batches.data && batches.data.batches.length > 0 && <Batches batches={batches.data.batches} />}
    </>
  );
}

/** Drag and drop: the file leaves, its preview is prepared, its page opens. */
function Receive() {
  const navigate = useNavigate();
  const [sent, setSent] = useState(0);
  const [licence, setLicence] = useState('');
  const stop = useRef<AbortController>(null);
  const send = useMutation({
    mutationFn: (file: File) => {
      stop.current = new AbortController();
      setSent(0);
      return upload(
        receiveBatch,
        { query: { name: file.name, ...(licence.trim() ? { licence: licence.trim() } : {}) } },
        { file, onSent: setSent, signal: stop.current.signal },
      );
    },
    onSuccess: ({ batch, job }) => navigate({ to: paths.batch, params: { batch }, search: { travail: job } }),
  });
  return (
    <section className="gap-16" aria-labelledby="h-receive">
      <h2 id="h-receive">{m.directory_receive()}</h2>
      {send.error && !wasStopped(send.error) && <ProblemState error={send.error} />}
      {send.isPending ? (
        <Sending
          name={send.variables.name}
          sent={sent}
          total={send.variables.size}
          onCancel={() => stop.current?.abort()}
        />
      ) : (
        <DropZone asks={m.directory_asks()} hint={m.directory_hint()} onFile={(file) => send.mutate(file)} />
      )}
      {!send.isPending && (
        <TextField
          label={m.directory_licence()}
          hint={m.directory_licence_hint()}
          maxLength={100}
          value={licence}
          onChange={(event) => setLicence(event.target.value)}
        />
      )}
      <Provenance icon="info">
        <Typo>{m.directory_where()}</Typo>
      </Provenance>
    </section>
  );
}

function Batches({ batches }: { batches: readonly Batch[] }) {
  return (
    <section className="block block--far" aria-labelledby="h-batches">
      <h2 id="h-batches">{m.directory_batches()}</h2>
      <StackTable
        rows={batches}
        keyOf={(row) => row.id}
        caption={m.directory_batches()}
        columns={[
          {
            id: 'file',
            title: m.directory_file(),
            cell: (row) => (
              <Link to={paths.batch} params={{ batch: row.id }}>
                {m.directory_batch_n({ n: row.number, file: row.fileName })}
              </Link>
            ),
          },
          {
            id: 'state',
            title: m.history_state(),
            label: m.history_state(),
            cell: (row) => <BatchState batch={row} />,
          },
          {
            id: 'day',
            title: m.directory_day(),
            label: m.directory_day(),
            cell: (row) => (row.day ? <Typo>{fmt.shortDay(row.day)}</Typo> : '–'),
          },
          {
            id: 'received',
            title: m.directory_received(),
            label: m.directory_received(),
            cell: (row) => <When at={row.received} now={now()} short />,
          },
          { id: 'by', title: m.summary_sub_by(), label: m.summary_sub_by(), cell: (row) => row.receivedBy },
        ]}
      />
    </section>
  );
}
