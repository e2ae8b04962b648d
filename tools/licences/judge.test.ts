import { expect, it } from 'vitest';
import { accepted, refused } from './judge.ts';

it.each(['MIT', 'ISC', '(MIT OR CC0-1.0)', 'GPL-3.0-or-later OR MIT', '(MIT AND Apache-2.0)'])(
  'accepts %s',
  (licence) => {
    expect(accepted(licence)).toBe(true);
  },
);

it.each([
  '',
  'GPL-3.0-or-later',
  'AGPL-3.0-only',
  'SSPL-1.0',
  'BUSL-1.1',
  'UNLICENSED',
  'SEE LICENSE IN LICENSE',
  '(MIT AND GPL-2.0-only)',
  'EPL-2.0 OR GPL-3.0-or-later',
])('refuses "%s"', (licence) => {
  expect(accepted(licence)).toBe(false);
});

it('looks at what is shipped only', () => {
  expect(
    refused({
      '': { license: 'Apache-2.0' },
      'apps/server': { license: 'Apache-2.0' },
      'node_modules/@egide/server': { link: true },
      'node_modules/tool': { license: 'GPL-3.0-only', dev: true },
      'node_modules/good': { license: 'MIT' },
      'node_modules/bad': { license: 'AGPL-3.0-only' },
      'node_modules/mute': {},
    }),
  ).toEqual(['node_modules/bad: AGPL-3.0-only', 'node_modules/mute: no licence']);
});
