/**
 * The bar under each page of a preview: how the release stands, what the check found, and how it looks elsewhere. The
 * preview's server adds it; no built site has it. It lives in a shadow tree, so that the page's styles and its own
 * do not meet, and is styled by a constructed sheet, which the page's policy allows.
 */
import type { Facts, Told } from "../../src/preview/told.ts";

const OPEN = "preview-open";

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
:host{all:initial!important;display:block!important;position:sticky!important;inset-block-end:0!important;z-index:2147483647!important}
@media print{:host{display:none!important}}
*{box-sizing:border-box;margin:0}
aside{position:relative;display:flex;flex-wrap:wrap;align-items:center;gap:.125rem .25rem;padding:.25rem .75rem;font:14px/1.4 system-ui,sans-serif;color:#fff;background:#1b1f24;direction:ltr;text-align:start}
a,button,summary{display:block;padding:.375rem .5rem;border:0;font:inherit;color:inherit;background:none;text-decoration:none;cursor:pointer;list-style:none;border-radius:3px}
summary::-webkit-details-marker{display:none}
a:hover,button:hover,summary:hover,[open]>summary{background:#3a424d}
:focus-visible{outline:2px solid #ffd33d;outline-offset:-2px}
.status{padding:.125rem .5rem;font-weight:600;color:#1b1f24;background:#7ee2a8;border-radius:3px}
.status.hidden{background:#ffd33d}
.error{color:#ff9d94}.warning{color:#ffd33d}.hint{color:#b9d6ff}
.last{margin-inline-start:auto}
.panel{position:absolute;inset-inline:0;inset-block-end:100%;max-block-size:min(70vh,40rem);overflow:auto;padding:1rem;color:#1b1f24;background:#fff;border-block-start:3px solid #1b1f24;box-shadow:0 -4px 16px #0003}
.panel li{padding-block:.5rem;border-block-end:1px solid #d0d7de}
.panel ul{padding:0;list-style:none;max-inline-size:60rem}
.panel a{display:inline;padding:0;color:#0550ae;text-decoration:underline}
.panel a:hover{background:none}
.panel b{margin-inline-end:.5rem}
.panel .error{color:#b3170f}.panel .warning{color:#7a5200}.panel .hint{color:#0550ae}
.share{max-inline-size:31rem;border:1px solid #d0d7de;border-radius:8px;overflow:hidden;background:#f6f8fa}
.share img{display:block;inline-size:100%;block-size:auto}
.share p{padding:.25rem .75rem}
.result{max-inline-size:37.5rem;font:14px/1.57 Arial,sans-serif;color:#4d5156}
.result h2{font:20px/1.3 Arial,sans-serif;color:#1a0dab;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.result .text{display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden}
`);

function make(name: string, attributes: Readonly<Record<string, string>>, ...inner: (Node | string)[]): HTMLElement {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...inner);
  return element;
}

/** A word in the bar that opens a panel above it; one is open at a time, and again after the page was loaded anew. */
function panel(name: string, ...inner: (Node | string)[]): HTMLDetailsElement {
  const summary = make("summary", {}, name);
  const details = make(
    "details",
    { name: "panel" },
    summary,
    make("div", { class: "panel" }, ...inner),
  ) as HTMLDetailsElement;
  const key = name.split(" ")[0] ?? "";
  details.open = sessionStorage.getItem(OPEN) === key;
  // Before it opens: the page may be loaded anew at the same moment.
  summary.onclick = () => (details.open ? sessionStorage.removeItem(OPEN) : sessionStorage.setItem(OPEN, key));
  return details;
}

const link = (href: string, text: string, more: Readonly<Record<string, string>> = {}) =>
  make("a", { href, ...more }, text);

function shareImage({ share, description, address }: Facts): HTMLElement {
  if (!share) return make("p", {}, "There is none before the release is public.");
  const words = [make("b", {}, document.title), make("br", {}), description, make("br", {}), new URL(address).host];
  return make("div", { class: "share" }, make("img", share), make("p", {}, ...words));
}

function searchResult({ address, description, isPublic }: Facts): HTMLElement {
  if (!isPublic) return make("p", {}, "No search engine finds the release before it is public.");
  const { host, pathname } = new URL(address);
  const way = [host, ...pathname.split("/").filter(Boolean)].join(" › ");
  const title = make("h2", {}, document.title);
  return make("div", { class: "result" }, make("p", {}, way), title, make("p", { class: "text" }, description));
}

/** The check's findings, or where the page's files are when there are none. */
function findingsPanel(found: readonly Told[] | null, { sources }: Facts): HTMLElement {
  const counts = (["error", "warning", "hint"] as const).flatMap((severity) => {
    const count = found?.filter((finding) => finding.severity === severity).length ?? 0;
    return count === 0 ? [] : [make("span", { class: severity }, `${count} ${severity}${count === 1 ? "" : "s"}`)];
  });
  const entries = (found ?? []).map(({ severity, message, fix, place, open }) =>
    make("li", {}, make("b", { class: severity }, severity), `${message} → ${fix} `, link(open, place)),
  );
  const files = sources.map(({ file, open }) => make("li", {}, link(open, file)));
  const details = panel("Check", make("ul", {}, ...(entries.length > 0 ? entries : files)));
  const words = found === null ? "npm run check looks at this page" : "nothing found";
  const shown = counts.length > 0 ? counts.flatMap((count) => [" ", count]) : [` ${words}`];
  details.querySelector("summary")?.append(":", ...shown);
  return details;
}

async function ask<T>(question: string): Promise<T | null> {
  const answer = await fetch(`/__preview/${question}?page=${encodeURIComponent(location.pathname)}`);
  return answer.ok ? ((await answer.json()) as T | null) : null;
}

/** Shows which card of a list is meant, where the bar of the release led here. */
function markCard(): void {
  const meant = new URLSearchParams(location.search).get("card");
  const card = [...document.querySelectorAll<HTMLElement>("main a[href]")].find(
    (found) => found.getAttribute("href") === meant,
  );
  const whole = card?.closest<HTMLElement>("article, li") ?? card;
  if (!whole) return;
  whole.style.outline = "4px solid #ffd33d";
  whole.scrollIntoView({ block: "center" });
}

async function show(): Promise<void> {
  const facts = await ask<Facts>("facts");
  if (!facts) return;
  const host = document.createElement("dateline-preview");
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet];
  const waiting = make("span", {}, "Check: …");
  const print = make("button", { type: "button" }, "Print");
  print.onclick = () => window.print();
  const hide = make("button", { type: "button", class: "last" }, "Hide");
  hide.onclick = () => host.remove();
  const phone = `/__preview/phone?page=${encodeURIComponent(location.pathname)}`;
  const status = make("span", { class: facts.isPublic ? "status" : "status hidden" }, facts.status ?? "");
  root.append(
    make(
      "aside",
      { "aria-label": "Preview", lang: "en" },
      ...(facts.status ? [status] : []),
      waiting,
      ...facts.languages.map(({ lang, label, url }) => link(url, label, { lang, hreflang: lang })),
      ...(facts.card ? [link(facts.card, "Card")] : []),
      panel("Share image", shareImage(facts)),
      panel("Search result", searchResult(facts)),
      print,
      ...(facts.plainText ? [link(facts.plainText, "Plain text")] : []),
      link(phone, "390 px"),
      hide,
    ),
  );
  document.documentElement.append(host);
  waiting.replaceWith(findingsPanel(await ask<readonly Told[]>("findings"), facts));
}

if (window === window.top) {
  markCard();
  show();
}
