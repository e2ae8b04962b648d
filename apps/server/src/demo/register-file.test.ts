import { readDemo } from '@egide/content/demo';
import { type FinessRecord, finessPlus } from '@egide/formats/finess-plus';
import { type GhtRecord, ghtMembers } from '@egide/formats/ght-members';
import { describe, expect, it } from 'vitest';
import { groupsFile, registerFile } from './register-file.ts';

const { territory } = readDemo();
async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
const inGroups = ({ members }: { members: readonly { entity: string; role: string }[] }) =>
  members.map(({ entity, role }) => `${entity} ${role}`).sort();

describe('the fictional register', () => {
  it('is a FINESS+ file without a remark', async () => {
    const items: unknown[] = [];
    const records: FinessRecord[] = [];
    const read = await finessPlus.read(
      whole(registerFile(territory, '2026-10-09')),
      (item) => void ('record' in item ? records.push(item.record) : items.push(item)),
    );
    const count = (kind: FinessRecord['kind']) => records.filter((record) => record.kind === kind).length;
    expect({ read, items, entities: count('entity'), sites: count('site'), groups: count('group') }).toMatchObject({
      read: { ok: true, value: { generated: '2026-10-09' } },
      items: [],
      entities: 48,
      sites: 118,
      groups: 4,
    });
    expect(records.find((r) => r.kind === 'site' && r.finess === '960005122')).toMatchObject({
      name: 'Maternité de Lisseray',
      entity: '960780013',
      open: false,
      closed: '2023-12-31',
      address: { commune: '96103', town: 'Lisseray' },
    });
  });

  it('has the same groups in its list of members', async () => {
    const lists: GhtRecord[] = [];
    const groups: FinessRecord[] = [];
    await ghtMembers.read(whole(groupsFile(territory)), (item) => void ('record' in item && lists.push(item.record)));
    await finessPlus.read(
      whole(registerFile(territory, '2026-10-09')),
      (item) => void ('record' in item && item.record.kind === 'group' && groups.push(item.record)),
    );
    expect(lists.flatMap((list) => (list.kind === 'group' ? [inGroups(list)] : []))).toEqual(
      groups.flatMap((group) => (group.kind === 'group' ? [inGroups(group)] : [])),
    );
  });
});
