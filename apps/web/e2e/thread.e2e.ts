import { generateSync } from 'otplib';
import { expect, inject, it } from 'vitest';
import { accountOf, go, open, openAs } from './stage.ts';

const finess = () => accountOf('rssi').organisation.finess ?? '';

it('signs in with password and code, and says what to do after a wrong one', async () => {
  const { page, faults } = await open();
  const someone = accountOf('contributor');
  await page.goto(inject('origin'));
  await page.getByLabel('Adresse électronique').fill(someone.login);
  await page.getByLabel('Mot de passe', { exact: true }).fill('pas le bon mot de passe');
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.getByText('ne correspond pas').waitFor();
  await page.getByLabel('Mot de passe', { exact: true }).fill(someone.password);
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.getByLabel('Code à six chiffres').fill(generateSync({ secret: someone.totpSecret }));
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.getByText('FICTIF').first().waitFor();
  expect(faults).toEqual([]);
});

it('one answer, its reason, the submission, and the region has changed', async () => {
  const [rssi, director, officer] = [
    await openAs('rssi'),
    await openAs('facility-director'),
    await openAs('regional-officer'),
  ];
  const publishedOn = async () => {
    const answer = await officer.page.request.get(`${inject('origin')}/api/v1/regions/V1`);
    const region = (await answer.json()) as {
      facilities: { finess: string; submitted: string | null; known: number }[];
    };
    return region.facilities.find((f) => f.finess === finess());
  };
  const before = await publishedOn();

  // An indicator that only a person answers.
  await go(rssi.page, `/etablissements/${finess()}/maturite/evaluer/5.7.3`);
  await rssi.page.getByRole('radio', { name: /^3/ }).check();
  await rssi.page
    .getByText(/Enregistré à/)
    .first()
    .waitFor();
  await rssi.page.reload();
  expect(await rssi.page.getByRole('radio', { name: /^3/ }).isChecked()).toBe(true);
  expect((await publishedOn())?.submitted).toBe(before?.submitted);

  await go(director.page, `/etablissements/${finess()}/maturite`);
  await director.page
    .getByRole('button', { name: /Transmettre/ })
    .first()
    .click();
  await director.page
    .getByRole('dialog')
    .getByRole('button', { name: /Transmettre/ })
    .click();
  await director.page.getByRole('dialog').waitFor({ state: 'hidden' });

  const after = await publishedOn();
  expect(after?.submitted).not.toBe(before?.submitted);
  await go(officer.page, '/territoire/V1?tri=nom');
  await officer.page
    .getByRole('link', { name: accountOf('rssi').organisation.name })
    .first()
    .waitFor();
  expect([...rssi.faults, ...director.faults, ...officer.faults]).toEqual([]);
});
