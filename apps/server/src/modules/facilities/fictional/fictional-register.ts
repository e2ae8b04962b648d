import type { Cx } from '../../../platform/cx.ts';
import { importRegister } from '../imports/import-register.ts';
import { rebuildIndex } from '../search/rebuild-index.ts';
import { addTerritory, deleteFictional, type Territory } from './store.ts';

/** An invented register: where it lies, and its files, which pass through the same import as real ones. */
export interface FictionalRegister {
  readonly territory: Territory;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** What the pages say of where it comes from: nobody takes it for the ministry's. */
const INVENTED = { producer: 'Égide, territoire fictif', licence: 'Apache-2.0' } as const;

/** Imports an invented register. Its files are ours: whatever is refused in them is a bug. */
export async function addFictional(cx: Cx, { territory, files }: FictionalRegister): Promise<void> {
  await addTerritory(cx, territory);
  for (const { name, bytes } of files) {
    const { rejected } = await importRegister(cx, {
      batch: cx.newId(),
      name,
      bytes: whole(bytes),
      fictional: true,
      ...INVENTED,
      mode: 'publish',
      confirmed: true,
    });
    if (rejected.length > 0) throw new Error(`${name}: ${rejected.map(({ at, code }) => `${at} ${code}`).join(', ')}`);
  }
}

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Takes the invented register away, once nothing is told of it any more. */
export async function removeFictional(cx: Cx): Promise<void> {
  await deleteFictional(cx);
  await rebuildIndex(cx);
}
