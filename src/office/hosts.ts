import { readFileSync } from "node:fs";
import { packaged } from "../roots.ts";
import type { Host } from "./answers.ts";
import type { Files } from "./content.ts";

/** The files of each host in the office's repository: path there → file of the package. */
const needed: Readonly<Record<Host, Readonly<Record<string, string>>>> = {
  github: Object.fromEntries(
    [".github/workflows/site.yml", ".github/workflows/due.yml", ".github/dependabot.yml"].map((file) => [file, file]),
  ),
  gitlab: { ".gitlab-ci.yml": "starter/gitlab-ci.yml" },
  netlify: { "netlify.toml": "starter/netlify.toml" },
  cloudflare: { "wrangler.toml": "starter/wrangler.toml" },
  server: {},
};

/** The files with which a host builds and publishes an office. */
export function hostFiles(host: Host): Files {
  return Object.fromEntries(
    Object.entries(needed[host]).map(([file, source]) => [file, readFileSync(packaged(source), "utf8")]),
  );
}
