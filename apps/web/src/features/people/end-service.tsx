import { endService, listServices, type Service } from '@egide/contract/services';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { about } from '../../api/ask.ts';
import { call } from '../../api/call.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemState } from '../../ui/problem-state.tsx';
import { say } from '../../ui/toast.tsx';
import { m } from '../../ui/words.ts';

/** Asked twice: the keys of a machine cannot be given back. */
export function EndService({ service, onClose }: { service: Service | null; onClose: () => void }) {
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: ({ account }: Service) => call(endService, { params: { account } }),
    onSuccess: async (_, { name }) => {
      say(m.people_service_ended({ name }));
      onClose();
      await client.invalidateQueries({ queryKey: about(listServices) });
    },
  });
  return (
    <Dialog
      title={m.people_service_end_title({ name: service?.name ?? '' })}
      open={service !== null}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{m.parts_cancel()}</Button>
          <Button look="crit" busy={end.isPending} onClick={() => service && end.mutate(service)}>
            {m.people_service_end()}
          </Button>
        </>
      }
    >
      <p>{m.people_service_end_text()}</p>
      {end.error && <ProblemState error={end.error} />}
    </Dialog>
  );
}
