import type { Facility, Site } from '@egide/contract/facilities';
import { Link } from '@tanstack/react-router';
import { paths } from '../../paths.ts';
import { steers, useMe } from '../../session.ts';
import { CopyButton } from '../../ui/copy.tsx';
import { French } from '../../ui/french.tsx';
import { Facts } from '../../ui/side-panel.tsx';
import { Typo, When } from '../../ui/when.tsx';
import { fmt, m } from '../../ui/words.ts';

/** A code of the nomenclatures with its label, which they give in French. */
export function Coded({ code }: { code: { code: string; label: string } | null }) {
  return code ? (
    <>
      {code.code} <French>{fmt.typeset(code.label)}</French>
    </>
  ) : (
    m.facility_not_said()
  );
}

/** Street and town, or why they are not shown. */
function addressOf({ hidden, street, place, postcode, town }: Facility['address']): string {
  const where = [postcode, town].filter((part) => part !== null).join(' ');
  if (hidden) return where === '' ? m.facility_address_hidden() : m.facility_address_hidden_in({ town: where });
  return [street, place, where].filter((part) => part !== null && part !== '').join(', ') || m.facility_not_said();
}

const number = (name: string, finess: string) =>
  [
    name,
    <span key="n" className="nowrap">
      {fmt.finess(finess)}
      <CopyButton text={finess} label={m.facility_copy_finess()} />
    </span>,
  ] as const;

/** The region: a link for those who steer it, a word for the others. */
export function RegionName({ region: { code, name } }: { region: { code: string; name: string } }) {
  return steers(useMe(), code) ? (
    <Link to={paths.territory} params={{ region: code }}>
      {name}
    </Link>
  ) : (
    name
  );
}

/** Who it is in the register: numbers, status, relations, what happened. */
export function Identity({ facility }: { facility: Facility }) {
  const { region, department, groups } = facility;
  return (
    <section className="id" id="identite" aria-label={m.facility_identity()}>
      <div>
        <h2>{m.facility_identity()}</h2>
        <Facts
          facts={[
            number(m.facility_finess_ej(), facility.finess),
            facility.siren ? [m.facility_siren(), fmt.siren(facility.siren)] : null,
            [m.facility_status(), <Coded key="s" code={facility.status} />],
            [m.facility_category(), <Coded key="c" code={facility.category} />],
            [m.facility_address(), addressOf(facility.address)],
          ]}
        />
      </div>
      <div>
        <h2>{m.facility_relations()}</h2>
        <Facts
          facts={[
            [
              m.glossary_ght(),
              groups.length === 0
                ? m.facility_no_group()
                : groups.map((group) => (
                    <span className="under" key={group.code}>
                      {group.role === 'support'
                        ? m.facility_group_support({ name: group.name, n: group.members })
                        : m.facility_group_member({ name: group.name, n: group.members })}
                    </span>
                  )),
            ],
            [m.region_region(), region ? <RegionName region={region} /> : m.facility_not_said()],
            [m.region_department(), department?.name ?? m.facility_not_said()],
            region?.agency ? [m.facility_agency(), region.agency] : null,
          ]}
        />
      </div>
      <div>
        <h2>{m.facility_history()}</h2>
        <Happenings facility={facility} />
      </div>
    </section>
  );
}

/** What is dated, latest first; what only a list shows is dated “at the latest” by that list, never by a day of its own. */
export function Happenings({ facility }: { facility: Pick<Facility | Site, 'history' | 'opened' | 'closed'> }) {
  const { history, opened, closed } = facility;
  const told = (day: string) => history.some((one) => one.day === day);
  const lines = [
    ...history,
    ...(closed && !told(closed) ? [{ day: closed, exact: true, says: m.facility_closing() }] : []),
    ...(opened && !told(opened) ? [{ day: opened, exact: true, says: m.facility_opening() }] : []),
  ];
  if (lines.length === 0) return <p className="muted">{m.facility_no_history()}</p>;
  return (
    <ul className="time">
      {lines.map(({ day, exact, says }) => (
        <li key={`${day ?? ''} ${says}`}>
          <span>
            {day ? (
              <Typo>{exact ? fmt.shortDay(day) : m.facility_day_at_latest({ day: fmt.shortDay(day) })}</Typo>
            ) : (
              m.facility_no_day()
            )}
          </span>
          <p>{fmt.typeset(says)}</p>
        </li>
      ))}
    </ul>
  );
}

/** A place: its numbers, its legal entity, what happened. */
export function SiteIdentity({ site }: { site: Site }) {
  return (
    <section className="id" aria-label={m.facility_identity()}>
      <div>
        <h2>{m.facility_identity()}</h2>
        <Facts
          facts={[
            number(m.facility_finess_et(), site.finess),
            [m.facility_category(), <Coded key="c" code={site.category} />],
            [m.facility_address(), addressOf(site.address)],
            site.opened ? [m.facility_opened(), <When key="o" at={site.opened} />] : null,
          ]}
        />
      </div>
      <div>
        <h2>{m.facility_relations()}</h2>
        <Facts
          facts={[
            [
              m.glossary_ej(),
              <Link key="e" to={paths.facility} params={{ finess: site.entity.finess }}>
                {site.entity.name ?? m.facility_person()}
              </Link>,
            ],
            [m.region_region(), site.region?.name ?? m.facility_not_said()],
            [m.region_department(), site.department?.name ?? m.facility_not_said()],
          ]}
        />
      </div>
      <div>
        <h2>{m.facility_history()}</h2>
        <Happenings facility={site} />
      </div>
    </section>
  );
}
