import type { AnswerOf } from '@egide/contract/endpoint';
import type * as contract from '@egide/contract/facilities';
import type { Cx } from '../../../platform/cx.ts';
import { categoryView } from '../pages/shapes.ts';
import { provenance } from '../pages/read-facility.ts';
import { seesPersons } from '../policy.ts';
import { searchFacilities } from './search-facilities.ts';

/** A search as a reader sees it: natural persons only when asked for and allowed, shelters without their town. */
export async function findFacilities(
  cx: Cx,
  { text, limit, persons }: { text: string; limit: number; persons: boolean },
): Promise<AnswerOf<typeof contract.searchFacilities>> {
  const allowed = seesPersons(cx.actor);
  const found = await searchFacilities(cx, { text, limit, persons: persons && allowed });
  return {
    facilities: found.map(
      ({ finess, kind, name, open, fictional, category, postcode, town, department, entity, hidden }) => ({
        finess,
        kind,
        name,
        open,
        fictional,
        category: categoryView(cx.locale, category),
        department,
        postcode: hidden ? null : postcode,
        town: hidden ? null : town,
        entity:
          entity === null
            ? null
            : { finess: entity.finess, name: entity.naturalPerson && !allowed ? null : entity.name },
      }),
    ),
    provenance: await provenance(
      cx,
      found.some(({ fictional }) => fictional),
    ),
  };
}
