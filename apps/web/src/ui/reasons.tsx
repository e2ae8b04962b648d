import { Glyph, type StatusKind } from './glyph.tsx';
import { fmt, m } from './words.ts';

export type Answer = 'met' | 'not-met' | 'unknown' | 'expired';
export interface Reason {
  answer: Answer;
  /** The condition in words. */
  text: string;
  /** What was found, until when it holds. */
  detail?: string | undefined;
  /** The condition that holds the whole back, or that carries it. */
  decides?: boolean;
  parts?: readonly Reason[];
}

export const ANSWER_KIND = {
  met: 'ok',
  'not-met': 'crit',
  unknown: 'unknown',
  expired: 'expired',
} as const satisfies Record<Answer, StatusKind>;
export const ANSWER_WORD = {
  met: m.parts_met,
  'not-met': m.parts_not_met,
  unknown: m.parts_answer_unknown,
  expired: m.parts_answer_expired,
} as const satisfies Record<Answer, () => string>;

/** Why a verdict: conditions met or missing, the deciding one in bold. */
export function ReasonsTree({ reasons }: { reasons: readonly Reason[] }) {
  return (
    <ul className="tree">
      {reasons.map((reason, at) => (
        <Branch key={at} reason={reason} />
      ))}
    </ul>
  );
}

function Branch({ reason }: { reason: Reason }) {
  return (
    <li className={reason.decides ? 'decide' : undefined}>
      <Glyph kind={ANSWER_KIND[reason.answer]} />
      <div>
        <p>
          {fmt.typeset(reason.text)}
          <span className="sr">{`, ${ANSWER_WORD[reason.answer]()}`}</span>
        </p>
        {reason.detail && <p className="small muted">{fmt.typeset(reason.detail)}</p>}
      </div>
      {reason.parts && reason.parts.length > 0 && (
        <ul>
          {reason.parts.map((part, at) => (
            <Branch key={at} reason={part} />
          ))}
        </ul>
      )}
    </li>
  );
}
