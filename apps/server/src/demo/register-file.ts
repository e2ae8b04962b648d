import type { DemoEntity, DemoTerritory } from '@egide/content/demo';

interface Place {
  readonly town: string;
  readonly street: string | null;
  /** 02 on a legal entity, 03 on a site. */
  readonly usage: '02' | '03';
}

/** The fictional register as a FINESS+ "Structures" file, made on a day (`2026-10-09`). */
export function registerFile({ towns, groups, entities }: DemoTerritory, day: string): Uint8Array {
  const byName = new Map(towns.map((town) => [town.name, town]));
  const address = ({ town, street, usage }: Place) => {
    const at = byName.get(town);
    return [
      {
        usageAdresse: usage,
        ...(street === null ? {} : { ligneQuatre: street }),
        cogCommune: at?.insee,
        codePostal: at?.postcode,
        ligneAcheminement: town,
      },
    ];
  };
  const technicalId = (finess: string) => String(entities.findIndex((entity) => entity.finess === finess) + 1);
  const file = {
    schemaVersion: 'v1.0.0',
    generatedAt: `${day}T02:00:00Z`,
    gcc: groups.map(({ name, number, members }, i) => ({
      gccId: String(i + 1),
      nomGcc: name,
      typeGcc: '001',
      numFinessGcc: number,
      etatObjet: 'A',
      pmejDuGcc: members.map((finess, j) => ({
        pmSmsseId: technicalId(finess),
        typeRoleEntiteGroupe: j === 0 ? 'S' : 'M',
      })),
    })),
    pmej: entities.map((entity) => ({
      informationsGeneralesPMEJ: {
        pmSmsseId: technicalId(entity.finess),
        numFinessPm: entity.finess,
        denominationLonguePmSmsse: entity.name,
        statutJuridique: entity.status,
        dateCreation: entity.opened,
        ...(entity.siren ? { siren: entity.siren } : {}),
      },
      adresse: address({ town: entity.town, street: entity.street, usage: '02' }),
      ege: entity.sites.map((site) => ({
        informationsGeneralesEGE: {
          numFinessEge: site.finess,
          nomEgeLong: site.name,
          dateOuverture: site.opened,
          ...(site.closed ? { dateFermeture: site.closed } : {}),
        },
        categorieentiteGeographiqueExercice: site.category,
        adresse: address({ town: site.town, street: site.town === entity.town ? entity.street : null, usage: '03' }),
        etatObjet: site.closed ? 'I' : 'A',
      })),
      etatObjet: 'A',
    })),
  };
  return Buffer.from(JSON.stringify(file), 'utf8');
}

/** The same groups as a list of members in CSV, as regions keep them. */
export function groupsFile({ groups, entities }: DemoTerritory): Uint8Array {
  const nameOf = new Map(entities.map((entity: DemoEntity) => [entity.finess, entity.name]));
  const lines = groups.flatMap(({ name, number, members }) =>
    members.map((finess, i) => [name, number, i === 0 ? 'S' : 'M', finess, nameOf.get(finess)].join(';')),
  );
  return Buffer.from(`${['nom_ght;num_ght;role;finess_ej;denomination', ...lines].join('\n')}\n`, 'utf8');
}
