import { readFacility } from '@egide/contract/facilities';
import type { Role } from '@egide/contract/roles';
import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ask } from '../../api/ask.ts';
import { now } from '../../clock.ts';
import { paths } from '../../paths.ts';
import { useMe, type Me } from '../../session.ts';
import { ROLE_WORD } from '../../shell/role-words.ts';
import { PageHead, Provenance } from '../../ui/page-head.tsx';
import { StackTable, type Column } from '../../ui/stack-table.tsx';
import { Empty } from '../../ui/waiting.tsx';
import { When } from '../../ui/when.tsx';
import { fmt, m } from '../../ui/words.ts';

/** One facility that opened something to this person: by a role in it, or by a dated grant. */
interface Opening {
  finess: string;
  name: string;
  role: Role | null;
  inside: boolean;
  until: string | null;
}

function openingsOf(me: Me): readonly Opening[] {
  const held = me.holds
    .filter(({ organisation }) => organisation.kind === 'entity')
    .map(({ organisation, role, until }) => ({
      finess: organisation.id,
      name: organisation.name,
      role,
      inside: true,
      until,
    }));
  const granted = me.grants.map(({ finess, name, class: open, until }) => ({
    finess,
    name,
    role: null,
    inside: open === 'internal',
    until,
  }));
  return [...held, ...granted];
}

/** Members of the person's GHT that opened nothing: whom to ask. The register names them in the page of any member. */
function useSilentMembers(me: Me, openings: readonly Opening[]): readonly { finess: string; name: string }[] {
  const groups = new Set(
    me.holds.filter(({ organisation }) => organisation.kind === 'group').map(({ organisation }) => organisation.id),
  );
  const pages = useQueries({
    queries: groups.size === 0 ? [] : openings.map(({ finess }) => ask(readFacility, { params: { finess } })),
  });
  const members = new Map(
    pages
      .flatMap(({ data }) => data?.groups ?? [])
      .filter((group) => groups.has(group.code) && group.until === null)
      .flatMap((group) => group.facilities)
      .map((one) => [one.finess, one]),
  );
  return [...members.values()].filter(({ finess }) => !openings.some((one) => one.finess === finess));
}

/** First page of those who work by what facilities open to them: which, what, until when. */
export function Opened() {
  const me = useMe();
  const openings = me ? openingsOf(me) : [];
  return me && <OpenedTo me={me} openings={openings} />;
}

function OpenedTo({ me, openings }: { me: Me; openings: readonly Opening[] }) {
  const silent = useSilentMembers(me, openings);
  const group = me.holds.find(({ organisation }) => organisation.kind === 'group')?.organisation;
  const facilities = new Set(openings.map(({ finess }) => finess)).size;
  return (
    <>
      <PageHead
        title={m.access_opened_title()}
        crumbs={group ? [group.name] : []}
        verdict={
          facilities === 0
            ? m.access_opened_verdict_none()
            : m.access_opened_verdict({
                n: facilities,
                inside: new Set(openings.filter((one) => one.inside).map(({ finess }) => finess)).size,
              })
        }
        provenance={<Provenance icon="eye">{m.access_opened_how()}</Provenance>}
      />
      {openings.length === 0 ? (
        <Empty icon="eye" title={m.access_opened_none()}>
          {group ? m.access_opened_ask_group({ group: group.name }) : m.access_opened_ask({ login: me.login })}
        </Empty>
      ) : (
        <StackTable
          rows={openings}
          keyOf={(row) => `${row.finess} ${row.role ?? ''} ${row.until ?? ''}`}
          caption={m.access_opened_title()}
          columns={COLUMNS}
        />
      )}
      {group && openings.length > 0 && silent.length > 0 && (
        <section className="block block--far" aria-labelledby="h-silent">
          <h2 id="h-silent">{m.access_opened_silent({ group: group.name })}</h2>
          <p>{m.access_opened_ask_group({ group: group.name })}</p>
          <ul className="rows after">
            {silent.map(({ finess, name }) => (
              <li key={finess}>
                <Link to={paths.facility} params={{ finess }}>
                  {name}
                </Link>{' '}
                <span className="muted small">{fmt.finess(finess)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const COLUMNS: readonly Column<Opening>[] = [
  {
    id: 'name',
    title: m.shell_facility(),
    cell: ({ finess, name, inside }) => (
      <Link to={inside ? paths.summary : paths.facility} params={{ finess }}>
        <b>{name}</b>
      </Link>
    ),
  },
  {
    id: 'what',
    title: m.access_opened_what(),
    label: m.access_opened_what(),
    cell: ({ inside }) => (
      <>
        {inside ? m.access_opened_inside() : m.access_opened_steering()}
        <span className="small muted under">
          {inside ? m.access_opened_inside_is() : m.access_opened_steering_is()}
        </span>
      </>
    ),
  },
  {
    id: 'why',
    title: m.access_opened_by(),
    label: m.access_opened_by(),
    cell: ({ role }) => (role ? ROLE_WORD[role]() : m.access_opened_grant()),
  },
  {
    id: 'until',
    title: m.access_roles_until(),
    label: m.access_roles_until(),
    cell: ({ until }) => (until ? <When at={until} now={now()} short /> : m.access_roles_no_end()),
  },
  {
    id: 'go',
    title: m.access_opened_go(),
    cell: ({ finess, inside }) => (
      <span className="actions small">
        {inside && (
          <Link to={paths.assess} params={{ finess }}>
            {m.access_opened_answers()}
          </Link>
        )}
        {inside && (
          <Link to={paths.funding} params={{ finess }}>
            {m.shell_funding()}
          </Link>
        )}
        <Link to={paths.facility} params={{ finess }}>
          {m.access_opened_facts()}
        </Link>
      </span>
    ),
  },
];
