import { listEverybody } from '@egide/contract/people';
import { ROLES } from '@egide/contract/roles';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useRouterState, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { call } from '../../api/call.ts';
import { paths } from '../../paths.ts';
import { ROLE_WORD } from '../../shell/role-words.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { FilterChips } from '../../ui/filters.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { PageProblem, ProblemState } from '../../ui/problem-state.tsx';
import { Empty, Skeleton } from '../../ui/waiting.tsx';
import { m } from '../../ui/words.ts';
import { PeopleSearch } from './address.ts';
import { Invite } from './invite.tsx';
import { LetIn, type Locked } from './let-in.tsx';
import './people.css';
import { PersonTable, type Acts } from './person-table.tsx';
import { useActs } from './use-acts.ts';

function useEverybody({ texte, role }: PeopleSearch) {
  const asked = { ...(texte ? { text: texte } : {}), ...(role ? { role } : {}) };
  return useInfiniteQuery({
    queryKey: [listEverybody.path, asked],
    initialPageParam: undefined as string | undefined, // Safe: the first page has no mark.
    queryFn: ({ pageParam, signal }) =>
      call(listEverybody, { query: { ...asked, ...(pageParam ? { after: pageParam } : {}) } }, { signal }),
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

/** Every account of the instance: found by name, address or organisation; invited, closed, opened again. */
export function Everybody() {
  const search = useSearch({ from: '/house/administration/personnes' });
  const navigate = useNavigate();
  const list = useEverybody(search);
  const [inviting, setInviting] = useState(false);
  const [locked, setLocked] = useState<Locked | null>(null);
  const act = useActs();
  const put = (next: PeopleSearch) =>
    void navigate({ to: paths.everybody, search: next, replace: true, resetScroll: false });
  const people = list.data?.pages.flatMap((page) => page.people);
  if (list.error && !people) return <PageProblem error={list.error} onRetry={() => void list.refetch()} />;
  const acts: Acts = {
    onEnd: (person, hold) => act.end({ person, hold }),
    onLink: (person) => setLocked({ person, lost: 'link' }),
    onAsk: (person, hold) => setLocked({ person, lost: 'acceptance', hold }),
    onPhone: (person) => setLocked({ person, lost: 'phone' }),
    platform: { onClose: act.close, onReopen: act.reopen },
  };
  return (
    <>
      <PageHead
        title={m.people_title()}
        crumbs={[m.shell_administration()]}
        verdict={m.people_all_verdict()}
        actions={
          <Button look="main" icon="plus" onClick={() => setInviting(true)}>
            {m.people_invite()}
          </Button>
        }
      />
      <Finder key={search.texte ?? ''} search={search} onSearch={put} />
      {act.error && <ProblemState error={act.error} />}
      {list.error && <ProblemState error={list.error} onRetry={() => void list.refetch()} />}
      {!people && <Skeleton widths={[92, 92, 92]} />}
      {people?.length === 0 && (
        <Empty
          icon="users"
          title={m.people_nobody()}
          actions={<Button onClick={() => put({})}>{m.parts_clear_all()}</Button>}
        >
          {m.people_nobody_why()}
        </Empty>
      )}
      {people && people.length > 0 && <PersonTable people={people} here={null} acts={acts} closedBy={null} />}
      {people && people.length > 0 && (
        <div className="pager">
          <span role="status">
            {list.hasNextPage ? m.people_shown_more({ n: people.length }) : m.people_shown({ n: people.length })}
          </span>
          {list.hasNextPage && (
            <Button small busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {m.facility_sites_more()}
            </Button>
          )}
        </div>
      )}
      <Invite finess={null} open={inviting} onClose={() => setInviting(false)} />
      <LetIn locked={locked} onClose={() => setLocked(null)} />
    </>
  );
}

function Finder({ search, onSearch }: { search: PeopleSearch; onSearch: (search: PeopleSearch) => void }) {
  const [text, setText] = useState(search.texte ?? '');
  const address = useRouterState({ select: (state) => `${state.location.pathname}${state.location.searchStr}` });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch(PeopleSearch.parse({ ...search, texte: text.trim() || undefined }));
  };
  const role = {
    id: 'role',
    name: m.access_roles_role(),
    chosen: search.role ? [search.role] : [],
    options: ROLES.map((one) => ({ value: one, text: ROLE_WORD[one]() })),
    onChange: ([one]: readonly string[]) => onSearch(PeopleSearch.parse({ ...search, role: one })),
  };
  return (
    <>
      <form className="logsearch" role="search" onSubmit={submit}>
        <TextField
          label={m.people_seek()}
          type="search"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit" icon="search">
          {m.people_seek_do()}
        </Button>
      </form>
      <FilterChips
        filters={[role]}
        address={address}
        onClear={() => onSearch(search.texte ? { texte: search.texte } : {})}
      />
    </>
  );
}
