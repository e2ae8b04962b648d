import type { Reason as ReasonView } from '@egide/contract/assessments';
import type { Reason } from '../ui/reasons.tsx';

/** A line of reasons as the contract gives it, as the tree draws it. */
export const reasonOf = ({ text, verdict, deciding, detail, children }: ReasonView): Reason => ({
  text,
  answer: verdict,
  decides: deciding,
  detail: detail ?? undefined,
  parts: children.map(reasonOf),
});
