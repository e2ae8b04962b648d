import { readRegister } from '@egide/contract/facilities';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { DemoAccount } from '@egide/contract/demo';
import { ask } from '../../api/ask.ts';
import { registerNote } from '../../facts/register-note.ts';
import { paths } from '../../paths.ts';
import { holds, useMe } from '../../session.ts';
import { NothingHere } from '../../shell/page-error.tsx';
import { Badge } from '../../ui/button.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { PageHead, Provenance } from '../../ui/page-head.tsx';
import { PageProblem } from '../../ui/problem-state.tsx';
import { Skeleton } from '../../ui/waiting.tsx';
import { Typo } from '../../ui/when.tsx';
import { fmt, m } from '../../ui/words.ts';
import { DemoAccounts } from './demo-accounts.tsx';
import './instance.css';
import { LoadDemo } from './territory.tsx';

/** Where the platform administrator starts: what this instance holds, and, while it holds nothing, the two ways to begin. */
export function InstancePage() {
  const register = useQuery(ask(readRegister, {}));
  const me = useMe();
  const [accounts, setAccounts] = useState<readonly DemoAccount[] | null>(null);
  if (me && !holds(me, 'platform-administrator')) return <NothingHere />;
  if (register.error) return <PageProblem error={register.error} onRetry={() => void register.refetch()} />;
  if (!register.data || !me) return <Skeleton widths={[30, 70, 92]} />;
  const { data } = register;
  const empty = data.legalEntities === 0;
  return (
    <>
      <PageHead
        title={empty ? m.instance_welcome({ name: me.name }) : m.instance_title()}
        verdict={
          empty
            ? m.instance_empty()
            : m.directory_verdict({
                entities: fmt.number(data.legalEntities),
                sites: fmt.number(data.sites),
                groups: fmt.number(data.groups),
              })
        }
        provenance={
          !empty && (
            <Provenance>
              <Typo>{registerNote(data)}</Typo>
              {data.fictional && (
                <>
                  {' '}
                  <Badge tone="warn">{m.shell_fictional()}</Badge>
                </>
              )}
            </Provenance>
          )
        }
      />
      {accounts && (
        <div className="notice">
          <DemoAccounts accounts={accounts} />
        </div>
      )}
      {empty && <Beginnings onLoaded={setAccounts} />}
      {!empty && <Ways />}
    </>
  );
}

/** While it is empty: the real register, or a look around first. */
function Beginnings({ onLoaded }: { onLoaded: (accounts: readonly DemoAccount[]) => void }) {
  return (
    <div className="begin">
      <section aria-labelledby="h-import">
        <h2 id="h-import">{m.instance_import()}</h2>
        <p>{m.instance_import_text()}</p>
        <ol className="steps">
          <li>{m.instance_import_one()}</li>
          <li>{m.instance_import_two()}</li>
          <li>{m.instance_import_three()}</li>
        </ol>
        <Link className="btn btn--main" to={paths.register}>
          {m.instance_import_do()}
        </Link>
      </section>
      <LoadDemo onLoaded={onLoaded} />
    </div>
  );
}

const WAYS = [
  { to: paths.register, icon: 'book', word: m.shell_register_import, text: m.instance_way_register },
  { to: paths.everybody, icon: 'users', word: m.people_title, text: m.instance_way_people },
  { to: paths.services, icon: 'loop', word: m.people_services, text: m.instance_way_services },
  { to: paths.instanceLog, icon: 'history', word: m.journal_instance, text: m.instance_way_journal },
  { to: paths.demo, icon: 'map', word: m.shell_demo, text: m.instance_way_demo },
] as const satisfies readonly { to: string; icon: IconName; word: () => string; text: () => string }[];

function Ways() {
  return (
    <section aria-label={m.shell_administration()}>
      <ul className="rows ways">
        {WAYS.map(({ to, icon, word, text }) => (
          <li key={to}>
            <Icon name={icon} />
            <Link to={to}>{word()}</Link>
            <p className="muted">{text()}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
