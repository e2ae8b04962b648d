import type { Bytes } from '@egide/formats';
import type { Cx } from '../../../platform/cx.ts';
import { importRegister, type ImportOrder } from './import-register.ts';
import { type ImportReport, reportOf } from './report.ts';

/** What the command line asks: `confirm` accepts what the guards hold back, `dryRun` changes nothing. */
export type OperatorImport = {
  readonly name: string;
  readonly bytes: Bytes;
  readonly licence: string | null;
  readonly dryRun: boolean;
  readonly confirm: boolean;
  readonly tell: NonNullable<ImportOrder['tell']>;
};

/** Imports a file of the register as the operator of the machine, under that name in the audit log. */
export async function importAsOperator(
  cx: Cx,
  { name, bytes, licence, dryRun, confirm, tell }: OperatorImport,
): Promise<ImportReport> {
  cx.allow(cx.actor.kind === 'operator');
  const order = { batch: cx.newId(), name, bytes, licence, tell, fictional: false, confirmed: confirm };
  const outcome = await importRegister(cx, { ...order, mode: dryRun ? 'dry-run' : 'publish' });
  return reportOf(cx.locale, outcome);
}
