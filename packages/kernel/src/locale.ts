/** The two languages of the screens; French comes first. */
export const LOCALES = ['fr', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
/** A text of the content, in both languages. */
export type Words = { readonly fr: string; readonly en: string };
