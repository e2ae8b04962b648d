import type { IconName } from '../ui/icon.tsx';
import { m } from '../ui/words.ts';
import { paths } from '../paths.ts';
import { worksByGrants, type Me, type Workplace } from '../session.ts';

export interface Destination {
  to: string;
  params: Readonly<Record<string, string>>;
  word: string;
  icon: IconName;
  under?: readonly Destination[];
  /** How many things wait there; said when there are some. */ waiting?: number;
  /** Beginnings of other pages that belong to this job. */ covers?: readonly string[];
}

/** The left bar by jobs: only what this person can open in this place, only what exists. */
export function jobsOf(me: Me, place: Workplace | null, waiting = 0): readonly Destination[] {
  if (!place) return [];
  if (place.kind === 'platform') return [administration()];
  const regions = me.holds.filter((held) => held.organisation.kind === 'region');
  const region = place.kind === 'region' ? place.id : regions[0]?.organisation.id;
  const map = { word: m.shell_territory(), icon: 'map' } as const;
  const territory: Destination[] = region
    ? [{ ...map, to: paths.territory, params: { region } }]
    : place.kind === 'nation'
      ? [{ ...map, to: paths.nation, params: {} }]
      : [];
  const opened: Destination[] = worksByGrants(me)
    ? [{ to: paths.opened, params: {}, word: m.shell_opened(), icon: 'eye' }]
    : [];
  if (place.kind === 'region' || place.kind === 'nation')
    return [
      ...territory,
      ...confirmations(region, waiting),
      { to: paths.officialImport, params: {}, word: m.shell_import(), icon: 'upload' },
      ...opened,
    ];
  if (place.kind !== 'entity') return [...opened, ...territory];
  const level = { params: { finess: place.id }, icon: 'level' } as const;
  const maturity: Destination = {
    ...level,
    to: paths.summary,
    word: m.shell_maturity(),
    under: [
      { ...level, to: paths.assess, word: m.shell_assess() },
      { ...level, to: paths.summary, word: m.shell_summary() },
    ],
  };
  const inside: Destination[] = place.inside
    ? [maturity, { ...level, to: paths.funding, word: m.shell_funding(), icon: 'euro' }]
    : [];
  return [
    ...inside,
    {
      ...level,
      to: paths.facility,
      word: m.shell_facility(),
      icon: 'site',
      covers: ['/etablissements/$finess/faits/', paths.factsImport, paths.people, paths.log],
    },
    ...opened,
    ...territory,
  ];
}

/** What facilities documented and an officer of their region makes official. */
const confirmations = (region: string | undefined, waiting: number): Destination[] =>
  region ? [{ to: paths.toConfirm, params: { region }, word: m.shell_to_confirm(), icon: 'check', waiting }] : [];

function administration(): Destination {
  const page = (to: string, word: string, icon: IconName): Destination => ({ to, params: {}, word, icon });
  return {
    ...page(paths.instance, m.shell_administration(), 'tools'),
    under: [
      page(paths.instance, m.instance_title(), 'info'),
      page(paths.register, m.shell_register_import(), 'book'),
      page(paths.everybody, m.people_title(), 'users'),
      page(paths.services, m.people_services(), 'loop'),
      page(paths.instanceLog, m.shell_log(), 'history'),
      page(paths.demo, m.shell_demo(), 'map'),
    ],
  };
}
