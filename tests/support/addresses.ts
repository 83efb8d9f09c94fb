import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { unzipSync } from "fflate";
import { expect } from "vitest";
import { BuiltSite } from "./pages.ts";

/** An address of a file: what it leads to, and how it is written there. */
interface Found {
  readonly written: string;
  /** With its host. */
  readonly address: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&quot;": '"',
  "&lt;": "<",
  "&gt;": ">",
  "&apos;": "'",
  "&#39;": "'",
};

/** Where HTML, XML and CSS name an address, in whatever they stand. */
const NAMED = /(?:\b(?:href|src|action|data-volumes)=|\burl[(=])["']?([^"')>]*)|\bsrcset=["']([^"']*)/g;

/**
 * Every address of the site that a file of it holds: absolute ones wherever they stand, relative ones where the file's form
 * names an address. Archives and search indexes are opened. It knows nothing of how the site is made.
 */
function addressesIn(file: string, bytes: Buffer, origin: string, at: string): Found[] {
  if (file.endsWith(".zip"))
    return Object.entries(unzipSync(bytes)).flatMap(([name, inner]) =>
      addressesIn(name, Buffer.from(inner), origin, at).filter(({ written }) => /^https?:/.test(written)),
    );
  if (file.endsWith(".pf_fragment")) {
    const { url } = JSON.parse(gunzipSync(bytes).toString().replace("pagefind_dcd", "")) as { url: string };
    return [found(url, at)];
  }
  if (/\.(?:woff2|pdf|pf_\w+|pagefind)$/.test(file)) return [];
  const stored = bytes.toString(/\.(?:png|jpe?g|webp|avif|ico|svg)$/.test(file) ? "latin1" : "utf8");
  // Calendars and cards go on in the next line, after a space.
  const text = plain(/\.(?:ics|vcf)$/.test(file) ? stored.replaceAll("\r\n ", "") : stored);
  const host = new URL(origin).host.replaceAll(".", "\\.");
  const whole = [...text.matchAll(new RegExp(`https?://${host}[^\\s"'<>()\\[\\]{}\\\\]*`, "gi"))].map(([address]) =>
    address.replace(/[.,;:!?*]+$/, ""),
  );
  const named = /\.(?:html|xml|css|json)$/.test(file)
    ? [...text.matchAll(NAMED)].flatMap(([, one, several]) =>
        (several ?? one ?? "").split(several === undefined ? " " : ",").map((each) => each.trim().split(/\s/)[0] ?? ""),
      )
    : [];
  const values = /\.(?:json|webmanifest)$/.test(file) ? strings(JSON.parse(bytes.toString())) : [];
  const inPlaces = [...named, ...values.filter((value) => /^\/(?!\/)\S*$/.test(value))];
  return [...new Set([...whole, ...inPlaces])]
    .filter((written) => written !== "" && !/^(?:#|mailto:|tel:|data:|urn:|tag:|[\w.-]+$)/.test(written))
    .map((written) => found(/\/search\/[^/]*\.[0-9a-f]{10}\/$/.test(written) ? `${written}pagefind.js` : written, at))
    .filter(({ address }) => new URL(address).host === new URL(origin).host);
}

function found(written: string, at: string): Found {
  return { written, address: new URL(written, at).href };
}

/** Text as it is read: entities of HTML in XML, and quotes in JSON, are written twice. */
function plain(text: string): string {
  const once = (words: string) =>
    words.replaceAll(/&(?:quot|lt|gt|apos|#39);/g, (entity) => ENTITIES[entity] ?? entity).replaceAll("&amp;", "&");
  return once(once(text)).replaceAll('\\"', '"');
}

function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(strings) : [];
}

/** Every address in a file of a site that leads to no file of it, with the file. */
export function astray(output: string, origin: string): string[] {
  const site = new BuiltSite(output, origin);
  let count = 0;
  const lost = site.files
    .filter((file) => !/^(?:_headers|_redirects|\.nojekyll)$/.test(file))
    .flatMap((file) => {
      const found = addressesIn(file, readFileSync(path.join(output, file)), origin, `${origin}/${file}`);
      count += found.length;
      return found
        .filter(({ address }) => site.fileAt(decodeURI(address)) === undefined && site.fileAt(address) === undefined)
        .map(({ written }) => `${file}: ${written}`);
    });
  expect(count).toBeGreaterThan(100);
  const folder = new URL(`${origin}/`).pathname;
  for (const file of ["_headers", "_redirects"])
    for (const [address] of site.read(file).matchAll(/(?<=^| )\/\S*/gm))
      expect({ file, address, isInside: address.startsWith(folder) }).toEqual({ file, address, isInside: true });
  return lost;
}
