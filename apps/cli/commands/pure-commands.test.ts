import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SHIPPED } from '@egide/content';
import { afterAll, describe, expect, it } from 'vitest';
import type { Command } from '../terminal.ts';
import { frameworksEvaluate } from './frameworks-evaluate.ts';
import { programmesEvaluate } from './programmes-evaluate.ts';
import { programmesList } from './programmes-list.ts';
import { rulesCheck } from './rules-check.ts';
import { rulesExplain } from './rules-explain.ts';

const root = mkdtempSync(join(tmpdir(), 'egide-pure-'));
afterAll(() => rmSync(root, { recursive: true }));

const put = (name: string, content: unknown): string => {
  writeFileSync(join(root, name), typeof content === 'string' ? content : JSON.stringify(content));
  return join(root, name);
};
async function ask(command: Command, ...argv: string[]) {
  const said = { out: '', err: '' };
  const code = await command(argv, {
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += `${text}\n`;
    },
    locale: 'fr',
    env: {},
  });
  return { code, ...said, json: () => JSON.parse(said.out) };
}
const kind = { key: 'backup.directory.kind', value: 'dedicated-ad', collected: '2025-12-01', trust: 'documented' };
const level = {
  key: 'backup.directory.level.official',
  value: 3,
  about: { kind: 'forest', id: 'sauvegarde.example' },
  collected: '2025-12-31',
  trust: 'verified',
};
const facts = put('facts.json', [kind, level]);

describe('rules explain', () => {
  it('answers with reasons, and with what would make it true', async () => {
    const { code, json } = await ask(rulesExplain, 'care-d2/O3.A', '--facts', facts, '--at', '2026-03-02', '--json');
    expect([code, json()]).toEqual([
      0,
      {
        verdict: 'expired',
        because: [{ ...level, id: '/1', organisation: '' }],
        failing: [
          {
            path: 'any/1/all/2/fresh',
            condition: { fresh: { key: level.key, days: 60, before: { key: 'declaration.date' }, read: 'every' } },
            verdict: 'expired',
            negated: false,
            about: [level.about],
            sentence: expect.stringContaining('60\u00a0jours'),
          },
        ],
        wouldMakeTrue: [
          {
            key: level.key,
            about: level.about,
            organisation: '',
            value: 3,
            unit: 'level',
            wanted: { atLeast: 3 },
            renew: true,
            collected: '2026-03-02T22:59:59.999Z',
            sentence: expect.stringContaining('À renouveler'),
          },
        ],
        changesAt: null,
        sentences: expect.objectContaining({ verdict: 'Périmé\u00a0: établi autrefois, à renouveler.' }),
      },
    ]);
  });

  it('reads a rule file, whole or bare, and names its faults', async () => {
    const bare = await ask(
      rulesExplain,
      put('bare.yaml', 'equals: [backup.directory.kind, dedicated-ad]'),
      '--facts',
      facts,
      '--at',
      '2026-03-01',
      '--json',
    );
    const wrong = await ask(
      rulesExplain,
      put('wrong.yaml', 'when:\n  all:\n    - known: nothing\n'),
      '--facts',
      facts,
      '--at',
      '2026-03-01',
      '--json',
    );
    const none = await ask(rulesExplain, join(root, 'none.yaml'), '--facts', facts, '--at', '2026-03-01', '--json');
    expect([bare.code, bare.json().verdict, wrong.code, wrong.err, none.code]).toEqual([
      0,
      'met',
      3,
      `${join(root, 'wrong.yaml')}:3 : clé inconnue du vocabulaire : nothing\n`,
      3,
    ]);
  });

  it('explains an indicator by its next level', async () => {
    const { json } = await ask(rulesExplain, 'maturinh/5.4.3', '--facts', facts, '--at', '2026-03-01', '--json');
    expect(json()).toEqual(
      expect.objectContaining({
        verdict: expect.any(String),
        indicator: {
          id: '5.4.3',
          state: 'to-confirm',
          level: expect.any(Number),
          computed: expect.any(Number),
          declared: null,
          contradiction: false,
          changesAt: expect.any(String),
        },
      }),
    );
  });

  it.each([
    [['nothing'], 2],
    [['maturinh/9.9.9'], 2],
    [['maturinh/5.2.1/7'], 2],
    [[], 2],
    [['R3', 'R4'], 2],
  ])('%j is wrong usage', async (what, code) => {
    expect((await ask(rulesExplain, ...what, '--facts', facts, '--at', '2026-03-01')).code).toBe(code);
  });

  it.each([
    ['2026-02-30', 2],
    ['demain', 2],
  ])('--at %s is wrong usage', async (day, code) =>
    expect((await ask(rulesExplain, 'R3', '--facts', facts, '--at', day)).code).toBe(code),
  );

  it('says each fault of the facts with its place', async () => {
    const { code, out, err } = await ask(
      rulesExplain,
      'R3',
      '--facts',
      put('bad.json', [{ ...kind, value: 'x' }]),
      '--at',
      '2026-03-01',
      '--json',
    );
    expect([code, out, err]).toEqual([
      3,
      '',
      `${join(root, 'bad.json')} /0/value : backup.directory.kind vaut l’une de ces valeurs\u00a0: dedicated-ad, local-accounts, shared-ad, none.\n`,
    ]);
  });

  it('asks whose answer is wanted when the facts speak of several, unless they are weighed together', async () => {
    const member = (organisation: string, weight: number, made: boolean) => [
      { key: 'activity.combined', value: weight, collected: '2026-01-01', trust: 'documented', organisation },
      ...['bia.formalised', 'pcra.formalised'].map((key) => ({
        key,
        value: made,
        collected: '2026-01-01',
        trust: 'documented',
        organisation,
      })),
    ];
    const group = put('group.json', [...member('a', 70, true), ...member('b', 30, false)]);
    const [r4, r10, a] = [
      await ask(rulesExplain, 'R4', '--facts', group, '--at', '2026-03-01', '--json'),
      await ask(rulesExplain, 'R10', '--facts', group, '--at', '2026-03-01'),
      await ask(rulesExplain, 'R10', '--facts', group, '--at', '2026-03-01', '--organisation', 'a', '--json'),
    ];
    expect([r4.json().verdict, r10.code, a.json().verdict]).toEqual(['met', 2, 'unknown']);
  });
});

