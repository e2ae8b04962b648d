import { freePhone, renewInvitation, type Person } from '@egide/contract/people';
import { useMutation } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemState } from '../../ui/problem-state.tsx';
import { say } from '../../ui/toast.tsx';
import { fmt, m } from '../../ui/words.ts';
import { addressOfInvitation, ShownOnce } from './shown-once.tsx';
import { usePeopleAgain } from './use-acts.ts';

/** Somebody to let in again, and what they have lost. */
export interface Locked {
  person: Person;
  lost: 'link' | 'phone';
}
interface LetInProps {
  locked: Locked | null;
  onClose: () => void;
}

/** A lost link or a lost phone: what will happen is said before, the new link is shown once. */
export function LetIn({ locked, onClose }: LetInProps) {
  const title = locked?.lost === 'phone' ? m.people_lost_phone() : m.people_new_link();
  return (
    <Dialog title={title} open={locked !== null} onClose={onClose}>
      {locked?.lost === 'link' && <NewLink person={locked.person} onClose={onClose} />}
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
  if (renew.data) {
    return (
      <>
        <ShownOnce label={m.people_link()} secret={addressOfInvitation(renew.data.path)}>
          {m.people_link_for({ name: person.name, day: fmt.instant(renew.data.expires) })}
        </ShownOnce>
        <div className="actions">
          <Button onClick={onClose}>{m.shell_close()}</Button>
        </div>
      </>
    );
  }
  return (
    <>
      {renew.error && <ProblemState error={renew.error} />}
      <p className="dialog-text">{m.people_new_link_text({ name: person.name })}</p>
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
