import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** How the catalogue becomes code: the same for the build and for the development server. French unless the reader chose otherwise. */
export const messageOptions = {
  project: here('./project.inlang'),
  outdir: here('./src/paraglide'),
  strategy: ['localStorage', 'baseLocale'],
  localStorageKey: 'egide.locale',
  isServer: "typeof window === 'undefined'",
  emitReadme: false,
  emitPrettierIgnore: false,
};
