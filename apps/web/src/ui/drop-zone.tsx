import { useRef, useState } from 'react';
import { Icon } from './icon.tsx';
import { fmt, m } from './words.ts';

interface DropZoneProps {
  /** What can be dropped here, in words. */
  asks: string;
  /** Formats and size limit. */
  hint: string;
  accept?: string;
  onFile: (file: File) => void;
}

/** Drag and drop, and the same by button; the type is read from the content by the server. */
export function DropZone({ asks, hint, accept, onFile }: DropZoneProps) {
  const [over, setOver] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file) onFile(file);
  };
  return (
    <div
      className="drop"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <Icon name="upload" />
      <p>{over ? <b>{m.parts_drop_now()}</b> : asks}</p>
      <button className="btn" type="button" onClick={() => picker.current?.click()}>
        {m.parts_choose_file()}
      </button>
      <input
        ref={picker}
        type="file"
        hidden
        accept={accept}
        aria-label={asks}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
      <p className="hint">{hint}</p>
    </div>
  );
}

/** A file on its way: what has left out of how much. */
export function Sending({
  name,
  sent,
  total,
  onCancel,
}: {
  name: string;
  sent: number;
  total: number;
  onCancel: () => void;
}) {
  const percent = total > 0 ? (sent / total) * 100 : 0;
  return (
    <div className="job">
      <div className="file">
        <Icon name="file" />
        <span>{name}</span>
        <button className="btn btn--small btn--quiet" type="button" onClick={onCancel}>
          {m.parts_cancel()}
        </button>
      </div>
      <span
        className="progress"
        role="progressbar"
        aria-label={m.parts_sending()}
        aria-valuenow={Math.round(percent)}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <i style={{ width: `${percent}%` }} />
      </span>
      <p className="small muted">{m.parts_sent_of({ sent: fmt.size(sent), total: fmt.size(total) })}</p>
    </div>
  );
}
