export { factsOf, factsOfMany } from './facts-of.ts';
export type { NewObservation, SourceKind } from './observation.ts';
export { importFacts } from './import-facts.ts';
export { facilityFor, traceInside } from './read-facts.ts';
export { toFacts } from './fact.ts';
export { record, type Recorded } from './record.ts';
export { observationsOf, removeFictional, type Stored } from './store.ts';
export { viewerOf } from './view.ts';
export { withdrawFact } from './withdraw-fact.ts';
