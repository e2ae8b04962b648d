import type { TestInstance } from '../../testing.ts';

/** The two hospitals of every data test: ours, and the neighbour in another region. */
export const OURS = '960780013';
export const NEIGHBOUR = '960780021';

/** Two legal entities, each in a region of its own. */
export async function twoHospitals(instance: TestInstance): Promise<void> {
  await instance.owner.query(
    `insert into facilities.regions (code, name, fictional) values ('V1', 'Val-d’Ombre', true), ('V2', 'Autre-Rive', true) on conflict do nothing`,
  );
  await instance.owner.query(
    `insert into facilities.legal_entities (finess, name, open, region, fictional) values ($1, 'CH de Montferrand-sur-Ombre', true, 'V1', true), ($2, 'CH de l’Autre-Rive', true, 'V2', true)`,
    [OURS, NEIGHBOUR],
  );
}
