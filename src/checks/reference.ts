import { rules } from "./rules.ts";
import { pageRules } from "./site/page-rules.ts";

const groups = {
  language: "Language",
  craft: "Craft",
  trust: "Trust",
  reach: "Reach",
  people: "People",
} as const;

/** The chapter of docs/checks.md that lists all rules, made from the rules themselves. */
export function rulesReference(): string {
  const chapters = Object.entries(groups).map(([group, heading]) =>
    [
      `## ${heading}`,
      "",
      ...rules
        .filter((rule) => rule.group === group)
        .flatMap(({ name, severity, why, wrong, right }) => [
          `### ${name}`,
          "",
          `${severity[0]?.toUpperCase()}${severity.slice(1)}. ${why}`,
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
