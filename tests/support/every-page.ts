import type { BrowserContextOptions, Page } from "playwright-core";
import { faultsIn } from "./accessibility.ts";
import { layoutShift, type Opened, openWindow } from "./browser.ts";
import { layoutFaults } from "./layout.ts";
import type { BuiltSite } from "./pages.ts";
import type { Served } from "./serve.ts";

/** Pages are loaded side by side, because a browser often waits; each window has a process of its own. */
const WINDOWS = 2;

export const pagesIn = ({ files }: BuiltSite): string[] => files.filter((file) => file.endsWith(".html"));

/** The components that a page has. */
function componentsOf(site: BuiltSite, file: string): readonly string[] {
  const [, main = ""] = site.read(file).split("<main");
  const classes = [...main.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = ""]) => names.split(" "));
  return [...new Set(classes)].filter((name) => !/^(?:tone|sdg)-/.test(name)).toSorted();
}

/** One page in each language for each set of components that pages have. */
export function oneOfEachKind(site: BuiltSite): readonly string[] {
  const kinds = new Map<string, string>();
  for (const file of pagesIn(site)) kinds.set(`${file.split("/")[0]} ${componentsOf(site, file)}`, file);
  return [...kinds.values()];
}

/** Few pages that have all components that pages have, in all languages together, or in each. */
export function withEachComponent(site: BuiltSite, inEach: "site" | "language" = "site"): readonly string[] {
  const pages = pagesIn(site).map((file) => {
    const lang = inEach === "language" ? file.split("/")[0] : "";
    return { file, components: componentsOf(site, file).map((name) => `${lang} ${name}`) };
  });
  const seen = new Set<string>();
  return pages
    .toSorted((a, b) => b.components.length - a.components.length)
    .filter(({ components }) => {
      const before = seen.size;
      for (const name of components) seen.add(name);
      return seen.size > before;
    })
    .map(({ file }) => file);
}

/** Looks at a page that would lead on by itself before it does. */
export async function open(page: Page, site: BuiltSite, { origin }: Served, file: string): Promise<void> {
  const address = `${origin}${site.prefix}/${encodeURI(file).replace(/index\.html$/, "")}`;
  const isMoved = site.read(file).includes('http-equiv="refresh"');
  if (isMoved) {
    await page.route(address, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(/<meta http-equiv="refresh"[^>]*>/, "");
      await route.fulfill({ response, body });
    });
  }
  await page.goto(address);
  if (isMoved) await page.unroute(address);
}

const windows = new Map<string, Promise<Opened>>();

/** Looks at files, each in one of a few windows, which stay open: a process that has worked before works faster. */
export async function sideBySide(
  files: readonly string[],
  options: BrowserContextOptions,
  look: (opened: Opened, file: string) => Promise<void>,
): Promise<void> {
  const queue = [...files];
  const lookAt = async (_: unknown, index: number) => {
    const key = `${index} ${JSON.stringify(options)}`;
    const opened = windows.get(key) ?? openWindow(options);
    windows.set(key, opened);
    for (let file = queue.pop(); file !== undefined; file = queue.pop()) await look(await opened, file);
  };
  await Promise.all(Array.from({ length: WINDOWS }, lookAt));
}

/**
 * What is wrong on pages in a window of 320 px: console messages, requests to elsewhere, words that are cut off or cover others; on
 * some of them also what moves by itself, and accessibility, in some colours, on a phone or a wide screen by turns.
 */
export async function faultsOnPages(
  site: BuiltSite,
  served: Served,
  files: readonly string[],
  lookedAt: readonly string[],
  colours: readonly ("light" | "dark")[] = ["light", "dark"],
): Promise<string[]> {
  const found: string[] = [];
  await sideBySide(files, { viewport: { width: 320, height: 640 } }, async ({ page, faults }, file) => {
    await open(page, site, served, file);
    const wrong = await layoutFaults(page);
    const index = lookedAt.indexOf(file);
    if (index >= 0) {
      // What a browser shows before it has the whole bar moves it by less.
      if (site.read(file).includes("<picture>") && (await layoutShift(page)) >= 0.01) wrong.push("moves by itself");
      for (const colour of colours) wrong.push(...(await faultsIn(page, [colour, index % 2 === 0 ? 360 : 1280])));
      await page.setViewportSize({ width: 320, height: 640 });
    }
    found.push(...[...faults.splice(0), ...wrong].map((fault) => `${file}: ${fault}`));
  });
  return found;
}
