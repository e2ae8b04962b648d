import type { EntityFiness } from '@egide/kernel/finess';
import { err, ok, type Result } from '@egide/kernel/result';
import { day, shown, text } from '../clean.ts';
import { type Bytes, type FileFault, isNotice, type Take } from '../format.ts';
import { unpack, Unreadable, unreadable } from '../unpack.ts';
import { fields, list, readEntity } from './read-entity.ts';
import { type FinessRecord, type FinessSummary, type GroupRecord, LIMITS, VERSION } from './schema.ts';
import { parsePart, type Part, Splitter } from './split.ts';

/** A group waits for the end of the file, where every technical number of an entity is known. */
type HeldGroup = { readonly at: string; readonly written: Readonly<Record<string, unknown>> };

/** Reads a file from its bytes. Groups come last. Technical numbers join objects inside this file and go no further. */
export async function readFinessPlus(
  bytes: Bytes,
  take: Take<FinessRecord>,
): Promise<Result<FinessSummary, FileFault>> {
  try {
    return ok(await new Reader(take).read(bytes));
  } catch (cause) {
    if (cause instanceof Unreadable) return err(cause.fault);
    throw cause;
  }
}

class Reader {
  private readonly entities = new Map<string, EntityFiness>();
  private readonly groups: HeldGroup[] = [];
  private readonly parts: Part[] = [];
  private readonly take: Take<FinessRecord>;
  private root: { version: string | null; generated: FinessSummary['generated'] } = { version: null, generated: null };
  private accepted = 0;
  private rejected = 0;

  constructor(take: Take<FinessRecord>) {
    this.take = (item) => {
      if (!isNotice(item)) this.accepted++;
      else if (item.level === 'rejected' && ++this.rejected > LIMITS.rejects)
        throw unreadable('file-too-many-rejects', { limit: LIMITS.rejects });
      return take(item);
    };
  }

  async read(bytes: Bytes): Promise<FinessSummary> {
    const splitter = new Splitter({ arrays: ['pmej', 'gcc'], values: ['schemaVersion', 'generatedAt'] }, (part) =>
      this.parts.push(part),
    );
    const { all } = await unpack(bytes, LIMITS);
    for await (const piece of all) {
      splitter.push(Buffer.from(piece.buffer, piece.byteOffset, piece.length));
      await this.drain();
    }
    splitter.end();
    return this.finish([...splitter.rootKeys]);
  }

  private async drain(): Promise<void> {
    for (const part of this.parts) {
      const value = parsePart(part.json);
      if (part.index === null) this.rootValue(part.key, value);
      else if (part.key === 'gcc') this.groups.push({ at: `/gcc/${part.index}`, written: fields(value) });
      else {
        const { technicalId, finess } = await readEntity(fields(value), `/pmej/${part.index}`, this.take);
        if (technicalId !== null && finess !== null) this.entities.set(technicalId, finess);
      }
    }
    this.parts.length = 0;
  }

  private rootValue(key: string, value: unknown): void {
    if (key === 'schemaVersion') {
      this.root.version = text(value);
      if (this.root.version === null || !VERSION.test(this.root.version))
        throw unreadable('file-version', { found: shown(value) });
    } else {
      const generated = day(value);
      this.root.generated = generated === 'unreadable' ? null : generated;
    }
  }

  private async finish(rootKeys: readonly string[]): Promise<FinessSummary> {
    if (!rootKeys.includes('pmej') && !rootKeys.includes('gcc'))
      throw unreadable('file-other-kind', { keys: shown(rootKeys.join(', ')) });
    if (this.root.version === null) throw unreadable('file-version', { found: '' });
    for (const group of this.groups) await this.group(group);
    if (this.accepted === 0)
      throw unreadable(this.rejected > 0 ? 'file-other-kind' : 'file-blank', { keys: shown(rootKeys.join(', ')) });
    return {
      version: this.root.version,
      generated: this.root.generated,
      producer: 'FINESS, ministère chargé de la santé / Agence du numérique en santé',
      complete: true,
    };
  }

  /** `gccIdentifiantExterne` (SAE code) until March 2026, `numFinessGcc` (11 digits) since: both are read. */
  private async group({ at, written }: HeldGroup): Promise<void> {
    const name = text(written.nomGcc);
    if (name === null)
      return this.take({
        level: 'rejected',
        at,
        code: 'name-missing',
        params: { value: shown(written.gccIdentifiantExterne ?? written.numFinessGcc) },
      });
    const members = new Map<EntityFiness, GroupRecord['members'][number]>();
    let complete = true;
    for (const [i, member] of list(written.pmejDuGcc).map(fields).entries()) {
      const entity = this.entities.get(text(member.pmSmsseId) ?? '');
      if (entity === undefined) {
        complete = false;
        await this.take({
          level: 'warning',
          at: `${at}/pmejDuGcc/${i}`,
          code: 'member-unknown',
          params: { group: shown(name) },
        });
      } else members.set(entity, { entity, role: member.typeRoleEntiteGroupe === 'S' ? 'support' : 'member' });
    }
    const open = written.etatObjet !== 'I';
    const record: GroupRecord = {
      kind: 'group',
      code: text(written.gccIdentifiantExterne),
      number: text(written.numFinessGcc),
      shortCode: null,
      name,
      open,
      complete,
      members: [...members.values()],
    };
    await this.take({ record, at });
  }
}
