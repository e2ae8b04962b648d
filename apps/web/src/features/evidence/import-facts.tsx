import { importFacts, type ImportReport } from '@egide/contract/evidence';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useRef } from 'react';
import { call } from '../../api/call.ts';
import { paths } from '../../paths.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { DropZone } from '../../ui/drop-zone.tsx';
import { FileAtWork } from '../../ui/file-at-work.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemState } from '../../ui/problem-state.tsx';
import { FaultTable } from '../../ui/report.tsx';
import { fmt, m } from '../../ui/words.ts';
import { CsvModel } from './csv-model.tsx';

/** A file of facts for one facility, by its team: documented, to be confirmed by an officer when official. */
export function ImportFacts() {
  const { finess } = useParams({ from: '/house/etablissements/$finess/importer' });
  return (
    <>
      <PageHead
        title={m.import_title()}
        verdict={m.import_verdict_facility()}
        crumbs={[
          <Link key="f" to={paths.facility} params={{ finess }}>
            {m.shell_facility()}
          </Link>,
          m.import_title(),
        ]}
      />
      <Importer organisation={finess} />
    </>
  );
}

/** A file for one or many facilities, by an officer: official as it is recorded. */
export function ImportOfficial() {
  return (
    <>
      <PageHead title={m.import_title()} verdict={m.import_verdict_officer()} />
      <Importer />
    </>
  );
}

function Importer({ organisation }: { organisation?: string }) {
  const client = useQueryClient();
  const stop = useRef<AbortController>(null);
  const send = useMutation({
    mutationFn: ({ file, confirm }: { file: File; confirm: boolean }) => {
      stop.current = new AbortController();
      return call(
        importFacts,
        {
          query: {
            name: file.name,
            ...(organisation ? { organisation } : {}),
            ...(confirm ? { confirm: 'true' } : {}),
          },
        },
        { file, signal: stop.current.signal },
      );
    },
    onSuccess: () => client.invalidateQueries(),
  });
  const stopped = send.error instanceof DOMException && send.error.name === 'AbortError';
  return (
    <div className="gap-16">
      {send.error && !stopped && <ProblemState error={send.error} />}
      {send.isPending ? (
        <FileAtWork name={send.variables.file.name} onCancel={() => stop.current?.abort()} />
      ) : (
        <DropZone
          asks={m.import_asks()}
          hint={m.import_hint()}
          accept=".json,.csv,application/json,text/csv"
          onFile={(file) => send.mutate({ file, confirm: false })}
        />
      )}
      {send.data && (
        <Report
          report={send.data}
          name={send.variables.file.name}
          organisation={organisation}
          onConfirm={() => send.mutate({ file: send.variables.file, confirm: true })}
        />
      )}
      {organisation && <CsvModel finess={organisation} />}
    </div>
  );
}

interface ReportProps {
  report: ImportReport;
  name: string;
  /** The facility whose facts they are; absent when an officer brings those of many. */
  organisation: string | undefined;
  onConfirm: () => void;
}

/** What was recorded, or why nothing was until somebody says so. */
function Report({ report, name, organisation, onConfirm }: ReportProps) {
  const { recorded, unchanged, rejected, warnings, held } = report;
  return (
    <div role="status">
      {held ? (
        <Banner
          tone="warn"
          title={m.import_held({ name })}
          actions={
            <Button look="main" onClick={onConfirm}>
              {m.import_held_do({ n: held.wouldRecord })}
            </Button>
          }
        >
          <p>{held.message}</p>
        </Banner>
      ) : (
        <Banner tone={rejected.length > 0 ? 'warn' : 'ok'} title={m.import_done({ name })}>
          <p>
            {m.import_counts({
              recorded: fmt.number(recorded),
              unchanged: fmt.number(unchanged),
              rejected: fmt.number(rejected.length),
            })}
          </p>
          {organisation && recorded > 0 && (
            <p>
              <Link to={paths.facility} params={{ finess: organisation }} hash="faits">
                {m.import_see_facts()}
              </Link>{' '}
              <Link to={paths.summary} params={{ finess: organisation }}>
                {m.import_see_levels()}
              </Link>
            </p>
          )}
        </Banner>
      )}
      <FaultTable title={m.import_rejected()} faults={rejected} file="refus.json" />
      <FaultTable title={m.import_warnings()} faults={warnings} file="avertissements.json" />
    </div>
  );
}
