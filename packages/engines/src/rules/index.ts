export {
  VERDICTS,
  type Answer,
  type Change,
  type Evidence,
  type Failing,
  type Reason,
  type SubjectReason,
  type Verdict,
  type Wanted,
} from './answer.ts';
export { withChanges } from './changes/index.ts';
export { compile } from './compile.ts';
export {
  keysOf,
  READS,
  weighs,
  type Condition,
  type DateBound,
  type Each,
  type LeafCondition,
  type LeafOp,
  type LeafSpecs,
  type Read,
} from './condition.ts';
export {
  ABOUT_KINDS,
  NOBODY_KNOWS,
  TRUSTS,
  type About,
  type AboutKind,
  type Fact,
  type FactValue,
  type Trust,
} from './fact.ts';
export { FAULT_CODES, type Fault, type FaultCode } from './faults.ts';
export {
  compileFramework,
  compileProgramme,
  countedLevel,
  ENOUGH_KNOWN,
  evaluateFramework,
  evaluateProgramme,
  scoreOf,
  type DimensionScore,
  type Framework,
  type FrameworkScore,
  type FrameworkSpec,
  type ObjectiveAnswer,
  type Programme,
  type ProgrammeSpec,
  type Score,
  type ThemeScore,
} from './framework.ts';
export {
  INDICATOR_STATES,
  TOP_LEVEL,
  answerKey,
  reaching,
  settled,
  settleIndicator,
  type Indicator,
  type IndicatorAnswer,
  type IndicatorSpec,
  type IndicatorState,
  type Settled,
} from './indicator.ts';
export { judge, verdict } from './judge.ts';
export { ledgerOf, type Ledger } from './ledger.ts';
export { endOf as momentOf, lastInstant, startOf } from './moment.ts';
export type { Rule } from './node.ts';
export { UNITS, convert, factor } from './units.ts';
export { VALUE_TYPES, type KeyEntry, type Validity, type ValueType, type Vocabulary } from './vocabulary.ts';
export {
  sayAbout,
  sayDay,
  sayDayBefore,
  sayKey,
  sayLevel,
  sayMoment,
  sayNumber,
  sayQuantity,
  sayValidity,
  sayValue,
} from './words.ts';
export { labelOf, sayLeaf, sayWanted, type Speech } from './sentences/demand.ts';
export {
  sayAnswer,
  sayChange,
  sayEvidence,
  sayFailing,
  sayReason,
  saySubject,
  sayVerdict,
  type Narration,
} from './sentences/index.ts';
