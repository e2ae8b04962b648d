import { type Instant, fromParis, parseDay, toInstant } from '@egide/kernel/days';

const FORM = /^(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})(\d{2})$/;

/** `AAAAMMJJ-HHMMSS` as an instant. The zone is not stated by the publisher: read as Europe/Paris, the raw text is kept beside. */
export function readTime(text: string): Instant | 'bad-date-format' | 'date-not-real' {
  const m = FORM.exec(text);
  if (m === null) return 'bad-date-format';
  const [, year, month, day, hour, minute, second] = m;
  const clock = `${hour}:${minute}:${second}`;
  if (parseDay(`${year}-${month}-${day}`) === null || !/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(clock))
    return 'date-not-real';
  return toInstant(fromParis(Date.parse(`${year}-${month}-${day}T${clock}Z`)));
}
