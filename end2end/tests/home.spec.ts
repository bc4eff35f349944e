import { expect, fitsItsWidth, test } from '../fixtures.ts';

test('leads with search, and search leads to the catalogue', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const box = page.locator('main input[name="q"]');
  await box.fill('the');
  await box.press('Enter');
  await expect(page).toHaveURL(/\/titles\?(.*&)?q=the/);
  await expect(page.locator('header input[name="q"]')).toHaveValue('the');
});

test('offers ways in by category', async ({ page }) => {
  await page.goto('/');
  await page.locator('main a[href*="category=animation"]').first().click();
  await expect(page).toHaveURL(/\/titles\?category=animation/);
});

test('fits its width', async ({ page }) => {
  await page.goto('/');
  await fitsItsWidth(page);
});
