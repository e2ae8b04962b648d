import { loadDemo, removeDemo, type DemoAccount } from '@egide/contract/demo';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call } from '../../api/call.ts';
import { nowMs } from '../../clock.ts';
import { Badge, Button } from '../../ui/button.tsx';
import { Dialog, TypeToConfirm } from '../../ui/dialog.tsx';
import { ProblemState } from '../../ui/problem-state.tsx';
import { fmt, m } from '../../ui/words.ts';

/** A look around before anything is typed: the fictional region, said to be one. */
export function LoadDemo({
  refusal,
  onLoaded,
}: {
  refusal?: string | undefined;
  onLoaded: (accounts: readonly DemoAccount[]) => void;
}) {
  const client = useQueryClient();
  const load = useMutation({
    mutationFn: () => call(loadDemo, {}),
    onSuccess: async ({ accounts }) => {
      onLoaded(accounts);
      await client.invalidateQueries();
    },
  });
  return (
    <section aria-labelledby="h-demo">
      <h2 id="h-demo">
        {m.instance_demo()} <Badge tone="warn">{m.shell_fictional()}</Badge>
      </h2>
      <p className="muted">{m.instance_demo_text()}</p>
      {load.error && <ProblemState error={load.error} />}
      <div className="after">
        <Button busy={load.isPending} refusal={refusal} onClick={() => load.mutate()}>
          {m.instance_demo_do()}
        </Button>
      </div>
      {load.isPending && <Elapsed />}
    </section>
  );
}

/** A step that lasts some seconds says for how long. */
function Elapsed() {
  const [since] = useState(nowMs);
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(Math.round((nowMs() - since) / 1000)), 1000);
    return () => clearInterval(timer);
  }, [since]);
  return (
    <p className="small muted after">
      <span role="status">{m.instance_demo_loading()}</span>{' '}
      <span aria-hidden="true">{m.instance_since({ time: fmt.duration(seconds) })}</span>
    </p>
  );
}

/** Everything fictional leaves in one action; it cannot be undone, so the word is typed. */
export function RemoveDemo() {
  const [open, setOpen] = useState(false);
  // What the cache knows is not asked again: leaving the answer loads the house anew.
  const remove = useMutation({ mutationFn: () => call(removeDemo, {}), onSuccess: () => setOpen(false) });
  return (
    <section className="block" aria-labelledby="h-demo">
      <h2 id="h-demo">
        {m.instance_demo_loaded()} <Badge tone="warn">{m.shell_fictional()}</Badge>
      </h2>
      <p className="muted">{m.instance_demo_loaded_text()}</p>
      <div className="after">
        <Button look="crit" onClick={() => setOpen(true)}>
          {m.instance_demo_remove()}
        </Button>
      </div>
      <TypeToConfirm
        title={m.instance_demo_remove()}
        word={m.shell_fictional()}
        doIt={m.instance_demo_remove()}
        open={open}
        busy={remove.isPending}
        onClose={() => setOpen(false)}
        onConfirm={() => remove.mutate()}
      >
        <p>{m.instance_demo_remove_text()}</p>
        <p className="after">{m.instance_demo_remove_self()}</p>
        {remove.error && <ProblemState error={remove.error} />}
      </TypeToConfirm>
      <Dialog
        title={m.instance_demo_removed()}
        open={remove.data !== undefined}
        onClose={() => location.assign('/')}
        actions={
          <Button look="main" onClick={() => location.assign('/')}>
            {m.people_finished()}
          </Button>
        }
      >
        {remove.data && (
          <p className="dialog-text">
            {m.instance_demo_removed_text({ entities: remove.data.legalEntities, accounts: remove.data.accounts })}{' '}
            {remove.data.administratorLeft ? m.instance_demo_removed_again() : m.instance_demo_removed_restart()}
          </p>
        )}
      </Dialog>
    </section>
  );
}
