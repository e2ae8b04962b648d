import { aWrittenEntity, aWrittenFile, aWrittenSite } from '@egide/formats/finess-plus/testing';
import type { TestInstance } from '../../../testing.ts';
import { importRegister, type ImportOrder, type ImportOutcome } from './import-register.ts';

export { aWrittenEntity, aWrittenFile, aWrittenSite };

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/** Imports a text as the operator. */
export const importText = (
  instance: TestInstance,
  text: string,
  over: Partial<Omit<ImportOrder, 'bytes'>> = {},
): Promise<ImportOutcome> =>
  instance.asOperator((cx) =>
    importRegister(cx, {
      batch: cx.newId(),
      name: 'file',
      bytes: once(text),
      fictional: false,
      licence: null,
      mode: 'publish',
      confirmed: false,
      ...over,
    }),
  );
