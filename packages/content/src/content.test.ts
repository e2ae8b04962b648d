import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from './content.ts';
import { readFolder } from './folder.ts';
import { SHIPPED, checkFolder, loadContent, readLock, shippedContent } from './load.ts';
import { checkLock, editionOf, extended, hashOf } from './lock.ts';

const objective = (when: string) => `id: p
call: "2026"
title: { fr: Un, en: One }
publisher: Nous
appliesTo: { fr: Tous, en: All }
objectives:
  - id: O1
    title: { fr: Un, en: One }
    proposed: true
    when:
      ${when.replaceAll('\n', '\n      ')}
`;
const faultsOf = (file: string, text: string) =>
  readContent([{ file, text }], shippedContent).faults.map(({ line, message }) => [line, message.fr]);

describe('a condition', () => {
  it.each([
    [
      'all:\n  - known: staff.ciso.named\n  - atLeast: [no-such-key, 3]',
      13,
      'clé inconnue du vocabulaire : no-such-key',
    ],
    [
      'atleast: [budget.security-share, 3]',
      11,
      'opérateur inconnu : atleast ; connus : all, any, not, atLeastOf, equals, in, atLeast, atMost, known, fresh, inYear, within, successive, count, coverage',
    ],
    ['known: staff.ciso.named\nequals: [staff.ciso.named, true]', 10, 'une condition a un opérateur, et un seul'],
    ['equals: [staff.ciso.named, "true"]', 11, 'staff.ciso.named est de type boolean et ne peut valoir true'],
    [
      'equals: [backup.directory.kind, shared]',
      11,
      'backup.directory.kind n’admet pas shared ; admis : dedicated-ad, local-accounts, shared-ad, none',
    ],
    [
      'atLeast: [directory.level.official, 3]',
      11,
      'directory.level.official porte sur plusieurs objets (forest) : dites read: latest, worst, any ou every',
    ],
    [
      'atLeast: { key: budget.security-share, value: 5, unit: days }',
      11,
      'budget.security-share se compte en percent, pas en days',
    ],
    ['atLeast: { key: budget.security-share, valeur: 5 }', 11, 'il manque « value » (un nombre)'],
    ['atLeast: [budget.security-share, beaucoup]', 11, '« 1 » doit être un nombre'],
    [
      'fresh: { key: directory.audit.made, days: 60, before: "2026-02-30" }',
      11,
      '2026-02-30 n’est pas un jour du calendrier (AAAA-MM-JJ)',
    ],
    ['all: []', 11, 'il faut une liste d’au moins une condition'],
    [
      'coverage:\n  condition: { any: [{ known: nothing }] }\n  weight: activity.combined\n  share: 66',
      12,
      'clé inconnue du vocabulaire : nothing',
    ],
    ['atLeastOf:\n  count: 3\n  of:\n    - known: staff.ciso.named', 11, '3 n’est pas un nombre possible ici'],
    [
      'constructor: x',
      11,
      'opérateur inconnu : constructor ; connus : all, any, not, atLeastOf, equals, in, atLeast, atMost, known, fresh, inYear, within, successive, count, coverage',
    ],
    [
      'oui',
      10,
      'une condition nomme un opérateur : all, any, not, atLeastOf, equals, in, atLeast, atMost, known, fresh, inYear, within, successive, count, coverage',
    ],
  ])('%s is refused at its line', (...[when, line, message]) =>
    expect(faultsOf('programme.yaml', objective(when))[0]).toEqual([line, message]),
  );

  it('in every form is read', () => {
    const when =
      'all:\n  - in: [backup.directory.kind, [local-accounts]]\n  - known: { key: staff.ciso.named }\n  - inYear: exercise.held\n  - not: { count: { key: exercise.held, from: "2026-01-01", to: at, atLeast: 2 } }\n  - atLeastOf: { count: 1, of: [{ atMost: [phishing.trapped-share, 15] }] }';
    const { content, faults } = readContent([{ file: 'programme.yaml', text: objective(when) }], shippedContent);
    expect([faults, content.programmes[0]?.objectives[0]?.when]).toEqual([
      [],
      {
        all: [
          { in: { key: 'backup.directory.kind', values: ['local-accounts'] } },
          { known: { key: 'staff.ciso.named' } },
          { inYear: { key: 'exercise.held' } },
          { not: { count: { key: 'exercise.held', from: '2026-01-01', to: 'at', atLeast: 2 } } },
          { atLeastOf: { count: 1, of: [{ atMost: { key: 'phishing.trapped-share', value: 15 } }] } },
        ],
      },
    ]);
  });
});

