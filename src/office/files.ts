import { readFileSync } from "node:fs";
import { packaged } from "../roots.ts";
import type { OfficeAnswers } from "./answers.ts";
import { contentFiles, type Files, placeOf } from "./content.ts";
import { hostFiles } from "./hosts.ts";
import { importTools } from "./import-tools.ts";

/** The commands of an office, as npm scripts. */
const COMMANDS = ["start", "new", "import", "check", "build", "due", "verify-site"];

/** All files of a new office. `dateline` is the version, or the file, of Dateline that it depends on. */
export function officeFiles(answers: OfficeAnswers, dateline: string, today: string): Files {
  const own = (name: string) => readFileSync(packaged(name), "utf8");
  return {
    "package.json": `${JSON.stringify(
      {
        name: "press-site",
        private: true,
        type: "module",
        description: `The press site of ${answers.name}`,
        engines: { node: ">=20.19" },
        scripts: Object.fromEntries(COMMANDS.map((name) => [name, `dateline ${name}`])),
        dependencies: { dateline },
        // Of each the version that Dateline asks for.
        devDependencies: Object.fromEntries(Object.keys(importTools()).map((name) => [name, "*"])),
        // esbuild puts its program for this machine in place; exifreader's script does nothing here.
        allowScripts: { esbuild: true, exifreader: false },
      },
      undefined,
      2,
    )}\n`,
    "README.md": readme(answers),
    ".gitignore": "node_modules/\n_site/\n.cache/\n",
    ".nvmrc": "24\n",
    ".editorconfig": own(".editorconfig"),
    ".vscode/extensions.json": own(".vscode/extensions.json"),
    ".vscode/tasks.json": own(".vscode/tasks.json"),
    ".vscode/settings.json": own(".vscode/settings.json").replaceAll(
      '"docs/schemas/',
      '"node_modules/dateline/docs/schemas/',
    ),
    ".vscode/dateline.code-snippets": snippets(own(".vscode/dateline.code-snippets"), answers),
    ...contentFiles(answers, today),
    ...hostFiles(answers.host),
  };
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

function readme({ name }: OfficeAnswers): string {
  return `# The press site of ${name}

Made with [Dateline](node_modules/dateline/README.md). You need Node.js 20.19 or newer.

| to | run |
| --- | --- |
| see the site while you write, drafts included | \`npm start\` |
| write a new release | \`npm run new\` |
| make a release of a text, a web page or a Word document | \`npm run import -- FILE\` |
| look for mistakes | \`npm run check\` |
| make the site in \`_site/\` | \`npm run build\` |
| know what becomes public next, and when | \`npm run due\` |
| compare what is public with what was built | \`npm run verify-site\` |
| get a new version of Dateline | \`npm update dateline\`, or \`npm install ./dateline-X.tgz\` |

Releases are files in \`content/releases/\`; whose site this is, is in \`content/site.yaml\`. A template, a style sheet or an icon of
Dateline is replaced by a file of the same name here, and single words of the interface by lines in \`content/strings/\`.
`;
}
