import type { Assessment, Indicator } from '@egide/contract/assessments';
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { RecordFact, type FactToState } from '../../facts/record-fact.tsx';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { useShortcuts } from '../../ui/keys.ts';
import { Icon } from '../../ui/icon.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { PageProblem, ProblemState } from '../../ui/problem-state.tsx';
import { SavedNote } from '../../ui/status.tsx';
import { Skeleton } from '../../ui/waiting.tsx';
import { m } from '../../ui/words.ts';
import { AnswerBanner, AnswerLevels } from './answer-form.tsx';
import './assess.css';
import { Comment } from './comment.tsx';
import { DontKnow } from './dont-know.tsx';
import { IndicatorJump, IndicatorList } from './indicator-list.tsx';
import { useLevelChoice } from './level-choice.ts';
import { Proofs } from './proofs.tsx';
import { assessmentQuery, indicatorQuery } from './queries.ts';
import { WhyPanel } from './why-panel.tsx';

/** One indicator: the list, the sentences that are the form, the proof beside it. */
export function Assess() {
  const { finess, indicator: id } = useParams({ from: '/house/etablissements/$finess/maturite/evaluer/$indicator' });
  const assessment = useQuery({ ...assessmentQuery(finess), placeholderData: keepPreviousData });
  // Never the one before: what is on screen is what an answer goes to.
  const indicator = useQuery(indicatorQuery(finess, id));
  useWalk(assessment.data, id);
  if (!assessment.data) return <NotYet of={[assessment, indicator]} />;
  return (
    <>
      <IndicatorList assessment={assessment.data} current={id} />
      {indicator.data ? (
        <Workplace key={id} assessment={assessment.data} indicator={indicator.data} />
      ) : (
        <NotYet of={[indicator]} />
      )}
    </>
  );
}

/** In the place of the question, while it comes or when it cannot. */
function NotYet({ of }: { of: readonly Pick<UseQueryResult, 'error' | 'refetch'>[] }) {
  const error = of.find((one) => one.error !== null)?.error;
  return (
    <div className="ask">
      {error ? <PageProblem error={error} onRetry={() => of.forEach((one) => void one.refetch())} /> : <Skeleton />}
    </div>
  );
}

/** J and K go on and back, also past an indicator that has not come yet. */
function useWalk(assessment: Assessment | undefined, id: string): void {
  const navigate = useNavigate();
  const ids = assessment?.themes.flatMap((theme) => theme.indicators.map((line) => line.id)) ?? [];
  const go = (step: number) => {
    const indicator = ids[ids.indexOf(id) + step];
    if (assessment && indicator)
      void navigate({ to: paths.indicator, params: { finess: assessment.finess, indicator } });
  };
  useShortcuts({ j: () => go(1), k: () => go(-1) });
}

function Workplace({ assessment, indicator }: { assessment: Assessment; indicator: Indicator }) {
  const [closed, setClosed] = useState(false);
  const [stating, setStating] = useState<FactToState | null>(null);
  const { finess } = assessment;
  return (
    <>
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
  const choice = useLevelChoice(finess, indicator);
  const { answer, keeping } = choice;
  return (
    <div className="ask">
      <IndicatorJump assessment={assessment} current={indicator.id} />
      <IndicatorHead assessment={assessment} indicator={indicator} />
      {answer.refusal && <ProblemState error={answer.refusal} onRetry={answer.again} />}
      <AnswerBanner indicator={indicator} choice={choice} />
      <AnswerLevels
        indicator={indicator}
        chosen={choice.chosen}
        unsaved={keeping ?? (answer.pending?.state === 'waiting' ? (answer.pending.input.level ?? null) : null)}
        onChoose={choice.choose}
      />
      <DontKnow indicator={indicator} onGive={() => choice.give(null)} />
      <div className="pair">
        <Proofs finess={finess} indicator={indicator} />
        <Comment indicator={indicator} answer={answer} />
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