describe('a file', () => {
  it.each([
    [
      'programme.yaml',
      'id: x\nobjectives:\n  - id: o1\n    when: {atLeast: [no-such-key, 3]}\n',
      [
        [1, 'il manque « call » (un texte)'],
        [4, 'clé inconnue du vocabulaire : no-such-key'],
      ],
    ],
    ['programme.yaml', 'id: [', [[1, expect.stringMatching(/^YAML illisible : /)]]],
    ['programme.yaml', 'id: x\nid: y', [[2, expect.stringMatching(/^YAML illisible : .*unique/)]]],
    ['programme.yaml', '', [[1, '« document » doit être un ensemble de champs']]],
    [
      'programmes/other/2026/programme.yaml',
      objective('known: staff.ciso.named'),
      [[1, '« id » n’est pas celui du dossier ou du fichier']],
    ],
    ['notes.yaml', 'a: b', [[1, expect.stringMatching(/^ce fichier n’est ni un référentiel/)]]],
    [
      'rule.yaml',
      'id: R1\ntitle: { fr: Un }\nproposed: true\nwhen: { known: staff.ciso.named }',
      [[2, 'il manque « en » (un texte)']],
    ],
    [
      'rule.yaml',
      'id: R1\ntitle: { fr: Un, en: One }\nwhen: { known: staff.ciso.named }',
      [[1, 'il faut une référence, ou « proposed: true »']],
    ],
    [
      'rule.yaml',
      'id: R1\ntitle: { fr: Un, en: One }\nproposed: true\n__proto__: { a: 1 }\nwhen: { known: staff.ciso.named }',
      [[4, 'champ inconnu : __proto__']],
    ],
  ])('%s: %j', (...[file, text, expected]) => expect(faultsOf(file, text)).toEqual(expect.arrayContaining(expected)));

  it('that repeats itself through aliases without end is refused', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefgh'].map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[i]}`).join(',')}]`).join('\n')}\n`;
    expect(faultsOf('rule.yaml', bomb)).toEqual([[1, expect.stringMatching(/^YAML illisible/)]]);
  });
});

describe('a framework', () => {
  const level = (n: number, when = '') => `              - { level: ${n}, sentence: { fr: Un, en: One }${when} }`;
  const framework = ({
    id = '5.1.1',
    kind = 'asked',
    whens = ['', '', '', '', ''],
    order = [0, 1, 2, 3, 4],
  } = {}) => `id: mini
version: "1"
title: { fr: Un, en: One }
publisher: Nous
appliesTo: { fr: Tous, en: All }
dimensions:
  - id: "5"
    title: { fr: Un, en: One }
    themes:
      - id: "5.1"
        title: { fr: Un, en: One }
        indicators:
          - id: ${id}
            title: { fr: Un, en: One }
            question: { fr: Un, en: One }
            kind: ${kind}
            measures: [MP-01]
            proposed: true
            levels:
${order.map((n) => level(n, whens[n])).join('\n')}
`;
  const known = ', when: { known: staff.ciso.named }';
  it.each([
    [{}, []],
    [{ kind: 'computed', whens: ['', known, known, known, known] }, []],
    [{ id: '5.2.1' }, [[13, '5.2.1 n’est pas un numéro du thème 5.1']]],
    [{ order: [0, 2, 1, 3, 4] }, [[19, 'les cinq niveaux vont de 0 à 4, dans l’ordre']]],
    [{ order: [0, 1, 2, 3] }, [[19, '« levels » est trop court ou trop petit : 5 au moins']]],
    [
      { kind: 'computed' },
      [[19, 'un indicateur calculé a une condition à chaque niveau de 1 à 4 ; un indicateur demandé n’en a aucune']],
    ],
    [
      { whens: ['', known, '', '', ''] },
      [[19, 'un indicateur calculé a une condition à chaque niveau de 1 à 4 ; un indicateur demandé n’en a aucune']],
    ],
    [
      { kind: 'computed', whens: ['', known, known, ', when: { known: nothing }', known] },
      [[23, 'clé inconnue du vocabulaire : nothing']],
    ],
  ])('%j', (...[over, expected]) => expect(faultsOf('framework.yaml', framework(over))).toEqual(expected));

  it('brings one key for the answer to each indicator', () => {
    const { content } = readContent([{ file: 'framework.yaml', text: framework() }], shippedContent);
    expect(content.vocabulary.get('mini.5.1.1')).toEqual({
      key: 'mini.5.1.1',
      label: { fr: 'Réponse à l’indicateur 5.1.1, Un', en: 'Answer to indicator 5.1.1, One' },
      meaning: { fr: 'Niveau de 0 à 4 retenu par une personne.', en: 'Level from 0 to 4 chosen by a person.' },
      ask: { fr: 'Un', en: 'One' },
      type: 'integer',
      unit: 'level',
      min: 0,
      max: 4,
      about: ['entity'],
      validity: { years: 1 },
      class: 'steering',
    });
  });
});

