import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isSaid, parts, sayEntry } from './words.ts';

const SOURCES = join(import.meta.dirname, '../..');
const entry = (action: string, detail: Record<string, unknown> = {}, object?: string) => ({
  at: '2026-10-12T08:00:00.000Z',
  actor: { kind: 'person' as const, name: 'X' },
  action,
  detail,
  ...(object === undefined ? {} : { object }),
});

it('every action that the code writes has its sentence in both languages, and its part of the house a name', () => {
  const written = globSync('**/*.ts', { cwd: SOURCES })
    .filter((path) => !path.endsWith('.test.ts'))
    .flatMap((path) =>
      [...readFileSync(join(SOURCES, path), 'utf8').matchAll(/\baction: '([\w.-]+)'/g)].map(
        ([, action = '']) => action,
      ),
    );
  expect(written.length).toBeGreaterThan(20);
  expect(written.filter((action) => !isSaid(action))).toEqual([]);
  expect(written.filter((action) => !parts('fr').some((part) => action.startsWith(`${part.action}.`)))).toEqual([]);
});

it.each([
  [
    'what is known is said',
    entry('access.grant-given', {
      login: 'a@b.fr',
      class: 'internal',
      until: '2027-06-30T21:59:59.999Z',
      reason: 'Délégation',
    }),
    'Accès interne accordé à a@b.fr jusqu’au 30\u00a0juin\u00a02027 : Délégation',
    'Access of the internal class given to a@b.fr until 30\u00a0June\u00a02027: Délégation',
  ],
  [
    'what is not known is left out',
    entry('access.role-given', { login: 'a@b.fr', role: 'reader', until: null }),
    'Rôle donné à a@b.fr : lecteur',
    'Role given to a@b.fr: reader',
  ],
  [
    'a page is named, and its subject in the language of the reader',
    entry('evidence.internal-read', {
      page: 'indicator',
      title: { fr: 'Niveau des annuaires', en: 'Directory level' },
    }),
    'Données internes lues : indicateur, Niveau des annuaires',
    'Internal data read: indicator, Directory level',
  ],
  [
    'a page without a subject too',
    entry('evidence.internal-read', { page: 'facts', observations: 3 }),
    'Données internes lues : faits connus',
    'Internal data read: known facts',
  ],
  [
    'an access taken back says from whom',
    entry('access.grant-revoked', { class: 'steering', group: 'GHT Val-Sud' }),
    'Accès de pilotage retiré à la coordination de GHT Val-Sud',
    'Access of the steering class taken back from the coordinators of GHT Val-Sud',
  ],
  [
    'an act without a sentence is named',
    entry('later.thing-done'),
    'Autre acte : later.thing-done',
    'Other act: later.thing-done',
  ],
  [
    'a number is written as its reader writes it',
    entry('assessments.submitted', { level: 2.4, known: 22, total: 27 }),
    'Évaluation transmise à la région : niveau 2,4, indicateurs connus : 22 sur 27',
    'Assessment submitted to the region: level 2.4, 22 of 27 indicators known',
  ],
  [
    'what somebody typed is no place to fill',
    entry('access.refused', {}, 'GET /{login}'),
    'Demande refusée : GET /{login}',
    'Request refused: GET /{login}',
  ],
])('%s', (_, written, fr, en) => expect([sayEntry(written, 'fr'), sayEntry(written, 'en')]).toEqual([fr, en]));
