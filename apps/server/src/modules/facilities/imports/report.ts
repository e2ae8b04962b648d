import type { Notice } from '@egide/formats';
import type { Locale } from '@egide/kernel/locale';
import type { ReadFile } from './read-file.ts';
import type { ImportOutcome } from './import-register.ts';
import type { Counts } from './records.ts';
import { sayOfRegister } from './words.ts';

type Said = { readonly at: string; readonly code: string; readonly message: string };
/** What an import says of itself, in the reader's language. */
export type ImportReport = Counts & {
  readonly rejected: readonly Said[];
  /** One line for each kind of remark, with how often and the first place. */
  readonly warnings: readonly (Said & { readonly count: number })[];
  readonly guards: readonly Omit<Said, 'at'>[];
  readonly batch: ReadFile & { readonly id: string };
  readonly published: boolean;
  /** The register already was what this file says. */
  readonly upToDate: boolean;
};

const said = (locale: Locale, { at, code, params }: Notice): Said => ({
  at,
  code,
  message: sayOfRegister(locale, code, params),
});

export const reportOf = (
  locale: Locale,
  { batch, file, counts, guards, rejected, warnings, published, unchangedFile }: ImportOutcome,
): ImportReport => ({
  ...counts,
  rejected: rejected.map((notice) => said(locale, notice)),
  warnings: warnings.map(({ first, count }) => ({ ...said(locale, first), count })),
  guards: guards.map(({ code, params }) => ({ code, message: sayOfRegister(locale, code, params) })),
  batch: { id: batch, ...file },
  published,
  upToDate: unchangedFile,
});
