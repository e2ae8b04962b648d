import { expect, it } from 'vitest';
import { makeDrafts } from './drafts.ts';

it('keeps what is typed, part by part, until each part is gone', () => {
  const drafts = makeDrafts();
  let told = 0;
  const stop = drafts.subscribe(() => told++);
  drafts.put('a', { keeping: 4 });
  drafts.put('a', { why: 'Contrat signé' });
  drafts.put('b', { note: 'Vu.' });
  expect([drafts.at('a'), drafts.at('b'), drafts.at('c')]).toEqual([
    { keeping: 4, why: 'Contrat signé' },
    { note: 'Vu.' },
    {},
  ]);
  drafts.put('a', { keeping: undefined, why: undefined });
  expect([drafts.at('a'), drafts.any()]).toEqual([{}, true]);
  drafts.put('b', { note: undefined });
  stop();
  drafts.put('b', { note: 'x' });
  expect([drafts.any(), told]).toEqual([true, 5]);
});

it('answers the same draft until it changes', () => {
  const drafts = makeDrafts();
  drafts.put('a', { note: 'Vu.' });
  expect([drafts.at('a') === drafts.at('a'), drafts.at('z') === drafts.at('y')]).toEqual([true, true]);
});
