import { expect, inject, it } from 'vitest';
import { accountOf, axe, go, openAs, overflow } from './stage.ts';

const finess = () => accountOf('rssi').organisation.finess ?? '';
const FOREST = 'ESSAI.Montferrand.example';

const named = (name: string) => [
  { stakeholderNameType: 1, __text: name.slice(0, 10) },
  { stakeholderNameType: 2, __text: name },
];
/** One directory audit of one forest, in the exchange format v0.13; everything in it is invented. */
const exchangeFile = (entity: string, site: string) => ({
  extractionDate: '20261012-080000',
  events: {
    stakeholders: [
      {
        stakeholderId: { stakeholderIdType: 4, __text: '999000011' },
        stakeholderNameTypes: named('SECURITE FICTIVE'),
        stakeholderType: 3,
        stakeholderRoleType: 2,
      },
      {
        stakeholderId: { stakeholderIdType: 4, __text: '187512751' },
        stakeholderNameTypes: named('AGENCE FICTIVE'),
        stakeholderType: 2,
        stakeholderRoleType: 3,
      },
      {
        stakeholderId: { stakeholderIdType: 3, __text: entity },
        stakeholderNameTypes: named('CENTRE HOSPITALIER FICTIF'),
        stakeholderType: 2,
        stakeholderRoleType: 1,
      },
    ],
    event: [
      {
        stakeholders: [
          {
            stakeholderId: [
              { stakeholderIdType: 3, __text: entity },
              { stakeholderIdType: 2, __text: site },
            ],
            stakeholderNameTypes: named('CENTRE HOSPITALIER FICTIF'),
            stakeholderType: 1,
            stakeholderRoleType: 4,
          },
        ],
        dates: [
          { dateType: 4, __text: '20261005-080000' },
          { dateType: 7, __text: '20261006-120000' },
        ],
        scope: { forest: { forestFqdn: FOREST, forestGuid: 'c3f0c9de-0000-0000-0000-000000000001' } },
        outcome: { level: 3, score: 7780 },
        tlp: 'amber',
        eventAnalysisType: 1,
        eventType: 27,
      },
    ],
  },
});

it('an official file dropped by the hospital is documented, then official once an officer confirms it', async () => {
  const [rssi, officer] = [await openAs('rssi'), await openAs('regional-officer')];
  const facility = (await (
    await rssi.page.request.get(`${inject('origin')}/api/v1/facilities/${finess()}`)
  ).json()) as { sites: { finess: string }[] };
  const buffer = Buffer.from(JSON.stringify(exchangeFile(finess(), facility.sites[0]?.finess ?? '')));
  const drop = async () => {
    await go(rssi.page, `/etablissements/${finess()}/importer`);
    await rssi.page
      .locator('input[type=file]')
      .setInputFiles({ name: 'audit.json', mimeType: 'application/json', buffer });
    await rssi.page.getByText('audit.json est traité').waitFor();
    return (await rssi.page.locator('.banner p').first().textContent()) ?? '';
  };
  expect(await drop()).toMatch(/^2 faits enregistrés/);
  expect({ axe: await axe(rssi.page), overflow: await overflow(rssi.page) }).toEqual({ axe: [], overflow: 0 });
  // The same file again records nothing.
  expect(await drop()).toMatch(/^0 fait enregistré, 2 déjà connus/);

  const mine = () => rssi.page.getByRole('row').filter({ hasText: FOREST }).first();
  await go(rssi.page, `/etablissements/${finess()}/faits/directory.level.official`);
  await mine().getByText('À confirmer').waitFor();
  await mine().getByText('Documentée').waitFor();

  // The officer is told in the left bar, and confirms both facts.
  await go(officer.page, '/territoire/V1');
  await officer.page.getByRole('link', { name: /^À confirmer 2/ }).click();
  await officer.page.getByRole('heading', { level: 1, name: 'À confirmer' }).waitFor();
  expect({ axe: await axe(officer.page), overflow: await overflow(officer.page) }).toEqual({ axe: [], overflow: 0 });
  for (let left = 2; left > 0; left--) {
    await officer.page
      .getByRole('button', { name: /^Confirmer / })
      .first()
      .click();
    await officer.page.getByText(left > 1 ? /^1 fait attend/ : 'Rien à confirmer').waitFor();
  }

  await go(rssi.page, `/etablissements/${finess()}/faits/directory.level.official`);
  await mine().getByText('Officielle').waitFor();
  expect([...rssi.faults, ...officer.faults]).toEqual([]);
});

it('a file that is none of those is refused in words, and nothing is recorded', async () => {
  const { page, faults } = await openAs('rssi', { width: 390 });
  await go(page, `/etablissements/${finess()}/importer`);
  await page.locator('input[type=file]').setInputFiles({
    name: 'photo.json',
    mimeType: 'application/json',
    buffer: Buffer.from('%PDF-1.7 ce n’est pas un fichier de faits'),
  });
  await page.getByRole('alert').waitFor();
  expect({
    axe: await axe(page),
    overflow: await overflow(page),
    faults: faults.filter((fault) => !/status of 4/.test(fault)),
  }).toEqual({ axe: [], overflow: 0, faults: [] });
});
