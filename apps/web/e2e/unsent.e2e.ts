import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { accountOf, axe, freshCode, go, openAs } from './stage.ts';

const finess = () => accountOf('rssi').organisation.finess ?? '';
const at = (indicator: string) => `/etablissements/${finess()}/maturite/evaluer/${indicator}`;
const opened = (page: Page, indicator: string) =>
  page.getByRole('heading', { level: 1, name: new RegExp(`^${indicator} `) }).waitFor();
const comment = (page: Page) => page.getByLabel('Commentaire');
const onward = (page: Page) => page.getByRole('link', { name: /Suivant$/ });
const waits = (page: Page) => page.getByText(/saisies? en attente/);

it('a comment typed as the session ends leaves by itself once its author is back', async () => {
  const { page, context } = await openAs('rssi');
  await go(page, at('5.1.2'));
  await comment(page).fill('Écrit à trois heures du matin');
  await context.clearCookies();
  await page.keyboard.press('Tab');
  await page.getByRole('dialog', { name: 'Votre connexion a pris fin' }).waitFor();
  expect(await axe(page)).toEqual([]);
  await waits(page).waitFor();

  // The password has the focus: one types at once.
  const someone = accountOf('rssi');
  await page.keyboard.type(someone.password);
  await page.keyboard.press('Enter');
  await page.getByLabel('Code à six chiffres').waitFor();
  await page.keyboard.type(await freshCode(someone));
  await page.keyboard.press('Enter');
  await page.getByText(/^Enregistré à/).waitFor();
  expect([await waits(page).count(), await page.getByText('Connexion nécessaire').count()]).toEqual([0, 0]);
  await page.reload();
  await opened(page, '5.1.2');
  expect(await comment(page).inputValue()).toBe('Écrit à trois heures du matin');
  await context.close();
});

it('what is given while the service is away outlives its page, warns before the window closes, and leaves at last', async () => {
  const { page, context } = await openAs('rssi');
  await go(page, at('5.1.5'));
  await page.route(/\/(api|health)\//, (route) => route.abort());
  await page.keyboard.press('2');
  await comment(page).fill('Écrit pendant la coupure');
  await onward(page).click();
  await page.getByText(/Le service ne répond plus depuis/).waitFor();
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => asked).toEqual(['beforeunload']);

  await page.unroute(/\/(api|health)\//);
  const sent = await page.waitForResponse((answer) => answer.request().method() === 'PUT');
  expect([new URL(sent.url()).pathname.includes('5.1.5'), sent.status()]).toEqual([true, 200]);
  await page.getByText(/Le service ne répond plus depuis/).waitFor({ state: 'hidden' });
  expect(await waits(page).count()).toBe(0);
  await go(page, at('5.1.5'));
  await opened(page, '5.1.5');
  expect([await page.getByRole('radio', { name: /^2/ }).isChecked(), await comment(page).inputValue()]).toEqual([
    true,
    'Écrit pendant la coupure',
  ]);
  await context.close();
});

it('on a slow network a key never answers the indicator that was left', async () => {
  const { page, context } = await openAs('rssi');
  await go(page, at('5.6.3'));
  await page.waitForLoadState('networkidle');
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PUT') sent.push(request.url());
  });
  await page.route('**/indicators/*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await route.continue();
  });
  await page.keyboard.press('k');
  await page.waitForURL(/5\.6\.2$/);
  await page.keyboard.press('3');
  expect([
    await page.getByRole('radio').count(),
    await page.getByRole('complementary', { name: 'Indicateurs' }).locator('[aria-current="page"]').count(),
  ]).toEqual([0, 1]);
  await opened(page, '5.6.2');
  // Longer than a choice takes to leave.
  await page.waitForTimeout(2000);
  expect(sent).toEqual([]);
  await context.close();
});

it('a justification half typed is found again, and its level does not look saved meanwhile', async () => {
  const { page, context } = await openAs('rssi');
  await go(page, at('5.2.1'));
  await page.keyboard.press('4');
  await page.getByLabel('Justification').fill('Le contrat est signé');
  const level = page.getByRole('radio', { name: /^4.*Non enregistré/s });
  await page.getByText('Niveau 4 non enregistré').waitFor();
  expect(await level.isChecked()).toBe(true);
  await onward(page).click();
  await opened(page, '5.2.2');
  await page.goBack();
  await opened(page, '5.2.1');
  expect([await page.getByLabel('Justification').inputValue(), await level.isChecked()]).toEqual([
    'Le contrat est signé',
    true,
  ]);
  await page.getByRole('button', { name: 'Annuler', exact: true }).click();
  expect(await page.getByText('non enregistré').count()).toBe(0);
  await context.close();
});

it('“I do not know” says what it did, may have a comment, and can be undone', async () => {
  const { page, context } = await openAs('rssi');
  await go(page, at('5.7.2'));
  await page.getByRole('button', { name: 'Je ne sais pas' }).click();
  await page.getByText('5.7.2 : marqué sans réponse').waitFor();
  await page.getByText(/^Marqué sans réponse par .+ le /).waitFor();
  expect(await page.getByRole('button', { name: 'Je ne sais pas' }).count()).toBe(0);
  await page.locator('.toast').getByRole('button', { name: 'Annuler' }).click();
  await page.getByText('Réponse à 5.7.2 annulée').waitFor();
  await page.getByRole('button', { name: 'Je ne sais pas' }).click();
  await page.getByText(/^Marqué sans réponse par .+ le /).waitFor();
  await comment(page).fill('Le biomédical saura');
  await page.keyboard.press('Tab');
  await page.getByText(/^Enregistré à/).waitFor();
  await page.reload();
  await opened(page, '5.7.2');
  expect(await comment(page).inputValue()).toBe('Le biomédical saura');
  await context.close();
});
