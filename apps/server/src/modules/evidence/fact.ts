import type { Fact } from '@egide/engines/rules';
import type { Stored } from './store.ts';

/** An observation as the rules read it. */
export const toFact = (o: Omit<Stored, 'author_name' | 'note'>): Fact => ({
  id: o.id, key: o.key, value: o.value, about: { kind: o.about_kind, id: o.about_id }, collected: o.collected_day ?? o.collected.toISOString(),
  expires: o.expires?.toISOString() ?? null, trust: o.trust, organisation: o.legal_entity, recorded: o.recorded_order,
  ...(o.corrects === null ? {} : { corrects: o.corrects }), source: o.source,
});
