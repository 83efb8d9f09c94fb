import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";

/** Every look that a page can have: its colours and the width of its window. */
export const LOOKS = [
  ["light", 360],
  ["dark", 360],
  ["dark", 1280],
  ["light", 1280],
] as const;

/** Rules of WCAG 2.0 to 2.2, A and AA, and best practices. */
const ALL_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** In other colours the same elements stand there: only these rules can find anything else. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

const AXE = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/** Opens every menu and every other thing that opens: what is in it counts as much as what is seen at once. */
export function openAll(page: Page): Promise<void> {
  return page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
}

/** What pages share: a header is looked at once in each look while its elements, their colours and sizes are the same, wherever its links lead to; and so is the footer. */
const SHARED = ["body > header", "body > footer"];
const lookedAt = new Set<string>();

/** Runs in the browser: all that a verdict on a shared part depends on. */
const shownIn = `(part) => [document.body, part, ...part.querySelectorAll("*")]
  .map((element) => {
    const { color, backgroundColor, backgroundImage, fontSize, fontWeight, display, opacity } = getComputedStyle(element);
    const { width, height } = element.getBoundingClientRect();
    const size = element === document.body ? "" : width + " " + height;
    return [color, backgroundColor, backgroundImage, fontSize, fontWeight, display, opacity, size].join();
  })
  .concat(part.outerHTML.replaceAll(/ href="[^"]*"/g, ""))
  .join("\\n")`;

/**
 * The accessibility faults of a page, or of its elements `within` a selector, in one of its looks: in the first that is asked for all,
 * in the others those of colours. A page is loaded once and looked at in all of them.
 */
export async function faultsIn(
  page: Page,
  [colorScheme, width]: (typeof LOOKS)[number],
  within = "html",
): Promise<string[]> {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width, height: 800 });
  // Evaluated, it costs a tenth of what an element with it costs.
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(`${AXE}; axe.lookedAt = new Set()`);
  const { shared, isFirst } = await page.evaluate<{ shared: (string | null)[]; isFirst: boolean }>(`({
    shared: ${JSON.stringify(SHARED)}.map((name) => document.querySelector(name)).map((part) => part && (${shownIn})(part)),
    isFirst: axe.lookedAt.size !== axe.lookedAt.add(${JSON.stringify(within)}).size,
  })`);
  const rules = isFirst ? ALL_RULES : COLOUR_RULES;
  const keys = shared.map((shown) =>
    [new URL(page.url()).origin, colorScheme, width, within, isFirst, shown].join(" "),
  );
  const context = { include: [within], exclude: SHARED.filter((_, index) => lookedAt.has(keys[index] ?? "")) };
  for (const key of keys) lookedAt.add(key);
  return page.evaluate<string[]>(`axe
    .run(${JSON.stringify(context)}, { selectors: false, runOnly: ${JSON.stringify(rules)}, resultTypes: ["violations"] })
    .then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html))`);
}
