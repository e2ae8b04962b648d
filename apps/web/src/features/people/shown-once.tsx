import type { ReactNode } from 'react';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { say } from '../../ui/toast.tsx';
import { m } from '../../ui/words.ts';

/** A secret that is shown once: a link to hand over, a key to put into a machine. */
export function ShownOnce({ label, secret, children }: { label: string; secret: string; children: ReactNode }) {
  // Over plain HTTP away from this machine the browser offers no clipboard at all.
  const copy = () =>
    void (navigator.clipboard ? navigator.clipboard.writeText(secret) : Promise.reject(new Error('no clipboard'))).then(
      () => say(m.parts_copied()),
      () => say(m.parts_copy_refused()),
    );
  return (
    <div className="gap-16">
      <p>{children}</p>
      <TextField label={label} readOnly value={secret} onFocus={(event) => event.target.select()} />
      <div>
        <Button icon="copy" onClick={copy}>
          {m.people_copy()}
        </Button>
      </div>
      <Banner tone="warn">{m.people_once()}</Banner>
    </div>
  );
}

/** The whole address of an invitation: its path is below the address of this instance. */
export const addressOfInvitation = (path: string): string => new URL(path, location.origin).href;
