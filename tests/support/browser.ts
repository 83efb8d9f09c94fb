import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { inject, onTestFinished } from "vitest";

/** `computes`: the page works for seconds on its own. */
interface Options extends BrowserContextOptions {
  readonly computes?: boolean;
}

const launched = new Map<boolean, Promise<Browser>>();
const contexts = new Map<string, Promise<BrowserContext>>();

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--renderer-process-limit=1",
  "--in-process-gpu",
];

/** Most pages are soon left: to compile their scripts well takes longer than it saves. */
const QUICK = "--js-flags=--no-maglev --no-turbofan";

/** The real Chromium, started once a worker. The pages of a context share a process, whose start costs more than a page. */
function browser(computes = false): Promise<Browser> {
  const started =
    launched.get(computes) ??
    chromium.launch({ executablePath: inject("chromium"), args: computes ? FLAGS : [...FLAGS, QUICK] });
  launched.set(computes, started);
  return started;
}

/** A page of its own window, with what goes wrong on it: console messages of any kind, requests to other origins. */
export interface Opened {
  readonly page: Page;
  readonly faults: string[];
}

/** A fresh page, closed after the test. Pages with the same options have one cache and one clock: where these matter, `openNew()`. */
export async function openPage({ viewport, computes, ...options }: Options = {}): Promise<Opened> {
  const key = JSON.stringify({ computes, ...options });
  const context = contexts.get(key) ?? browser(computes).then((started) => started.newContext(options));
  contexts.set(key, context);
  const opened = watched(await (await context).newPage());
  if (viewport) await opened.page.setViewportSize(viewport);
  onTestFinished(() => opened.page.close());
  return opened;
}

/** A fresh page in a browser that has loaded nothing before, closed after the test. */
export async function openNew(options: BrowserContextOptions = {}): Promise<Opened> {
  const { close, ...opened } = await openWindow(options);
  onTestFinished(close);
  return opened;
}

/** The same, closed by its caller. */
export async function openWindow(options: BrowserContextOptions = {}): Promise<Opened & { close(): Promise<void> }> {
  const context = await (await browser()).newContext(options);
  return { ...watched(await context.newPage()), close: () => context.close() };
}

function watched(page: Page): Opened {
  const faults: string[] = [];
  page.on("console", (message) => faults.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("request", (request) => {
    if (new URL(request.url()).hostname !== "localhost") faults.push(`request to ${request.url()}`);
  });
  return { page, faults };
}

/** The browser's version, and how wide words are in the fonts of this machine. */
export async function machine(): Promise<string> {
  const { page, close } = await openWindow();
  const widths = await page.evaluate<
    readonly number[]
  >(`["sans-serif", "serif", "system-ui", "Arial", "monospace"].flatMap((font) =>
    ["Press", "Пресса", "الصحافة", "新闻"].map((word) => {
      const canvas = document.createElement("canvas").getContext("2d");
      canvas.font = "100px " + font;
      return canvas.measureText(word).width;
    }))`);
  await close();
  return [(await browser()).version(), ...widths].join(" ");
}

/** How much of the page has moved by itself since it was opened (Cumulative Layout Shift). */
export function layoutShift(page: Page): Promise<number> {
  return page.evaluate<number>(`new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const { value } of list.getEntries()) sum += value;
    }).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => resolve(sum), 300);
  })`);
}
