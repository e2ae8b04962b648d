import type { Batch } from '@egide/contract/facilities';
import type { StatusKind } from '../../ui/glyph.tsx';
import { Status } from '../../ui/status.tsx';
import { m } from '../../ui/words.ts';

const KIND = {
  received: 'todo',
  previewed: 'todo',
  waiting: 'conflict',
  published: 'ok',
  refused: 'crit',
  abandoned: 'unknown',
} as const satisfies Record<Batch['state'], StatusKind>;
const WORD = {
  received: m.directory_state_received,
  previewed: m.directory_state_previewed,
  waiting: m.directory_state_waiting,
  published: m.directory_state_published,
  refused: m.directory_state_refused,
  abandoned: m.directory_state_abandoned,
} as const satisfies Record<Batch['state'], () => string>;

/** Where an import stands. */
export function BatchState({ batch }: { batch: Pick<Batch, 'state'> }) {
  return <Status kind={KIND[batch.state]}>{WORD[batch.state]()}</Status>;
}
