import { cancelJob, Job, readJob, watchJob } from '@egide/contract/jobs';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ask } from './ask.ts';
import { addressOf, call } from './call.ts';

const over = (job: Job | undefined) => job !== undefined && job.state !== 'queued' && job.state !== 'running';

/** Long work, followed as it goes: the server tells each change; a page that comes back reads where it stands. */
export function useJob(job: string | null) {
  const client = useQueryClient();
  const query = ask(readJob, { params: { job: job ?? '' } });
  const { data, error } = useQuery({ ...query, enabled: job !== null, staleTime: 0 });
  const running = job !== null && !over(data);
  useEffect(() => {
    if (!running || job === null) return;
    const events = new EventSource(addressOf(watchJob, { params: { job } }));
    events.onmessage = (event: MessageEvent<string>) => {
      const read = Job.safeParse(JSON.parse(event.data));
      if (read.success) client.setQueryData(ask(readJob, { params: { job } }).queryKey, read.data);
      if (read.success && over(read.data)) events.close();
    };
    return () => events.close();
  }, [client, job, running]);
  return {
    job: data,
    error,
    over: over(data),
    cancel: () => (job === null ? Promise.resolve() : call(cancelJob, { params: { job } })),
  };
}
