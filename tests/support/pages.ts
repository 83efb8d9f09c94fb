import { readFileSync } from "node:fs";
import path from "node:path";
import { filesIn } from "../../src/build/tree.ts";
import { type FixtureName, fixture } from "./fixtures.ts";

/** The elements that the head of a page has of a name, each with its attributes. */
export function elementsOf(html: string, name: "link" | "meta"): Readonly<Record<string, string>>[] {
  const head = /<head>.*<\/head>/s.exec(html)?.[0] ?? "";
  return [...head.matchAll(new RegExp(`<${name} ([^>]*)>`, "g"))].map(([, attributes = ""]) =>
    Object.fromEntries([...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value])),
  );
}

/** What the head says under a name or property, all of it. */
export function metaOf(html: string, name: string): string[] {
  return elementsOf(html, "meta")
    .filter((meta) => meta.name === name || meta.property === name)
    .map(({ content = "" }) => content);
}

/** The built site of a fixture. */
export async function builtSite(name: FixtureName): Promise<BuiltSite> {
  const folder = await fixture(name);
  const [, origin = ""] = /^origin: (.*)$/m.exec(readFileSync(path.join(folder, "content", "site.yaml"), "utf8")) ?? [];
  return new BuiltSite(path.join(folder, "_site"), origin);
}

/** A built site as a visitor of its origin finds it. */
export class BuiltSite {
  readonly folder: string;
  readonly origin: string;
  readonly files: readonly string[];
  /** The folder of its host that it stands in: `/press`; empty where it has a host of its own. */
  readonly prefix: string;
  readonly #known: ReadonlySet<string>;
  #pages: readonly string[] | undefined;

  constructor(folder: string, origin: string) {
    this.folder = folder;
    this.origin = origin;
    this.prefix = new URL(origin).pathname.replace(/\/$/, "");
    this.files = filesIn(folder).toSorted();
    this.#known = new Set(this.files);
  }

  read(file: string): string {
    return readFileSync(path.join(this.folder, file), "utf8");
  }

  /** The pages that say something, without those that only lead on to another. */
  get pages(): readonly string[] {
    this.#pages ??= this.files.filter(
      (file) => file.endsWith(".html") && !this.read(file).includes('http-equiv="refresh"'),
    );
    return this.#pages;
  }

  /** The file that an address is served from; undefined where the site has no such address. */
  fileAt(address: string): string | undefined {
    if (!address.startsWith(`${this.origin}/`)) return undefined;
    const name = decodeURI(address.slice(this.origin.length + 1).replace(/[#?].*$/, ""));
    const file = name === "" || name.endsWith("/") ? `${name}index.html` : name;
    return this.#known.has(file) ? file : undefined;
  }
}
