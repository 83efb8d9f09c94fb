import path from "node:path";
import { afterAll, beforeAll, test } from "vitest";
import { openWindow } from "../support/browser.ts";
import { fixture } from "../support/fixtures.ts";
import { expectToLookRight } from "../support/looks.ts";
import { type Served, serve } from "../support/serve.ts";

/** One page of every kind, and every fate of a release; left-to-right or right-to-left. `npm run test:soak` looks at them in every language, and in every look. */
const PAGES = [
  "/en/",
  "/ar/",
  "/ru/2026/river-gauges/",
  "/ar/2026/river-gauges/",
  "/en/2026/basin-year-in-review/",
  "/zh/2026/school-wells/",
  "/en/2025/glacier-survey/",
  "/en/2024/first-gauge-plan/",
  "/en/2024/old-announcement/",
  "/en/releases/",
  "/ar/types/press-release/2026/",
  "/en/partners/rivers-partnership/",
  "/ar/speakers/",
  "/en/speakers/gulnara-sabyr/",
  "/ru/sdgs/",
  "/en/events/",
  "/ar/press-office/",
  "/en/follow/",
  "/en/search/",
  "/zh/api/",
  "/ar/genuine/",
  "/en/media/",
  "/ar/media/2026/river-gauges/gauge-at-dawn/",
  "/404.html",
];

let served: Served;
let opened: Awaited<ReturnType<typeof openWindow>>;
beforeAll(async () => {
  served = await serve(path.join(await fixture("showcase"), "_site"));
  opened = await openWindow({ bypassCSP: true });
});
afterAll(async () => {
  await opened.close();
  served.close();
});

test.each(PAGES)(
  "%s has no accessibility fault in light and dark, narrow and wide, closed and open, fits every window, and loses nothing when text is large or wide",
  (address) => expectToLookRight(opened, served.origin + address),
);
