import { useEffect, useState } from 'react';
import { Icon } from './icon.tsx';
import { fmt, m } from './words.ts';

/** A file that is being sent and checked in one go: its name, the time it takes, a way out. */
export function FileAtWork({ name, onCancel }: { name: string; onCancel: () => void }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((was) => was + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className="job">
      <div className="file">
        <Icon name="file" />
        <span>{name}</span>
        <button className="btn btn--small btn--quiet" type="button" onClick={onCancel}>
          {m.parts_cancel()}
        </button>
      </div>
      <p className="small muted" role="status">
        {m.parts_job_since({ words: m.parts_file_at_work(), time: fmt.duration(seconds) })}
      </p>
      <p className="small muted">{m.parts_file_whole()}</p>
    </div>
  );
}
