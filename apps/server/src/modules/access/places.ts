import type { OrganisationKind } from '@egide/contract/roles';
import type { Locale } from '@egide/kernel/locale';
import { INSTANCE } from '../../platform/audit-log/entry.ts';
import type { Cx } from '../../platform/cx.ts';
import { say } from '../../platform/words.ts';
import { facility, namesOf } from '../facilities/index.ts';

/** Where a role is held. */
export interface Place {
  readonly kind: string;
  readonly organisation: string;
}

/** The one id of the places that are not in the register. */
const ONLY: Readonly<Record<string, string>> = { nation: 'nation', platform: 'instance' };

/** Names of these places in a language; an id that the register has lost stands for itself. */
export async function placeNames(
  cx: Cx,
  places: readonly Place[],
  locale: Locale,
): Promise<(kind: string, id: string) => string> {
  const of = (kind: OrganisationKind) => [...new Set(places.filter((p) => p.kind === kind).map((p) => p.organisation))];
  const names = await namesOf(cx, { entities: of('entity'), groups: of('group'), regions: of('region') });
  return (kind, id) => (kind in ONLY ? say(locale, `place.${kind}`) : (names.get(id) ?? id));
}

export async function placeExists(cx: Cx, { kind, organisation }: Place): Promise<boolean> {
  if (kind in ONLY) return ONLY[kind] === organisation;
  if (kind === 'entity') return (await facility(cx, organisation)) !== undefined;
  return (
    await namesOf(cx, {
      entities: [],
      groups: kind === 'group' ? [organisation] : [],
      regions: kind === 'region' ? [organisation] : [],
    })
  ).has(organisation);
}

/** The chain of the audit log in which what happens there is written. */
export const chainOf = ({ kind, organisation }: Place): string => (kind === 'entity' ? organisation : INSTANCE);

/** The register writes some names with the three letters and others without. */
export const groupName = (name: string): string => (/^GHT\b/i.test(name) ? name : `GHT ${name}`);
