import { createHash, createPublicKey, verify } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalHeads, exportVerifier, readHeads } from '@egide/engines/seal';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportAsOperator } from '../../../platform/audit-log/export.ts';
import { sealHeads, startSealing } from '../../../platform/audit-log/seal.ts';
import { openTestHttp, openTestInstance, type TestInstance } from '../../../testing.ts';
import { NEIGHBOUR, OURS, twoHospitals } from '../../facilities/testing.ts';
import { OPERATOR } from '../index.ts';
import { aPerson, signedIn } from '../testing.ts';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
let instance: TestInstance;
let app: Awaited<ReturnType<typeof openTestHttp>>;
const doors: Record<string, Awaited<ReturnType<typeof signedIn>>> = {};

beforeAll(async () => {
  instance = await openTestInstance();
  await twoHospitals(instance);
  app = await openTestHttp(instance);
  for (const [who, role, place, name] of [
    ['reader', 'reader', OURS, 'Camille Rouvière'],
    ['neighbour', 'rssi', NEIGHBOUR, 'Yann Kerdoncuff'],
    ['administrator', 'platform-administrator', 'instance', 'Élise Marchal'],
  ] as const)
    doors[who] = await signedIn(instance, await aPerson(instance, role, place, { name }));
  await instance.asOperator((cx) =>
    cx.record({
      chain: OURS,
      action: 'access.role-given',
      object: 'x',
      detail: { login: 'a@example.org', role: 'auditor', until: '2026-10-31T22:59:59.999Z' },
    }),
  );
  await instance.asOperator((cx) =>
    cx.record({
      chain: OURS,
      action: 'evidence.internal-read',
      object: 'directory.level',
      detail: { page: 'history', title: { fr: 'Niveau d’annuaire', en: 'Directory level' }, observations: 3 },
    }),
  );
  await instance.asOperator((cx) =>
    cx.record({ chain: OURS, action: 'somebody.did-something', detail: { odd: 'a\0b\ud800' } }),
  );
  await instance.asOperator((cx) =>
    cx.record({
      chain: NEIGHBOUR,
      action: 'access.role-given',
      detail: { login: 'secret@example.org', role: 'reader', until: null },
    }),
  );
});
afterAll(async () => {
  await app.close();
  await instance.close();
});

const get = (who: string, url: string) => app.inject({ url: `/api/v1${url}`, headers: doors[who] ?? {} });
const says = async (query = '', who = 'reader', finess = OURS) => {
  const answer = (await get(who, `/organisations/${finess}/audit-log${query}`)).json<{
    code?: string;
    entries: { who: string; says: string }[];
  }>();
  return answer.code ?? answer.entries.map((e) => `${e.who}: ${e.says}`);
};

describe('the log of a facility', () => {
  it('is read in sentences by its people, the last first, and the reading is written too', async () => {
    expect(await says()).toEqual([
      'L’exploitant de la machine: Autre acte : somebody.did-something',
      'L’exploitant de la machine: Données internes lues : historique d’un fait, Niveau d’annuaire',
      'L’exploitant de la machine: Rôle donné à a@example.org : auditeur, jusqu’au 31\u00a0octobre\u00a02026',
    ]);
    expect((await says('?action=audit-log'))[0]).toBe('Camille Rouvière: Journal consulté');
  });
  it.each([
    ['a part of the house', '?action=evidence', 1],
    ['an action', '?action=access.role-given', 1],
    ['who', '?actor=rouviere', 0],
    ['who, as written', '?actor=Rouvi%C3%A8re&action=audit-log.read', 5],
    ['from an instant, however it is spelled', '?from=2026-10-12T08:00:00Z&action=evidence', 1],
    ['before that', '?to=2026-10-12T07:59:59Z', 0],
    ['a text', '?text=directory.level&action=evidence', 1],
    ['a wildcard that is a letter', '?text=directory%25level', 0],
  ])('is searched by %s', async (_, query, count) => expect((await says(query)).length).toBe(count));
  it('comes page by page', async () => {
    const first = (await get('reader', `/organisations/${OURS}/audit-log?limit=2&before=4`)).json();
    expect([first.entries.map((e: { seq: number }) => e.seq), first.next]).toEqual([[3, 2], 2]);
    const second = (await get('reader', `/organisations/${OURS}/audit-log?limit=2&before=${first.next}`)).json();
    expect([second.entries.map((e: { seq: number }) => e.seq), second.next]).toEqual([[1], null]);
  });
  it('does not exist for the neighbour, nor for who runs the platform', async () => {
    expect([
      await says('', 'neighbour'),
      await says('', 'administrator'),
      await says('', 'reader', '990000999'),
    ]).toEqual(['not-found', 'not-found', 'not-found']);
    expect((await get('reader', '/audit-log')).json().code).toBe('forbidden');
    expect((await get('administrator', '/audit-log')).statusCode).toBe(200);
  });
});

