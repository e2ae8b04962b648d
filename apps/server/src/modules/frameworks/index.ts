export { framework, groups, keys, type LoadedFramework, type LoadedIndicator, vocabulary } from './content.ts';
export { keysOf, type Reader, readersOf, standingIn } from './readers.ts';
export { tellChange, tellChangesAt, tellReason, tellStanding, type Telling } from './words.ts';
