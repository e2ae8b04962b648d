import type { ReactNode } from 'react';
import { Glyph, TONE, type StatusKind } from './glyph.tsx';
import { Icon } from './icon.tsx';
import { fmt, m } from './words.ts';

const WORD = {
  ok: m.parts_status_ok,
  warn: m.parts_status_warn,
  crit: m.parts_status_crit,
  unknown: m.parts_status_unknown,
  todo: m.parts_status_todo,
  conflict: m.parts_status_conflict,
  expired: m.parts_status_expired,
} as const satisfies Record<StatusKind, () => string>;

/** A state said three times: shape, word, colour. */
export function Status({ kind, children }: { kind: StatusKind; children?: ReactNode }) {
  return (
    <span className={`status ${TONE[kind]}`}>
      <Glyph kind={kind} plain />
      <span>{children ?? WORD[kind]()}</span>
    </span>
  );
}

export type Saving =
  | { state: 'idle' }
  | { state: 'saving' }
  | { state: 'saved'; at: number }
  | { state: 'waiting'; count: number }
  | { state: 'unsaved'; why: string };

/** What became of the last input: saving is automatic, and said. */
export function SavedNote({ saving }: { saving: Saving }) {
  return (
    <span
      className={`status saved${saving.state === 'waiting' || saving.state === 'unsaved' ? ' is-warn' : ''}`}
      role="status"
    >
      {saving.state === 'saving' && (
        <>
          <Icon name="clock" />
          <span>{m.parts_saving()}</span>
        </>
      )}
      {saving.state === 'saved' && (
        <>
          <Icon name="check" />
          <span>{m.parts_saved({ time: fmt.time(saving.at) })}</span>
        </>
      )}
      {saving.state === 'waiting' && (
        <>
          <Icon name="off" />
          <span>{m.parts_waiting({ n: saving.count })}</span>
        </>
      )}
      {saving.state === 'unsaved' && (
        <>
          <Glyph kind="warn" plain />
          <span>{saving.why}</span>
        </>
      )}
    </span>
  );
}
