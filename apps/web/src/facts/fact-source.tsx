import type { Observation } from '@egide/contract/evidence';
import { French } from '../ui/french.tsx';

/** Stands in a message where the name of a source goes. */
export const SOURCE = '\u0001';
/** A sentence that names a source: the name keeps its own language. */
export function WithSource({ text, source }: { text: string; source: string }) {
  const [before, after] = text.split(SOURCE);
  return (
    <>
      {before}
      <French>{source}</French>
      {after}
    </>
  );
}

/** Where a fact comes from; one that covers several members says whose it is. */
export function FactSource({ fact: { source, coveredBy } }: { fact: Pick<Observation, 'source' | 'coveredBy'> }) {
  return (
    <>
      <French>{source.label}</French>
      {coveredBy && <span className="small muted under">{coveredBy.says}</span>}
    </>
  );
}
