import { listProgrammes, type Programme } from '@egide/contract/programmes';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { ask } from '../../api/ask.ts';
import { Changes } from '../../facts/changes.tsx';
import { FactSource } from '../../facts/fact-source.tsx';
import { reasonOf } from '../../facts/reason-view.ts';
import { RecordFact, type FactToState } from '../../facts/record-fact.tsx';
import { paths } from '../../paths.ts';
import { mayState, useMe } from '../../session.ts';
import type { StatusKind } from '../../ui/glyph.tsx';
import { KeyFigure, PageHead, Provenance } from '../../ui/page-head.tsx';
import { PageProblem } from '../../ui/problem-state.tsx';
import { ReasonsTree } from '../../ui/reasons.tsx';
import { Status } from '../../ui/status.tsx';
import { Empty, Skeleton } from '../../ui/waiting.tsx';
import { Typo, When } from '../../ui/when.tsx';
import { fmt, m } from '../../ui/words.ts';
import './funding.css';

type Objective = Programme['objectives'][number];
type Verdict = NonNullable<Objective['verdict']>;
const KIND = { met: 'ok', 'not-met': 'crit', unknown: 'unknown', expired: 'expired' } as const satisfies Record<
  Verdict,
  StatusKind
>;
const WORD = {
  met: m.funding_met,
  'not-met': m.funding_not_met,
  unknown: m.funding_unknown,
  expired: m.funding_expired,
} as const satisfies Record<Verdict, () => string>;

/** The objectives whose answer this reader is told. */
const toldOf = (programme: Programme) => programme.objectives.filter((one) => one.verdict !== null);

/** What each programme answers for this facility today, and why. */
export function Funding() {
  const { finess } = useParams({ from: '/house/etablissements/$finess/financement' });
  const { data, error, refetch } = useQuery(ask(listProgrammes, { params: { finess } }));
  const [stating, setStating] = useState<FactToState | null>(null);
  const may = mayState(useMe(), finess);
  if (error && !data) return <PageProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton widths={[30, 70, 92, 92]} />;
  const all = data.programmes.flatMap(toldOf);
  const met = all.filter((objective) => objective.verdict === 'met' && objective.toConfirm === null).length;
  const verdict =
    all.length === 0
      ? m.funding_verdict_none()
      : m.funding_verdict({
          met,
          total: all.length,
          programmes:
            fmt.list(data.programmes.filter((one) => one.met < toldOf(one).length).map((one) => one.title)) ||
            m.funding_nobody(),
        });
  return (
    <>
      <PageHead
        title={m.funding_title()}
        verdict={verdict}
        provenance={
          <Provenance>
            <Typo>{m.funding_provenance({ name: data.name, day: fmt.day(data.at) })}</Typo>
          </Provenance>
        }
      />
      {data.programmes.length === 0 ? (
        <Empty icon="euro" title={m.funding_empty()}>
          {m.funding_empty_why()}
        </Empty>
      ) : (
        <div className="keyline">
          {data.programmes
            .filter((one) => toldOf(one).length > 0)
            .map((one) => (
              <KeyFigure
                key={`${one.id} ${one.call}`}
                label={one.title}
                value={fmt.number(one.met)}
                of={m.funding_of({ n: toldOf(one).length })}
              />
            ))}
        </div>
      )}
      {data.programmes.map((programme) => (
        <ProgrammeSection
          key={`${programme.id} ${programme.call}`}
          finess={finess}
          programme={programme}
          at={data.at}
          may={may}
          onState={setStating}
        />
      ))}
      <RecordFact finess={finess} fact={stating} onClose={() => setStating(null)} />
    </>
  );
}

interface Shared {
  finess: string;
  at: string;
  may: boolean;
  onState: (fact: FactToState) => void;
}

function ProgrammeSection({ programme, ...shared }: Shared & { programme: Programme }) {
  const id = `p-${programme.id}-${programme.call}`;
  return (
    <section className="block block--far" aria-labelledby={id}>
      <h2 id={id}>{programme.title}</h2>
      <p className="muted small">{m.funding_from({ publisher: programme.publisher, who: programme.appliesTo })}</p>
      {programme.note && <p className="small">{programme.note}</p>}
      <div className="objectives">
        {programme.objectives.map((objective) => (
          <ObjectiveEntry key={objective.id} objective={objective} {...shared} />
        ))}
      </div>
    </section>
  );
}

/** The answer in a word; one that is not told, or that rests on what no officer has made official, says so. */
function Answer({ objective: { verdict, toConfirm } }: { objective: Objective }) {
  if (verdict === null) return <Status kind="unknown">{m.funding_withheld()}</Status>;
  return toConfirm ? (
    <Status kind="todo">{m.funding_to_confirm({ answer: WORD[verdict]() })}</Status>
  ) : (
    <Status kind={KIND[verdict]}>{WORD[verdict]()}</Status>
  );
}

/** One objective: its verdict, its reasons, what would make it true, the facts it read. */
function ObjectiveEntry({ objective, finess, at, may, onState }: Shared & { objective: Objective }) {
  const { verdict, changes, changesText, reachable, facts } = objective;
  return (
    <article className="objective" aria-labelledby={`o-${objective.id}`}>
      <header>
        <h3 id={`o-${objective.id}`}>
          {!/\d/.test(objective.id) ? objective.title : `${objective.id} ${objective.title}`}
        </h3>
        <p>
          <Answer objective={objective} />
          {objective.changesAt && (
            <span className="muted">
              {m.funding_until()} <When at={objective.changesAt} now={at} />
            </span>
          )}
        </p>
      </header>
      <div>
        <h4>{m.funding_why()}</h4>
        {objective.reasons && <ReasonsTree reasons={[reasonOf(objective.reasons)]} />}
        {objective.toConfirm && <p>{fmt.typeset(objective.toConfirm)}</p>}
        {objective.withheld && <p>{fmt.typeset(objective.withheld)}</p>}
      </div>
      <div>
        {(changes.length > 0 || changesText) && (
          <>
            <h4>{verdict === 'met' ? m.funding_stays() : m.funding_changes()}</h4>
            <Changes changes={changes} changesText={changesText} may={may} onState={onState} />
          </>
        )}
        {!reachable && verdict !== 'met' && <p>{m.funding_unreachable()}</p>}
        {objective.evidence.length > 0 && (
          <div className="small muted after">
            <p>{m.funding_evidence()}</p>
            <ul className="change">
              {objective.evidence.map((one) => (
                <li key={one}>{fmt.typeset(one)}</li>
              ))}
            </ul>
          </div>
        )}
        {facts.length > 0 && (
          <ul className="proof">
            {facts.map((fact) => (
              <li key={fact.id}>
                <span>
                  <Link to={paths.history} params={{ finess, key: fact.key }}>
                    {fact.label}
                  </Link>
                  <span className="small muted">
                    , <FactSource fact={fact} />
                  </span>
                </span>
                <b>{fact.says}</b>
              </li>
            ))}
          </ul>
        )}
        <p className="small muted after">
          {fmt.typeset(objective.reference)}
          {objective.proposed && <>. {m.funding_proposed()}</>}
        </p>
        {objective.note && <p className="small muted">{fmt.typeset(objective.note)}</p>}
      </div>
    </article>
  );
}
