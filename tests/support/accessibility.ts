import axe from "axe-core";
import type { Page } from "playwright-core";

/** Every look that a page can have: its colours and the width of its window. */
export const LOOKS = [
  ["light", 360],
  ["dark", 360],
  ["dark", 1280],
  ["light", 1280],
] as const;

/** Opens every menu and every other thing that opens: what is in it counts as much as what is seen at once. */
export function openAll(page: Page): Promise<void> {
  return page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
}

/**
 * The accessibility faults (WCAG 2.0 to 2.2, A and AA, and best practices) of a page in one of its looks. A page is loaded
 * once and looked at in all of them; its window must not be bound by the page's policy (`bypassCSP`).
 */
export async function faultsIn(page: Page, [colorScheme, width]: (typeof LOOKS)[number]): Promise<string[]> {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width, height: 800 });
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.addScriptTag({ content: axe.source });
  return page.evaluate<string[]>(`axe
    .run({
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      resultTypes: ["violations"],
    })
    .then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html))`);
}
