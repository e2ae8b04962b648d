import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { SentLevel, TooFewKnown } from './submissions.tsx';

const words = (markup: string) =>
  markup
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\s\u202f]+/g, ' ')
    .trim();

describe('a submission with too little known', () => {
  it('is said before it leaves: counted as submitted, its level unknown at the region', () => {
    const few = { known: 2, total: 27, territory: { enough: 60, counts: false } };
    expect(words(renderToStaticMarkup(<TooFewKnown assessment={few} />))).toBe(
      'La région ne compte un niveau qu’à partir de 60 % d’indicateurs connus ; ici 7 %. L’évaluation sera comptée comme transmise, avec sa couverture ; son niveau y restera dit inconnu.',
    );
    const enough = { known: 17, total: 27, territory: { enough: 60, counts: true } };
    expect(renderToStaticMarkup(<TooFewKnown assessment={enough} />)).toBe('');
  });
  it('keeps its mark in the list of what was sent', () => {
    const said = (known: number, level: number | null) =>
      words(renderToStaticMarkup(<SentLevel row={{ level, known, total: 27 }} enough={60} />));
    expect([said(2, 1.5), said(17, 1.5), said(0, null)]).toEqual(['1,5, pas encore compté par la région', '1,5', '–']);
  });
});
