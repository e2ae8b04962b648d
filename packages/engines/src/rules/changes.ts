import type { Change } from './answer.ts';
import type { Reading } from './leaves/leaf.ts';
import type { Node } from './node.ts';

export function changesFor(_node: Node, _reading: Reading): readonly Change[] | null {
  return null;
}
