import { readFileSync } from "node:fs";
import type { DatelineError } from "../model/dateline-error.ts";
import { packaged } from "../roots.ts";

/** The uses of the optional peers of Dateline, by their names. An office installs those that it needs; the others are for importing. */
const USES = { pdf: /typst/, dictionary: /^dictionary-/, words: /^most-common-words/ } as const;

const named = (use: keyof typeof USES) => Object.keys(versions()).filter((name) => USES[use].test(name));

/** Returns the package that makes PDFs. */
export const pdfPackages = () => named("pdf");

/** Returns the packages that `dateline import` needs. */
export function importPackages(): string[] {
  return Object.keys(versions()).filter((name) => !Object.values(USES).some((use) => use.test(name)));
}

/** Returns the packages that check the spelling of languages; none if there is no dictionary of any. */
export function spellingPackages(languages: readonly string[]): string[] {
  const wanted = languages.map((lang) => `dictionary-${lang.split("-")[0]}`);
  const isWanted = (name: string) => wanted.some((other) => name === other || name.startsWith(`${other}-`));
  const dictionaries = named("dictionary").filter(isWanted);
  return dictionaries.length === 0 ? [] : [...dictionaries, ...named("words")];
}

/** Returns the command that installs packages, in the versions that Dateline asks for. */
export function installLine(names: readonly string[], option = " --save-dev"): string {
  const known = versions();
  const exact = names.map((name) => (known[name] === undefined ? name : `${name}@${known[name].replace("^", "")}`));
  return `npm install${option} ${exact.join(" ")}`;
}

/** Loads what needs optional packages. If they are missing, throws the error that says so. */
export async function loadedOr<T>(load: () => Promise<T>, missing: () => DatelineError): Promise<T> {
  try {
    return await load();
  } catch (error) {
    throw error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND" ? missing() : error;
  }
}

/** Returns the optional peers of Dateline and their versions. */
function versions(): Readonly<Record<string, string>> {
  const { peerDependencies } = JSON.parse(readFileSync(packaged("package.json"), "utf8")) as {
    readonly peerDependencies: Readonly<Record<string, string>>;
  };
  return peerDependencies;
}
