import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { filesIn } from "../build/tree.ts";
import { readSite } from "../content/terms.ts";
import { caddyfile } from "../hosts/caddy.ts";
import { nginxConfig, type Place } from "../hosts/nginx.ts";
import { type HostRules, rulesOf } from "../hosts/rules.ts";
import { s3Script } from "../hosts/s3.ts";
import { pathPrefix } from "../model/site.ts";
import { CONTENT, defined, missing, misuse, numberIn, type Options, OUTPUT } from "./run.ts";

/** The makers of rules, by the name of the server or storage. */
const forms: Readonly<Record<string, (rules: HostRules, place: Place, output: string, prefix: string) => string>> = {
  nginx: nginxConfig,
  caddy: caddyfile,
  s3: (rules, _, output, prefix) => s3Script(rules, output, prefix),
};

const options = {
  output: OUTPUT,
  root: { type: "string", default: "/srv/www", value: "FOLDER", help: "the host's root on the server" },
  port: { type: "string", value: "NUMBER", help: "the port, where it is not the usual one" },
  content: CONTENT,
} as const satisfies Options;

const operand = {
  name: Object.keys(forms).join(" | "),
  missing: "This command needs the name of a host.",
  example: `Write: dateline host ${Object.keys(forms).join(", or dateline host ")}`,
};

/** `host`: prints the configuration of the office's own server or storage, with the rules that other hosts read from the site itself. */
export const command = defined({ options, operand }, async (values, { out }, name) => {
  const { output, content, root } = values;
  const port = values.port === undefined ? undefined : numberIn(values.port, "port", 1, 65_535);
  const form = Object.hasOwn(forms, name) ? forms[name] : undefined;
  if (!form) throw misuse(operand.missing, operand.example);
  const site = readSite(content)?.value;
  if (!site) throw missing(`${content}/site.yaml cannot be read.`, "dateline check says why.");
  const read = (file: string) => {
    const whole = path.join(output, file);
    if (!existsSync(whole)) throw missing(`There is no site in ${output}/.`, "Build it first: dateline build");
    return readFileSync(whole, "utf8");
  };
  const prefix = pathPrefix(site);
  const rules = rulesOf(read("_headers"), read("_redirects"), filesIn(output), prefix);
  const place = { root, name: new URL(site.origin).hostname, ...(port === undefined ? {} : { port }) };
  out(form(rules, place, output, prefix).trimEnd());
  return 0;
});
