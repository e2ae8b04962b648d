import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Address, type Input, Outbox, over } from './outbox.ts';

class Unheard extends Error {}
const there: Address = { by: 'camille', finess: '960780013', indicator: '5.1.2' };
const elsewhere: Address = { ...there, indicator: '5.1.3' };

/** An outbox whose post answers what the test says, in order; then takes everything. */
function aPost(...answers: readonly (Error | 'taken')[]) {
  const left = [...answers];
  const sent: [string, Input][] = [];
  const post = { here: 'camille' as string | null };
  const box = new Outbox({
    send: ({ indicator }, input) => {
      sent.push([indicator, input]);
      const answer = left.shift() ?? 'taken';
      return answer === 'taken' ? Promise.resolve() : Promise.reject(answer);
    },
    waits: (error) => error instanceof Unheard,
    open: (by) => by === post.here,
    now: () => 7,
  });
  return { box, sent, post };
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('what is given later goes over what was given earlier', () => {
  it.each<[string, Input | null, Input, Input]>([
    ['nothing before', null, { level: 2 }, { level: 2 }],
    ['a level keeps the comment', { note: 'Vu.' }, { level: 2 }, { note: 'Vu.', level: 2 }],
    [
      'a comment keeps the level and its reason',
      { level: 4, justification: 'Car.' },
      { note: 'Vu.' },
      { level: 4, justification: 'Car.', note: 'Vu.' },
    ],
    ['another level drops the reason', { level: 4, justification: 'Car.' }, { level: 3 }, { level: 3 }],
    ['taking back goes alone', { note: 'Vu.' }, { back: '7' }, { back: '7' }],
    ['answering anew settles it', { back: '7' }, { level: 1 }, { level: 1 }],
    ['nobody knows drops it too', { level: 4, justification: 'Car.' }, { level: null }, { level: null }],
  ])('%s', (_, earlier, later, expected) => expect(over(earlier, later)).toEqual(expected));
});

describe('an input', () => {
  it('leaves once the hand has settled, the last choice alone', async () => {
    const { box, sent } = aPost();
    box.put(there, { level: 1 }, 1200);
    await pass(1000);
    box.put(there, { level: 2 }, 1200);
    await pass(1000);
    expect([sent, box.at(there)?.state]).toEqual([[], 'settling']);
    await pass(200);
    expect([sent, box.at(there), box.arrivedAt(there)]).toEqual([[['5.1.2', { level: 2 }]], null, 7]);
  });
  it('leaves at once when its page is left', async () => {
    const { box, sent } = aPost();
    box.put(there, { level: 1 }, 1200);
    box.flush(there);
    box.flush(elsewhere);
    await pass(0);
    expect(sent).toEqual([['5.1.2', { level: 1 }]]);
    await pass(5000);
    expect(sent).toHaveLength(1);
  });
  it('given while another is on its way follows it', async () => {
    const { box, sent } = aPost();
    box.put(there, { level: 1 });
    box.put(there, { note: 'Vu.' });
    await pass(0);
    expect([sent, box.at(there)]).toEqual([
      [
        ['5.1.2', { level: 1 }],
        ['5.1.2', { level: 1, note: 'Vu.' }],
      ],
      null,
    ]);
  });
});

describe('an input that nobody heard', () => {
  it('waits, and is sent again by itself; then nothing is left of it', async () => {
    const { box, sent, post } = aPost(new Unheard());
    post.here = null;
    box.put(there, { note: 'Vu.' });
    await pass(60_000);
    expect([sent.length, box.at(there)?.state, box.waiting('camille'), box.closing()]).toEqual([1, 'waiting', 1, true]);
    post.here = 'camille';
    await pass(1000);
    expect([sent.length, box.at(there), box.waiting('camille'), box.closing()]).toEqual([2, null, 0, false]);
  });
  it('is sent again as often as it takes', async () => {
    const { box, sent } = aPost(new Unheard(), new Unheard(), new Unheard());
    box.put(there, { level: 3 });
    await pass(3000);
    expect([sent.length, box.at(there)]).toEqual([4, null]);
  });
  it('takes what is added to it along', async () => {
    const { box, sent, post } = aPost(new Unheard());
    post.here = null;
    box.put(there, { note: 'Vu.' });
    await pass(0);
    box.put(there, { level: 3 }, 1200);
    post.here = 'camille';
    await pass(1200);
    expect(sent.at(-1)).toEqual(['5.1.2', { note: 'Vu.', level: 3 }]);
  });
  it('never leaves in the name of somebody else', async () => {
    const { box, sent, post } = aPost(new Unheard());
    post.here = null;
    box.put(there, { level: 3 });
    post.here = 'marc';
    await pass(60_000);
    expect([sent.length, box.waiting('camille'), box.waiting('marc'), box.at({ ...there, by: 'marc' })]).toEqual([
      1,
      1,
      0,
      null,
    ]);
  });
  it('is counted once per indicator', async () => {
    const { box, post } = aPost(new Unheard(), new Unheard());
    post.here = null;
    box.put(there, { level: 3 });
    box.put(elsewhere, { level: 1 });
    await pass(0);
    expect(box.waiting('camille')).toBe(2);
  });
});

describe('a refused input', () => {
  it('stays with its reason, is not sent again by itself, and holds nobody back', async () => {
    const no = new Error('no');
    const { box, sent } = aPost(no);
    box.put(there, { level: 3 });
    await pass(60_000);
    expect([sent.length, box.at(there), box.closing()]).toEqual([
      1,
      { to: there, input: { level: 3 }, state: 'refused', error: no },
      false,
    ]);
  });
  it('gives way to the next one, which takes nothing of it', async () => {
    const { box, sent } = aPost(new Error('no'));
    box.put(there, { note: 'x' });
    await pass(0);
    box.put(there, { level: 1 });
    await pass(0);
    expect([sent.at(-1), box.at(there)]).toEqual([['5.1.2', { level: 1 }], null]);
  });
});

it('tells its readers each time something moves', async () => {
  const { box } = aPost();
  const seen: (string | undefined)[] = [];
  const stop = box.subscribe(() => seen.push(box.at(there)?.state));
  box.put(there, { level: 1 }, 10);
  await pass(10);
  stop();
  box.put(there, { level: 2 });
  expect(seen).toEqual(['settling', 'sending', undefined]);
});

it('sends what was settling when the window closes', async () => {
  const { box, sent } = aPost();
  box.put(there, { level: 1 }, 1200);
  expect(box.closing()).toBe(true);
  expect(sent).toHaveLength(1);
  await pass(0);
  expect(box.closing()).toBe(false);
});
