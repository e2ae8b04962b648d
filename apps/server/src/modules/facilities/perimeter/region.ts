import type { Cx } from '../../../platform/cx.ts';
import { allLegalStatuses, type Sector } from '@egide/content/nomenclatures';
import { departmentsOf, entitiesOf, groupsOf, regions } from './store.ts';

export interface RegionEntity {
  readonly finess: string;
  readonly name: string;
  readonly department: string | null;
  readonly sector: Sector;
  readonly group: { readonly code: string; readonly name: string } | null;
}
export interface RegionPlace {
  readonly code: string;
  readonly name: string;
  readonly fictional: boolean;
  readonly departments: readonly { readonly code: string; readonly name: string }[];
  /** Open legal entities that care for patients in hospital, and those named. */
  readonly entities: readonly RegionEntity[];
}

export const listRegions = regions;

/** A region with its departments, its hospitals and the legal entities named; undefined when there is no such region. */
export async function regionWith(cx: Cx, code: string, named: readonly string[]): Promise<RegionPlace | undefined> {
  const region = (await regions(cx)).find((r) => r.code === code);
  if (!region) return undefined;
  const groups = new Map((await groupsOf(cx, code)).map((g) => [g.legal_entity, { code: g.code, name: g.name }]));
  const entities = (await entitiesOf(cx, code, named)).map((e) => ({
    finess: e.finess,
    name: e.name,
    department: e.department,
    sector: allLegalStatuses().get(e.status ?? '')?.sector ?? 'unknown',
    group: groups.get(e.finess) ?? null,
  }));
  return { ...region, departments: await departmentsOf(cx, code), entities };
}
