import { expect, it } from 'vitest';
import { csvModel } from './csv-model.tsx';

it('the model of a CSV of facts names the facility and the day', () => {
  expect(csvModel('960780013', '2026-10-12').split('\r\n')).toEqual([
    'key;value;collected;unit;about.kind;about.id;expires;organisation;source',
    'policy.security.approved;oui;2026-10-12;;;;;960780013;',
    'users.mfa-share;82,5;2026-10-12;percent;;;;960780013;',
    '',
  ]);
});
