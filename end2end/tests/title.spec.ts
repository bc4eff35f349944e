import { expect, fitsItsWidth, test, titles } from '../fixtures.ts';

test('opens from the catalogue and names what it sells', async ({ page }) => {
  await page.goto('/titles');
  const [{ slug, title }] = (await titles(page, '?per_page=1')).hits;
  await page.locator(`main a[href="/titles/${slug}"]`).first().click();
  await expect(page).toHaveURL(new RegExp(`/titles/${slug}$`));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('.title-page')).toContainText(title);
  await fitsItsWidth(page);
});

test('leads to the exhibitor', async ({ page }) => {
  const [{ slug }] = (await titles(page, '?per_page=1')).hits;
  await page.goto(`/titles/${slug}`);
  await page.locator('main a[href^="/exhibitors/"]').first().click();
  await expect(page).toHaveURL(/\/exhibitors\/[a-z0-9-]+$/);
  await expect(page.locator(`main a[href="/titles/${slug}"]`).first()).toBeVisible();
});

test('asks no one outside before a click', async ({ page, baseURL }) => {
  const outside: string[] = [];
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(baseURL!)) outside.push(request.url());
  });
  await page.goto('/titles/trailer-elsewhere', { waitUntil: 'load' });
  await expect(page.getByText('Playing loads content from youtube.com')).toBeVisible();
  expect(outside).toEqual([]);
});
