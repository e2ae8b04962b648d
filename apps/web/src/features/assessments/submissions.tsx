import { readAssessment, submit, type Assessment } from '@egide/contract/assessments';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { about } from '../../api/ask.ts';
import { call } from '../../api/call.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { AreaField } from '../../ui/field.tsx';
import { ProblemState } from '../../ui/problem-state.tsx';
import { StackTable } from '../../ui/stack-table.tsx';
import { say } from '../../ui/toast.tsx';
import { When } from '../../ui/when.tsx';
import { fmt, m } from '../../ui/words.ts';
import { FRAMEWORK } from './queries.ts';

type Row = Assessment['submissions'][number];

/** The director lets a dated copy out of the walls; the button says why it stays closed for others. */
export function SubmitButton({ assessment }: { assessment: Assessment }) {
  const [open, setOpen] = useState(false);
  const { can, known } = assessment;
  const ready = can.submit && known > 0;
  return (
    <>
      <Button
        look={ready ? 'main' : 'plain'}
        icon="upload"
        refusal={ready ? undefined : can.submit ? m.summary_submit_nothing() : (can.why ?? m.summary_submit_closed())}
        onClick={() => setOpen(true)}
      >
        {m.summary_submit()}
      </Button>
      <SubmitDialog assessment={assessment} open={open} onClose={() => setOpen(false)} />
    </>
  );
}

/** Says, before it leaves, that the region will count the submission but not its level. */
export function TooFewKnown({ assessment }: { assessment: Pick<Assessment, 'known' | 'total' | 'territory'> }) {
  const { known, total, territory } = assessment;
  if (territory.counts) return null;
  const share = fmt.percent(Math.floor((known / total) * 100));
  return <Banner tone="warn">{m.summary_submit_few({ enough: fmt.percent(territory.enough), share })}</Banner>;
}

function SubmitDialog({ assessment, open, onClose }: { assessment: Assessment; open: boolean; onClose: () => void }) {
  const [comment, setComment] = useState('');
  const client = useQueryClient();
  const { finess, level, known, total, counts } = assessment;
  const send = useMutation({
    mutationFn: () =>
      call(submit, {
        params: { finess, framework: FRAMEWORK },
        body: comment.trim() ? { comment: comment.trim() } : {},
      }),
    onSuccess: async () => {
      onClose();
      setComment('');
      say(m.summary_submitted());
      await client.invalidateQueries({ queryKey: about(readAssessment) });
    },
  });
  const unsettled = (counts['to-decide'] ?? 0) + (counts['to-confirm'] ?? 0);
  return (
    <Dialog
      title={m.summary_submit_title()}
      open={open}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{m.parts_cancel()}</Button>
          <Button look="main" busy={send.isPending} onClick={() => send.mutate()}>
            {m.summary_submit()}
          </Button>
        </>
      }
    >
      <div className="gap-16 dialog-text">
        <p>{m.summary_submit_text({ level: level === null ? m.parts_unknown() : fmt.mean(level), known, total })}</p>
        <TooFewKnown assessment={assessment} />
        {unsettled > 0 && <Banner tone="warn">{m.summary_submit_open({ n: unsettled })}</Banner>}
        {send.error && <ProblemState error={send.error} />}
        <AreaField
          label={m.summary_submit_comment()}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
        />
      </div>
    </Dialog>
  );
}

/** The level as it was sent; marked when the region cannot count it. */
export function SentLevel({ row, enough }: { row: Pick<Row, 'level' | 'known' | 'total'>; enough: number }) {
  if (row.level === null) return '–';
  const counts = row.known * 100 >= row.total * enough;
  return counts ? fmt.mean(row.level) : m.summary_sent_few({ sent: fmt.mean(row.level) });
}

/** What the region has received, the last first. */
export function Submissions({ assessment }: { assessment: Assessment }) {
  return (
    <section className="block block--far" aria-labelledby="h-sub">
      <h2 id="h-sub">{m.summary_submissions()}</h2>
      {assessment.submissions.length === 0 ? (
        <p>{m.summary_submissions_none()}</p>
      ) : (
        <StackTable
          rows={assessment.submissions}
          keyOf={(row) => row.id}
          caption={m.summary_submissions()}
          columns={[
            { id: 'at', title: m.summary_sub_at(), cell: (row) => <When at={row.at} now={assessment.at} /> },
            { id: 'by', title: m.summary_sub_by(), label: m.summary_sub_by(), cell: (row) => row.by },
            {
              id: 'level',
              title: m.summary_col_level(),
              label: m.summary_col_level(),
              numeric: true,
              cell: (row) => <SentLevel row={row} enough={assessment.territory.enough} />,
            },
            {
              id: 'coverage',
              title: m.summary_col_coverage(),
              label: m.summary_col_coverage(),
              numeric: true,
              cell: (row) => m.summary_of({ known: row.known, total: row.total }),
            },
            ...(assessment.submissions.some((row) => row.comment)
              ? [{ id: 'comment', title: m.summary_submit_comment(), cell: (row: Row) => row.comment ?? '' }]
              : []),
          ]}
        />
      )}
    </section>
  );
}
