import { dayOf } from '@egide/kernel/days';
import type { NewObservation } from '../modules/evidence/index.ts';
import type { PlannedFact } from './facts.ts';

/** How the word of each kind of source is taken, and how it was come by. */
const TAKEN = {
  person: { trust: 'declared', method: 'interview' },
  document: { trust: 'documented', method: 'examine' },
  exercise: { trust: 'documented', method: 'test' },
  audit: { trust: 'computed', method: 'test' },
  opssies: { trust: 'verified', method: 'test' },
} as const satisfies Record<PlannedFact['source'], Pick<NewObservation, 'trust' | 'method'>>;

/** A planned fact as the ledger takes it; `today` is the number of a Paris calendar day. */
export const toNewObservation = (fact: PlannedFact, today: number): NewObservation => ({
  key: fact.key,
  value: fact.valueDays === undefined ? fact.value : dayOf(today - fact.valueDays),
  ...(fact.unit ? { unit: fact.unit } : {}),
  ...(fact.about ? { about: fact.about } : {}),
  collected: dayOf(today - fact.collected),
  ...(fact.expires === undefined ? {} : { expires: dayOf(today + fact.expires) }),
  ...TAKEN[fact.source],
  source: { kind: fact.source, label: fact.label },
});
