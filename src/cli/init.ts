import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import pc from "picocolors";
import { attempt } from "../model/attempt.ts";
import { dayIn } from "../model/embargo.ts";
import { officeFiles } from "../office/files.ts";
import { hosts, type OfficeAnswers } from "../office/hosts.ts";
import { packageFolder } from "../roots.ts";
import { answerOptions, answersFrom, askForOffice, type Given } from "./init-questions.ts";
import { defined, now, type Options, taken } from "./run.ts";

const options = {
  ...answerOptions,
  host: { type: "string", value: "NAME", help: `who publishes it: ${Object.keys(hosts).join(", ")}` },
  install: {
    type: "boolean",
    default: true,
    help: "install all that it needs; --no-install leaves that to npm install",
  },
} as const satisfies Options;

const operand = {
  name: "FOLDER",
  missing: "Say in which folder the office is to be made:",
  example: "dateline init my-press",
};

/** `init`: makes a new office. It asks for the answers that the command line does not give, writes the files, and installs the packages. */
export const command = defined({ options, operand }, async ({ install: isWanted, ...given }, { out }, folder) => {
  if (existsSync(folder) && readdirSync(folder).some((name) => !name.startsWith(".git")))
    throw taken(`“${folder}”`, "Choose the name of a new folder.");
  const answers = await (process.stdin.isTTY ? askForOffice(given as Given) : answersFrom(given as Given));
  if (answers === undefined) return 1;
  write(folder, answers);
  // The check and the hosts ask Git what has changed. All else works without Git.
  if (!existsSync(path.join(folder, ".git")))
    spawnSync("git", ["init", "--quiet", "--initial-branch=main"], { cwd: folder, stdio: "ignore" });
  const isInstalled = isWanted && install(folder);
  out(
    [
      `${pc.green("✓")} ${pc.bold(folder)} is the press site of ${answers.name}.`,
      "",
      `  cd ${folder}`,
      ...(isInstalled ? [] : ["  npm install"]),
      "  npm start",
      "",
      "  The README.md there says how to write, check and publish.",
    ].join("\n"),
  );
  return 0;
});

function write(folder: string, answers: OfficeAnswers): void {
  mkdirSync(folder, { recursive: true });
  const today = dayIn(answers.timezone, now());
  for (const [file, text] of Object.entries(officeFiles(answers, dependencyFor(folder), today))) {
    const whole = path.join(folder, file);
    mkdirSync(path.dirname(whole), { recursive: true });
    writeFileSync(whole, text);
  }
}

/**
 * Returns the version of Dateline for the office's package.json: the one with which npm runs this command. A tarball is copied into the
 * office, so that it can be installed again anywhere.
 */
function dependencyFor(folder: string): string {
  const asker = path.resolve(packageFolder, "..", "..");
  const isInstalled = path.basename(path.dirname(packageFolder)) === "node_modules";
  const asked = isInstalled ? specIn(path.join(asker, "package.json")) : undefined;
  if (asked !== undefined && !asked.startsWith("file:")) return asked;
  const tarball = asked === undefined ? packed(folder) : path.resolve(asker, asked.slice("file:".length));
  const name = path.basename(tarball);
  if (asked !== undefined) copyFileSync(tarball, path.join(folder, name));
  return `file:${name}`;
}

function specIn(file: string): string | undefined {
  const read = attempt(
    () => JSON.parse(readFileSync(file, "utf8")) as { readonly dependencies?: { readonly dateline?: string } },
  );
  return read?.dependencies?.dateline;
}

/** Packs this copy of Dateline, which came from no registry. */
function packed(folder: string): string {
  const said = execFileSync("npm", ["pack", "--json", "--pack-destination", path.resolve(folder)], {
    cwd: packageFolder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    shell: process.platform === "win32",
  });
  const [made] = JSON.parse(said.slice(said.indexOf("["))) as readonly { readonly filename: string }[];
  return made?.filename ?? "";
}

function install(folder: string): boolean {
  const { status } = spawnSync("npm", ["install", "--no-audit", "--no-fund"], {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  return status === 0;
}
