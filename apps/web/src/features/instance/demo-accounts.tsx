import type { DemoAccount } from '@egide/contract/demo';
import { ROLE_WORD } from '../../shell/role-words.ts';
import { Banner } from '../../ui/banner.tsx';
import { CopyButton } from '../../ui/copy.tsx';
import { Icon } from '../../ui/icon.tsx';
import { StackTable } from '../../ui/stack-table.tsx';
import { m } from '../../ui/words.ts';

const copied = (text: string, label: string) => (
  <span className="secretly">
    <code>{text}</code>
    <CopyButton text={text} label={label} />
  </span>
);
const fileOf = (accounts: readonly DemoAccount[]) =>
  `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(accounts, null, 2))}`;

/** The accounts that the loading gives, once: one for each role, to look around. */
export function DemoAccounts({ accounts }: { accounts: readonly DemoAccount[] }) {
  return (
    <section className="block" aria-labelledby="h-accounts">
      <Banner tone="ok" title={m.instance_accounts_ready()}>
        <p>{m.instance_accounts_text()}</p>
      </Banner>
      <div className="line after">
        <h2 id="h-accounts">{m.instance_accounts()}</h2>
        <a className="small" href={fileOf(accounts)} download="demo-accounts.json">
          <Icon name="download" /> {m.instance_accounts_download()}
        </a>
      </div>
      <StackTable
        className="after"
        rows={accounts}
        keyOf={(row) => `${row.login} ${row.role}`}
        caption={m.instance_accounts()}
        columns={[
          {
            id: 'role',
            title: m.access_roles_role(),
            cell: (row) => (
              <>
                {ROLE_WORD[row.role]()}
                <span className="small muted under">{row.organisation.name}</span>
              </>
            ),
          },
          {
            id: 'login',
            title: m.instance_accounts_login(),
            label: m.instance_accounts_login(),
            cell: (row) => row.login,
          },
          {
            id: 'password',
            title: m.access_password(),
            label: m.access_password(),
            cell: (row) => copied(row.password, m.instance_copy_password({ login: row.login })),
          },
          {
            id: 'secret',
            title: m.instance_accounts_secret(),
            label: m.instance_accounts_secret(),
            cell: (row) => copied(row.totpSecret, m.instance_copy_secret({ login: row.login })),
          },
        ]}
      />
    </section>
  );
}
