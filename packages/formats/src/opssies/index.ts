import type { FactsFormat } from '../fact.ts';
import type { Beginning } from '../format.ts';
import { type OpssiesEvent, toFacts } from './event.ts';
import { nameRemarks } from './name.ts';
import { read } from './read.ts';

export type { OpssiesEvent } from './event.ts';

function detects({ name, head }: Beginning): boolean {
  const start = new TextDecoder('utf-8').decode(head).trimStart();
  if (/-D1-\d{8}-\d{6}\.json$/i.test(name) && /^[[{]/.test(start)) return true;
  return start.startsWith('{') && /"(events|[eE]xtractionDate|stakeholders)"\s*:/.test(start);
}

/** The official exchange file of the observatory of health facilities' security, interoperability model v0.13. */
export const opssies: FactsFormat<OpssiesEvent> = {
  id: 'opssies',
  title: { fr: 'Échange OPSSIES v0.13', en: 'OPSSIES exchange v0.13' },
  extensions: ['.json'],
  detects,
  read,
  toFacts,
  nameRemarks,
};
