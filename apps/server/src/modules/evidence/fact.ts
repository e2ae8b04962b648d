import type { Fact } from '@egide/engines/rules';
import type { Plain } from './store.ts';
import { withoutWithdrawn } from './withdrawn.ts';

/** An observation as the rules read it: of whom it speaks, whoever stated it. */
const toFact = (o: Plain): Fact => ({
  id: o.id,
  key: o.key,
  value: o.value,
  about: { kind: o.about_kind, id: o.about_kind === 'entity' ? o.legal_entity : o.about_id },
  collected: o.collected_day ?? o.collected.toISOString(),
  expires: o.expires?.toISOString() ?? null,
  trust: o.trust,
  organisation: o.legal_entity,
  recorded: o.recorded_order,
  ...(o.corrects === null ? {} : { corrects: o.corrects }),
  source: o.source,
});

/** What the observations of one legal entity say: what was taken back says nothing. */
export const toFacts = (observations: readonly Plain[]): Fact[] => withoutWithdrawn(observations).map(toFact);
/** Everything that was ever stated, also what was taken back: for an import, which does not state it a second time. */
export const toFactsEverStated = (observations: readonly Plain[]): Fact[] => observations.map(toFact);
