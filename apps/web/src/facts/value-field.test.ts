import type { Key } from '@egide/contract/evidence';
import { expect, it } from 'vitest';
import { valueOf } from './value-field.tsx';

const aKey = (type: Key['type']): Key => ({
  key: 'a.b',
  label: '',
  meaning: '',
  ask: '',
  type,
  unit: null,
  min: null,
  max: null,
  values: [],
  about: ['entity'],
  validity: '',
  class: 'steering',
  group: '',
  source: null,
  withheld: false,
  byHand: 'yes',
  units: [],
});

it.each([
  ['boolean', 'true', true],
  ['boolean', 'false', false],
  ['boolean', '', null],
  ['integer', ' 64 ', 64],
  ['integer', '1\u202f684', 1684],
  ['integer', '6,1', null],
  ['integer', 'douze', null],
  ['number', '6,1', 6.1],
  ['number', '6.1', 6.1],
  ['number', '-', null],
  ['date', '2026-02-11', '2026-02-11'],
  ['enum', 'local-accounts', 'local-accounts'],
  ['text', '  mot ', 'mot'],
  ['text', '   ', null],
] as const)('%s: « %s » is %j', (type, typed, value) => expect(valueOf(aKey(type), typed)).toBe(value));
