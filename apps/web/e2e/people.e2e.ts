import type { Region } from '@egide/contract/observatory';
import { generateSync } from 'otplib';
import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { accountOf, axe, go, open, openAs, overflow } from './stage.ts';

const finess = () => accountOf('facility-director').organisation.finess ?? '';
const PASSWORD = 'Un lecteur qui relit deux fois';
const sound = async (page: Page) => ({ axe: await axe(page), overflow: await overflow(page) });
const SOUND = { axe: [], overflow: 0 };

/** The director gives a role to somebody new; what comes back is the link, as it stands on the screen. */
async function invite(page: Page, { name, login }: { name: string; login: string }): Promise<string> {
  await go(page, `/etablissements/${finess()}/personnes`);
  await page.getByRole('button', { name: 'Inviter une personne' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Inviter' }).click();
  await dialog.getByText('Tapez le prénom et le nom.').waitFor();
  expect(await sound(page)).toEqual(SOUND);
  await dialog.getByLabel('Prénom et nom').fill(name);
  await dialog.getByLabel('Adresse électronique').fill(login);
  await dialog.getByRole('button', { name: 'Inviter' }).click();
  const link = await dialog.getByLabel('Lien d’invitation').inputValue();
  expect(await sound(page)).toEqual(SOUND);
  await dialog.getByRole('button', { name: 'Terminer' }).click();
  return link;
}

/** The link, the password, the secret of the codes, the first code. */
async function comeIn(page: Page, link: string, login: string): Promise<void> {
  await choosePassword(page, link);
  await page.getByRole('link', { name: 'Se connecter' }).click();
  await signInFirst(page, login);
  await page.getByRole('button', { name: 'Menu', exact: true }).waitFor();
}
async function choosePassword(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('heading', { name: /^Bienvenue/ }).waitFor();
  await page.getByLabel('Nouveau mot de passe').fill('court');
  await page.getByRole('button', { name: 'Choisir ce mot de passe' }).click();
  await page.getByText('Il manque 7').waitFor();
  expect(await sound(page)).toEqual(SOUND);
  await page.getByLabel('Nouveau mot de passe').fill(PASSWORD);
  await page.getByRole('button', { name: 'Choisir ce mot de passe' }).click();
  await page.getByRole('link', { name: 'Se connecter' }).waitFor();
}
async function signInFirst(page: Page, login: string): Promise<void> {
  await page.getByLabel('Adresse électronique').fill(login);
  await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.getByRole('heading', { name: 'Protéger votre compte' }).waitFor();
  const secret = ((await page.locator('.secret code').textContent()) ?? '').replace(/\s/g, '');
  await page.getByLabel('Code à six chiffres').fill(generateSync({ secret }));
  await page.getByRole('button', { name: 'Se connecter' }).click();
}

it('invites a reader by link, who comes in and reads, until the role is ended', async () => {
  const [director, reader] = [await openAs('facility-director'), await open({ width: 390 })];
  const login = 'paule.verdier@montferrand.example';
  const link = await invite(director.page, { name: 'Paule Verdier', login });
  expect(link.startsWith(`${inject('origin')}/invitation#`)).toBe(true);
  await director.page.getByText('Invitation en attente').waitFor();

  await comeIn(reader.page, link, login);
  await go(reader.page, `/etablissements/${finess()}`);
  await reader.page.getByRole('heading', { name: 'Ce que l’on sait' }).waitFor();
  const facts = () =>
    reader.page.request
      .get(`${inject('origin')}/api/v1/organisations/${finess()}/facts`)
      .then((answer) => answer.status());
  expect(await facts()).toBe(200);

  // The same link again: it has been used.
  const other = await open();
  await other.page.goto(link);
  await other.page.getByRole('heading', { name: 'Ce lien ne vaut plus' }).waitFor();

  await director.page.reload();
  await director.page.getByRole('button', { name: 'Gérer Paule Verdier' }).click();
  await director.page.getByRole('menuitem', { name: 'Terminer le rôle : Lecteur' }).click();
  await director.page.getByText('Paule Verdier : rôle terminé').waitFor();
  expect(await facts()).toBe(404);
  await director.page.getByRole('heading', { name: 'Rôles terminés' }).waitFor();
  expect([...director.faults, ...reader.faults, ...other.faults]).toEqual([]);
});

/** The platform gives a role over the nation to somebody whose account a facility opened; what comes back is the link. */
async function offer(page: Page, { name, login }: { name: string; login: string }): Promise<string> {
  await go(page, '/administration/personnes');
  await page.getByRole('button', { name: 'Inviter une personne' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Prénom et nom').fill(name);
  await dialog.getByLabel('Adresse électronique').fill(login);
  await dialog.getByLabel('Rôle').selectOption({ label: 'Organisme national' });
  await dialog.getByRole('button', { name: 'Inviter' }).click();
  const link = await dialog.getByLabel('Lien d’acceptation').inputValue();
  expect(await sound(page)).toEqual(SOUND);
  await dialog.getByRole('button', { name: 'Terminer' }).click();
  return link;
}

it('offers a role to somebody whom another facility let in, who accepts it signed in', async () => {
  const [director, platform] = [await openAs('facility-director'), await openAs('platform-administrator')];
  const { page, faults } = await open({ width: 390 });
  const who = { name: 'Ambre Tissot', login: 'ambre.tissot@montferrand.example' };
  await choosePassword(page, await invite(director.page, who));
  const link = await offer(platform.page, who);
  const row = platform.page.getByRole('row').filter({ hasText: who.login });
  await row.getByText('En attente d’acceptation').waitFor();
  await row.getByText(/Compte ouvert par/).waitFor();
  expect(await sound(platform.page)).toEqual(SOUND);

  // Not signed in: the link waits behind the sign-in, where no request carries it.
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(link);
  await page.getByRole('heading', { name: 'Un rôle vous est proposé' }).waitFor();
  expect(await sound(page)).toEqual(SOUND);
  await page.getByRole('link', { name: 'Connectez-vous pour répondre' }).click();
  await page.getByRole('heading', { name: 'Se connecter' }).waitFor();
  await page.reload();
  await signInFirst(page, who.login);
  await page.getByRole('button', { name: 'Refuser' }).waitFor();
  expect(await sound(page)).toEqual(SOUND);
  const token = link.split('#')[1] ?? '';
  expect(asked.filter((url) => url.includes(token) && !url.includes('/api/v1/invitations/'))).toEqual([]);

  const roles = () =>
    page.request
      .get(`${inject('origin')}/api/v1/me`)
      .then((answer) => answer.json())
      .then(({ holds }: { holds: { role: string }[] }) => holds.map(({ role }) => role));
  expect(await roles()).toEqual(['reader']);
  await page.getByRole('button', { name: 'Accepter ce rôle' }).click();
  await page.getByRole('heading', { name: 'Rôle accepté' }).waitFor();
  expect([await sound(page), await roles()]).toEqual([SOUND, ['national-officer', 'reader']]);
  await page.goto(`${inject('origin')}/glossaire`);
  await page.goto(link);
  await page.getByRole('heading', { name: 'Ce lien ne vaut plus' }).waitFor();
  expect([...director.faults, ...platform.faults, ...faults]).toEqual([]);
});

it('grants the GHT an access with its end, which stands in « Qui voit quoi » and in the log, and takes it back', async () => {
  const { page, faults } = await openAs('facility-director');
  await go(page, `/etablissements/${finess()}`);
  await page.getByRole('button', { name: 'Accorder un accès' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Dernier jour').fill(new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10));
  await dialog.getByLabel('Motif').fill('Revue commune du dossier');
  await dialog.getByRole('button', { name: 'Accorder l’accès' }).click();
  const line = page.getByRole('row').filter({ hasText: 'Revue commune du dossier' });
  await line.waitFor();
  await line.getByRole('button', { name: /^Retirer l’accès/ }).click();
  await line.waitFor({ state: 'detached' });
  await page.getByText('Accès retiré').first().waitFor();

  await go(page, `/etablissements/${finess()}/journal?acte=access&texte=Revue`);
  await page.getByRole('button', { name: /Accès de pilotage accordé/ }).click();
  await page.getByText('access.grant-given').waitFor();
  expect([await sound(page), faults]).toEqual([SOUND, []]);
});

it('invites an officer by the region itself, from the list of the register', async () => {
  const { page, faults } = await openAs('platform-administrator');
  await go(page, '/administration/personnes');
  await page.getByRole('button', { name: 'Inviter une personne' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Prénom et nom').fill('Odile Mercœur');
  await dialog.getByLabel('Adresse électronique').fill('odile.mercoeur@ars.example');
  await dialog.getByLabel('Rôle').selectOption('regional-officer');
  await dialog.getByRole('button', { name: 'Inviter', exact: true }).click();
  await dialog.getByText('Indiquez où ce rôle est tenu.').waitFor();
  await dialog.getByLabel('Région').selectOption('V1');
  expect(await sound(page)).toEqual(SOUND);
  await dialog.getByRole('button', { name: 'Inviter', exact: true }).click();
  await dialog.getByLabel('Lien d’invitation').waitFor();
  await dialog.getByRole('button', { name: 'Terminer' }).click();
  await page.getByText('Odile Mercœur').first().waitFor();
  expect(faults).toEqual([]);
});

it('meets a new director with the next steps, and says before the submission what the region will count', async () => {
  const [officer, platform, director] = [
    await openAs('regional-officer'),
    await openAs('platform-administrator'),
    await open({ width: 390 }),
  ];
  const region = async () =>
    (await (await officer.page.request.get(`${inject('origin')}/api/v1/regions/V1`)).json()) as Region;
  const before = await region();
  const silent = before.facilities.find(
    (one) =>
      one.submitted === null && [one.directory, one.exposure, one.exercise].every((cell) => cell.status === 'unknown'),
  );
  if (!silent) throw new Error('the demonstration region has a facility that nothing is known of');
  const login = 'ines.gaillard@essai.example';
  const made = await platform.page.request.post(`${inject('origin')}/api/v1/people`, {
    headers: { 'X-Egide-Request': '1', origin: inject('origin') },
    data: { name: 'Inès Gaillard', login, role: 'facility-director', organisation: silent.finess },
  });
  const { invitation } = (await made.json()) as { invitation: { path: string } };
  await comeIn(director.page, `${inject('origin')}${invitation.path}`, login);

  await go(director.page, `/etablissements/${silent.finess}/maturite`);
  await director.page.getByRole('heading', { level: 1, name: 'Bienvenue, Inès Gaillard' }).waitFor();
  expect(await director.page.getByRole('listitem').getByRole('heading', { level: 3 }).allTextContents()).toEqual([
    'Inviter votre RSSI',
    'Donner les premières réponses',
    'Importer un fichier',
  ]);
  expect(await sound(director.page)).toEqual(SOUND);

  await go(director.page, `/etablissements/${silent.finess}/maturite/evaluer/5.7.3`);
  await director.page.getByRole('radio', { name: /^2/ }).check();
  await director.page
    .getByText(/Enregistré à/)
    .first()
    .waitFor();
  await go(director.page, `/etablissements/${silent.finess}/maturite`);
  await director.page.getByRole('button', { name: 'Transmettre à la région' }).first().click();
  const dialog = director.page.getByRole('dialog');
  await dialog.getByText(/^La région ne compte un niveau qu’à partir de 60/).waitFor();
  expect(await sound(director.page)).toEqual(SOUND);
  await dialog.getByRole('button', { name: 'Transmettre à la région' }).click();
  await dialog.waitFor({ state: 'hidden' });

  const after = await region();
  expect([after.figures.published, after.facilities.find((one) => one.finess === silent.finess)]).toMatchObject([
    before.figures.published + 1,
    { level: null, known: 1, total: 27 },
  ]);
  expect([...officer.faults, ...platform.faults, ...director.faults]).toEqual([]);
});
