import type { Facility } from '@egide/contract/facilities';
import { fmt, m } from '../../ui/words.ts';

/** Where the register comes from, in a sentence: producer, day, licence. */
export const registerNote = ({ producer, day, licence }: Facility['provenance']): string => m.facility_register({ producer: producer ?? m.facility_register_unknown(), day: day ? fmt.day(day) : m.facility_no_day(), licence: licence ?? m.facility_not_said() });
