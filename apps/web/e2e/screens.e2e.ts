import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { accountOf, axe, go, open, openAs, overflow, THEMES, type Opened, type View, WIDTHS } from './stage.ts';

const finess = () => accountOf('rssi').organisation.finess ?? '';

/** Every screen, who looks at it, and where it is. */
const SCREENS: readonly { name: string; role: string | null; path: () => string }[] = [
  { name: 'sign-in', role: null, path: () => '/connexion' },
  { name: 'summary', role: 'rssi', path: () => `/etablissements/${finess()}/maturite` },
  { name: 'indicator', role: 'rssi', path: () => `/etablissements/${finess()}/maturite/evaluer/5.2.1` },
  { name: 'indicator-asked', role: 'rssi', path: () => `/etablissements/${finess()}/maturite/evaluer/5.7.3` },
  { name: 'facility', role: 'rssi', path: () => `/etablissements/${finess()}` },
  { name: 'funding', role: 'rssi', path: () => `/etablissements/${finess()}/financement` },
  { name: 'history', role: 'rssi', path: () => `/etablissements/${finess()}/faits/directory.level.official` },
  { name: 'import', role: 'rssi', path: () => `/etablissements/${finess()}/importer` },
  { name: 'region', role: 'regional-officer', path: () => '/territoire/V1' },
  { name: 'region-empty', role: 'regional-officer', path: () => '/territoire/V1?niveau=4&statut=inconnu' },
  { name: 'people', role: 'facility-director', path: () => `/etablissements/${finess()}/personnes` },
  { name: 'people-read-only', role: 'rssi', path: () => `/etablissements/${finess()}/personnes` },
  { name: 'journal', role: 'facility-director', path: () => `/etablissements/${finess()}/journal` },
  {
    name: 'journal-empty',
    role: 'facility-director',
    path: () => `/etablissements/${finess()}/journal?acte=access&du=2026-01-01&texte=introuvable`,
  },
  { name: 'invitation-spent', role: null, path: () => '/invitation#un-lien-qui-ne-vaut-plus-rien' },
  { name: 'instance', role: 'platform-administrator', path: () => '/administration' },
  { name: 'everybody', role: 'platform-administrator', path: () => '/administration/personnes' },
  { name: 'service-accounts', role: 'platform-administrator', path: () => '/administration/services' },
  { name: 'instance-journal', role: 'platform-administrator', path: () => '/administration/journal' },
  { name: 'example-region', role: 'platform-administrator', path: () => '/administration/exemple' },
  { name: 'account', role: 'rssi', path: () => '/moi' },
  { name: 'glossary', role: 'reader', path: () => '/glossaire' },
  { name: 'nothing-here', role: 'rssi', path: () => '/etablissements/960000000' },
  { name: 'components', role: null, path: () => '/dev/ui' },
];
/** The README shows these, as they are. */
const SHOTS = process.env.EGIDE_SHOTS;

/** One window by person and theme, resized: what the browser has read once, it keeps. */
const windows = new Map<string, Opened>();
afterAll(async () => {
  for (const { context } of windows.values()) await context.close();
});

async function windowOf(
  role: string | null,
  { width, theme }: Required<Pick<View, 'width' | 'theme'>>,
): Promise<Opened> {
  const key = `${role ?? 'nobody'} ${theme}`;
  const opened = windows.get(key) ?? (await (role === null ? open({ width, theme }) : openAs(role, { width, theme })));
  windows.set(key, opened);
  opened.faults.length = 0;
  await opened.page.setViewportSize({ width, height: 900 });
  return opened;
}

describe.each(SCREENS)('$name', ({ name, role, path }) => {
  for (const theme of THEMES) {
    for (const width of theme === 'light' ? WIDTHS : ([390, 1440] as const)) {
      it(`is sound at ${width} px, ${theme}`, async () => {
        const { page, faults } = await windowOf(role, { width, theme });
        await go(page, path());
        await page.waitForLoadState('networkidle');
        expect({ axe: await axe(page), overflow: await overflow(page), faults }).toEqual({
          axe: [],
          overflow: 0,
          faults: [],
        });
        if (SHOTS) {
          mkdirSync(SHOTS, { recursive: true });
          await page.screenshot({ path: join(SHOTS, `${name}-${width}-${theme}.png`), fullPage: true });
        }
      });
    }
  }
});
