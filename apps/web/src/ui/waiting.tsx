import { useEffect, useState, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { Glyph } from './glyph.tsx';
import { Icon, type IconName } from './icon.tsx';
import { Status } from './status.tsx';
import { fmt, m } from './words.ts';

const PATIENCE = 300;

/** Nothing for 300 ms, then the grey lines of what is coming. */
export function Skeleton({ widths = [60, 92, 78] }: { widths?: readonly number[] }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return <div role="status" aria-label={m.parts_loading()} />;
  return (
    <div className="waiting" role="status" aria-label={m.parts_loading()}>
      {widths.map((width, at) => (
        <i key={at} className="skeleton" style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}

/** Why it is empty, the one next thing to do. */
export function Empty({
  icon = 'search',
  title,
  children,
  actions,
}: {
  icon?: IconName;
  title: string;
  children: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="empty">
      <Icon name={icon} />
      <h2 className="banner-title">{title}</h2>
      <p className="muted">{children}</p>
      {actions && <div className="actions">{actions}</div>}
    </div>
  );
}

export function ProgressBar({ label, done, total = 100 }: { label: string; done: number; total?: number }) {
  const share = total > 0 ? Math.max(0, Math.min(100, (done / total) * 100)) : 0;
  return (
    <span
      className="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={Math.round(done)}
    >
      <i style={{ width: `${share}%` }} />
    </span>
  );
}

export type JobView =
  | { state: 'queued' | 'running'; percent: number; words: string; seconds: number }
  | { state: 'done'; words: ReactNode }
  | { state: 'interrupted' | 'cancelled' | 'failed'; words: ReactNode };

/** A long job: step in words, share done, time elapsed, and a way to stop it. */
export function JobProgress({
  title,
  job,
  onStop,
  onResume,
}: {
  title: string;
  job: JobView;
  onStop?: () => void;
  onResume?: () => void;
}) {
  if (job.state === 'done')
    return (
      <div className="job" role="status">
        <p>
          <Status kind="ok">{title}</Status> {job.words}
        </p>
      </div>
    );
  if (job.state !== 'queued' && job.state !== 'running') {
    return (
      <div className="job" role="status">
        <p>
          <Status kind={job.state === 'failed' ? 'crit' : 'warn'}>{title}</Status> {job.words}
        </p>
        {onResume && (
          <div className="actions">
            <Button small onClick={onResume}>
              {m.parts_resume()}
            </Button>
          </div>
        )}
      </div>
    );
  }
  return (
    <div className="job">
      <div className="line">
        <b>{title}</b>
        <span className="muted">{fmt.percent(Math.floor(job.percent))}</span>
      </div>
      <ProgressBar label={title} done={job.percent} />
      <p className="small muted" role="status">
        {m.parts_job_since({ words: job.words, time: fmt.duration(job.seconds) })}
      </p>
      <div className="actions">
        {onStop && (
          <Button small onClick={onStop}>
            {m.parts_stop()}
          </Button>
        )}
        <span className="small muted">{m.parts_may_leave()}</span>
      </div>
    </div>
  );
}

/** One line that says a small thing went wrong, under a field or a list. */
export function ErrorLine({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p className="error" id={id}>
      <Glyph kind="crit" />
      <span>{children}</span>
    </p>
  );
}
