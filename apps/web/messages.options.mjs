import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** How the catalogue becomes code: the same for the build and for the development server. What the reader chose, else the first of the browser's languages that we speak, else French. */
export const messageOptions = {
  project: here('./project.inlang'),
  outdir: here('./src/paraglide'),
  strategy: ['localStorage', 'preferredLanguage', 'baseLocale'],
  localStorageKey: 'egide.locale',
  isServer: "typeof window === 'undefined'",
  emitReadme: false,
  emitPrettierIgnore: false,
};
