import type { Observation } from '@egide/contract/evidence';
import { getLocale } from '../paraglide/runtime.js';

/** Names of sources are typed by French hospitals and kept as they are: read aloud in French, whatever the language of the screen. */
export function SourceName({ children }: { children: string }) {
  return getLocale() === 'fr' ? children : <span lang="fr">{children}</span>;
}

/** Stands in a message where the name of a source goes. */
export const SOURCE = '\u0001';
/** A sentence that names a source: the name keeps its own language. */
export function WithSource({ text, source }: { text: string; source: string }) {
  const [before, after] = text.split(SOURCE);
  return <>{before}<SourceName>{source}</SourceName>{after}</>;
}

/** Where a fact comes from; one that covers several members says whose it is. */
export function FactSource({ fact: { source, coveredBy } }: { fact: Pick<Observation, 'source' | 'coveredBy'> }) {
  return <><SourceName>{source.label}</SourceName>{coveredBy && <span className="small muted under">{coveredBy.says}</span>}</>;
}
