import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, inject, onTestFinished } from "vitest";

let browser: Browser;

/** Starts the real Chromium for a file's tests. */
export function useChromium(): void {
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: inject("chromium"),
      args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    });
  });
  afterAll(() => browser.close());
}

/** A page of its own window, with what goes wrong on it: console messages of any kind, requests to other origins. */
export interface Opened {
  readonly page: Page;
  readonly faults: string[];
}

/** A fresh page, closed after the test. */
export async function openPage(options: BrowserContextOptions = {}): Promise<Opened> {
  const { close, ...opened } = await openWindow(options);
  onTestFinished(close);
  return opened;
}

/** A fresh page that its caller closes: for many tests that only look. */
export async function openWindow(options: BrowserContextOptions = {}): Promise<Opened & { close(): Promise<void> }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => faults.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("request", (request) => {
    if (new URL(request.url()).hostname !== "localhost") faults.push(`request to ${request.url()}`);
  });
  return { page, faults, close: () => context.close() };
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
  return [browser.version(), ...widths].join(" ");
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
