import path from "node:path";
import type { SiteUrl } from "../model/address.ts";
import { aliasOf, encodedPath } from "../model/alias.ts";
import { grouped } from "../model/grouped.ts";
import { type CachedFiles, ListedFile, type OutputFile } from "../model/output-file.ts";
import type { Press } from "../model/press.ts";
import { movedAddresses, type Published } from "../model/published.ts";
import type { PublicRelease } from "../model/release.ts";
import { absolute, fileUrl, isSiteUrl, outputFile, releaseUrl } from "../model/urls.ts";
import { addressesOf } from "./addressed.ts";
import { framed } from "./frame.ts";
import { type Page, PageOf } from "./page.ts";

declare module "./page.ts" {
  interface Views {
    readonly moved: ReturnType<typeof movedView>;
  }
}

/** The target of a redirect. */
interface Target {
  readonly url: SiteUrl;
  readonly lang: string;
  readonly title: string;
  /** The source file of a release. */
  readonly source?: string;
}

/** A redirect. */
export interface Redirect {
  /** From the host's root, encoded. */
  readonly from: SiteUrl;
  readonly query: string;
  /** The page that redirects; none if only a host can. */
  readonly file: string | undefined;
  readonly to: Target;
  /** The day on which the release was first seen there, if the list of published addresses knows it. */
  readonly since: string | undefined;
}

/** Returns every redirect: from the old addresses that public releases name, and from those from which releases, lists and pages have moved. */
export function redirectsOf(press: Press, published: Published, pages: readonly Page[]): Redirect[] {
  const { site } = press;
  const targetOf = (release: PublicRelease): Target => {
    const { lang, title, file } = release;
    return { url: releaseUrl(site, release), lang, title, source: file };
  };
  const found = new Map<string, Redirect>();
  const add = (redirect: Redirect) => {
    const key = redirect.file ?? `${redirect.from}?${redirect.query}`;
    if (!found.has(key)) found.set(key, redirect);
  };
  for (const release of press.releases) {
    for (const written of release.aliases ?? []) {
      const alias = aliasOf(written);
      if (!alias) continue;
      const { path, query, file } = alias;
      const from = fileUrl(site, encodedPath(file === undefined || file === path ? path : `${path}/`));
      add({ from, query, file, to: targetOf(release), since: published[from]?.slice(0, 10) });
    }
  }
  const isAnyPublished = Object.keys(published).length > 0;
  const moved = isAnyPublished ? [...movedAddresses(published, addressesOf(press, pages))] : [];
  const targets = new Map<string, Target>();
  if (moved.length > 0) {
    for (const page of pages) targets.set(page.url, pageTarget(page));
    for (const release of press.releases) targets.set(releaseUrl(site, release), targetOf(release));
  }
  for (const [from, to] of moved) {
    const target =
      targets.get(to) ?? (isSiteUrl(site, to) ? { url: to, lang: site.default_language, title: to } : undefined);
    if (target && isSiteUrl(site, from))
      add({ from, query: "", file: outputFile(site, from), to: target, since: published[from]?.slice(0, 10) });
  }
  return [...found.values()].toSorted((a, b) =>
    a.from < b.from ? -1 : a.from > b.from ? 1 : a.query < b.query ? -1 : 1,
  );
}

function pageTarget(page: Page): Target {
  return {
    url: page.url,
    lang: page.lang,
    get title() {
      const { view } = page;
      if ("heading" in view && "phrase" in view.heading) return view.heading.phrase.text;
      return "title" in view ? view.title : page.url;
    },
  };
}

/** Returns a page for each redirect, for hosts that cannot redirect. It redirects by itself, and has a link. */
export function movedPages(press: Press, published: Published, pages: readonly Page[]): Page[] {
  const redirects = redirectsOf(press, published, pages);
  if (redirects.length === 0) return [];
  const claimed = new Set(pages.map(({ file }) => file));
  return redirects.flatMap((redirect) => {
    const { from, file, to } = redirect;
    if (!file?.endsWith(".html") || claimed.has(file)) return [];
    return new PageOf({
      kind: "moved",
      url: from,
      file,
      lang: to.lang,
      sources: () => (to.source === undefined ? [] : [to.source]),
      view: () => movedView(press, redirect),
    });
  });
}

/**
 * Returns the other forms and feeds of releases and lists that have moved, at their old addresses: a text, a feed or a document cannot
 * redirect, so that the same bytes are at both addresses.
 */
export function movedFiles(
  press: Press,
  published: Published,
  pages: readonly Page[],
  outputs: readonly OutputFile[],
): OutputFile[] {
  const redirects = redirectsOf(press, published, pages).filter(({ from }) => from in published);
  if (redirects.length === 0) return [];
  const taken = new Set([...pages, ...outputs].map(({ file }) => file));
  const beside = grouped(outputs, ({ file }) => [path.posix.dirname(file)]);
  const copies = redirects.flatMap(({ from, to }) => {
    const [old, now] = [outputFile(press.site, from), outputFile(press.site, to.url)];
    if (!from.endsWith("/")) {
      const same = outputs.find(({ file }) => file === now);
      return same ? [copied(same, old)] : [];
    }
    const [folder, nowFolder] = [path.posix.dirname(old), path.posix.dirname(now)];
    return (beside.get(nowFolder) ?? []).map((output) =>
      copied(output, path.posix.join(folder, renamed(output.file, folder))),
    );
  });
  return copies.filter(({ file }) => !taken.has(file));
}

/** Returns the name of a form in another folder. It begins with the name of the folder, as it did with that of the release. */
function renamed(file: string, folder: string): string {
  const [name, own] = [path.posix.basename(file), path.posix.basename(path.posix.dirname(file))];
  return name.startsWith(`${own}.`) ? path.posix.basename(folder) + name.slice(own.length) : name;
}

function copied(output: OutputFile, file: string): OutputFile {
  const make = (kept: CachedFiles) => (output.costly ? kept.read(output.file) : output.make(kept));
  return new ListedFile(file, () => output.hash, make);
}

function movedView(press: Press, { from, to, since }: Redirect) {
  const { site } = press;
  const { lang, title, url } = to;
  return {
    ...framed(press, { url: from, lang, description: "", versions: [], canonical: url }, { word: "moved.title" }),
    to: { url, absolute: absolute(site, url), title },
    since,
  };
}
