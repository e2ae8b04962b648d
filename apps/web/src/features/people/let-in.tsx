import { freePhone, renewAcceptance, renewInvitation, type Invitation, type Person } from '@egide/contract/people';
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { call } from '../../api/call.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemState } from '../../ui/problem-state.tsx';
import { say } from '../../ui/toast.tsx';
import { m } from '../../ui/words.ts';
import type { Held } from './person-words.ts';
import { ShownLink } from './shown-once.tsx';
import { usePeopleAgain } from './use-acts.ts';

/** Somebody to let in again, and what they have lost. */
export type Locked = { person: Person; lost: 'link' | 'phone' } | { person: Person; lost: 'acceptance'; hold: Held };
interface LetInProps {
  locked: Locked | null;
  onClose: () => void;
}

const TITLE = {
  link: m.people_new_link,
  phone: m.people_lost_phone,
  acceptance: m.people_accept_link_title,
} as const satisfies Record<Locked['lost'], () => string>;

/** A lost link or a lost phone: what will happen is said before, the new link is shown once. */
export function LetIn({ locked, onClose }: LetInProps) {
  return (
    <Dialog title={TITLE[locked?.lost ?? 'link']()} open={locked !== null} onClose={onClose}>
      {locked?.lost === 'link' && <NewLink person={locked.person} onClose={onClose} />}
      {locked?.lost === 'acceptance' && <NewAcceptance person={locked.person} hold={locked.hold} onClose={onClose} />}
      {locked?.lost === 'phone' && <LostPhone person={locked.person} onClose={onClose} />}
    </Dialog>
  );
}

interface OneProps {
  person: Person;
  onClose: () => void;
}

function NewLink({ person, onClose }: OneProps) {
  const again = usePeopleAgain();
  const renew = useMutation({
    mutationFn: () => call(renewInvitation, { params: { account: person.account } }),
    onSuccess: again,
  });
  return (
    <MakeLink person={person} renew={renew} onClose={onClose}>
      {m.people_new_link_text({ name: person.name })}
    </MakeLink>
  );
}

function NewAcceptance({ person, hold, onClose }: OneProps & { hold: Held }) {
  const again = usePeopleAgain();
  const renew = useMutation({
    mutationFn: () => call(renewAcceptance, { params: { account: person.account, hold: hold.id } }),
    onSuccess: again,
  });
  return (
    <MakeLink person={person} renew={renew} onClose={onClose}>
      {m.people_accept_link_text({ name: person.name })}
    </MakeLink>
  );
}

interface MakeLinkProps extends OneProps {
  renew: UseMutationResult<Invitation, Error, void>;
  /** What the new link does, and what it ends. */
  children: ReactNode;
}

function MakeLink({ person, renew, onClose, children }: MakeLinkProps) {
  if (renew.data) {
    return (
      <>
        <ShownLink person={person} invitation={renew.data} />
        <div className="actions">
          <Button onClick={onClose}>{m.shell_close()}</Button>
        </div>
      </>
    );
  }
  return (
    <>
      {renew.error && <ProblemState error={renew.error} />}
      <p className="dialog-text">{children}</p>
      <div className="actions">
        <Button onClick={onClose}>{m.parts_cancel()}</Button>
        <Button look="main" busy={renew.isPending} onClick={() => renew.mutate()}>
          {m.people_new_link_do()}
        </Button>
      </div>
    </>
  );
}

function LostPhone({ person, onClose }: OneProps) {
  const again = usePeopleAgain();
  const free = useMutation({
    mutationFn: () => call(freePhone, { params: { account: person.account } }),
    onSuccess: async () => {
      onClose();
      say(m.people_phone_freed({ name: person.name }));
      await again();
    },
  });
  return (
    <>
      {free.error && <ProblemState error={free.error} />}
      <p className="dialog-text">{m.people_lost_phone_text({ name: person.name })}</p>
      <div className="actions">
        <Button onClick={onClose}>{m.parts_cancel()}</Button>
        <Button look="main" busy={free.isPending} onClick={() => free.mutate()}>
          {m.people_lost_phone_do()}
        </Button>
      </div>
    </>
  );
}
