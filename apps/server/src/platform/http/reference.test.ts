import { expect, it } from 'vitest';
import { endpoints } from '@egide/contract';
import { openapi } from '@egide/contract/openapi';
import { referencePage } from './reference.ts';

const page = referencePage(openapi('0.0.0'));

it('shows every call of the contract, and runs no script', () => {
  for (const [name, e] of endpoints)
    expect(page).toContain(`id="${name}"><span>${e.method}</span> <code>/api/v1${e.path}</code>`);
  expect(page).not.toMatch(/<script|javascript:/i);
});

it('escapes what comes from descriptions', () => {
  const document = openapi('0.0.0');
  expect(
    referencePage({
      ...document,
      info: { ...document.info, description: '<img src=x onerror=alert(1)> **bold** `code`' },
    }),
  ).toContain('<p>&lt;img src=x onerror=alert(1)&gt; <strong>bold</strong> <code>code</code></p>');
});

it('declares each call with what it refuses, and which are open', () => {
  const { paths } = openapi('0.0.0');
  expect(paths['/api/v1/sessions']?.post).toMatchObject({ operationId: 'access.signIn', security: [] });
  expect(paths['/api/v1/organisations/{finess}/facts']?.post).not.toHaveProperty('security');
});
