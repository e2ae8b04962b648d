import type { Person } from '@egide/contract/people';
import { useMe } from '../../session.ts';
import { ROLE_WORD } from '../../shell/role-words.ts';
import { Badge } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { StackTable, type Column } from '../../ui/stack-table.tsx';
import { Status } from '../../ui/status.tsx';
import { Typo, When } from '../../ui/when.tsx';
import { fmt, m } from '../../ui/words.ts';
import { current, openedElsewhere, past, STANDING, type Held } from './person-words.ts';

/** What can be done for a person; `platform` adds what only those who keep the accounts do. */
export interface Acts {
  onEnd: (person: Person, hold: Held) => void;
  onLink: (person: Person) => void;
  /** A new link by which this role, still pending, is accepted. */
  onAsk: (person: Person, hold: Held) => void;
  onPhone: (person: Person) => void;
  platform: { onClose: (person: Person) => void; onReopen: (person: Person) => void } | null;
}
interface TableProps {
  people: readonly Person[];
  /** The facility of the page; null on a page of the platform. */ here: string | null;
  acts: Acts;
  /** Identity of the sentence that says why nothing can be done here; null when it can. */ closedBy: string | null;
}

const where = (hold: Held) =>
  hold.organisation.kind === 'platform' || hold.organisation.kind === 'nation' ? null : hold.organisation.name;

function endWords(hold: Held, platform: boolean): string {
  const [role, place] = [ROLE_WORD[hold.role](), where(hold)];
  return platform && place !== null ? m.people_end_role_at({ role, where: place }) : m.people_end_role({ role });
}

function askWords(hold: Held, platform: boolean): string {
  const [role, place] = [ROLE_WORD[hold.role](), where(hold)];
  return platform && place !== null ? m.people_accept_link_at({ role, where: place }) : m.people_accept_link({ role });
}

/** Who works here, with which role and until when, and how far they are on the way in. */
export function PersonTable({ people, here, acts, closedBy }: TableProps) {
  const me = useMe();
  const columns: readonly Column<Person>[] = [
    {
      id: 'name',
      title: m.people_name(),
      cell: (row) => (
        <>
          {row.name} {row.account === me?.account && <Badge tone="brand">{m.people_you()}</Badge>}
          <span className="small muted under">{row.login}</span>
          <Opener place={openedElsewhere(row, here)} />
        </>
      ),
    },
    {
      id: 'role',
      title: m.access_roles_role(),
      label: m.access_roles_role(),
      cell: (row) => <Roles person={row} platform={acts.platform !== null} />,
    },
    {
      id: 'state',
      title: m.history_state(),
      label: m.history_state(),
      cell: (row) => (
        <>
          <Status kind={STANDING[row.standing].kind}>{STANDING[row.standing].word()}</Status>
          {row.invitedUntil && (
            <span className="small muted under">{m.people_link_until({ day: fmt.shortDay(row.invitedUntil) })}</span>
          )}
        </>
      ),
    },
    {
      id: 'act',
      title: <span className="sr">{m.access_session_action()}</span>,
      numeric: true,
      cell: (row) => <PersonMenu person={row} self={row.account === me?.account} acts={acts} closedBy={closedBy} />,
    },
  ];
  return (
    <StackTable
      className="people"
      rows={people}
      keyOf={(row) => row.account}
      caption={m.people_title()}
      columns={columns}
    />
  );
}

function Opener({ place }: { place: string | null }) {
  return place === null ? null : <span className="small muted under">{m.people_opened_by({ place })}</span>;
}

function Roles({ person, platform }: { person: Person; platform: boolean }) {
  const holds = current(person);
  if (holds.length === 0) return <span className="muted">{m.people_no_role()}</span>;
  return (
    <ul className="roles">
      {holds.map((hold) => (
        <li key={hold.id}>
          {ROLE_WORD[hold.role]()}
          {platform && where(hold) && <span className="small muted under">{where(hold)}</span>}
          {hold.until && (
            <span className="small muted under">
              <Typo>{m.people_until({ day: fmt.day(hold.until) })}</Typo>
            </span>
          )}
          {hold.pending && <Pending linkUntil={hold.pending.linkUntil} />}
        </li>
      ))}
    </ul>
  );
}

