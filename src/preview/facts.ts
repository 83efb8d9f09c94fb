import { statSync } from "node:fs";
import path from "node:path";
import { findings } from "../checks/findings.ts";
import type { Release } from "../model/release.ts";
import { absolute, fileUrl, listUrl, releaseUrl, twinFile } from "../model/urls.ts";
import type { Page } from "../pages/page.ts";
import { editorUrl } from "./editor-url.ts";
import type { Draft } from "./site.ts";
import type { Facts, Told } from "./told.ts";

/** A page with more sources is a list of a year or more, for which `npm run check` is the right tool. */
const MOST_SOURCES = 30;

/** Returns what the bar shows for the page at an address; undefined if there is no page. */
export function factsOf({ press, pages }: Draft, contentDir: string, url: string): Facts | undefined {
  const page = pages.find((other) => other.url === url);
  if (!page) return undefined;
  const { site } = press;
  const { around, description, elsewhere, hidden, share = around.share } = page.view.frame;
  const release = releaseOf(page, press.releases);
  const card = release && cardPage(release, page, pages, listUrl(site, page.lang, "releases"));
  return {
    ...(release ? { status: statusOf(release, press.standing(release)) } : {}),
    isPublic: !hidden,
    description,
    address: absolute(site, page.url),
    ...(hidden ? {} : { share: { src: new URL(share.url).pathname, alt: share.alt ?? "" } }),
    languages: Object.entries(elsewhere)
      .filter(([lang]) => lang !== page.lang)
      .map(([lang, other]) => ({ lang, label: site.languages[lang]?.label ?? lang, url: other })),
    ...(card ? { card } : {}),
    ...(release ? { plainText: fileUrl(site, twinFile(release, "txt")) } : {}),
    sources: page.sources.slice(0, MOST_SOURCES).map((file) => ({ file, open: editorUrl(contentDir, file) })),
  };
}

/** Returns what the check finds in the sources of a page. */
export async function findingsOn(draft: Draft, contentDir: string, url: string): Promise<readonly Told[] | undefined> {
  const page = draft.pages.find((other) => other.url === url);
  if (!page || page.sources.length > MOST_SOURCES) return undefined;
  if (page.sources.length === 0) return [];
  const only = new Set(page.sources);
  const checked = await findings(draft.content, { contentDir, now: draft.press.now, only });
  return checked.findings
    .filter(({ severity }) => severity !== "hint")
    .map(({ severity, message, fix, file, line, column }) => ({
      severity,
      message,
      fix,
      place: `${file}, line ${line}`,
      open: editorUrl(contentDir, file, line, column),
    }));
}

/** Returns the address of the release that was saved last; undefined if there is none. */
export function newestChanged({ content }: Draft, contentDir: string): string | undefined {
  const saved = (release: Release) =>
    statSync(path.join(contentDir, release.file), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const all = content.releases.map((release) => ({ release, at: saved(release) }));
  const [newest] = all.toSorted((a, b) => b.at - a.at);
  return newest && releaseUrl(content.site, newest.release);
}

function releaseOf(page: Page, releases: readonly Release[]): Release | undefined {
  const [source] = page.kind === "release" ? page.sources : [];
  return releases.find(({ file }) => file === source);
}

function statusOf({ status }: Release, standing: { readonly is: string; readonly until?: string }): string {
  if (standing.is === "draft") return "Draft";
  if (standing.is === "embargoed") return `Embargoed until ${standing.until}`;
  return status.is === "live" ? "Public" : `Public, ${status.is}`;
}

/** Returns the page of the list of all releases that has a release's card. Its address names the card. */
function cardPage(release: Release, page: Page, pages: readonly Page[], list: string): string | undefined {
  const found = pages.find(
    (other) => other.kind === "list" && other.url.startsWith(list) && other.sources.includes(release.file),
  );
  return found && `${found.url}?card=${encodeURIComponent(page.url)}`;
}
