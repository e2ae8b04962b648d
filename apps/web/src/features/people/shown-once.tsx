import type { Invitation } from '@egide/contract/people';
import type { ReactNode } from 'react';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { say } from '../../ui/toast.tsx';
import { fmt, m } from '../../ui/words.ts';

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

interface ShownLinkProps {
  person: { name: string; login: string };
  invitation: Invitation;
}

/** A link to hand over: what it is for, to whom to give it and until when. */
export function ShownLink({ person: { name, login }, invitation: { kind, path, expires } }: ShownLinkProps) {
  const day = fmt.instant(expires);
  return (
    // Its path is below the address of this instance.
    <ShownOnce
      label={kind === 'password' ? m.people_link() : m.people_accept_link_title()}
      secret={new URL(path, location.origin).href}
    >
      {kind === 'password' ? m.people_link_for({ name, day }) : m.people_accept_link_for({ name, login, day })}
    </ShownOnce>
  );
}
