import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { accountOf, freshCode, go, open, openAs } from './stage.ts';

const ASKED = '5.6.3';
const finess = () => accountOf('rssi').organisation.finess ?? '';
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

it('signs in, answers an indicator and reads the reason without a mouse', async () => {
  const { page, faults } = await open();
  const someone = accountOf('rssi');
  await page.goto(inject('origin'));
  // The first field has the focus: one types at once.
  await page.getByLabel('Adresse électronique').waitFor();
  await page.keyboard.type(someone.login);
  await page.keyboard.press('Tab');
  await page.keyboard.type(someone.password);
  await page.keyboard.press('Enter');
  await page.getByLabel('Code à six chiffres').waitFor();
  await page.keyboard.type(await freshCode(someone));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Synthèse de la sécurité' }).waitFor();

  // The palette leads to the assessment; J walks to the indicator that only a person answers.
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.type('évaluer');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Pourquoi ce niveau' }).waitFor();
  for (let steps = 0; steps < 30 && !page.url().endsWith(ASKED); steps++) {
    const before = page.url();
    await page.keyboard.press('j');
    await page.waitForURL((url) => url.href !== before, { timeout: 5000 }).catch(() => undefined);
    if (page.url() === before) await go(page, `/etablissements/${finess()}/maturite/evaluer/5.1.1`);
    await page
      .getByRole('heading', { level: 1, name: new RegExp(`^${page.url().split('/').at(-1) ?? ''} `) })
      .waitFor();
  }
  await page.keyboard.press('3');
  await page.getByText(`Niveau 3 retenu pour ${ASKED}`).waitFor();
  await page
    .getByRole('complementary', { name: 'Pourquoi ce niveau' })
    .getByText('Niveau 3 d’après votre réponse.')
    .waitFor();
  expect(await page.getByRole('radio', { name: /^3/ }).isChecked()).toBe(true);

  // And back: the note offers it, and waits for the hand that is on it.
  await page.locator('.toast').getByRole('button', { name: 'Annuler' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText(`Réponse à ${ASKED} annulée`).waitFor();
  expect(faults).toEqual([]);
});

it('opens and closes the list of shortcuts, and gives the focus back', async () => {
  const { page, context, faults } = await openAs('rssi');
  await go(page, `/etablissements/${finess()}/maturite`);
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Aller au contenu');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const before = await focused(page);
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Raccourcis du clavier' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Raccourcis du clavier' }).waitFor({ state: 'hidden' });
  expect(await focused(page)).toBe(before);

  // T turns the figure into its table, and back.
  await page.keyboard.press('t');
  await page.getByRole('button', { name: 'Voir la figure' }).waitFor();
  await page.keyboard.press('t');
  await page.getByRole('button', { name: 'Voir le tableau' }).waitFor();

  // A menu gives the focus back to what opened it.
  const account = page.getByRole('button', { name: /^Compte de/ });
  await account.focus();
  await page.keyboard.press('Enter');
  // The menu takes the focus, then listens.
  await page.locator('[role=menu]:focus-within').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'hidden' });
  expect(await account.evaluate((button) => button === document.activeElement)).toBe(true);
  expect(faults).toEqual([]);
  await context.close();
});
