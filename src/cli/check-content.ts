import { knownReleases } from "../build/known.ts";
import type { Answers } from "../checks/ask-links.ts";
import { entriesOf } from "../checks/entries.ts";
import { exampleOrigin } from "../checks/example-origin.ts";
import { asFinding, type Finding } from "../checks/finding.ts";
import type { Checked } from "../checks/findings.ts";
import { linksOf } from "../checks/markup.ts";
import { addressOf } from "../checks/rules/links.ts";
import { filesWithoutCredit } from "../checks/rules/pictures.ts";
import type { Coming } from "../content/coming.ts";
import { loadContent } from "../content/load.ts";
import type { Content } from "../model/content.ts";
import { publicFrom, withheldOf } from "../model/press.ts";
import type { Problem } from "../model/problem.ts";
import { findingsOf } from "./check-threads.ts";

/** The name of the rule under which the problems of files that cannot be read are reported. */
export const UNREADABLE = "content";

export interface ContentCheck {
  /** The folder of the cache. */
  readonly cache: string;
  readonly now: Date;
  readonly only?: ReadonlySet<string> | undefined;
  /** Whether it is the office's own content, which is published. Only other content may have the address of an example. */
  readonly isOffice?: boolean;
  /** Asks the sites to which content links, if wanted. */
  readonly ask?: ((content: Content) => Promise<Answers>) | undefined;
}

interface CheckedContent extends Checked {
  /** The texts that become public later, the next one first. */
  readonly waiting: readonly Coming[];
}

/** Reads a content folder and checks it. If it cannot be read, the problems are the only findings, and nothing becomes public. */
export async function checkContent(folder: string, options: ContentCheck, threads?: number): Promise<CheckedContent> {
  const { now, only, ask } = options;
  const loaded = loadContent(folder, knownReleases(options.cache));
  if (!loaded.content) return unreadable(loaded.problems);
  const { content, problems } = await withCredits(loaded.content, options);
  if (problems.length > 0) return unreadable(problems);
  const answers = ask ? (await ask(content)).answers : undefined;
  const checked = await findingsOf(content, { contentDir: folder, now, only, answers }, threads);
  const origin = options.isOffice ? exampleOrigin(folder, content.site.origin) : [];
  return {
    ...checked,
    findings: [...origin, ...asFindings(content.warnings, "warning"), ...checked.findings],
    waiting: waitingIn(content, now),
  };
}

/** Returns the addresses of other sites to which the texts link. */
export function addressesOf(content: Content, only?: ReadonlySet<string>): string[] {
  const links = entriesOf(content, only).flatMap(({ release, page }) => linksOf((release ?? page)?.body ?? ""));
  return [...new Set(links.map(({ url }) => addressOf(url)).filter((url) => /^https?:\/\//i.test(url)))];
}

/** Inspects only the pictures that have no credit, because reading a picture takes long. */
async function withCredits(
  content: Content,
  { cache, only }: ContentCheck,
): Promise<{ readonly content: Content; readonly problems: readonly Problem[] }> {
  const named = entriesOf(content, only).flatMap(({ release }) => (release ? filesWithoutCredit(release) : []));
  const wanted = new Map(
    named.flatMap((name) => {
      const file = content.files.get(name);
      return file ? [[name, file] as const] : [];
    }),
  );
  if (wanted.size === 0) return { content, problems: [] };
  const { inspectFiles } = await import("../content/inspect.ts");
  const { files, problems } = await inspectFiles(wanted, cache);
  return { content: { ...content, files: new Map([...content.files, ...files]) }, problems };
}

function waitingIn(content: Content, now: Date): Coming[] {
  return withheldOf(content, now).flatMap(({ file, standing }) => {
    const at = publicFrom(standing, content.site);
    return at === undefined ? [] : [{ file, at }];
  });
}

function unreadable(problems: readonly Problem[]): CheckedContent {
  return { findings: asFindings(problems, "error"), documents: 0, unspelled: [], waiting: [] };
}

function asFindings(problems: readonly Problem[], severity: Finding["severity"]): Finding[] {
  return problems.map((problem) => asFinding(problem, UNREADABLE, severity));
}
