import { allCategories, allLegalStatuses } from '@egide/content/nomenclatures';
import type { AnswerOf } from '@egide/contract/endpoint';
import type * as contract from '@egide/contract/facilities';
import type { Locale } from '@egide/kernel/locale';
import { sayOfRegister } from '../imports/words.ts';

type Facility = AnswerOf<typeof contract.readFacility>;

/** A category with its label; one that no nomenclature knows is shown by its code, never hidden. */
export const categoryView = (locale: Locale, code: string | null): { code: string; label: string } | null =>
  code === null
    ? null
    : { code, label: allCategories().get(code)?.label ?? sayOfRegister(locale, 'category.unknown', { code }) };
export const statusView = (locale: Locale, code: string | null): { code: string; label: string } | null =>
  code === null
    ? null
    : { code, label: allLegalStatuses().get(code)?.label ?? sayOfRegister(locale, 'category.unknown', { code }) };

type Placed = {
  readonly protection: 'hidden' | 'caution' | null;
  readonly street: string | null;
  readonly place: string | null;
  readonly postcode: string | null;
  readonly town: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
};

/**
 * What is shown of an address: nothing of a shelter's, no position of what calls for caution. Ours, by site category
 * (column `protection` of `content/nomenclatures/categories.csv`): the register itself publishes them.
 */
export function addressView({
  protection,
  street,
  place,
  postcode,
  town,
  longitude,
  latitude,
}: Placed): Facility['address'] {
  if (protection === 'hidden')
    return { hidden: true, street: null, place: null, postcode: null, town: null, position: null };
  return {
    hidden: false,
    street,
    place,
    postcode,
    town,
    position: protection === null && longitude !== null && latitude !== null ? { longitude, latitude } : null,
  };
}
