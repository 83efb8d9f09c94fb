import type { Release } from "../model/release.ts";
import { absolute, outputFile, releaseUrl } from "../model/urls.ts";
import { escapeMarkdown } from "../text/escape.ts";
import type { Comparison } from "./comparison.ts";
import type { Built } from "./site.ts";

/** Returns the numbers of new, changed and removed pages in one line. */
export function comparisonLine({ added, changed, removed }: Comparison): string {
  const counted = (count: number) => `${count} ${count === 1 ? "page" : "pages"}`;
  return `${counted(changed.length)} changed, ${added.length} new, ${removed.length} removed`;
}

/** The headings of a summary, in order, and the releases under each. */
const groups: readonly { readonly heading: string; has(release: Release, is: "added" | "changed"): boolean }[] = [
  { heading: "Withdrawn", has: ({ status }) => status.is === "withdrawn" },
  { heading: "New", has: ({ status }, is) => status.is !== "withdrawn" && is === "added" },
  { heading: "Changed", has: ({ status }, is) => status.is !== "withdrawn" && is === "changed" },
];

/** Returns what a build would publish, in Markdown, for reviewers: new, changed, withdrawn and waiting releases. */
export function publicationSummary({ press, summary }: Built, comparison: Comparison): string {
  const { site, releases } = press;
  const [added, changed] = [new Set(comparison.added), new Set(comparison.changed)];
  const touched = releases.flatMap((release) => {
    const url = releaseUrl(site, release);
    const file = outputFile(site, url);
    const is = added.has(file) ? "added" : changed.has(file) ? "changed" : undefined;
    return is ? [{ release, is, address: absolute(site, url) } as const] : [];
  });
  const sections = groups.flatMap(({ heading, has }) => {
    const lines = touched.filter(({ release, is }) => has(release, is));
    return lines.length === 0
      ? []
      : [
          `#### ${heading}`,
          lines.map(({ release, address }) => `- [${escapeMarkdown(release.title)}](${address})`).join("\n"),
        ];
  });
  const waiting = summary.withheld.lines.map((line) => `- \`${line.trim()}\``);
  return [
    "### What is published",
    `${comparisonLine(comparison)}.`,
    ...sections,
    ...(waiting.length > 0 ? ["#### Not published yet", waiting.join("\n")] : []),
    "",
  ].join("\n\n");
}
