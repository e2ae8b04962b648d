import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { knock, useSilentSince } from '../api/reach.ts';
import type { Me } from '../session.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { fmt, m } from '../ui/words.ts';

const SignInAgain = lazy(async () => ({ default: (await import('../features/access/sign-in-again.tsx')).SignInAgain }));
/** Milliseconds between two knocks at a service that does not answer. */
const PAUSE = 5000;

/** The service stopped answering: said once, above a page that stays; what it shows is asked again when the service is back. */
function Silence() {
  const since = useSilentSince();
  const client = useQueryClient();
  useEffect(() => {
    if (since === null) return;
    const timer = setInterval(
      () =>
        void knock().then((there) => {
          if (there) void client.invalidateQueries();
        }),
      PAUSE,
    );
    return () => clearInterval(timer);
  }, [since, client]);
  if (since === null) return null;
  return (
    <div className="notice">
      <Banner tone="warn" title={m.shell_silent({ time: fmt.time(since) })} alert>
        <p>{m.shell_silent_why()}</p>
      </Banner>
    </div>
  );
}

/** The session ended: the page stays, the same person comes back into it. */
function Ended({ me }: { me: Me }) {
  const [open, setOpen] = useState(true);
  return (
    <div className="notice">
      <Banner
        tone="warn"
        title={m.access_again_title()}
        actions={
          <Button look="main" onClick={() => setOpen(true)}>
            {m.access_sign_in()}
          </Button>
        }
      >
        <p>{m.access_again_kept()}</p>
      </Banner>
      <Suspense>
        <SignInAgain me={me} open={open} onClose={() => setOpen(false)} />
      </Suspense>
    </div>
  );
}

/** What stands between the reader and the service, above every page. */
export function Trouble({ me, online, ended }: { me: Me; online: boolean; ended: boolean }) {
  if (ended) return <Ended me={me} />;
  if (!online)
    return (
      <div className="notice">
        <Banner tone="warn">{m.shell_offline_since()}</Banner>
      </div>
    );
  return <Silence />;
}
