import { toInstant } from '@egide/kernel/days';
import type { Answer, Settled } from '@egide/engines/rules';
import { describe, expect, it } from 'vitest';
import { gapsOf } from './gaps.ts';
import { type Candidate, nextSteps } from './next-actions.ts';

const settled = (id: string, over: Partial<Settled> = {}): Settled => ({
  id,
  state: 'confirmed',
  level: 1,
  computed: null,
  declared: 1,
  contradiction: false,
  ...over,
});
const change = {
  key: 'k',
  about: { kind: 'entity', id: '' },
  organisation: '',
  value: true,
  wanted: {},
  renew: false,
  collected: toInstant(0),
} as const;
const asks = (wouldMakeTrue: Answer['wouldMakeTrue']): Answer => ({
  verdict: 'not-met',
  because: [],
  failing: [],
  wouldMakeTrue,
  changesAt: null,
  reasons: { op: 'all', path: '', verdict: 'not-met', deciding: true, children: [], subjects: [] },
});
const aStep = (id: string, over: Partial<Candidate> & { standing?: Partial<Settled> } = {}): Candidate => ({
  settled: settled(id, over.standing),
  next: asks([change]),
  hours: { 1: 4, 2: 4, 3: 4, 4: 4 },
  servesAlso: 0,
  ...over,
});
const chosen = (candidates: readonly Candidate[], count = 3) => nextSteps(candidates, count).map((c) => c.settled.id);

describe('the next steps', () => {
  it.each<[string, Candidate[], string[]]>([
    ['nothing', [], []],
    [
      'no more than asked, in the order of the framework when equal',
      [aStep('1'), aStep('2'), aStep('3'), aStep('4')],
      ['1', '2', '3'],
    ],
    ['the fewest hours first', [aStep('1', { hours: { 2: 8 } }), aStep('2', { hours: { 2: 0.5 } })], ['2', '1']],
    ['what serves others before', [aStep('1'), aStep('2', { servesAlso: 3 })], ['2', '1']],
    [
      'hours unsaid count for a day',
      [aStep('1', { hours: {} }), aStep('2', { hours: { 2: 7 } }), aStep('3', { hours: { 2: 9 } })],
      ['2', '1', '3'],
    ],
    [
      'hours of the step from an unknown level are those of level 1',
      [aStep('1', { hours: { 1: 9, 2: 1 }, standing: { level: null } }), aStep('2', { hours: { 2: 2 } })],
      ['2', '1'],
    ],
    ['not what is at the top', [aStep('1', { next: null, standing: { level: 4 } }), aStep('2')], ['2']],
    ['not what no fact can change', [aStep('1', { next: asks(null) }), aStep('2')], ['2']],
    ['not what asks for nothing', [aStep('1', { next: asks([]) }), aStep('2')], ['2']],
    ['not what somebody has to decide first', [aStep('1', { standing: { state: 'to-decide' } }), aStep('2')], ['2']],
  ])('%s', (_, candidates, expected) => expect(chosen(candidates)).toEqual(expected));
});

describe('the gaps', () => {
  it('say first what is undecided, stale, unsaid or unconfirmed, then the lowest, and leave out what is at the top', () => {
    const all = [
      aStep('high', { standing: { level: 3 } }),
      aStep('top', { standing: { level: 4 } }),
      aStep('low', { standing: { level: 0 } }),
      aStep('proposed', { standing: { state: 'to-confirm', level: 2 } }),
      aStep('silent', { standing: { state: 'unanswered', level: null } }),
      aStep('stale', { standing: { state: 'expired', level: null } }),
      aStep('torn', { standing: { state: 'to-decide', level: 4 } }),
      aStep('low too', { standing: { level: 0 } }),
    ];
    expect(gapsOf(all).map((c) => c.settled.id)).toEqual([
      'torn',
      'stale',
      'silent',
      'proposed',
      'low',
      'low too',
      'high',
    ]);
    expect(gapsOf([])).toEqual([]);
  });
});
