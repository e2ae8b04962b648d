export {
  framework,
  groups,
  isOfficial,
  keys,
  type LoadedFramework,
  type LoadedIndicator,
  vocabulary,
} from './content.ts';
export { anyWithheld, type Reader, readersOf, standingIn } from './readers.ts';
export {
  tellChange,
  tellChangesAt,
  tellReason,
  tellReference,
  tellShift,
  tellStanding,
  type Telling,
} from './words.ts';
