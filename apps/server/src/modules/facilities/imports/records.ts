/** A legal entity or a site. */
export type Kind = 'entity' | 'site';
export type Place = 'entities' | 'sites' | 'category' | 'department';
/** How many there were and there would be, in all or under one key. */
export type Metric = { readonly place: Place; readonly key: string; readonly before: number; readonly after: number };
export type Metrics = readonly Metric[];

/** Numbers of facilities, by kind; groups are GHT. */
export type Tally = { readonly legalEntities: number; readonly sites: number; readonly groups: number };
export const CHANGES = ['added', 'changed', 'moved', 'closed', 'unchanged', 'unseen'] as const;
export type Change = (typeof CHANGES)[number];
export type Counts = Readonly<Record<Change, Tally>>;
const NONE: Tally = { legalEntities: 0, sites: 0, groups: 0 };

/** One table of counts from rows `kind, change, n`. */
export function tally(
  rows: readonly { readonly kind: Kind | 'group'; readonly change: string; readonly n: number }[],
): Counts {
  const column = { entity: 'legalEntities', site: 'sites', group: 'groups' } as const;
  const of = (change: Change): Tally =>
    rows
      .filter((row) => row.change === change)
      .reduce<Tally>((sum, { kind, n }) => ({ ...sum, [column[kind]]: sum[column[kind]] + n }), NONE);
  return {
    added: of('added'),
    changed: of('changed'),
    moved: of('moved'),
    closed: of('closed'),
    unchanged: of('unchanged'),
    unseen: of('unseen'),
  };
}

/** Nothing would be written. */
export const changesNothing = (counts: Counts): boolean =>
  CHANGES.every(
    (change) =>
      change === 'unchanged' || counts[change].legalEntities + counts[change].sites + counts[change].groups === 0,
  );
