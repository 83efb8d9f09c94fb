import { rules } from "../../src/checks/rules.ts";
import { pageRules } from "../../src/checks/site/page-rules.ts";
import { grouped } from "../../src/model/grouped.ts";

const capitalised = (word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

/** The chapter of docs/checks.md that lists all rules, made from the rules themselves. */
export function rulesReference(): string {
  const chapters = [...grouped(rules, ({ group }) => [group])].map(([group, own]) =>
    [
      `## ${capitalised(group)}`,
      "",
      ...own.flatMap(({ name, severity, why, wrong, right }) => [
        `### ${name}`,
        "",
        `${capitalised(severity)}. ${why}`,
        "",
        "```text",
        ...example("✗", wrong),
        ...example("✓", right),
        "```",
        "",
      ]),
    ].join("\n"),
  );
  const site = pageRules.map(({ name, severity, why }) => `| \`${name}\` | ${severity} | ${why} |`);
  return [
    ...chapters,
    "## The built pages",
    "",
    "`npm run check -- --site` checks `_site/`, or any folder of pages: `--output folder`.",
    "",
    "| rule | | why |",
    "| --- | --- | --- |",
    ...site,
    "| `site-feeds` | error | A feed that is not well-formed is read by nobody. |",
    "",
  ].join("\n");
}

/** Invisible characters are shown by their number. */
function example(sign: string, words: string): string[] {
  const seen = words.replace(
    /\u200b|\u0301/g,
    (letter) => `[U+${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}]`,
  );
  return seen.split("\n").map((line, index) => `${index === 0 ? sign : " "} ${line}`.trimEnd());
}
