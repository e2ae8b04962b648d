import { readRegister } from '@egide/contract/facilities';
import type { DemoAccount } from '@egide/contract/demo';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../api/ask.ts';
import { holds, useMe } from '../../session.ts';
import { NothingHere } from '../../shell/page-error.tsx';
import { Badge } from '../../ui/button.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemState } from '../../ui/problem-state.tsx';
import { Skeleton } from '../../ui/waiting.tsx';
import { m } from '../../ui/words.ts';
import { DemoAccounts } from './demo-accounts.tsx';
import { LoadDemo, RemoveDemo } from './territory.tsx';

/** The invented region: loaded to look before typing anything, taken away in one action. */
export function DemoPage() {
  const register = useQuery(ask(readRegister, {}));
  const [accounts, setAccounts] = useState<readonly DemoAccount[] | null>(null);
  const { data, error } = register;
  const me = useMe();
  if (me && !holds(me, 'platform-administrator')) return <NothingHere />;
  const verdict = data && (data.fictional ? m.instance_demo_in() : m.instance_demo_out());
  return (
    <>
      <PageHead
        title={m.shell_demo()}
        crumbs={[m.shell_administration()]}
        verdict={verdict}
        provenance={
          <p className="prov">
            <Badge tone="warn">{m.shell_fictional()}</Badge>
          </p>
        }
      />
      {error && <ProblemState error={error} onRetry={() => void register.refetch()} />}
      {!data && !error && <Skeleton />}
      {accounts && <DemoAccounts accounts={accounts} />}
      {data &&
        (data.fictional ? (
          <RemoveDemo />
        ) : (
          <LoadDemo refusal={data.legalEntities > 0 ? m.instance_demo_not_empty() : undefined} onLoaded={setAccounts} />
        ))}
    </>
  );
}
