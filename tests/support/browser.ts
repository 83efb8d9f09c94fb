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

/** A fresh page; what goes wrong on it (console errors, requests to other origins) is collected. */
export async function openPage(options: BrowserContextOptions = {}): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext(options);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("request", (request) => {
    if (new URL(request.url()).hostname !== "localhost") faults.push(`request to ${request.url()}`);
  });
  return { page, faults };
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
