import type { Cx } from '../../../platform/cx.ts';

type Tables = {
  'facilities.legal_entities': {
    finess: string;
    name: string;
    region: string | null;
    department: string | null;
    status: string | null;
    category: string | null;
    open: boolean;
    fictional: boolean;
    natural_person: boolean;
  };
  'facilities.group_members': { group_code: string; legal_entity: string; until: string | null };
  'facilities.groups': { code: string; name: string; open: boolean; fictional: boolean };
  'facilities.departments': { code: string; name: string; region: string | null };
  'facilities.categories': { code: string; aggregate: string | null };
  'facilities.regions': { code: string; name: string; fictional: boolean };
};
const tables = (cx: Cx) => cx.tx.withTables<Tables>();
/** Aggregates of FINESS site categories: hospitals, and other care facilities. That a region follows these two is ours. */
const CARE_AGGREGATES = ['1100', '1200'];

/** Open hospitals of a region (aggregates 1100 and 1200), and the legal entities named or fictional, in the order of their names. */
export const entitiesOf = (cx: Cx, region: string, named: readonly string[]) =>
  tables(cx)
    .selectFrom('facilities.legal_entities')
    .select(['finess', 'name', 'department', 'status', 'category', 'fictional'])
    .where('region', '=', region)
    .where('open', '=', true)
    .where('natural_person', '=', false)
    .where((e) =>
      e.or([
        e('fictional', '=', true),
        e(
          'category',
          'in',
          e.selectFrom('facilities.categories').select('code').where('aggregate', 'in', CARE_AGGREGATES),
        ),
        e('finess', '=', e.fn.any(e.val([...named]))),
      ]),
    )
    .orderBy('name')
    .orderBy('finess')
    .execute();

export const groupsOf = (cx: Cx, region: string) =>
  tables(cx)
    .selectFrom('facilities.group_members as m')
    .innerJoin('facilities.groups as g', 'g.code', 'm.group_code')
    .innerJoin('facilities.legal_entities as e', 'e.finess', 'm.legal_entity')
    .select(['m.legal_entity', 'g.code', 'g.name'])
    .where('e.region', '=', region)
    .where('m.until', 'is', null)
    .orderBy('g.name')
    .execute();

export const openGroups = (cx: Cx) =>
  tables(cx)
    .selectFrom('facilities.groups')
    .select(['code', 'name', 'fictional'])
    .where('open', '=', true)
    .orderBy('name')
    .orderBy('code')
    .execute();

export const departmentsOf = (cx: Cx, region: string) =>
  tables(cx)
    .selectFrom('facilities.departments')
    .select(['code', 'name'])
    .where('region', '=', region)
    .orderBy('name')
    .execute();
export const regions = (cx: Cx) =>
  tables(cx).selectFrom('facilities.regions').select(['code', 'name', 'fictional']).orderBy('name').execute();
