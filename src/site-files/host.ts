import path from "node:path";
import { sha256 } from "../model/hash.ts";
import type { OutputFile } from "../model/output-file.ts";
import type { Press } from "../model/press.ts";
import type { Published } from "../model/published.ts";
import { fileUrl } from "../model/urls.ts";
import { redirectsOf } from "../pages/moved.ts";
import type { Page } from "../pages/page.ts";

/** A name with a hash in it: other bytes have another name. */
const HASHED = /\.[0-9a-f]{10}\./;

/** What every answer carries. The rest of the Content-Security-Policy stands in each page, for hosts that read no `_headers`. */
const SECURITY = [
  "Content-Security-Policy: frame-ancestors 'self'",
  "X-Content-Type-Options: nosniff",
  "Referrer-Policy: strict-origin-when-cross-origin",
  "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()",
];

/**
 * A drawing that is opened by itself is a document of the site: it may have styles of its own, and do nothing. It says again who
 * may frame it, because some hosts send only the last of two rules.
 */
const DRAWING =
  "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'";

/**
 * Media types of what hosts may not know. Feeds are sent as plain XML: with their own types, Firefox and Safari would
 * offer them for download instead of showing them.
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

/** The files from which Netlify, Cloudflare Pages and hosts like them learn what leads where and what to send with it. */
export function hostFiles(
  press: Press,
  published: Published,
  pages: readonly Page[],
  outputs: readonly OutputFile[],
): OutputFile[] {
  return [file("_redirects", redirects(press, published, pages)), file("_headers", headers(press, outputs))];
}

/**
 * One line an address, a folder's with and without its slash. A query, by which only Netlify can tell addresses apart,
 * stands between the two.
 */
function redirects(press: Press, published: Published, pages: readonly Page[]): string {
  return redirectsOf(press, published, pages)
    .flatMap(({ from, query, file, to }) => {
      const asked = query.split("&").filter((part) => part !== "");
      const words = asked.map((part) => (part.includes("=") ? part : `${part}=`).replace(/\s/g, "%20"));
      const forms = file?.endsWith("/index.html") && from.endsWith("/") ? [from.slice(0, -1), from] : [from];
      return forms.map((form) => `${[form, ...words, to.url, 301].join(" ")}\n`);
    })
    .join("");
}

function headers({ site }: Press, outputs: readonly OutputFile[]): string {
  const folders = new Map<string, string[]>();
  for (const output of outputs) {
    const folder = path.posix.dirname(output.file);
    const files = folders.get(folder);
    if (files) files.push(output.file);
    else folders.set(folder, [output.file]);
  }
  const lasting = [...folders]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([folder, files]) =>
      files.every((name) => HASHED.test(name)) ? [`${folder}/*`] : files.filter((name) => HASHED.test(name)).toSorted(),
    );
  const rule = (name: string, lines: readonly string[]) =>
    `${[fileUrl(site, name), ...lines.map((line) => `  ${line}`)].join("\n")}\n`;
  return [
    rule("*", SECURITY),
    rule("*.svg", [DRAWING]),
    ...Object.entries(TYPES).map(([name, type]) => rule(name, [`Content-Type: ${type}`])),
    ...lasting.map((name) => rule(name, ["Cache-Control: public, max-age=31536000, immutable"])),
  ].join("\n");
}

function file(name: string, text: string): OutputFile {
  return { file: name, hash: sha256(text), make: () => text };
}
