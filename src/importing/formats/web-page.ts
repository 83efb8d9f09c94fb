import { Readability } from "@mozilla/readability";
import { divide, hasFrontMatter } from "../front-matter.ts";
import { type Dropped, excerpt, type Fields, type Format, type Incoming } from "../incoming.ts";
import { elementOf, linesIn, made, parsePage } from "../markup/html.ts";
import { expandTemplates } from "../markup/template-marks.ts";
import { makeFigures, setSpeakersApart } from "../markup/tidy.ts";
import { refusal } from "../refusals.ts";
import { daysIn } from "../wording/calendar.ts";

/** A saved web page: Readability (the reader view of Firefox) finds the article, the head tells title, date and language. */
export const webPage: Format = {
  name: "web page",
  matches: ({ name, text }) =>
    /\.x?html?$/i.test(name) ||
    /^\s*(?:(?:<\?xml[^>]*>|<!--(?:(?!-->)[\s\S])*-->)\s*)*(?:<!doctype html|<html[\s>])/i.test(text) ||
    (/^\s*<[a-z][a-z0-9]*(?:\s[^<>]*)?>/i.test(text) && hasTags(text) && !/\.(?:md|markdown|mdx)$/i.test(name)),
  read({ text }) {
    if (hasFrontMatter(text)) {
      const { fields, body, look } = divide(text);
      return { fields, html: body, look };
    }
    return readPage(text);
  },
};

/** Whether a text has the tags of HTML, whatever its name says. */
export function hasTags(text: string): boolean {
  return (
    (text.match(/<\/(?:p|div|h[1-6]|li|[uo]l|table|td|article|section|body|center|blockquote)>/gi)?.length ?? 0) > 1
  );
}

/** What a page hides from its readers: text that others put there to be found by search engines. */
const HIDDEN =
  '[hidden], [aria-hidden="true"], [style*="display:none"], [style*="display: none"], [style*="visibility:hidden"]';

/** What content management systems say of an article within it: who wrote it when, how often it was read, buttons. */
const ABOUT = ".article-info, .entry-meta, .post-meta, .submitted, .print-icon, .email-icon";
const LONGEST_ABOUT = 400;

/** A page as a browser shows it: the article, and what the head says of it. */
export function readPage(text: string): Incoming {
  const document = parsePage(/<html[\s>]/i.test(text) ? text : `<!doctype html><html><body>${text}</body></html>`);
  nameHeadline(document);
  const fields = headFields(document);
  for (const element of document.querySelectorAll("script, style, template")) element.remove();
  const dropped: Dropped[] = [];
  for (const element of document.querySelectorAll(HIDDEN)) {
    const words = element.textContent?.trim();
    if (words) dropped.push({ words: excerpt(words, 200), why: "The page hid this from its readers." });
    element.remove();
  }
  if (!document.body?.textContent?.trim()) throw refusal("scripts");
  // Readability would take them for the foot of a page.
  setSpeakersApart(document.body);
  makeFigures(document.body);
  const all = piecesOf(document.body);
  for (const element of document.querySelectorAll(ABOUT))
    if ((element.textContent ?? "").length < LONGEST_ABOUT) element.remove();
  const whole: string = document.body.innerHTML;
  // A page that Word saved is the document, with its notes behind it, and nothing else.
  if (document.querySelector('.WordSection1, meta[name="Generator"][content*="Word"]'))
    return { fields, html: whole, dropped };
  const article = new Readability(document, { charThreshold: 120 }).parse();
  if (!article?.content) {
    const about = "The release could not be separated from the rest of the page, so all of it was taken.";
    return { fields, html: whole, dropped, look: [{ about }] };
  }
  const bare = (words: string) => words.replace(/\s+/g, "");
  const kept = bare(elementOf(article.content).textContent ?? "");
  for (const piece of all) {
    if (!kept.includes(bare(piece.words))) dropped.push({ words: excerpt(piece.words, 200), why: piece.why });
  }
  const { text: html, dropped: marks } = expandTemplates(article.content);
  return {
    fields: { ...fields, ...(fields.title ? {} : { title: article.title ?? undefined }) },
    html,
    dropped: [...dropped, ...marks],
  };
}

