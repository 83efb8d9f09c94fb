import type { Page } from "playwright-core";
import { expect } from "vitest";

/** Asks an open search page a question, when nothing of the one before is shown any more. */
export async function askAnew(page: Page, question: string): Promise<void> {
  await page.getByRole("searchbox").fill("");
  await expect.poll(() => page.locator(".result").count()).toBe(0);
  await page.getByRole("searchbox").fill(question);
}
