import type { FacilityLine, Region } from '@egide/contract/observatory';
import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { paths } from '../../paths.ts';
import { FilterChips, type Filter } from '../../ui/filters.tsx';
import { Provenance } from '../../ui/page-head.tsx';
import { Level } from '../../ui/ruler.tsx';
import { Scroll } from '../../ui/scroll.tsx';
import { StackTable, type Column, type Sort } from '../../ui/stack-table.tsx';
import { Status } from '../../ui/status.tsx';
import { Empty } from '../../ui/waiting.tsx';
import { Button } from '../../ui/button.tsx';
import { fmt, m } from '../../ui/words.ts';
import { RegionSearch, WORD } from './address.ts';

const SECTOR_WORD = {
  public: m.region_sector_public,
  private: m.region_sector_private,
  'non-profit': m.region_sector_non_profit,
  unknown: m.region_sector_unknown,
} as const satisfies Record<FacilityLine['sector'], () => string>;
const SORTS = { level: 'niveau', name: 'nom', coverage: 'couverture', submitted: 'date' } as const;

type Put = (part: Partial<RegionSearch>) => void;

function filtersOfScreen(region: Region, search: RegionSearch, put: Put): readonly Filter[] {
  const one = (value: string | undefined) => (value ? [value] : []);
  return [
    {
      id: WORD.level,
      name: m.region_level(),
      chosen: one(search[WORD.level]),
      onChange: ([level]) => put({ [WORD.level]: level }),
      options: [
        { value: '0,1', text: m.region_filter_low() },
        { value: '2', text: '2' },
        { value: '3,4', text: m.region_filter_high() },
        { value: 'inconnu', text: m.region_filter_unknown() },
      ],
    },
    {
      id: WORD.department,
      name: m.region_department(),
      chosen: one(search[WORD.department]),
      onChange: ([department]) => put({ [WORD.department]: department }),
      options: region.departments.map(({ code, name }) => ({ value: code, text: name })),
    },
    {
      id: 'statut',
      name: m.region_sector(),
      chosen: one(search.statut),
      onChange: ([statut]) => put(RegionSearch.pick({ statut: true }).parse({ statut })),
      options: [
        { value: 'public', text: m.region_sector_public() },
        { value: 'prive', text: m.region_sector_private() },
        { value: 'non-lucratif', text: m.region_sector_non_profit() },
      ],
    },
    {
      id: 'ght',
      name: m.glossary_ght(),
      chosen: one(search.ght),
      onChange: ([ght]) => put({ ght }),
      options: region.groups.map(({ code, name }) => ({ value: code, text: name })),
    },
  ];
}

function columnsOf(): readonly Column<FacilityLine>[] {
  return [
    {
      id: 'name',
      title: m.shell_facility(),
      sortable: true,
      cell: (row) => (
        <Link to={paths.facility} params={{ finess: row.finess }}>
          {row.name}
        </Link>
      ),
    },
    {
      id: 'department',
      title: m.region_department(),
      label: m.region_place(),
      cell: (row) => row.department ?? '–',
    },
    { id: 'sector', title: m.region_sector(), label: m.region_sector(), cell: (row) => SECTOR_WORD[row.sector]() },
    {
      id: 'level',
      title: m.region_level(),
      label: m.region_level(),
      sortable: true,
      cell: (row) => <Level level={row.level} width={64} mean />,
    },
    {
      id: 'coverage',
      title: m.summary_col_coverage(),
      label: m.summary_col_coverage(),
      numeric: true,
      sortable: true,
      cell: (row) => (row.total === 0 ? '–' : m.summary_of({ known: row.known, total: row.total })),
    },
    {
      id: 'directory',
      title: m.region_directory(),
      label: m.region_directory(),
      cell: ({ directory }) => (
        <>
          <Status kind={directory.status}>{directory.says}</Status>
          {directory.toConfirm && <span className="small muted"> {fmt.typeset(directory.toConfirm)}</span>}
        </>
      ),
    },
    {
      id: 'exposure',
      title: m.region_exposure(),
      label: m.region_exposure(),
      cell: (row) => <Status kind={row.exposure.status}>{row.exposure.says}</Status>,
    },
    {
      id: 'exercise',
      title: m.region_exercise(),
      label: m.region_exercise_short(),
      cell: (row) => <Status kind={row.exercise.status}>{row.exercise.says}</Status>,
    },
    {
      id: 'submitted',
      title: m.region_submitted(),
      label: m.region_submitted(),
      sortable: true,
      cell: (row) => (row.submitted ? fmt.shortMonth(row.submitted) : m.region_never()),
    },
  ];
}

/** The named list of the territory; its filters and its order stand in the address. */
export function FacilityList({ region, search }: { region: Region; search: RegionSearch }) {
  const navigate = useNavigate();
  const address = useRouterState({ select: (state) => `${state.location.pathname}${state.location.searchStr}` });
  const put: Put = (part) =>
    void navigate({
      to: paths.territory,
      params: { region: region.code },
      search: { ...search, ...part },
      replace: true,
      resetScroll: false,
    });
  const clear = () =>
    void navigate({
      to: paths.territory,
      params: { region: region.code },
      search: search.tri ? { tri: search.tri } : {},
      replace: true,
      resetScroll: false,
    });
  const sorted = Object.entries(SORTS).find(([, word]) => word === (search.tri ?? 'niveau'))?.[0] ?? 'level';
  const onSort = ({ by }: Sort) => {
    const tri = Object.entries(SORTS).find(([id]) => id === by)?.[1];
    if (tri) put({ tri });
  };
  return (
    <section className="block block--far" aria-labelledby="liste">
      <div className="line">
        <h2 id="liste">{m.region_facilities()}</h2>
        <p className="small" role="status">
          {m.region_shown({ shown: region.shown, total: region.figures.total })}
        </p>
      </div>
      <FilterChips filters={filtersOfScreen(region, search, put)} address={address} onClear={clear} />
      {region.facilities.length === 0 ? (
        <Empty title={m.region_none()} actions={<Button onClick={clear}>{m.region_clear()}</Button>}>
          {m.region_none_why()}
        </Empty>
      ) : (
        <Scroll className="tb-scroll" label={m.region_table()}>
          <StackTable
            className="pairs tb"
            rows={region.facilities}
            keyOf={(row) => row.finess}
            columns={columnsOf()}
            sort={{ by: sorted, down: false }}
            onSort={onSort}
          />
        </Scroll>
      )}
      <Provenance icon="info">{m.region_list_note()}</Provenance>
    </section>
  );
}