/** The page's lines with what they are for, to say afterwards which of them are not in the release. */
function piecesOf(body: Element): { words: string; why: string }[] {
  const purposes: readonly (readonly [selector: string, why: string])[] = [
    ["nav, [role=navigation], [class*=menu], [class*=breadcrumb]", "navigation of the page"],
    ["[class*=share], [class*=social]", "buttons for sharing"],
    ["[class*=cookie], [id*=cookie], [class*=consent]", "a notice about cookies"],
    [ABOUT, "what the page says of the article"],
    ["header", "header of the page"],
    ["footer", "footer of the page"],
    ["aside, [class*=sidebar], [class*=related]", "beside the article"],
  ];
  return linesIn(body).map(({ words, node }) => {
    const element = node?.nodeType === 1 ? (node as Element) : node?.parentElement;
    return { words, why: purposes.find(([selector]) => element?.closest(selector))?.[1] ?? "outside the article" };
  });
}

/** Old pages have no headings: the one line in large letters that is not the site's name is the headline. */
function nameHeadline(document: Document): void {
  if (document.querySelector("h1")) return;
  const site = document.title.toLowerCase();
  const large = [...document.querySelectorAll("font")].filter((font) => {
    const words = font.textContent?.trim() ?? "";
    const isLarge = /^(?:[4-7]|\+[1-4])$/.test(font.getAttribute("size") ?? "");
    return isLarge && words.length > 12 && words.length < 250 && !site.includes(words.toLowerCase());
  });
  const [headline, ...others] = large;
  if (!headline || others.length > 0) return;
  headline.replaceWith(made(headline, "h1", ...headline.childNodes));
}

/** What content management systems call the headline of a page that has none of the first level. */
const HEADLINE = '[itemprop="headline"], .entry-title, .post-title, .article-title, .node-title';

/** Elements whose attribute says when a page was published (RDFa, microdata). */
const PUBLISHED =
  '[property~="dc:date"][content], [property~="dc:created"][content], [itemprop="datePublished"][content]';

/** The day that a page gives in a place of its own, outside what stands on all pages. */
function dayOn(document: Document): string | undefined {
  const days = [
    ...document.querySelectorAll(
      `[class*="date"], [itemprop="datePublished"], [class*="posted"], ${ABOUT}, font[size="1"], font[size="2"]`,
    ),
  ]
    .filter(
      (element) =>
        !element.closest(
          "nav, aside, header, footer, [class*=sidebar], [class*=related], [class*=event], [class*=footer], [id*=footer], [class*=header], [id*=header]",
        ),
    )
    .flatMap(({ textContent }) => ((textContent?.length ?? 100) < 60 ? daysIn(textContent ?? "") : []));
  return new Set(days.map(({ date }) => date)).size === 1 ? days[0]?.date : undefined;
}

/** What a page's head says: of the article in its JSON-LD first, then in its `meta` elements. */
function headFields(document: Document): Fields {
  const meta = (name: string) =>
    document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute("content")?.trim() ||
    undefined;
  const data = [...document.querySelectorAll('script[type="application/ld+json"]')].map((script) => script.textContent);
  // Only articles have these two; a page whose JSON-LD is broken often has them still.
  const linked = (name: string) =>
    new RegExp(`"${name}"\\s*:\\s*"((?:[^"\\\\]|\\\\.)+)"`)
      .exec(data.join("\n"))?.[1]
      ?.replace(
        /\\u(\w{4})|\\(.)/g,
        (_, code: string, sign: string) => sign ?? String.fromCharCode(Number.parseInt(code, 16)),
      );
  const [heading, ...others] = document.querySelectorAll("h1");
  const wordsOf = (element?: Element) => element?.textContent?.replace(/\s+/g, " ").trim() || undefined;
  const own = others.length === 0 ? wordsOf(heading) : undefined;
  const named = [...document.querySelectorAll(HEADLINE)];
  return {
    title: own ?? (named.length === 1 ? wordsOf(named[0]) : undefined) ?? linked("headline") ?? meta("og:title"),
    summary: meta("og:description") ?? meta("description"),
    date:
      linked("datePublished") ??
      meta("article:published_time") ??
      meta("date") ??
      meta("DC.date.issued") ??
      document.querySelector(PUBLISHED)?.getAttribute("content") ??
      document.querySelector("time[datetime]")?.getAttribute("datetime") ??
      dayOn(document),
    lang: document.documentElement.getAttribute("lang")?.split("-")[0],
    canonical: document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? meta("og:url"),
  };
}
