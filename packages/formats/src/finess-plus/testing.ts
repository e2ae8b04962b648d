type Fields = Record<string, unknown>;

/** A site as FINESS+ writes it, with overrides on its general information and on the rest. */
export const aWrittenSite = (general: Fields = {}, rest: Fields = {}): Fields => ({
  informationsGeneralesEGE: {
    egeId: '19',
    numFinessEge: '010000495',
    nomEgeCourt: 'CPA',
    nomEgeLong: 'CENTRE PSYCHOTHERAPIQUE',
    dateOuverture: '1977-01-01',
    dateFermeture: null,
    espic: ['6'],
    siret: '77554456200108',
    ...general,
  },
  categorieentiteGeographiqueExercice: '292',
  modefixationtarifaire: '04',
  adresse: [
    {
      usageAdresse: '03',
      numeroVoie: '7',
      typeVoie: 'AV',
      libelleVoie: 'DE MARBOZ',
      ligneQuatre: '7 AVENUE DE MARBOZ',
      cogCommune: '01053',
      codePostal: '01012',
      ligneAcheminement: 'BOURG EN BRESSE CEDEX',
      coordonneesGeographique: null,
    },
  ],
  etatObjet: 'A',
  ...rest,
});

/** A legal entity as FINESS+ writes it. */
export const aWrittenEntity = (general: Fields = {}, rest: Fields = {}): Fields => ({
  informationsGeneralesPMEJ: {
    pmSmsseId: '421',
    numFinessPm: '010783009',
    denominationPm: 'ORSAC',
    denominationLonguePmSmsse: 'ORGANISATION POUR LA SANTE',
    siren: '775544562',
    codeApe: '86.10Z',
    statutJuridique: '61',
    fonctionPublique: null,
    dateCreation: '1994-01-01',
    ...general,
  },
  adresse: [],
  ege: [],
  etatObjet: 'A',
  ...rest,
});

/** A whole file. */
export const aWrittenFile = (pmej: readonly Fields[], rest: Fields = {}): string =>
  JSON.stringify({
    schemaVersion: 'v1.0.0',
    generatedAt: '2026-08-13T22:30:00.574916747Z',
    gco: [{ pmSmsseId: '403' }],
    pmej,
    ...rest,
  });
