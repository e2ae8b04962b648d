import type { VocabularyKey } from '@egide/content';
import type { Fault } from '../../platform/refusal.ts';

/** What a person may state under a key: anything, only what a document shows, or nothing. */
export type ByHand = 'yes' | 'with-document' | 'no';

/**
 * Who records a key is data (docs/decisions/0001): what only an outside service, an audit or a statistic can give is closed to
 * typing. A case file is a document of the facility.
 */
export function byHand({ recordedBy }: Pick<VocabularyKey, 'recordedBy'>): ByHand {
  if (recordedBy.includes('person')) return 'yes';
  return recordedBy.includes('document') || recordedBy.includes('case-file') ? 'with-document' : 'no';
}

/** Why this key may not be stated so; a key that is not in the vocabulary is the business of the check. */
export function handFaults(key: Pick<VocabularyKey, 'recordedBy'> | undefined, hasDocument: boolean): Fault[] {
  switch (key === undefined ? 'yes' : byHand(key)) {
    case 'yes':
      return [];
    case 'with-document':
      return hasDocument ? [] : [{ at: '/document', code: 'fact-needs-document' }];
    case 'no':
      return [{ at: '/key', code: 'fact-not-by-hand' }];
  }
}
