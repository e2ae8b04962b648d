import type { Facility } from '@egide/contract/facilities';
import { fmt, m } from '../ui/words.ts';

/** Where the register comes from, in a sentence: producer, day, licence. */
export const registerNote = ({ producer, day, licence, fictional }: Facility['provenance']): string =>
  fictional && producer === null
    ? m.facility_register_fictional()
    : m.facility_register({
        producer: producer ?? m.facility_register_unknown(),
        day: day ? fmt.day(day) : m.facility_no_day(),
        licence: licence === null ? m.facility_licence_not_said() : m.facility_licence({ licence }),
      });
