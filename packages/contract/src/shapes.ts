import { z } from 'zod';

/** Shapes that several modules share. */
export const Finess = z.string().regex(/^(\d{2}|2[AB])\d{7}$/).describe('FINESS number, nine characters');
export const Instant = z.iso.datetime().describe('Instant in UTC');
export const Day = z.iso.date().describe('Calendar day, AAAA-MM-JJ');
export const Id = z.uuid();
export const Locale = z.enum(['fr', 'en']);
export const ofEntity = z.object({ finess: Finess });