describe('an export', () => {
  const verdict = (text: string, heads: Parameters<typeof exportVerifier>[1] = []) => {
    const verifier = exportVerifier(sha256, heads);
    const lines = text.split('\n');
    for (const line of lines.slice(0, -1)) verifier.read(line);
    return verifier.end(lines.at(-1) ?? '');
  };
  it('of a facility is what the stand-alone verifier accepts, and holds nothing of the neighbour', async () => {
    const answer = await get('reader', `/organisations/${OURS}/audit-log/export`);
    expect([answer.statusCode, answer.headers['content-type'], answer.headers['content-disposition']]).toEqual([
      200,
      'application/x-ndjson',
      `attachment; filename="audit-log-${OURS}-2026-10-12.ndjson"`,
    ]);
    expect(verdict(answer.body)).toMatchObject({ sound: true, chains: 1, faults: [] });
    expect(answer.body).not.toContain('secret@example.org');
    expect((await says('?action=audit-log.exported'))[0]).toBe('Camille Rouvière: Journal exporté');
    expect((await get('neighbour', `/organisations/${OURS}/audit-log/export`)).json().code).toBe('not-found');
  });
  it('by the operator holds every chain, agrees with the sealed heads, and is written in each', async () => {
    const file = await sealHeads({ instance, opening: OPERATOR });
    const heads = readHeads(readFileSync(file ?? '', 'utf8'));
    if (!heads.ok) throw new Error(heads.error);
    let text = '';
    const counted = await instance.asOperator((cx) =>
      exportAsOperator(cx, null, async (lines) => {
        for await (const line of lines) text += line;
      }),
    );
    expect(counted).toMatchObject({ chains: 3 });
    expect(verdict(text, [heads.value])).toMatchObject({ sound: true, chains: 3, faults: [] });
    expect(verdict(text.replace('somebody.did-something', 'somebody.did-nothing!!'), [heads.value])).toMatchObject({
      sound: false,
    });
    expect(await says('?action=audit-log.exported')).toHaveLength(2);
  });
});

describe('the seal', () => {
  it('is signed, tied to the one before, and not made again when nothing was written', async () => {
    instance.clock.set('2026-10-12T10:30:00Z');
    await instance.asOperator((cx) => cx.record({ chain: OURS, action: 'a' }));
    const sealing = await startSealing({ instance, opening: OPERATOR }, (line) => {
      throw new Error(line);
    });
    await sealing.stop();
    const names = readdirSync(join(instance.folder, 'heads')).sort();
    expect(names).toEqual(['2026-10-12T080000Z.json', '2026-10-12T103000Z.json']);
    const [before = '', last = ''] = names.map((name) => readFileSync(join(instance.folder, 'heads', name), 'utf8'));
    const heads = readHeads(last);
    if (!heads.ok) throw new Error(heads.error);
    expect(heads.value.previous).toBe(sha256(before));
    const key = createPublicKey({ key: Buffer.from(heads.value.key, 'base64'), format: 'der', type: 'spki' });
    expect(
      verify(null, Buffer.from(canonicalHeads(heads.value), 'utf8'), key, Buffer.from(heads.value.signature, 'base64')),
    ).toBe(true);
  });
});