describe('programmes and frameworks', () => {
  it('evaluate every objective', async () => {
    const { code, json } = await ask(programmesEvaluate, 'care-d2', '--facts', facts, '--at', '2026-03-01', '--json');
    expect([code, json().objectives.find(({ id }: { id: string }) => id === 'O3.A')]).toEqual([
      0,
      expect.objectContaining({ verdict: 'met', changesAt: '2026-03-01T23:00:00.000Z', wouldMakeTrue: [] }),
    ]);
  });
  it('give level and coverage', async () => {
    const { json } = await ask(
      frameworksEvaluate,
      'maturinh',
      '--facts',
      put('none.json', []),
      '--at',
      '2026-03-01',
      '--json',
    );
    expect(json()).toEqual(expect.objectContaining({ id: 'maturinh', level: null, coverage: { known: 0, total: 27 } }));
  });
  it('in words, too', async () => {
    const [framework, programme] = [
      await ask(frameworksEvaluate, 'maturinh', '--facts', facts, '--at', '2026-03-01'),
      await ask(programmesEvaluate, 'care-d2', '--facts', facts, '--at', '2026-03-01'),
    ];
    expect([framework.out.split('\n')[1], programme.out.split('\n')[1]]).toEqual([
      expect.stringMatching(
        /^ {2}5 Sécurité des systèmes d’information\u00a0: niveau \d,\d sur \d+ indicateurs connus de 27$/,
      ),
      expect.stringMatching(/^ {4}Inconnu/),
    ]);
  });
  it.each([[programmesEvaluate], [frameworksEvaluate]])('refuse a name that nothing bears', async (command) =>
    expect((await ask(command, 'nothing', '--facts', facts, '--at', '2026-03-01')).code).toBe(2),
  );
  it('list what is known', async () =>
    expect((await ask(programmesList, '--json')).json().map(({ id }: { id: string }) => id)).toEqual(
      expect.arrayContaining(['ac-ose', 'care-d2']),
    ));
});

describe('rules check', () => {
  it('finds our own content sound', async () =>
    expect(await ask(rulesCheck, SHIPPED, '--json').then(({ code, json }) => [code, json().faults])).toEqual([0, []]));
  it('names file, line and reason', async () => {
    mkdirSync(join(root, 'bad'));
    put('bad/programme.yaml', 'id: x\nobjectives:\n  - id: o1\n    when: {atLeast: [no-such-key, 3]}\n');
    const { code, json } = await ask(rulesCheck, join(root, 'bad'), '--json');
    expect([code, json().faults]).toEqual([
      1,
      expect.arrayContaining([
        { file: 'programme.yaml', line: 4, message: 'clé inconnue du vocabulaire : no-such-key' },
      ]),
    ]);
  });
  it('says what it cannot read', async () => {
    mkdirSync(join(root, 'empty'));
    expect([
      (await ask(rulesCheck, join(root, 'nowhere'))).code,
      (await ask(rulesCheck, join(root, 'empty'))).code,
      (await ask(rulesCheck)).code,
    ]).toEqual([3, 3, 2]);
  });
});
