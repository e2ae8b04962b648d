import { shown } from '../clean.ts';
import type { Notice } from '../format.ts';
import { CARE_D1 } from './codes.ts';
import type { OpssiesEvent } from './event.ts';
import { readTime } from './times.ts';

const FORM = /^[A-Z0-9-]+-D1-(\d{8}-\d{6})\.json$/;

/** `SOCIETE-D1-AAAAMMJJ-HHMMSS.json`, generated after the audits that it holds. Browsers rename what they download: remarks only. */
export function nameRemarks(name: string, events: readonly OpssiesEvent[]): readonly Notice[] {
  const audits = events.filter((event) => event.type === CARE_D1);
  if (audits.length === 0) return [];
  const time = FORM.exec(name.replace(/\.gz$/, ''))?.[1];
  const generated = time === undefined ? null : readTime(time);
  if (time === undefined || generated === 'bad-date-format' || generated === 'date-not-real')
    return [{ level: 'warning', at: '', code: 'file-name', params: { value: shown(name) } }];
  const later = audits.find((audit) => generated !== null && audit.done.instant > generated);
  return later === undefined
    ? []
    : [{ level: 'warning', at: later.at, code: 'file-name-early', params: { value: time } }];
}
