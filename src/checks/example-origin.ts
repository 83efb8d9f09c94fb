import { readFileSync } from "node:fs";
import path from "node:path";
import { asFinding, type Finding } from "./finding.ts";

/** Hosts that nobody can have (RFC 2606, RFC 6761), and this computer. */
const EXAMPLE = /(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid|localhost)$/i;

/** Finds an origin at which nothing can be published: every address of the site, its feeds and its sitemap would be wrong. */
export function exampleOrigin(contentDir: string, origin: string): Finding[] {
  if (!EXAMPLE.test(new URL(origin).hostname)) return [];
  const lines = readFileSync(path.join(contentDir, "site.yaml"), "utf8").split(/\r\n?|\n/);
  const line = Math.max(1, lines.findIndex((text) => text.startsWith("origin:")) + 1);
  const message = `“${origin}” is an example, and no address at which a site can be published.`;
  const fix = "Write the address at which readers find your site: origin: https://press.your-office.int";
  return [asFinding({ file: "site.yaml", line, message, fix }, "origin", "error")];
}
