import { useState } from 'react';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { m } from '../ui/words.ts';

const SEEN = 'egide.plain-http';

/** Over plain HTTP away from this machine: what does not work, said before anyone types a password. Inside, once per window. */
export function InsecureNotice({ once = false }: { once?: boolean }) {
  const [closed, setClosed] = useState(() => once && sessionStorage.getItem(SEEN) !== null);
  if (isSecureContext || closed) return null;
  const close = () => {
    sessionStorage.setItem(SEEN, '1');
    setClosed(true);
  };
  return (
    <div className="notice">
      <Banner
        tone="warn"
        title={m.shell_insecure()}
        actions={once && <Button onClick={close}>{m.shell_insecure_seen()}</Button>}
      >
        <p>{m.shell_insecure_http()}</p>
      </Banner>
    </div>
  );
}
