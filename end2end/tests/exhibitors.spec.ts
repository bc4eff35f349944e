import { expect, fitsItsWidth, test } from '../fixtures.ts';

test('lists exhibitors and opens one with its slate', async ({ page }) => {
  await page.goto('/exhibitors');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await fitsItsWidth(page);
  await page.locator('main a[href^="/exhibitors/"]').first().click();
  await expect(page).toHaveURL(/\/exhibitors\/[a-z0-9-]+$/);
  await expect(page.locator('main a[href^="/titles/"]').first()).toBeVisible();
  await fitsItsWidth(page);
});

test('finds an exhibitor by name', async ({ page }) => {
  const response = await page.request.get('/api/v1/companies?per_page=1');
  const [{ slug, name }] = (await response.json()).hits;
  await page.goto('/exhibitors');
  const box = page.locator('main input[name="q"]');
  await box.fill(name);
  await box.press('Enter');
  await expect(page).toHaveURL((url) => url.searchParams.get('q') === name);
  await expect(page.locator(`main a[href="/exhibitors/${slug}"]`).first()).toBeVisible();
});
