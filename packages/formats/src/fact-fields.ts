import { dayOf, parseDay, parseInstant } from '@egide/kernel/days';
import { type EntityFiness, type FinessFault, parseFiness } from '@egide/kernel/finess';
import { err, ok, type Result } from '@egide/kernel/result';
import { shown } from './clean.ts';
import type { Params } from './format.ts';

export type FieldFault = { readonly code: FieldFaultCode; readonly params: Params };
export type FieldFaultCode =
  | FinessFault
  | 'date-form'
  | 'date-not-real'
  | 'date-without-offset'
  | 'spreadsheet-date'
  | 'spreadsheet-serial-date'
  | 'spreadsheet-number'
  | 'spreadsheet-error'
  | 'spreadsheet-formula';

const refused = (code: FieldFaultCode, text: string, params: Params = {}): Result<never, FieldFault> =>
  err({ code, params: { value: shown(text), ...params } });

/** Excel counts days from 1899-12-30, 25,569 days before 1970-01-01. */
const SERIAL_ORIGIN = 25_569;

/** An ISO 8601 day or instant; what a spreadsheet made of one is named, with the day that was probably meant. */
export function readMoment(text: string): Result<string, FieldFault> {
  const moment = parseDay(text) ?? parseInstant(text);
  if (moment !== null) return ok(moment);
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/.exec(text);
  if (french !== null) {
    const [, day = '', month = '', year = ''] = french;
    const meant = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return parseDay(meant) === null ? refused('date-not-real', text) : refused('spreadsheet-date', text, { meant });
  }
  if (/^[1-9]\d{4}([.,]\d+)?$/.test(text))
    return refused('spreadsheet-serial-date', text, {
      meant: dayOf(Math.floor(Number(text.replace(',', '.'))) - SERIAL_ORIGIN),
    });
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/.test(text)) return refused('date-without-offset', text);
  return refused(/^\d{4}-\d{2}-\d{2}/.test(text) ? 'date-not-real' : 'date-form', text);
}

/** FINESS number of a legal entity as people paste it; whether it exists is for the register to say. */
export function readEntity(text: string): Result<EntityFiness, FieldFault> {
  if (/^\d([.,]\d+)?e\+?\d+$/i.test(text.trim())) return refused('spreadsheet-number', text);
  const number = parseFiness(text);
  // Safe as a claim, not yet as a fact: the number is looked up among legal entities before it is used.
  if (number.ok) return ok(number.value as EntityFiness);
  return refused(number.error, text, number.error === 'finess-lost-zero' ? { meant: `0${text.trim()}` } : {});
}

/** What a spreadsheet leaves in a cell instead of its content: a formula, or the error of one. */
export function cellFault(text: string): FieldFault | null {
  if (/^#(REF|N\/A|NA|VALUE|VALEUR|NAME|NOM|DIV\/0|NUM|NOMBRE|NULL|NUL)[!?]?$/i.test(text))
    return { code: 'spreadsheet-error', params: { value: shown(text) } };
  // A sign before a number is a number; anything else that a spreadsheet would compute is refused.
  if (/^[=@\t]/.test(text) || (/^[+-]/.test(text) && !/^[+-]\d+([.,]\d+)?$/.test(text)))
    return { code: 'spreadsheet-formula', params: { value: shown(text) } };
  return null;
}
