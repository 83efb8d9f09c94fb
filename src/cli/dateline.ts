import { readFileSync } from "node:fs";
import { DatelineError } from "../model/dateline-error.ts";
import { importPackages, installLine, loadedOr } from "../office/optional-packages.ts";
import { packaged } from "../roots.ts";
import { type Command, type defined, misuse, run, type Usage } from "./run.ts";

interface Line {
  /** What the command is for, in a phrase. */
  readonly says: string;
  load(): Promise<{ readonly command: ReturnType<typeof defined> }>;
}

/** The commands: one line and one file each. The code of a command is loaded when it is called. */
const commands: Readonly<Record<string, Line>> = {
  init: { says: "make a new office: a folder with all that a press site needs", load: () => import("./init.ts") },
  start: { says: "show the site in the browser while you write", load: () => import("./start.ts") },
  new: { says: "write the file of a new release", load: () => import("./new.ts") },
  import: {
    says: "make releases of texts, web pages, Word documents or archives",
    load: () => loadedOr(() => import("./import.ts"), importToolsMissing),
  },
  check: { says: "look for everything that a reader would stumble over", load: () => import("./check.ts") },
  key: { says: "make a pair of keys with which releases are signed", load: () => import("./key.ts") },
  verify: { says: "say whether a text or a file was issued, and is unchanged", load: () => import("./verify.ts") },
  build: { says: "make the site in _site/", load: () => import("./build.ts") },
  "verify-site": { says: "compare what is public with what was built", load: () => import("./verify-site.ts") },
  host: { says: "print the rules of the site for nginx, Caddy or storage like S3", load: () => import("./host.ts") },
  due: { says: "say what becomes public next, and when", load: () => import("./due.ts") },
};

/** An office that never imports does not install the packages of the importer. */
const importToolsMissing = () =>
  new DatelineError(
    "installation",
    "The packages that read web pages, Word documents and emails are not installed here.",
    `Install them: ${installLine(importPackages())}`,
  );

/** The program `dateline COMMAND`. */
const dateline: Command = async ([name = "--help", ...args], surroundings) => {
  const { out } = surroundings;
  if (["--help", "-h", "help"].includes(name)) {
    out(helpForAll());
    return 0;
  }
  if (["--version", "-v"].includes(name)) {
    out((JSON.parse(readFileSync(packaged("package.json"), "utf8")) as { version: string }).version);
    return 0;
  }
  const line = commands[name];
  if (!line)
    throw misuse(
      `There is no command “${name}”.`,
      `There are: ${Object.keys(commands).join(", ")}. More: dateline --help`,
    );
  const { command } = await line.load();
  const end = args.indexOf("--");
  if (args.slice(0, end === -1 ? undefined : end).some((arg) => arg === "--help" || arg === "-h")) {
    out(helpFor(name, line.says, command.usage));
    return 0;
  }
  return command(args, surroundings);
};

function helpForAll(): string {
  const lines = Object.entries(commands).map(([name, { says }]) => `  ${name.padEnd(11)} ${says}`);
  return [
    "Dateline makes a press site out of Markdown files.",
    "",
    "  dateline COMMAND [options]",
    "",
    ...lines,
    "",
    "All options of a command: dateline COMMAND --help",
  ].join("\n");
}

function helpFor(name: string, says: string, { operand, options }: Usage): string {
  const lines = Object.entries(options).map(([option, { type, value, help, default: preset }]) => {
    const form = type === "boolean" ? `--${option}` : `--${option} ${value ?? option.toUpperCase()}`;
    return { form, help: typeof preset === "string" ? `${help} (without it: ${preset})` : help };
  });
  const width = Math.max(...lines.map(({ form }) => form.length));
  return [
    `dateline ${name}: ${says}`,
    "",
    `  dateline ${name}${operand ? ` ${operand.name}` : ""} [options]`,
    "",
    ...lines.map(({ form, help }) => `  ${form.padEnd(width)}  ${help}`),
  ].join("\n");
}

run(dateline);
