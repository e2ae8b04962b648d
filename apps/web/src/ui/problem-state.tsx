import { ApiProblem } from '../api/problem.ts';
import { paths } from '../paths.ts';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';
import { PageHead } from './page-head.tsx';
import { m } from './words.ts';

/** An error as the reader should meet it: what happened, what to do, the number to quote. The input around it stays. */
export function ProblemState({ error, onRetry }: { error: Error; onRetry?: (() => void) | undefined }) {
  const problem = error instanceof ApiProblem ? error.problem : null;
  return (
    <Banner
      tone="crit"
      alert
      title={problem?.title ?? m.parts_no_answer_title()}
      actions={onRetry && <Button onClick={onRetry}>{m.parts_retry()}</Button>}
    >
      <p>{problem ? problem.detail : m.parts_no_answer()}</p>
      {problem?.errors && (
        <ul className="change small">
          {problem.errors.map((fault) => (
            <li key={`${fault.at} ${fault.code}`}>{fault.message}</li>
          ))}
        </ul>
      )}
      {problem && (
        <p className="small muted">
          {problem.requestId
            ? m.parts_problem_code({ code: problem.code, request: problem.requestId.slice(0, 8) })
            : m.parts_problem_code_only({ code: problem.code })}
        </p>
      )}
    </Banner>
  );
}

/** A page that could not be read: the problem is its subject, and so its heading. What is absent will not come by asking again. */
export function PageProblem({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const problem = error instanceof ApiProblem ? error.problem : null;
  return (
    <div className="pagefault" role="alert">
      <PageHead
        title={problem?.title ?? m.parts_no_answer_title()}
        verdict={problem ? problem.detail : m.parts_no_answer()}
        actions={
          problem?.code === 'not-found' ? (
            <a className="btn btn--main" href={paths.home}>
              {m.shell_home()}
            </a>
          ) : (
            <Button onClick={onRetry}>{m.parts_retry()}</Button>
          )
        }
      />
      {problem && (
        <p className="small muted">
          {problem.requestId
            ? m.parts_problem_code({ code: problem.code, request: problem.requestId.slice(0, 8) })
            : m.parts_problem_code_only({ code: problem.code })}
        </p>
      )}
    </div>
  );
}
