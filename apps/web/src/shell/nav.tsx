import { Link, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { paths } from '../paths.ts';
import { Icon } from '../ui/icon.tsx';
import { fmt, m } from '../ui/words.ts';
import type { Destination } from './jobs.ts';

/** The left bar; on a phone it is the sheet that the burger opens. */
export function Nav({ jobs, onHelp }: { jobs: readonly Destination[]; onHelp: () => void }) {
  const bar = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => {
    if (bar.current?.matches(':popover-open')) bar.current.hidePopover();
  }, [path]);
  return (
    <nav className="nav" id="nav" popover="auto" aria-label={m.shell_nav()} ref={bar}>
      {jobs.map((job) => (
        <Job key={job.to} job={job} path={path} />
      ))}
      <div className="foot">
        <Link to={paths.glossary}>
          <Icon name="book" />
          {m.shell_glossary()}
        </Link>
        <button className="navlink" type="button" onClick={onHelp}>
          <Icon name="keys" />
          {m.shell_shortcuts()}
          <span className="count">
            <kbd aria-hidden="true">?</kbd>
          </span>
        </button>
      </div>
    </nav>
  );
}

/** The router marks a link as current for its own page alone; what lies below is decided here. */
const EXACT = { exact: true, includeSearch: false } as const;

const fill = ({ to, params }: Destination): string => to.replace(/\$(\w+)/g, (_, name: string) => params[name] ?? '');

function Job({ job, path }: { job: Destination; path: string }) {
  const subs = job.under ?? [];
  const inside =
    path === fill(job) ||
    [...subs, ...(job.covers ?? []).map((to) => ({ ...job, to }))].some((one) => path.startsWith(fill(one)));
  return (
    <>
      <Link to={job.to} params={job.params} activeOptions={EXACT} aria-current={inside ? 'true' : undefined}>
        <Icon name={job.icon} />
        <span>{job.word}</span>
        {job.waiting !== undefined && job.waiting > 0 && (
          <span className="count">
            {fmt.number(job.waiting)}
            <span className="sr"> {m.shell_waiting()}</span>
          </span>
        )}
      </Link>
      {inside && subs.length > 0 && (
        <div className="sub">
          {subs.map((sub) => (
            <Link
              key={sub.to}
              to={sub.to}
              params={sub.params}
              activeOptions={EXACT}
              aria-current={isCurrent(sub, subs, path) ? 'page' : undefined}
            >
              {sub.word}
            </Link>
          ))}
        </div>
      )}
    </>
  );
}

/** The most precise of the neighbours that this address lies under. */
function isCurrent(sub: Destination, all: readonly Destination[], path: string): boolean {
  const best = all.filter((one) => path.startsWith(fill(one))).sort((a, b) => fill(b).length - fill(a).length)[0];
  return best === sub;
}
