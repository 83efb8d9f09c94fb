import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { filesIn } from "../build/tree.ts";
import { readYamlFile } from "../content/terms.ts";
import { caddyfile } from "../hosts/caddy.ts";
import { nginxConfig, type Place } from "../hosts/nginx.ts";
import { type HostRules, rulesOf } from "../hosts/rules.ts";
import { s3Script } from "../hosts/s3.ts";
import { DatelineError } from "../model/dateline-error.ts";
import { pathPrefix, siteSchema } from "../model/site.ts";
import type { Command, Usage } from "./run.ts";

/** What can be made: by the name of the server or storage. */
const forms: Readonly<Record<string, (rules: HostRules, place: Place, output: string, prefix: string) => string>> = {
  nginx: nginxConfig,
  caddy: caddyfile,
  s3: (rules, _, output, prefix) => s3Script(rules, output, prefix),
};

export const usage = {
  operands: Object.keys(forms).join(" | "),
  options: {
    output: { type: "string", default: "_site", value: "FOLDER", help: "where the built site is" },
    root: { type: "string", default: "/srv/www", value: "FOLDER", help: "the host's root on the server" },
    port: { type: "string", value: "NUMBER", help: "the port, where it is not the usual one" },
    content: { type: "string", default: "content", value: "FOLDER", help: "the folder of the office's words" },
  },
} as const satisfies Usage;

/** Prints what a server of the office's own, or its storage, must be told: the rules that other hosts read from the site itself. */
export const command: Command = async (args, { out }) => {
  const { values, positionals } = parseArgs({ args, options: usage.options, allowPositionals: true });
  const { output, content, root, port } = values;
  const [name = ""] = positionals;
  const form = Object.hasOwn(forms, name) ? forms[name] : undefined;
  if (!form)
    throw new DatelineError(
      "usage",
      "This command needs the name of a host.",
      `Write: dateline host ${Object.keys(forms).join(", or dateline host ")}`,
    );
  const site = readYamlFile(content, "site.yaml", siteSchema, [])?.value;
  if (!site) throw new DatelineError("missing", `${content}/site.yaml cannot be read.`, "dateline check says why.");
  const read = (file: string) => {
    const whole = path.join(output, file);
    if (!existsSync(whole))
      throw new DatelineError("missing", `There is no site in ${output}/.`, "Build it first: dateline build");
    return readFileSync(whole, "utf8");
  };
  const prefix = pathPrefix(site);
  const rules = rulesOf(read("_headers"), read("_redirects"), filesIn(output), prefix);
  const place = { root, name: new URL(site.origin).hostname, ...(port === undefined ? {} : { port: Number(port) }) };
  out(form(rules, place, output, prefix).trimEnd());
  return 0;
};
