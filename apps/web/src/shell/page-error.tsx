import { Link, type ErrorComponentProps } from '@tanstack/react-router';
import { paths } from '../paths.ts';
import { PageHead } from '../ui/page-head.tsx';
import { PageProblem } from '../ui/problem-state.tsx';
import { Empty } from '../ui/waiting.tsx';
import { m } from '../ui/words.ts';

/** A page that failed: what happened, and a way to try again. */
export function PageError({ error, reset }: ErrorComponentProps) {
  return <PageProblem error={error instanceof Error ? error : new Error(String(error))} onRetry={reset} />;
}

/** Absent and forbidden answer alike. */
export function NothingHere() {
  return (
    <div className="pagefault">
      <PageHead
        title={m.shell_not_found_title()}
        verdict={m.shell_not_found_why()}
        actions={
          <Link className="btn btn--main" to={paths.home}>
            {m.shell_home()}
          </Link>
        }
      />
    </div>
  );
}

/** Signed in, but no role is open today. */
export function NoPlace() {
  return (
    <Empty icon="users" title={m.shell_no_screen_title()}>
      {m.shell_no_screen_why()}
    </Empty>
  );
}
