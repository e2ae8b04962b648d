import { expect, it } from 'vitest';
import { formatFiness, parseFiness } from './finess.ts';

it.each([
  '010000024',
  '010780054',
  '750712184',
  '590799730',
  '970216057',
  '210780581',
  '2A0000030',
  '2A0000139',
  '2A0000154',
  '980500011',
  '75 071 218 4',
  '75.071.218-4',
  '2a0000030',
  '\ufeff75\u00a0071\u202f218 4',
])('reads %s', (text) => {
  expect(parseFiness(text).ok).toBe(true);
});

it.each([
  ['750712185', 'finess-check'],
  ['010000042', 'finess-check'],
  ['750721184', 'finess-check'],
  ['075071218', 'finess-check'],
  ['2C0000030', 'finess-form'],
  ['75071218', 'finess-length'],
  ['7507121840', 'finess-length'],
  ['', 'finess-length'],
  ['10000024', 'finess-lost-zero'],
] as const)('refuses %s as %s', (text, fault) => {
  expect(parseFiness(text)).toEqual({ ok: false, error: fault });
});

it('refuses every single-digit substitution, save A for 1 and B for 2 in second place', () => {
  const number = '750712184';
  for (let i = 0; i < 9; i++)
    for (const c of '0123456789') {
      if (c !== number[i]) expect(parseFiness(number.slice(0, i) + c + number.slice(i + 1)).ok).toBe(false);
    }
});

it('prints the number as public pages do', () => expect(formatFiness('960780013')).toBe('96\u00a0078\u00a0001\u00a03'));
