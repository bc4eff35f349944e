import { count, expect, fitsItsWidth, test, titles } from '../fixtures.ts';

const total = '[data-testid="total"]';
const hits = 'main a[href^="/titles/"]';

test('shows the real total and one page of it', async ({ page }) => {
  await page.goto('/titles');
  const { total: wanted } = await titles(page);
  expect(count(await page.locator(total).textContent())).toBe(wanted);
  const slugs = await page.locator(hits).evaluateAll((links) => new Set(links.map((a) => a.getAttribute('href'))).size);
  expect(slugs).toBe(Math.min(48, wanted));
  await fitsItsWidth(page);
});

test('searches, and the URL says what for', async ({ page }) => {
  await page.goto('/titles');
  const word = (await titles(page, '?per_page=1')).hits[0].title.split(' ').at(-1)!;
  const box = page.locator('header input[name="q"]');
  await box.fill(word);
  await box.press('Enter');
  await expect(page).toHaveURL((url) => url.searchParams.get('q') === word);
  const wanted = (await titles(page, `?q=${encodeURIComponent(word)}`)).total;
  await expect.poll(async () => count(await page.locator(total).textContent())).toBe(wanted);
});

test('filters by a facet, shows a chip, and takes it off again', async ({ page }) => {
  const { facets, total: all } = await titles(page);
  const { value, label, count: wanted } = facets.category[0];

  await page.goto(`/titles?category=${value}`);
  await expect.poll(async () => count(await page.locator(total).textContent())).toBe(wanted);
  await page.getByRole('link', { name: new RegExp(`remove.*${label}`, 'i') }).click();
  await expect(page).toHaveURL((url) => !url.searchParams.has('category'));
  await expect.poll(async () => count(await page.locator(total).textContent())).toBe(all);
});

test('a facet is a checkbox in a form that anyone can send', async ({ page }) => {
  await page.goto('/titles');
  const { label, value, count: wanted } = (await titles(page)).facets.category[0];
  const open = page.locator('.filters-open'); // on a phone the filters are a sheet
  if (await open.isVisible()) await open.click();
  await page.getByRole('checkbox', { name: new RegExp(`^${label}`) }).first().check();
  const send = page.getByRole('button', { name: /apply|show/i }).first();
  if (await send.isVisible()) await send.click();
  await expect(page).toHaveURL((url) => url.searchParams.getAll('category').includes(value));
  await expect.poll(async () => count(await page.locator(total).textContent())).toBe(wanted);
});

test('sorts, turns pages, and goes back', async ({ page }) => {
  await page.goto('/titles?sort=title');
  const first = await page.locator(hits).first().getAttribute('href');
  await page.getByRole('link', { name: /next/i }).click();
  await expect(page).toHaveURL((url) => url.searchParams.get('page') === '2' && url.searchParams.get('sort') === 'title');
  await expect(page.locator(hits).first()).not.toHaveAttribute('href', first!);
  await page.goBack();
  await expect(page.locator(hits).first()).toHaveAttribute('href', first!);
});

test('the wall and the list show the same titles', async ({ page }) => {
  const shown = () => page.locator(hits).evaluateAll((links) => [...new Set(links.map((a) => a.getAttribute('href')))]);
  await page.goto('/titles?view=list');
  const list = await shown();
  await page.goto('/titles');
  expect(await shown()).toEqual(list);
});

test('says so when nothing matches, and shows the way back', async ({ page }) => {
  await page.goto('/titles?q=qqqxxxzzz');
  expect(count(await page.locator(total).textContent())).toBe(0);
  await expect(page.locator('main a[href="/titles"]').first()).toBeVisible();
});