/** Given, and opening nothing until its person accepts it. */
function Pending({ linkUntil }: { linkUntil: string | null }) {
  return (
    <span className="under">
      <Status kind="todo">{m.people_pending()}</Status>
      <span className="small muted under">
        {linkUntil ? m.people_link_until({ day: fmt.shortDay(linkUntil) }) : m.people_pending_over()}
      </span>
    </span>
  );
}

/** Of each role: to end it, and, while it waits for acceptance, a new link. */
function roleEntries(person: Person, self: boolean, acts: Acts): MenuEntry[] {
  const platform = acts.platform !== null;
  return current(person).flatMap((hold): MenuEntry[] => [
    { kind: 'item', id: hold.id, text: endWords(hold, platform), onPick: () => acts.onEnd(person, hold) },
    ...(hold.pending === null
      ? []
      : [
          {
            kind: 'item' as const,
            id: `ask-${hold.id}`,
            text: askWords(hold, platform),
            refusal: self ? m.people_not_yourself() : undefined,
            onPick: () => acts.onAsk(person, hold),
          },
        ]),
  ]);
}

function PersonMenu({
  person,
  self,
  acts,
  closedBy,
}: {
  person: Person;
  self: boolean;
  acts: Acts;
  closedBy: string | null;
}) {
  const label = m.people_manage_of({ name: person.name });
  if (closedBy !== null)
    return (
      <button
        className="btn btn--small"
        type="button"
        aria-disabled="true"
        aria-label={label}
        aria-describedby={closedBy}
      >
        {m.people_manage()}
      </button>
    );
  const refusal = self ? m.people_not_yourself() : person.managed ? undefined : m.people_works_elsewhere();
  const closed = person.standing === 'disabled';
  const entries: MenuEntry[] = [
    ...roleEntries(person, self, acts),
    { kind: 'rule', id: 'r' },
    { kind: 'item', id: 'link', text: m.people_new_link(), refusal, onPick: () => acts.onLink(person) },
    {
      kind: 'item',
      id: 'phone',
      text: m.people_lost_phone(),
      refusal: refusal ?? (person.standing === 'active' ? undefined : m.people_no_phone()),
      onPick: () => acts.onPhone(person),
    },
  ];
  const { platform } = acts;
  if (platform && closed)
    entries.push({ kind: 'item', id: 'open', text: m.people_reopen(), onPick: () => platform.onReopen(person) });
  if (platform && !closed)
    entries.push({
      kind: 'item',
      id: 'close',
      text: m.people_close(),
      crit: !self,
      refusal: self ? m.people_not_yourself() : undefined,
      onPick: () => platform.onClose(person),
    });
  return (
    <Menu
      end
      label={label}
      entries={entries}
      button={
        <button className="btn btn--small" type="button" aria-label={label}>
          {m.people_manage()}
          <Icon name="down" />
        </button>
      }
    />
  );
}

/** Roles that are over: who held what, and until when. */
export function PastRoles({ people }: { people: readonly Person[] }) {
  const rows = past(people);
  if (rows.length === 0) return null;
  return (
    <section className="block block--far" aria-labelledby="h-past">
      <h2 id="h-past">{m.people_past()}</h2>
      <StackTable
        rows={rows}
        keyOf={({ hold }) => hold.id}
        caption={m.people_past()}
        columns={[
          {
            id: 'name',
            title: m.people_name(),
            cell: ({ person }) => (
              <>
                {person.name}
                <span className="small muted under">{person.login}</span>
              </>
            ),
          },
          {
            id: 'role',
            title: m.access_roles_role(),
            label: m.access_roles_role(),
            cell: ({ hold }) => ROLE_WORD[hold.role](),
          },
          {
            id: 'from',
            title: m.people_from(),
            label: m.people_from(),
            cell: ({ hold }) => <When at={hold.from} short />,
          },
          {
            id: 'ended',
            title: m.people_ended(),
            label: m.people_ended(),
            cell: ({ hold }) => hold.ended && <When at={hold.ended} short />,
          },
        ]}
      />
    </section>
  );
}
