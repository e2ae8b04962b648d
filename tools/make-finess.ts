/**
 * Writes a FINESS+ "Structures" file of the real shape with invented facilities: as many legal entities and sites as the
 * national register, the same share of closed ones, names built like theirs. Same seed, same bytes.
 *
 *     node tools/make-finess.ts --out finess.json.gz [--entities 98000] [--sites 175000] [--seed 1] [--day 2026-10-09] [--keep 1]
 *
 * `--keep 0.6` writes only the first 60 % of the entities: what a file cut by hand looks like.
 */
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { createGzip } from 'node:zlib';

export type Size = {
  readonly entities: number;
  readonly sites: number;
  readonly seed: number;
  readonly day: string;
  /** Share of the entities written, from the first. */ readonly keep: number;
};

/** Mulberry32: small, seeded, good enough for invented names. */
function dice(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SYLLABLES =
  'ba be bo bri cha che cla cor da del do du fa fer fon ga gar gi gra lan lar le lie lo lu ma mar mon mou na nan no or pa per pi pon qui ra re ri ro rou sa sau sel ser so ta ter tou tre va val ver vi vil'.split(
    ' ',
  );
const ENDINGS = 'ac an ay court dun eau enne et ette euil ey ieu igny in mont nay on ont oux sac sur ville y'.split(
  ' ',
);
const KINDS: readonly (readonly [name: string, category: string, status: string, weight: number])[] = [
  ['CENTRE HOSPITALIER', '355', '13', 3],
  ['CH', '355', '14', 2],
  ['CENTRE HOSPITALIER UNIVERSITAIRE', '101', '15', 0.3],
  ['HOPITAL', '106', '13', 1],
  ['CLINIQUE', '365', '73', 3],
  ['POLYCLINIQUE', '365', '95', 1],
  ['EHPAD RESIDENCE', '500', '60', 14],
  ['RESIDENCE AUTONOMIE', '202', '17', 5],
  ['ASSOCIATION', '460', '60', 22],
  ["ASS. D'AIDE A DOMICILE", '460', '60', 8],
  ['SSIAD', '354', '60', 5],
  ['I.M.E.', '183', '61', 4],
  ['ESAT', '246', '60', 4],
  ['FOYER DE VIE', '382', '60', 4],
  ["MAISON D'ENFANTS", '177', '60', 3],
  ['LIEU DE VIE', '462', '70', 1],
  ['PHARMACIE', '620', '70', 24],
  ['LABORATOIRE', '611', '95', 8],
  ['CENTRE DE SANTE', '124', '60', 5],
  ['CENTRE MEDICO-PSYCHOLOGIQUE', '156', '13', 6],
  ["CENTRE COMMUNAL D'ACTION SOCIALE", '209', '17', 8],
  ['GCS', '697', '29', 2],
  ['SERVICE NOUVEAU', '650', '60', 0.2],
];
const TOTAL_WEIGHT = KINDS.reduce((sum, [, , , weight]) => sum + weight, 0);
const SAINTS =
  'ANDRE ANNE ANTOINE CLAIRE DENIS ETIENNE FRANCOIS GEORGES HILAIRE JACQUES JEAN JOSEPH JULIEN LAURENT LOUIS LUC MARIE MARTIN MICHEL NICOLAS PAUL PIERRE ROCH THERESE VINCENT'.split(
    ' ',
  );
const DEPARTMENTS = [
  ...Array.from({ length: 95 }, (_, i) => String(i + 1).padStart(2, '0')).filter((code) => code !== '20'),
  '2A',
  '2B',
  '971',
  '972',
  '973',
  '974',
  '976',
];

type Town = { readonly name: string; readonly insee: string; readonly postcode: string; readonly department: string };

class Maker {
  readonly #roll: () => number;
  readonly #towns: readonly Town[];
  #number = 0;
  #technical = 0;

  constructor(seed: number) {
    this.#roll = dice(seed);
    this.#towns = Array.from({ length: 12_000 }, (_, i) => {
      const department = DEPARTMENTS[i % DEPARTMENTS.length] ?? '01';
      const insee = `${department}${String(Math.floor(i / DEPARTMENTS.length) + 1).padStart(5 - department.length, '0')}`;
      return {
        name: this.#townName(),
        insee,
        postcode: `${department.replace(/^2[AB]$/, '20').slice(0, 2)}${String(100 + (i % 90) * 10).padStart(3, '0')}`,
        department,
      };
    });
  }

  #pick<T>(among: readonly T[]): T {
    // Safe: the lists given are never empty.
    return among[Math.floor(this.#roll() * among.length)]!;
  }
  #word = (): string =>
    `${this.#pick(SYLLABLES)}${this.#roll() < 0.5 ? this.#pick(SYLLABLES) : ''}${this.#pick(ENDINGS)}`.toUpperCase();
  #townName(): string {
    const saint = this.#roll() < 0.12;
    return saint
      ? `SAINT ${this.#pick(SAINTS)} ${this.#roll() < 0.5 ? `SUR ${this.#word()}` : ''}`.trim()
      : `${this.#word()}${this.#roll() < 0.2 ? ` LES ${this.#word()}` : ''}`;
  }

  /** The next number of this department with a right key. */
  finess(department: string): string {
    const body = `${department.slice(0, 2)}${String(++this.#number % 1_000_000).padStart(6, '0')}`;
    const digits = [...body].map((c) => (c === 'A' ? 1 : c === 'B' ? 2 : Number(c)));
    const sum = digits
      .reverse()
      .reduce((total, digit, i) => total + (i % 2 === 0 ? (digit * 2 > 9 ? digit * 2 - 9 : digit * 2) : digit), 0);
    return body + String((10 - (sum % 10)) % 10);
  }

  #kind(): (typeof KINDS)[number] {
    let left = this.#roll() * TOTAL_WEIGHT;
    // Safe: the weights add up to the total.
    return KINDS.find(([, , , weight]) => (left -= weight) < 0) ?? KINDS[0]!;
  }

  #address(usage: string, town: Town): object {
    const street = `DE ${this.#pick(['LA REPUBLIQUE', 'LA GARE', 'L EGLISE', 'LA MAIRIE', 'VERDUN', this.#word()])}`;
    const [number, longitude, latitude] = [
      String(1 + Math.floor(this.#roll() * 200)),
      (2 + this.#roll() * 4).toFixed(6),
      (44 + this.#roll() * 5).toFixed(6),
    ];
    const located = this.#roll() < 0.6;
    return {
      usageAdresse: usage,
      numeroVoie: number,
      typeVoie: 'R',
      libelleVoie: street,
      complementVoie: null,
      complementPointGeographique: null,
      lieuDit: null,
      cogCommune: town.insee,
      ligneAcheminement: town.name,
      ligneUne: null,
      ligneDeux: null,
      ligneTrois: null,
      ligneQuatre: `${number} RUE ${street}`,
      ligneCinq: null,
      ligneSix: null,
      codePostal: town.postcode,
      coordonneesGeographique: located
        ? {
            coordonneeX: longitude,
            coordonneeY: latitude,
            directionLatitude: '6571543.03',
            directionLongitude: '871735.87',
            cleInInteropBAN: `${town.insee}_2480_00001`,
            scoreBAN: '0.9689390909090908',
          }
        : null,
    };
  }

  #event = (kind: string, code: string, id: string, date: string): object => ({
    evenementId: String(++this.#technical),
    dateEnregistrement: '2023-03-15 11:21:01',
    dateEvenement: date,
    etatObjet1: code,
    identifiantObjet1: id,
    identifiantObjet2: null,
    systemeMaitre: '01',
    typeObjet1: kind,
    typeObjet2: null,
    codeEvenement: code,
  });

  #site(name: string, category: string, town: Town, open: boolean): object {
    const id = String(++this.#technical);
    const [opened, closed] = [`${1950 + Math.floor(this.#roll() * 70)}-01-01`, open ? null : '2020-06-30'];
    return {
      informationsGeneralesEGE: {
        egeId: id,
        complementDenominationEg: null,
        dateFermeture: closed,
        dateOuverture: opened,
        datePremiereAutorisation: opened,
        nomEgeCourt: name.slice(0, 38),
        nomEgeLong: name,
        numeroEducationNationale: null,
        numeroReferenceExterne: null,
        numFinessEge: this.finess(town.department),
        espic: null,
        siret: this.#roll() < 0.8 ? String(10_000_000_000_000 + this.#technical) : null,
      },
      categorieentiteGeographiqueExercice: category,
      modefixationtarifaire: '01',
      typeBudget: ['01'],
      adresse: [this.#address('03', town)],
      contact: [
        { typeContact: { roleContact: '01' }, telecom: { telephone: '0100000000', telecopie: null, courriel: null } },
      ],
      engagement:
        this.#roll() < 0.5
          ? [
              {
                engagementId: id,
                typeEngagement: 'ARRT',
                sousTypeEngagement: 'ARR',
                dateEffetEngagement: opened,
                dateSignatureEngagement: opened,
                dateCaduciteEngagement: null,
                dateFinEngagement: null,
                dateNotificationEngagement: null,
                nomEngagement: null,
                identifiantEngagement: null,
                motifArrete: null,
                autoriteRegulationEngagement: [],
              },
            ]
          : [],
      evenement: [
        this.#event('EG', '003', id, opened),
        this.#event('EG', '007', id, opened),
        ...(open ? [] : [this.#event('EG', '005', id, '2020-06-30')]),
      ],
      roleEge: [],
      etatObjet: open ? 'A' : 'I',
      dateDerniereMaj: '2026-03-18 00:00:00',
    };
  }

  /** One entity with its sites: most have one or two, some none, a few many. */
  entity(sites: number): { element: object; technicalId: string; status: string } {
    const [kind, category, status] = this.#kind();
    const town = this.#pick(this.#towns);
    const open = this.#roll() < 0.57;
    const own = this.#roll();
    const name = `${kind} ${own < 0.5 ? town.name : own < 0.7 ? `SAINT ${this.#pick(SAINTS)}` : `${this.#pick(['LES', 'DE', 'DU', 'LA'])} ${this.#word()} ${this.#word()}`}`;
    const technicalId = String(++this.#technical);
    const element = {
      informationsGeneralesPMEJ: {
        pmSmsseId: technicalId,
        categorieentiteGeographiqueExercice: null,
        codeApe: '86.10Z',
        complementAdressePmSmsse: null,
        dateCreation: '2001-01-01',
        dateFermeture: open ? null : '2020-06-30',
        denominationLonguePmSmsse: name,
        denominationPm: name.slice(0, 38),
        numFinessPm: this.finess(town.department),
        fonctionPublique: null,
        siren: String(100_000_000 + this.#technical),
        statutJuridique: status,
        typeGroupeGco: null,
        typePersonneMorale: '01',
      },
      adresse: [this.#address('02', town)],
      contact: [
        { typeContact: { roleContact: '01' }, telecom: { telephone: '0100000000', telecopie: null, courriel: null } },
      ],
      engagement: [],
      evenement: [this.#event('PM', '001', technicalId, '2001-01-01')],
      ege: Array.from({ length: sites }, (_, i) =>
        this.#site(
          i === 0
            ? name
            : `${this.#pick(['SITE', 'ANTENNE', 'EHPAD', 'CMP', 'ACCUEIL DE JOUR', 'HOPITAL DE JOUR'])} ${i % 3 === 0 ? town.name : this.#word()}`,
          i === 0 ? category : this.#pick(KINDS)[1],
          i === 0 ? town : this.#pick(this.#towns),
          open && this.#roll() < 0.9,
        ),
      ),
      etatObjet: open ? 'A' : 'I',
      dateDerniereMaj: '2019-03-04 00:00:00',
    };
    return { element, technicalId, status };
  }

  /** How many sites the entity of this rank has: a fifth none, the rest few, and a tail up to a thousand. */
  sitesOf(left: { entities: number; sites: number }): number {
    const mean = left.sites / left.entities;
    const own = this.#roll();
    if (own < 0.2) return 0;
    if (own > 0.9999) return Math.min(left.sites, 900);
    return Math.min(left.sites, own > 0.97 ? Math.round(mean * 12) : 1 + Math.floor(this.#roll() * mean * 1.25));
  }
}

/** The file, piece by piece, written with the indentation of the published ones. */
export function* finessFile(size: Size): Generator<string> {
  const maker = new Maker(size.seed);
  const hospitals: string[] = [];
  yield `{\r\n  "schemaVersion": "v1.0.0",\r\n  "generatedAt": "${size.day}T02:07:30.574916747Z",\r\n  "gco": [],\r\n  "pmej": [`;
  let sites = size.sites;
  for (let i = 0; i < Math.round(size.entities * size.keep); i++) {
    const last = i === size.entities - 1;
    const count = last ? sites : maker.sitesOf({ entities: size.entities - i, sites });
    sites -= count;
    const { element, technicalId, status } = maker.entity(count);
    if (status === '13' || status === '14') hospitals.push(technicalId);
    yield `${i === 0 ? '' : ','}\r\n    ${JSON.stringify(element, null, 2).replaceAll('\n', '\r\n    ')}`;
  }
  const groups = Array.from({ length: Math.min(135, Math.floor(hospitals.length / 6)) }, (_, g) => ({
    gccId: String(g + 1),
    nomGcc: `GHT ${g + 1}`,
    typeGcc: '001',
    numFinessGcc: String(40_000_000_000 + g),
    engagement: [],
    evenement: [],
    pmejDuGcc: hospitals
      .slice(g * 6, g * 6 + 6)
      .map((pmSmsseId, m) => ({ pmSmsseId, typeRoleEntiteGroupe: m === 0 ? 'S' : 'M' })),
    egeDuGcc: [],
    etatObjet: 'A',
    dateDerniereMaj: '1900-01-01 00:00:00',
  }));
  yield `\r\n  ],\r\n  "gcc": ${JSON.stringify(groups, null, 2).replaceAll('\n', '\r\n  ')}\r\n}\r\n`;
}

/** Writes the file, compressed when its name ends in `.gz`; answers the number of bytes before compression. */
export async function writeFiness(path: string, size: Size): Promise<number> {
  const file = createWriteStream(path);
  const gzip = path.endsWith('.gz') ? createGzip({ level: 6 }) : null;
  gzip?.pipe(file);
  const into: Writable = gzip ?? file;
  let bytes = 0;
  for (const piece of finessFile(size)) {
    bytes += Buffer.byteLength(piece);
    if (!into.write(piece)) await once(into, 'drain');
  }
  into.end();
  await finished(file);
  return bytes;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      entities: { type: 'string', default: '98000' },
      sites: { type: 'string', default: '175000' },
      seed: { type: 'string', default: '1' },
      day: { type: 'string', default: '2026-10-09' },
      keep: { type: 'string', default: '1' },
    },
  });
  if (values.out === undefined) throw new Error('--out FILE is missing');
  const bytes = await writeFiness(values.out, {
    entities: Number(values.entities),
    sites: Number(values.sites),
    seed: Number(values.seed),
    day: values.day,
    keep: Number(values.keep),
  });
  process.stderr.write(`${values.out}: ${Math.round(bytes / 1e6)} MB before compression\n`);
}
