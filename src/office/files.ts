import { readFileSync } from "node:fs";
import { packaged } from "../roots.ts";
import { contentFiles, type Files, placeOf } from "./content.ts";
import { hosts, type OfficeAnswers } from "./hosts.ts";
import { importPackages, pdfPackages, spellingPackages } from "./optional-packages.ts";

/** The commands of an office, as npm scripts. */
const COMMANDS = ["start", "new", "import", "check", "build", "due", "verify-site"];

/** All files of a new office. `dateline` is the version, or the file, of Dateline that it depends on. */
export function officeFiles(answers: OfficeAnswers, dateline: string, today: string): Files {
  const own = (name: string) => readFileSync(packaged(name), "utf8");
  const manifest = {
    name: "press-site",
    private: true,
    type: "module",
    description: `The press site of ${answers.name}`,
    engines: { node: ">=20.19" },
    scripts: Object.fromEntries(COMMANDS.map((name) => [name, `dateline ${name}`])),
    dependencies: { dateline, ...asked(pdfPackages()) },
    devDependencies: asked([...importPackages(), ...spellingPackages(answers.languages)].toSorted()),
    // esbuild puts its program for this machine in place; exifreader's script does nothing here.
    allowScripts: { esbuild: true, exifreader: false },
  };
  return {
    "package.json": `${JSON.stringify(manifest, undefined, 2)}\n`,
    "README.md": own("starter/README.md").replace("{name}", () => answers.name),
    ".gitignore": "node_modules/\n_site/\n.cache/\n",
    ".nvmrc": "24\n",
    ".editorconfig": own(".editorconfig"),
    ".vscode/extensions.json": own(".vscode/extensions.json"),
    ".vscode/tasks.json": own(".vscode/tasks.json"),
    ".vscode/settings.json": own(".vscode/settings.json").replaceAll('"docs/', '"node_modules/dateline/docs/'),
    ".vscode/dateline.code-snippets": snippets(own(".vscode/dateline.code-snippets"), answers),
    ...contentFiles(answers, today),
    ...Object.fromEntries(Object.entries(hosts[answers.host].files).map(([file, source]) => [file, own(source)])),
  };
}

/** Packages as package.json names them: of each the version that Dateline asks for. */
function asked(names: readonly string[]): Record<string, "*"> {
  return Object.fromEntries(names.map((name) => [name, "*"]));
}

/** Dateline's snippets with the office's own names in place of the first release's. */
function snippets(written: string, answers: OfficeAnswers): string {
  const place = placeOf(answers);
  return written
    .replaceAll("smarhon", place?.id ?? "place")
    .replaceAll("{5:state-border-committee}", "{5}")
    .replaceAll("Border guards open a new training centre", "What happened, as a sentence")
    .replaceAll("State Border Committee", "Who counted it")
    .replaceAll("Press office / Anna Kavalenka", `${answers.name.replaceAll(/["\\$}]/g, "")} / First Name Surname`)
    .replaceAll("Anna Kavalenka", "First Name Surname");
}
