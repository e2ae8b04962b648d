import type { Address, FinessRecord } from '@egide/formats/finess-plus';
import { departmentOf } from '@egide/formats/finess-plus';
import type { Cx } from '../../../platform/cx.ts';
import type { NamedGroup } from '../groups/plan.ts';
import * as store from './store.ts';

/** Rows sent to the database at once: about half a megabyte. */
const ROWS = 250;
/** Legal status of a natural person (personne physique), hidden by default. */
const NATURAL_PERSON = '70';

/** Departments that exist, each with its region, or null where no agency is competent. */
export type Territory = ReadonlyMap<string, string | null>;

/** Puts the records of a register on the stage as they come, some hundred at a time, and keeps its groups aside. */
export class Stage {
  readonly groups: NamedGroup[] = [];
  accepted = 0;
  readonly #cx: Cx;
  readonly #territory: Territory;
  readonly #rows: { entity: object[]; site: object[] } = { entity: [], site: [] };

  constructor(cx: Cx, territory: Territory) {
    this.#cx = cx;
    this.#territory = territory;
  }

  /** A promise only when rows have to be sent: the reader then waits. */
  take(record: FinessRecord, at: string): Promise<void> | undefined {
    this.accepted++;
    if (record.kind === 'group') {
      this.groups.push({ ...record, at });
      return undefined;
    }
    const rows = this.#rows[record.kind];
    rows.push(record.kind === 'entity' ? this.#entity(record, at) : this.#site(record, at));
    return rows.length >= ROWS ? this.#send(record.kind) : undefined;
  }

  async end(): Promise<void> {
    await this.#send('entity');
    await this.#send('site');
  }

  async #send(kind: 'entity' | 'site'): Promise<void> {
    const rows = this.#rows[kind];
    this.#rows[kind] = [];
    if (rows.length > 0) await store.stageRows(this.#cx, kind, rows);
  }

  /** The territory comes from the commune, never from the digits of the number. */
  #place({ commune, ...address }: Address): object {
    const department = commune === null ? null : departmentOf(commune);
    const known = department !== null && this.#territory.has(department) ? department : null;
    return {
      ...address,
      insee: commune,
      department: known,
      region: known === null ? null : (this.#territory.get(known) ?? null),
    };
  }

  #entity(
    { address, shortName, publicFunction, created, ...entity }: Extract<FinessRecord, { kind: 'entity' }>,
    at: string,
  ): object {
    return {
      ...entity,
      at,
      short_name: shortName,
      public_function: publicFunction,
      opened: created,
      natural_person: entity.status === NATURAL_PERSON,
      ...this.#place(address),
    };
  }

  #site({ address, shortName, entity, ...site }: Extract<FinessRecord, { kind: 'site' }>, at: string): object {
    return { ...site, at, short_name: shortName, legal_entity: entity, ...this.#place(address) };
  }
}
