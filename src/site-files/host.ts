import path from "node:path";
import { grouped } from "../model/grouped.ts";
import { type OutputFile, textFile } from "../model/output-file.ts";
import type { Press } from "../model/press.ts";
import type { Published } from "../model/published.ts";
import { fileUrl, notFoundUrl } from "../model/urls.ts";
import { redirectsOf } from "../pages/moved.ts";
import type { Page } from "../pages/page.ts";

/** A name that contains a hash, so that it changes with the bytes. */
const HASHED = /\.[0-9a-f]{10}\./;

/** Headers of every response. The rest of the Content-Security-Policy is in each page, for hosts that read no `_headers`. */
const SECURITY = [
  "Content-Security-Policy: frame-ancestors 'self'",
  "X-Content-Type-Options: nosniff",
  "Referrer-Policy: strict-origin-when-cross-origin",
  "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()",
];

/**
 * The policy of a drawing that is opened by itself: it may have its own styles, and do nothing else. It repeats who may frame it, because
 * some hosts send only the last of two rules.
 */
const DRAWING =
  "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'";

/**
 * Media types that hosts may not know. Feeds are sent as plain XML, because Firefox and Safari offer feeds with their own types for
 * download instead of showing them.
 */
const TYPES = {
  "*.xml": "application/xml; charset=utf-8",
  "*feed.json": "application/feed+json; charset=utf-8",
  "*.vcf": "text/vcard; charset=utf-8",
  "*.ics": "text/calendar; charset=utf-8",
  "*.md": "text/markdown; charset=utf-8",
  "*.webmanifest": "application/manifest+json; charset=utf-8",
  "*.txt": "text/plain; charset=utf-8",
};

const REDIRECTS = "_redirects";
const HEADERS = "_headers";

/** The files of hostFiles(). */
export const HOST_FILES: readonly string[] = [REDIRECTS, HEADERS];

/** Returns the files of redirects and headers for Netlify, Cloudflare Pages and similar hosts. */
export function hostFiles(
  press: Press,
  published: Published,
  pages: readonly Page[],
  outputs: readonly OutputFile[],
): OutputFile[] {
  return [textFile(REDIRECTS, redirects(press, published, pages)), textFile(HEADERS, headers(press, outputs))];
}

/**
 * Returns one line per redirect, for a folder with and without its slash. Only Netlify reads the query between the two addresses. It sends
 * the page that is at an old address instead, unless the line has “!”, and finds the 404 page of a language only by a line.
 */
function redirects(press: Press, published: Published, pages: readonly Page[]): string {
  const { host, languages } = press.site;
  const isNetlify = host === "netlify";
  const notFound = isNetlify ? Object.keys(languages) : [];
  const moved = redirectsOf(press, published, pages).flatMap(({ from, query, file, to }) => {
    const asked = query.split("&").filter((part) => part !== "");
    const words = asked.map((part) => (part.includes("=") ? part : `${part}=`).replace(/\s/g, "%20"));
    const forms = file?.endsWith("/index.html") && from.endsWith("/") ? [from.slice(0, -1), from] : [from];
    return forms.map((form) => `${[form, ...words, to.url, isNetlify ? "301!" : "301"].join(" ")}\n`);
  });
  return [
    ...moved,
    ...notFound.map((lang) => `${fileUrl(press.site, `${lang}/*`)} ${notFoundUrl(press.site, lang)} 404\n`),
  ].join("");
}

function headers({ site }: Press, outputs: readonly OutputFile[]): string {
  const files = outputs.map((output) => output.file);
  const lasting = [...grouped(files, (file) => [path.posix.dirname(file)])]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([folder, own]) => {
      const hashed = own.filter((name) => HASHED.test(name));
      return hashed.length === own.length ? [`${folder}/*`] : hashed.toSorted();
    });
  const rule = (name: string, lines: readonly string[]) =>
    `${[fileUrl(site, name), ...lines.map((line) => `  ${line}`)].join("\n")}\n`;
  return [
    rule("*", SECURITY),
    rule("*.svg", [DRAWING]),
    ...Object.entries(TYPES).map(([name, type]) => rule(name, [`Content-Type: ${type}`])),
    ...lasting.map((name) => rule(name, ["Cache-Control: public, max-age=31536000, immutable"])),
  ].join("\n");
}
