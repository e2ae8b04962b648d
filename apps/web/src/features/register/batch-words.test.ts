import { describe, expect, it } from 'vitest';
import { changesNothing, verdictOf } from './batch-words.ts';

const none = { legalEntities: 0, sites: 0, groups: 0 };
const counts = (
  over: Partial<Record<'added' | 'changed' | 'moved' | 'closed' | 'unseen' | 'unchanged', typeof none>>,
) => ({
  added: none,
  changed: none,
  moved: none,
  closed: none,
  unseen: none,
  unchanged: none,
  ...over,
});

describe('the conclusion of an import', () => {
  it('says what would change', () =>
    expect(
      verdictOf({
        counts: counts({ added: { legalEntities: 2, sites: 3, groups: 1 }, moved: { ...none, sites: 1 } }),
        rejectedCount: 4,
        warnings: [],
      }),
    ).toBe('Ajoutés\u00a0: 6. Modifiés ou déplacés\u00a0: 1. Fermés\u00a0: 0. Refusés\u00a0: 4.'));
  it('says that nothing would, and how many lines found no place', () => {
    const idle = counts({ unchanged: { legalEntities: 6, sites: 9, groups: 1 } });
    expect(changesNothing({ counts: idle })).toBe(true);
    expect([
      verdictOf({ counts: idle, rejectedCount: 0, warnings: [] }),
      verdictOf({ counts: counts({}), rejectedCount: 0, warnings: [{ count: 134 }, { count: 1 }] }),
      verdictOf({ counts: counts({}), rejectedCount: 1, warnings: [{ count: 1 }] }),
    ]).toEqual([
      'Rien à publier\u00a0: ce fichier ne change rien au répertoire.',
      'Rien à publier\u00a0: ce fichier ne change rien au répertoire. 135 avertissements disent pourquoi.',
      'Rien à publier\u00a0: ce fichier ne change rien au répertoire. 1 enregistrement est refusé. 1 avertissement dit pourquoi.',
    ]);
  });
  it('does not take what has left the file, or what is still being read, for nothing', () =>
    expect([
      changesNothing({ counts: counts({ unseen: { ...none, legalEntities: 1 } }) }),
      changesNothing({ counts: null }),
    ]).toEqual([false, false]));
});
