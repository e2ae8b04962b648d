import { expect, it } from 'vitest';
import { decode } from './decode.ts';

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

it('reads UTF-8 first, else Windows-1252, and tells which', () => {
  expect(decode(Buffer.from('Cœur;é'))).toEqual({ text: 'Cœur;é', encoding: 'utf-8', repairedLines: [] });
  expect(decode(latin('C\x8cUR;\xe9\n'))).toEqual({ text: 'CŒUR;é\n', encoding: 'windows-1252', repairedLines: [] });
});
it('reads line by line a file that mixes the two', () => {
  expect(decode(Buffer.concat([Buffer.from('é\n'), latin('\xe9\n'), Buffer.from('fin')]))).toEqual({
    text: 'é\né\nfin',
    encoding: 'mixed',
    repairedLines: [2],
  });
});