describe('the vocabulary', () => {
  const key = (over: string) =>
    `keys:\n  - key: a.b\n    label: { fr: Un, en: One }\n    meaning: { fr: Un, en: One }\n    ask: { fr: Un, en: One }\n    about: [entity]\n    validity: null\n    class: steering\n    recordedBy: [person]\n    group: g\n    ${over}\n`;
  const groups = { file: 'vocabulary-groups.yaml', text: 'groups:\n  - { id: g, label: { fr: Un, en: One } }\n' };
  const faults = (...texts: string[]) =>
    readContent([groups, ...texts.map((text, i) => ({ file: `vocabulary/${i}.yaml`, text }))], null).faults.map(
      ({ file, line, message }) => [file, line, message.fr],
    );
  it.each([
    ['type: boolean\n    proposed: true', []],
    ['type: boolean', [['vocabulary/0.yaml', 2, 'a.b : il faut une source, ou « proposed: true »']]],
    [
      'type: boolean\n    official: true\n    proposed: true',
      [['vocabulary/0.yaml', 2, 'a.b : ce qui est officiel arrive par un échange officiel (opssies)']],
    ],
    [
      'type: enum\n    proposed: true',
      [['vocabulary/0.yaml', 2, 'a.b : une énumération donne ses valeurs, et elle seule']],
    ],
    [
      'type: boolean\n    unit: percent\n    proposed: true',
      [['vocabulary/0.yaml', 2, 'a.b : seul un nombre a une unité et des bornes']],
    ],
    [
      'type: number\n    unit: feet\n    proposed: true',
      [['vocabulary/0.yaml', 2, expect.stringMatching(/^a.b : unité inconnue feet/)]],
    ],
    [
      'type: boolean\n    validity: { years: 1 }\n    proposed: true',
      [['vocabulary/0.yaml', 12, expect.stringMatching(/unique/)]],
    ],
  ])('%j', (...[over, expected]) => expect(faults(key(over))).toEqual(expected));

  it('has each key once, in a group that exists', () => {
    const one = key('type: boolean\n    proposed: true');
    expect(faults(one, one.replace('group: g', 'group: h'))).toEqual([
      ['vocabulary/1.yaml', 2, 'la clé a.b existe déjà'],
      ['vocabulary/1.yaml', 2, 'a.b : domaine inconnu h'],
    ]);
  });
});

describe('a published edition', () => {
  const texts = [
    { file: 'programmes/p/2026/programme.yaml', text: 'id: p\n' },
    { file: 'rules/R1.yaml', text: 'id: R1\n' },
  ];
  const lock = extended(texts, {});
  it('is locked by its folder', () => {
    expect([Object.keys(lock), editionOf('rules/R1.yaml')]).toEqual([['programmes/p/2026'], null]);
  });
  it('never changes and never goes', () => {
    const changed = [{ file: 'programmes/p/2026/programme.yaml', text: 'id: p2\n' }];
    expect([
      checkLock(texts, lock),
      checkLock(changed, lock).map(({ message }) => message.fr),
      checkLock([], lock).map(({ message }) => message.fr),
    ]).toEqual([
      [],
      ['une édition publiée ne change jamais : faites une nouvelle édition dans un nouveau dossier'],
      ['une édition publiée a disparu'],
    ]);
    expect(extended(changed, lock)).toEqual(lock);
  });
  it('has the same hash whatever line endings a checkout gives it', () =>
    expect(hashOf([{ file: 'a', text: 'x\r\ny' }])).toBe(hashOf([{ file: 'a', text: 'x\ny' }])));
});

describe('a folder', () => {
  const folder = (files: Record<string, string | Buffer>) => {
    const root = mkdtempSync(join(tmpdir(), 'content-'));
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), text);
    }
    return root;
  };
  it('is read whole, and says what it cannot read', () => {
    const root = folder({ 'a/programme.yaml': objective('known: staff.ciso.named'), 'src/x.yaml': 'a: b' });
    const latin = folder({ 'programme.yaml': Buffer.from([0xe9, 0x0a]) });
    const checked = checkFolder(root);
    expect([
      checked.ok && [checked.value.files, checked.value.faults],
      checkFolder(latin),
      checkFolder(join(root, 'none')),
      checkFolder(join(root, 'a/programme.yaml')),
    ]).toEqual([
      [1, []],
      { ok: false, error: { code: 'unreadable', file: 'programme.yaml' } },
      { ok: false, error: { code: 'no-such-folder', file: join(root, 'none') } },
      { ok: false, error: { code: 'not-a-folder', file: join(root, 'a/programme.yaml') } },
    ]);
    rmSync(root, { recursive: true });
    rmSync(latin, { recursive: true });
  });
  it('that we ship has no fault', () => expect(loadContent().ok).toBe(true));
  it('that we ship has every edition locked; npm run content:lock does it', () => {
    const texts = readFolder(SHIPPED);
    expect(texts.ok && readLock()).toEqual(texts.ok && extended(texts.value, {}));
  });
});
