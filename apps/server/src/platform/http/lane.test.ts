import { expect, it } from 'vitest';
import { makeLane } from './lane.ts';

const turn = () => new Promise((done) => setImmediate(done));

it('lets so many in at once, the others in the order in which they came, and sends the next away', async () => {
  const lane = makeLane({ width: 2, queue: 2 });
  const [begun, leave]: [string[], Map<string, () => void>] = [[], new Map()];
  const enter = (name: string) =>
    lane(
      () =>
        new Promise<void>((done) => {
          begun.push(name);
          leave.set(name, done);
        }),
    );
  const inside = ['a', 'b', 'c', 'd'].map(enter);
  await expect(enter('e')).rejects.toMatchObject({ code: 'too-busy', params: { seconds: 5 } });
  expect(begun).toEqual(['a', 'b']);
  leave.get('b')?.();
  await turn();
  expect(begun).toEqual(['a', 'b', 'c']);
  for (const name of ['a', 'c', 'd']) {
    leave.get(name)?.();
    await turn();
  }
  await Promise.all(inside);
  expect(begun).toEqual(['a', 'b', 'c', 'd']);
});

it('gives the place on when the work fails', async () => {
  const lane = makeLane({ width: 1, queue: 1 });
  await expect(lane(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await lane(async () => 'yes')).toBe('yes');
});

it('keeps a share of one account, and takes it back when it leaves', async () => {
  const lane = makeLane({ width: 4, queue: 4, each: 2 });
  const leave: (() => void)[] = [];
  const wait = () => new Promise<void>((done) => leave.push(done));
  const inside = [lane(wait, 'a'), lane(wait, 'a')];
  await expect(lane(wait, 'a')).rejects.toMatchObject({ code: 'too-busy' });
  expect(await lane(async () => 'yes', 'b')).toBe('yes');
  for (const go of leave) go();
  await Promise.all(inside);
  expect(await lane(async () => 'again', 'a')).toBe('again');
});
