export { chainHash, GENESIS, type Chained, type Hash } from './chain.ts';
export { exportVerifier, type ExportVerifier } from './export-verifier.ts';
export {
  ALL_CHAINS,
  endOfExport,
  exportEntry,
  exportHeader,
  EXPORT_FORMAT,
  type ExportEntry,
  type ExportHeader,
} from './export-lines.ts';
export { faultCodes, type Fault, type FaultCode, type Limit, type Verdict } from './verdict.ts';
export { canonicalHeads, readHeads, type Head, type Heads, type HeadsBody } from './heads.ts';
