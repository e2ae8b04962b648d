import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { accountOf, axe, go, open, openAs, overflow, type View } from './stage.ts';

const finess = () => accountOf('rssi').organisation.finess ?? '';
const facility = (rest = '') => `/etablissements/${finess()}${rest}`;

interface State {
  name: string;
  role: string | null;
  path: () => string;
  act: (page: Page) => Promise<unknown>;
  view?: View;
}
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** What opens, fails, is empty or is long; each as it stands when the reader meets it. */
const STATES: readonly State[] = [
  {
    name: 'menu of the account',
    role: 'rssi',
    path: () => facility('/maturite'),
    act: (page) => button(page, /^Compte de/).click(),
  },
  {
    name: 'menu of a filter',
    role: 'regional-officer',
    path: () => '/territoire/V1',
    act: (page) => button(page, 'Département : tous').click(),
  },
  {
    name: 'search',
    role: 'rssi',
    path: () => facility('/maturite'),
    act: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill('ch');
      await page.getByRole('option').nth(3).waitFor();
    },
  },
  {
    name: 'search without an answer',
    role: 'rssi',
    path: () => facility('/maturite'),
    act: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill('zzzzqqq');
      await page.getByText('Rien ne répond').waitFor();
    },
  },
  { name: 'shortcuts', role: 'rssi', path: () => facility('/maturite'), act: (page) => page.keyboard.press('?') },
  {
    name: 'figure as a table',
    role: 'rssi',
    path: () => facility('/maturite'),
    act: (page) => page.keyboard.press('t'),
  },
  {
    name: 'dialog of a fact, refused',
    role: 'rssi',
    path: () => facility('/faits/policy.security.approved'),
    act: async (page) => {
      await button(page, /^(Renouveler|Déclarer)$/).click();
      await button(page, 'Enregistrer le fait').click();
      await page.getByText('Indiquez la valeur.').waitFor();
    },
  },
  {
    name: 'dialog of a fact that covers members',
    role: 'rssi',
    path: () => facility('/faits/policy.security.reviewed'),
    act: async (page) => {
      await button(page, 'Renouveler').click();
      await page.locator('summary').click();
      await page.getByLabel('Tous les membres').check();
    },
  },
  {
    name: 'justification, too short',
    role: 'rssi',
    path: () => facility('/maturite/evaluer/5.2.1'),
    act: async (page) => {
      await page.keyboard.press('4');
      await button(page, 'Garder le niveau 4').click();
      await page.getByText('Dites-en un peu plus').waitFor();
    },
  },
  {
    name: 'submission',
    role: 'facility-director',
    path: () => facility('/maturite'),
    act: (page) =>
      button(page, /^Transmettre/)
        .first()
        .click(),
  },
  {
    name: 'grant, refused',
    role: 'facility-director',
    path: () => facility(),
    act: async (page) => {
      await button(page, 'Accorder un accès').click();
      await page.getByRole('dialog').getByRole('button', { name: 'Accorder l’accès' }).click();
      await page.getByText('Indiquez le dernier jour.').waitFor();
    },
  },
  {
    name: 'domain of facts, open',
    role: 'rssi',
    path: () => facility('?domaine=directories'),
    act: (page) => page.getByRole('region', { name: /^Faits du domaine/ }).waitFor(),
  },
  {
    name: 'sign-in, refused',
    role: null,
    path: () => '/connexion',
    act: async (page) => {
      await page.getByLabel('Adresse électronique').fill('personne@montferrand.example');
      await page.getByLabel('Mot de passe', { exact: true }).fill('ce n’est pas le bon');
      await button(page, 'Continuer').click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'a GHT that opened something',
    role: 'ght-coordinator',
    path: () => '/acces',
    act: (page) => page.getByRole('heading', { name: /qui n’ont rien ouvert/ }).waitFor(),
  },
  {
    name: 'a steering grant',
    role: 'ght-coordinator',
    path: () => '/etablissements/960780021',
    act: (page) => page.getByRole('heading', { name: 'Ce que l’on sait' }).waitFor(),
  },
  {
    name: 'an auditor',
    role: 'auditor',
    path: () => '/',
    act: (page) => page.getByRole('heading', { level: 1, name: 'Accès reçus' }).waitFor(),
  },
  {
    name: 'a reader, whose buttons are closed',
    role: 'reader',
    path: () => facility('/maturite'),
    act: (page) => page.getByText('Votre rôle permet de lire').first().waitFor(),
  },
  {
    name: 'nobody opened anything',
    role: 'ght-coordinator',
    path: () => '/glossaire',
    act: async (page) => {
      await page.route('**/api/v1/me', async (route) => {
        const answer = await route.fetch();
        await route.fulfill({ response: answer, json: { ...((await answer.json()) as object), grants: [] } });
      });
      await go(page, '/acces');
      await page.getByText('Rien n’est ouvert pour l’instant').waitFor();
    },
  },
  {
    name: 'a facility of five hundred sites',
    role: 'rssi',
    path: () => '/glossaire',
    act: async (page) => {
      await page.route(`**/api/v1/facilities/${finess()}`, async (route) => {
        const answer = await route.fetch();
        const whole = (await answer.json()) as { sites: { finess: string; name: string }[] };
        const sites = Array.from({ length: 500 }, (_, n) => ({
          ...whole.sites[0],
          finess: String(960_500_000 + n),
          name: `Établissement d’hébergement au nom vraiment très long, annexe numéro ${n}`,
        }));
        await route.fulfill({ response: answer, json: { ...whole, sites, sitesOpen: 500, sitesClosed: 0 } });
      });
      await go(page, facility());
      await page.getByText('annexe numéro 499').first().waitFor();
    },
  },
  {
    name: 'a service that does not answer',
    role: 'rssi',
    path: () => facility('/maturite/evaluer/5.7.2'),
    act: async (page) => {
      await page.route(/\/(api|health)\//, (route) => route.abort());
      await page.keyboard.press('2');
      await page.getByText(/Le service ne répond plus depuis/).waitFor();
      await page.getByText('1 saisie en attente').waitFor();
    },
  },
];
/** Refusals and lost connections that the state is about are said by the browser too. */
const unexpected = (faults: readonly string[]) => faults.filter((fault) => !/status of 4\d\d|ERR_FAILED/.test(fault));

describe.each(STATES)('$name', ({ role, path, act }) => {
  it.each([
    { width: 390, theme: 'light' },
    { width: 1440, theme: 'dark' },
    { width: 720, height: 450, scale: 2 },
  ] as const)('is sound at $width px', async (view) => {
    const { page, context, faults } = await (role === null ? open(view) : openAs(role, view));
    await go(page, path());
    await page.waitForLoadState('networkidle');
    await act(page);
    expect({ axe: await axe(page), overflow: await overflow(page), faults: unexpected(faults) }).toEqual({
      axe: [],
      overflow: 0,
      faults: [],
    });
    await context.close();
  });
});

it('keeps what is typed when the session ends, and goes on after signing in again', async () => {
  const { page, context } = await openAs('contributor');
  await go(page, facility('/faits/policy.security.reviewed'));
  await button(page, 'Renouveler').click();
  await page.getByLabel('Précision').fill('Tapé pendant dix minutes');
  await page.route('**/api/v1/organisations/**', (route) =>
    route.fulfill({
      status: 401,
      contentType: 'application/problem+json',
      json: { code: 'session-required', status: 401, title: 'Connexion nécessaire' },
    }),
  );
  await page.getByRole('dialog').locator('input[type=date]').first().fill('2026-05-05');
  await button(page, 'Enregistrer le fait').click();
  await page.getByRole('dialog', { name: 'Votre connexion a pris fin' }).waitFor();
  expect(await axe(page)).toEqual([]);
  await button(page, 'Plus tard').click();
  expect(await page.getByLabel('Précision').inputValue()).toBe('Tapé pendant dix minutes');
  await context.close();
});

describe('in English', () => {
  const PAGES = [
    ['rssi', '/maturite'],
    ['rssi', '/maturite/evaluer/5.2.1'],
    ['rssi', ''],
    ['rssi', '/financement'],
    ['rssi', '/faits/directory.level.official'],
    ['facility-director', '/personnes'],
    ['facility-director', '/journal'],
  ] as const;
  /** Words that no English sentence has; names of hospitals, sources and people keep their language. */
  const FRENCH =
    /(?<!\p{L})(aucune?|depuis|jusqu’au|niveaux?|établissements?|personnes|recueillie?|périmée?s?|constaté|faits|avant|après|chaque)(?!\p{L})/giu;
  it.each(PAGES)('%s reads %s', async (role, rest) => {
    const { page, context } = await openAs(role);
    await page.addInitScript(() => localStorage.setItem('egide.locale', 'en'));
    await go(page, facility(rest));
    await page.waitForLoadState('networkidle');
    const text = await page.evaluate(() => {
      for (const part of document.querySelectorAll('[lang="fr"]')) part.remove();
      return document.querySelector('main')?.innerText ?? '';
    });
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    expect([...new Set(text.toLowerCase().match(FRENCH) ?? [])]).toEqual([]);
    await context.close();
  });
});

describe('at 200 %', () => {
  const ZOOMED = [
    ['rssi', () => facility('/maturite')],
    ['rssi', () => facility('/maturite/evaluer/5.2.1')],
    ['rssi', () => facility()],
    ['rssi', () => facility('/financement')],
    ['regional-officer', () => '/territoire/V1'],
  ] as const;
  it.each(ZOOMED)('nothing is lost: %s', async (role, path) => {
    const { page, context, faults } = await openAs(role, { width: 720, height: 450, scale: 2 });
    await go(page, path());
    await page.waitForLoadState('networkidle');
    expect({ axe: await axe(page), overflow: await overflow(page), faults }).toEqual({
      axe: [],
      overflow: 0,
      faults: [],
    });
    await context.close();
  });
});

describe('on paper', () => {
  const PRINTED = [
    ['rssi', () => facility('/maturite')],
    ['rssi', () => facility('/maturite/evaluer/5.2.1')],
    ['rssi', () => facility()],
    ['regional-officer', () => '/territoire/V1'],
  ] as const;
  it.each(PRINTED)('the page alone is printed, dark letters on white: %s', async (role, path) => {
    const { page, context } = await openAs(role, { width: 794, theme: 'dark' });
    await go(page, path());
    await page.waitForLoadState('networkidle');
    await page.emulateMedia({ media: 'print' });
    const seen = await page.evaluate(() => ({
      around: ['.top', '.nav', '.toasts', '.btn'].filter((place) => {
        const found = document.querySelector(place);
        return found !== null && found.getClientRects().length > 0;
      }),
      head: document.querySelector<HTMLElement>('.paper-head')?.innerText.replaceAll(/\s+/g, ' '),
      ground: getComputedStyle(document.body).backgroundColor,
      wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
    }));
    expect(seen).toEqual({
      around: [],
      head: expect.stringMatching(/^(CH de Montferrand-sur-Ombre|Val-d’Ombre) FICTIF Imprimé le .+ par .+, Égide$/),
      ground: 'rgb(255, 255, 255)',
      wide: false,
    });
    await context.close();
  });
});
