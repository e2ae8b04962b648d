import type { Result } from '@egide/kernel/result';
import type { Words } from '@egide/kernel/locale';

/** The bytes of one file, in pieces of any size: a stream from disk or from a request. */
export type Bytes = AsyncIterable<Uint8Array>;

/** What a sentence of the message catalogue needs beside its code. */
export type Params = Readonly<Record<string, string | number>>;

/** Why a whole file is refused. Nothing of it may be kept. */
export type FileFaultCode =
  | 'file-empty'
  | 'file-too-large'
  | 'file-truncated'
  | 'file-is-archive'
  | 'file-is-page'
  | 'file-is-document'
  | 'file-encoding'
  | 'file-not-json'
  | 'file-not-csv'
  | 'file-too-deep'
  | 'file-blank'
  | 'file-duplicate-key'
  | 'file-other-kind'
  | 'file-version'
  | 'file-too-many-rejects'
  | 'encoding-not-utf8'
  | 'json-syntax'
  | 'json-truncated'
  | 'json-depth'
  | 'json-too-many'
  | 'json-duplicate-key'
  | 'json-prototype-key'
  | 'json-number'
  | 'text-nul'
  | 'text-surrogate'
  | 'text-control'
  | 'opssies-root-array'
  | 'opssies-no-events'
  | 'opssies-too-many'
  | 'facts-not-array'
  | 'facts-too-many'
  | 'csv-columns'
  | 'csv-column-twice'
  | 'csv-quote-open';
export type FileFault = { readonly code: FileFaultCode; readonly params: Params };

/** One record that was refused, or kept with a remark. `at`: line number, or JSON pointer. */
export type Notice = {
  readonly level: 'rejected' | 'warning';
  readonly at: string;
  readonly code: string;
  readonly params: Params;
};

/** What a reader hands over, in the order of the file. */
export type Item<R> = { readonly record: R; readonly at: string } | Notice;
export const isNotice = <R>(item: Item<R>): item is Notice => 'level' in item;

/** Receives the items one by one; a promise makes the reader wait, so that memory stays bounded. */
export type Take<R> = (item: Item<R>) => void | Promise<void>;

/** The beginning of a file, unpacked when it was compressed, and the name it came under. */
export type Beginning = { readonly name: string; readonly head: Uint8Array };

/**
 * One file format. A reader never writes, never asks for the time, keeps no state between two files and gives the same
 * items for the same bytes. It answers a fault for the whole file, or a summary once the last item has been taken.
 */
export type Format<R = unknown, S = unknown> = {
  readonly id: string;
  readonly title: Words;
  /** Extensions offered by a file picker; the decision is always made on the content. */
  readonly extensions: readonly string[];
  readonly detects: (beginning: Beginning) => boolean;
  readonly read: (bytes: Bytes, take: Take<R>) => Promise<Result<S, FileFault>>;
};

export const fault = (code: FileFaultCode, params: Params = {}): FileFault => ({ code, params });
