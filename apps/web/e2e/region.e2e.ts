import type { Region } from '@egide/contract/observatory';
import { expect, inject, it } from 'vitest';
import { axe, go, openAs, overflow } from './stage.ts';

const names = (facilities: Region['facilities']) => facilities.map((one) => one.name).sort();

it('each département and each group of the region lists its own facilities, and so does the export', async () => {
  const { page, context, faults } = await openAs('regional-officer');
  const ask = async (query = '') =>
    (await (await page.request.get(`${inject('origin')}/api/v1/regions/V1${query}`)).json()) as Region;
  const whole = await ask();
  const [department] = whole.departments;
  const [group] = whole.groups;
  if (!department || !group) throw new Error('the demonstration region has départements and groups');

  await go(page, '/territoire/V1');
  await page.getByRole('link', { name: department.name, exact: true }).click();
  await page.getByText(new RegExp(`^${department.total} affichés? sur ${whole.figures.total}$`)).waitFor();
  const mine = await ask(`?department=${department.code}`);
  expect(names(mine.facilities)).toEqual(names(whole.facilities.filter((one) => one.department === department.name)));
  expect(mine.shown).toBe(department.total);

  const csv = await page.request.get(
    new URL((await page.getByRole('link', { name: 'Exporter' }).getAttribute('href')) ?? '', page.url()).href,
  );
  expect((await csv.text()).trim().split('\r\n').length).toBe(department.total + 1);

  await go(page, `/territoire/V1?ght=${group.code}`);
  const members = whole.facilities.filter((one) => one.group === group.name);
  expect(members.length).toBeGreaterThan(0);
  await page.getByText(new RegExp(`^${members.length} affichés? sur ${whole.figures.total}$`)).waitFor();
  expect({ axe: await axe(page), overflow: await overflow(page), faults }).toEqual({
    axe: [],
    overflow: 0,
    faults: [],
  });

  // Nobody only when nobody is: a group of one département, looked for in another.
  const elsewhere = whole.departments.find((one) => !members.some((member) => member.department === one.name));
  await go(page, `/territoire/V1?ght=${group.code}&departement=${elsewhere?.code ?? ''}`);
  await page.getByText('Aucun établissement ne répond à ces filtres').waitFor();
  await context.close();
});

it('the nation reads each region with the figures that its own page gives, at every width', async () => {
  for (const width of [390, 1440]) {
    const { page, context, faults } = await openAs('national-officer', { width });
    const { figures, name } = (await (
      await page.request.get(`${inject('origin')}/api/v1/regions/V1`)
    ).json()) as Region;
    await go(page, '/territoire');
    const row = page.getByRole('row').filter({ hasText: name });
    await row.getByText(`${figures.published} sur ${figures.total}`).first().waitFor();
    expect({ axe: await axe(page), overflow: await overflow(page), faults }).toEqual({
      axe: [],
      overflow: 0,
      faults: [],
    });
    await row.getByRole('link', { name }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await context.close();
  }
});
