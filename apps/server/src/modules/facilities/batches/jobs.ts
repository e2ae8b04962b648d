import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { JobHandler, JobRun } from '../../../platform/jobs/handler.ts';
import { Refusal, refuse } from '../../../platform/refusal.ts';
import { importRegister, type ImportOrder, type ImportOutcome } from '../imports/import-register.ts';
import { PREVIEW, PUBLISH } from './receive-batch.ts';
import * as store from './store.ts';

const Payload = z.object({ batch: z.uuid() });
/** Bytes between two messages of progress: some ten a second. */
const STRIDE = 512 * 1024;

/** What the file of a batch says, prepared or published. Both may run twice: the second time finds the work done, or does it whole. */
export const facilitiesJobs: Readonly<Record<string, JobHandler>> = {
  [PREVIEW]: async (run, payload) => {
    const { batch } = Payload.parse(payload);
    const row = await run.inTransaction((cx) => store.batchById(cx, batch));
    if (row?.state !== 'received') return { batch };
    await importBatch(run, row, { mode: 'preview', confirmed: false });
    return { batch };
  },
  [PUBLISH]: async (run, payload) => {
    const { batch } = Payload.parse(payload);
    const row = await run.inTransaction((cx) => store.batchById(cx, batch));
    if (row?.state !== 'previewed' && row?.state !== 'waiting') return { batch };
    const outcome = await importBatch(run, row, { mode: 'publish', confirmed: row.confirmations.length >= 2 });
    // The register has changed since the preview, and what was ordinary no longer is: people decide again.
    if (!outcome.published && outcome.guards.length > 0)
      await importBatch(run, row, { mode: 'preview', confirmed: false });
    return { batch, published: outcome.published };
  },
};

type Asked = Pick<ImportOrder, 'mode' | 'confirmed'>;

async function importBatch(run: JobRun, row: store.BatchRow, asked: Asked): Promise<ImportOutcome> {
  const folder = await mkdtemp(join(tmpdir(), 'egide-register-'));
  try {
    const file = join(folder, 'file');
    const total = await copyOut(run, row.id, file);
    const order = {
      batch: row.id,
      name: row.fileName,
      licence: row.licence,
      fictional: row.fictional,
      received: { sha256: row.sha256, size: row.size },
      ...asked,
    };
    return await run.inTransaction((cx) =>
      importRegister(cx, {
        ...order,
        bytes: createReadStream(file, { highWaterMark: STRIDE }),
        tell: tellerOf(run, total),
      }),
    );
  } catch (cause) {
    const refused =
      cause instanceof Refusal && cause.code !== 'cancelled' ? { code: cause.code, params: cause.params } : null;
    if (refused !== null)
      await run.inTransaction((cx) => store.endBatch(cx, row.id, { state: 'refused', problem: refused }));
    throw cause;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The pieces as one file beside us: reading then needs no query between the writes. Answers its size. */
async function copyOut(run: JobRun, batch: string, to: string): Promise<number> {
  const file = await open(to, 'w');
  try {
    let size = 0;
    await run.inTransaction(async (cx) => {
      for (
        let piece = 0, bytes = await store.pieceOf(cx, batch, 0);
        bytes !== undefined;
        bytes = await store.pieceOf(cx, batch, ++piece)
      ) {
        await file.write(bytes);
        size += bytes.length;
      }
    });
    if (size === 0) throw refuse('file-empty');
    return size;
  } finally {
    await file.close();
  }
}

function tellerOf(run: JobRun, total: number): NonNullable<ImportOrder['tell']> {
  let [last, said] = ['', 0];
  return async (step, bytes) => {
    if (step === last && bytes - said < STRIDE * 4 && bytes < total) return;
    [last, said] = [step, bytes];
    await run.checkCancelled();
    await run.progress(`register.${step}`, step === 'reading' ? bytes : total, total);
  };
}
