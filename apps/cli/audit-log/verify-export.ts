import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import {
  exportVerifier,
  readHeads,
  type Fault,
  type Hash,
  type Heads,
  type Limit,
  type Verdict,
} from '@egide/engines/seal';
import { err, ok, type Result } from '@egide/kernel/result';
import { fingerprint, isSigned } from './heads-file.ts';
import { LineTooLong, linesOf, LONGEST_LINE } from './lines.ts';

/** Why nothing could be verified, with the values that the words need. */
export type Unreadable = {
  readonly code: 'no-file' | 'no-export' | 'no-heads' | 'line-too-long';
  readonly file: string;
  readonly cause?: string;
  readonly size?: number;
};
export type SealFile = { readonly file: string; readonly at: string; readonly key: string; readonly chains: number };
/** A fault of the export, or of a heads file that was to prove it. */
export type Found = Fault & { readonly file?: string };
export type Verified = Omit<Verdict, 'faults'> & {
  readonly faults: readonly Found[];
  readonly seals: readonly SealFile[];
};
export type Asked = {
  readonly exportFile: string;
  readonly headsFiles: readonly string[];
  readonly key: string | null;
};

/** Heads of a whole country fit ten times. */
const LARGEST_HEADS = 64 * 1024 * 1024;
const sha256: Hash = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

/** Verifies an export file against itself and against heads files that come from elsewhere. Reads it once, in constant memory. */
export async function verifyExport({ exportFile, headsFiles, key }: Asked): Promise<Result<Verified, Unreadable>> {
  const seals: { file: string; heads: Heads }[] = [];
  for (const file of headsFiles) {
    const read = await readHeadsFile(file);
    if (!read.ok) return read;
    seals.push({ file, heads: read.value });
  }
  const verdict = await readExport(
    exportFile,
    seals.map(({ heads }) => heads),
  );
  if (!verdict.ok) return verdict;
  const unproved = seals.flatMap((seal) => sealFaults(seal, key));
  const faultsFound = verdict.value.faultsFound + unproved.length;
  const trust: readonly { limit: Limit; chains: readonly string[] }[] =
    seals.length > 0 && key === null ? [{ limit: 'key-taken-on-trust', chains: [] }] : [];
  return ok({
    ...verdict.value,
    sound: faultsFound === 0,
    faultsFound,
    faults: [...unproved, ...verdict.value.faults],
    limits: [...verdict.value.limits, ...trust],
    seals: seals.map(({ file, heads }) => ({
      file,
      at: heads.at,
      key: fingerprint(heads),
      chains: heads.heads.length,
    })),
  });
}

async function readHeadsFile(file: string): Promise<Result<Heads, Unreadable>> {
  try {
    if ((await stat(file)).size > LARGEST_HEADS) return err({ code: 'no-heads', file });
    const heads = readHeads(await readFile(file, 'utf8'));
    return heads.ok ? heads : err({ code: 'no-heads', file });
  } catch (error) {
    return err(unreadable(file, error));
  }
}

async function readExport(file: string, heads: readonly Heads[]): Promise<Result<Verdict, Unreadable>> {
  const verifier = exportVerifier(sha256, heads);
  let rest = '';
  try {
    for await (const { text, closed } of linesOf(createReadStream(file, { highWaterMark: 1 << 20 }))) {
      if (!closed) rest = text ?? '\u{fffd}';
      else if (!verifier.read(text)) return err({ code: 'no-export', file });
    }
  } catch (error) {
    return err(
      error instanceof LineTooLong
        ? { code: 'line-too-long', file, size: LONGEST_LINE / 1024 / 1024 }
        : unreadable(file, error),
    );
  }
  const verdict = verifier.end(rest);
  return verdict === null ? err({ code: 'no-export', file }) : ok(verdict);
}

const unreadable = (file: string, error: unknown): Unreadable => ({
  code: 'no-file',
  file,
  cause: error instanceof Error && 'code' in error ? String(error.code) : String(error),
});

function sealFaults({ file, heads }: { file: string; heads: Heads }, key: string | null): Found[] {
  const fault = (code: Fault['code']): Found => ({ code, line: null, chain: null, seq: null, file });
  if (!isSigned(heads)) return [fault('seal-not-signed')];
  return key !== null && key.toLowerCase() !== fingerprint(heads) ? [fault('seal-key-unknown')] : [];
}
