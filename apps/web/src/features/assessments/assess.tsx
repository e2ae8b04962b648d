import type { Assessment, Indicator } from '@egide/contract/assessments';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { RecordFact, type FactToState } from '../../facts/record-fact.tsx';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { AreaField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { PageProblem, ProblemState } from '../../ui/problem-state.tsx';
import { SavedNote } from '../../ui/status.tsx';
import { Skeleton } from '../../ui/waiting.tsx';
import { m } from '../../ui/words.ts';
import { AnswerBanner, AnswerLevels } from './answer-form.tsx';
import './assess.css';
import { IndicatorJump, IndicatorList } from './indicator-list.tsx';
import { useLevelChoice } from './level-choice.ts';
import { Proofs } from './proofs.tsx';
import { assessmentQuery, indicatorQuery } from './queries.ts';
import { WhyPanel } from './why-panel.tsx';

/** One indicator: the list, the sentences that are the form, the proof beside it. */
export function Assess() {
  const { finess, indicator: id } = useParams({ from: '/house/etablissements/$finess/maturite/evaluer/$indicator' });
  const assessment = useQuery({ ...assessmentQuery(finess), placeholderData: keepPreviousData });
  const indicator = useQuery({ ...indicatorQuery(finess, id), placeholderData: keepPreviousData });
  const error = assessment.error ?? indicator.error;
  if (error && !(assessment.data && indicator.data))
    return (
      <div className="ask">
        <PageProblem
          error={error}
          onRetry={() => {
            void assessment.refetch();
            void indicator.refetch();
          }}
        />
      </div>
    );
  if (!assessment.data || !indicator.data)
    return (
      <div className="ask">
        <Skeleton />
      </div>
    );
  return <Workplace key={indicator.data.id} assessment={assessment.data} indicator={indicator.data} />;
}

function Workplace({ assessment, indicator }: { assessment: Assessment; indicator: Indicator }) {
  const [closed, setClosed] = useState(false);
  const [stating, setStating] = useState<FactToState | null>(null);
  const { finess } = assessment;
  return (
    <>
      <IndicatorList assessment={assessment} current={indicator.id} />
      <AskColumn assessment={assessment} indicator={indicator} whyClosed={closed} onWhy={() => setClosed(false)} />
      {!closed && (
        <WhyPanel
          finess={finess}
          indicator={indicator}
          now={assessment.at}
          onClose={() => setClosed(true)}
          onState={setStating}
        />
      )}
      <RecordFact finess={finess} fact={stating} onClose={() => setStating(null)} />
    </>
  );
}

interface AskProps {
  assessment: Assessment;
  indicator: Indicator;
  whyClosed: boolean;
  onWhy: () => void;
}

/** The question, the sentences that answer it, their proof and the comment. */
function AskColumn({ assessment, indicator, whyClosed, onWhy }: AskProps) {
  const { finess } = assessment;
  const { answer, chosen, keeping, keep, give, choose } = useLevelChoice(finess, indicator);
  return (
    <div className="ask">
      <IndicatorJump assessment={assessment} current={indicator.id} />
      <IndicatorHead assessment={assessment} indicator={indicator} />
      {answer.error && <ProblemState error={answer.error} onRetry={answer.again} />}
      <AnswerBanner indicator={indicator} keeping={keeping} busy={answer.busy} onKeep={keep} onAnswer={give} />
      <AnswerLevels indicator={indicator} chosen={chosen} onChoose={choose} />
      {indicator.can.answer && (
        <p className="small after">
          <button className="plainlink" type="button" onClick={() => give({ level: null })}>
            {m.assess_dont_know()}
          </button>
        </p>
      )}
      <div className="pair">
        <Proofs finess={finess} indicator={indicator} />
        <Comment
          key={indicator.declaredBy?.note ?? ''}
          indicator={indicator}
          onSave={(note) => answer.now({ level: indicator.declared ?? indicator.level, note })}
        />
      </div>
      <div className="end">
        <SavedNote saving={answer.saving} />
        <div className="actions">
          {whyClosed && (
            <Button look="quiet" onClick={onWhy}>
              {m.assess_why()}
            </Button>
          )}
          <Neighbours finess={finess} indicator={indicator} />
        </div>
      </div>
      <KeyHints />
    </div>
  );
}

function IndicatorHead({ assessment, indicator }: { assessment: Assessment; indicator: Indicator }) {
  const { finess, framework, dimension } = assessment;
  return (
    <PageHead
      title={`${indicator.id} ${indicator.title}`}
      crumbs={[
        <Link key="f" to={paths.summary} params={{ finess }}>
          {framework.title}
        </Link>,
        `${dimension.id} ${dimension.title}`,
        `${indicator.theme.id} ${indicator.theme.title}`,
      ]}
      verdict={indicator.question}
    />
  );
}

function Comment({ indicator, onSave }: { indicator: Indicator; onSave: (note: string) => void }) {
  const kept = indicator.declaredBy?.note ?? '';
  const [text, setText] = useState(kept);
  const closed = !indicator.can.answer || (indicator.declared ?? indicator.level) === null;
  return (
    <AreaField
      label={m.assess_comment()}
      value={text}
      disabled={closed}
      hint={closed ? (indicator.can.answer ? m.assess_comment_first() : indicator.can.why) : m.assess_comment_hint()}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => {
        if (text.trim() !== kept) onSave(text.trim());
      }}
    />
  );
}

/** The indicator before this one and the one after it. */
function Neighbours({ finess, indicator: { previous, next } }: { finess: string; indicator: Indicator }) {
  return (
    <>
      {previous && (
        <Link className="btn" to={paths.indicator} params={{ finess, indicator: previous }}>
          <Icon name="back" />
          {previous}
        </Link>
      )}
      {next && (
        <Link className="btn" to={paths.indicator} params={{ finess, indicator: next }}>
          {m.assess_next({ id: next })}
          <Icon name="arrow" />
        </Link>
      )}
    </>
  );
}

function KeyHints() {
  return (
    <p className="hints" aria-hidden="true">
      <span>
        <kbd>0</kbd> {m.assess_hint_to()} <kbd>4</kbd> {m.assess_hint_choose()}
      </span>
      <span>
        <kbd>{m.shell_enter_key()}</kbd> {m.assess_hint_keep()}
      </span>
      <span>
        <kbd>J</kbd> <kbd>K</kbd> {m.assess_hint_move()}
      </span>
      <span>
        <kbd>?</kbd> {m.assess_hint_all()}
      </span>
    </p>
  );
}
