export { framework, groups, keys, type LoadedFramework, type LoadedIndicator, vocabulary } from './content.ts';
export { keysOf, type Reader, readersOf } from './readers.ts';
export { sayChange, sayChangesAt, sayReason, sayStanding } from './words.ts';
