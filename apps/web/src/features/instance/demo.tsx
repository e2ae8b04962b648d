import { loadDemo, removeDemo, type DemoAccount } from '@egide/contract/demo';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { useMe } from '../../session.ts';
import { ROLE_WORD } from '../../shell/role-words.ts';
import { Banner } from '../../ui/banner.tsx';
import { Badge, Button } from '../../ui/button.tsx';
import { TypeToConfirm } from '../../ui/dialog.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemState } from '../../ui/problem-state.tsx';
import { StackTable } from '../../ui/stack-table.tsx';
import { fmt, m } from '../../ui/words.ts';

/** The invented region: loaded to look before typing anything, taken away in one action. */
export function DemoPage() {
  const fictional = useMe()?.fictional ?? false;
  return (
    <>
      <PageHead title={m.instance_title()} crumbs={[m.shell_administration()]} verdict={fictional ? m.instance_verdict_in() : m.instance_verdict_out()} provenance={<p className="prov"><Badge tone="warn">{m.shell_fictional()}</Badge></p>} />
      {fictional ? <Remove /> : <Load />}
    </>
  );
}

function Load() {
  const client = useQueryClient();
  const load = useMutation({ mutationFn: () => call(loadDemo, {}), onSuccess: () => client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== '/me' }) });
  if (load.data) return <Accounts accounts={load.data.accounts} />;
  return (
    <div className="gap-16">
      {load.error && <ProblemState error={load.error} />}
      <p>{m.instance_what()}</p>
      <div className="actions"><Button look="main" busy={load.isPending} onClick={() => load.mutate()}>{m.instance_load()}</Button></div>
    </div>
  );
}

/** Passwords are shown once: they are not kept in clear anywhere else than in the data folder. */
function Accounts({ accounts }: { accounts: readonly DemoAccount[] }) {
  return (
    <>
      <Banner tone="ok" title={m.instance_loaded()}><p>{m.instance_accounts_note()}</p></Banner>
      <StackTable rows={accounts} keyOf={(row) => row.login} caption={m.instance_accounts()} columns={[
        { id: 'who', title: m.access_login(), cell: (row) => row.login },
        { id: 'role', title: m.access_roles_role(), label: m.access_roles_role(), cell: (row) => ROLE_WORD[row.role]() },
        { id: 'where', title: m.access_roles_where(), label: m.access_roles_where(), cell: (row) => row.organisation.name },
        { id: 'password', title: m.access_password(), label: m.access_password(), cell: (row) => <code>{row.password}</code> },
        { id: 'secret', title: m.instance_secret(), label: m.instance_secret(), cell: (row) => <code>{row.totpSecret}</code> },
      ]} />
    </>
  );
}

function Remove() {
  const [open, setOpen] = useState(false);
  const client = useQueryClient();
  const remove = useMutation({ mutationFn: () => call(removeDemo, {}), onSuccess: () => setOpen(false) });
  if (remove.data) {
    return (
      <Banner tone="ok" title={m.instance_removed()} actions={<Button onClick={() => { client.clear(); location.assign('/'); }}>{m.shell_home()}</Button>}>
        <p>{m.instance_removed_counts({ entities: fmt.number(remove.data.legalEntities), accounts: fmt.number(remove.data.accounts) })} {!remove.data.administratorLeft && m.instance_no_admin()}</p>
      </Banner>
    );
  }
  return (
    <>
      {remove.error && <ProblemState error={remove.error} />}
      <div className="actions"><Button look="crit" onClick={() => setOpen(true)}>{m.instance_remove()}</Button></div>
      <TypeToConfirm title={m.instance_remove()} word={m.shell_fictional()} doIt={m.instance_remove_do()} busy={remove.isPending} open={open} onClose={() => setOpen(false)} onConfirm={() => remove.mutate()}><p>{m.instance_remove_text()}</p></TypeToConfirm>
    </>
  );
}
