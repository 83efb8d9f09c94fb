import type { SiteUrl } from "../model/address.ts";
import { aliasOf, encodedPath } from "../model/alias.ts";
import type { Press } from "../model/press.ts";
import { movedAddresses, type Published } from "../model/published.ts";
import type { PublicRelease as Release } from "../model/release.ts";
import { absolute, fileUrl, homeUrl, isSiteUrl, outputFile, releaseUrl } from "../model/urls.ts";
import { frame } from "./frame.ts";
import { type Page, PageOf } from "./page.ts";

declare module "./page.ts" {
  interface Views {
    readonly moved: ReturnType<typeof movedView>;
  }
}

/** An address that leads on to a release. */
export interface Redirect {
  /** From the host's root, encoded. */
  readonly from: SiteUrl;
  readonly query: string;
  /** The page that leads on; none where only a host can. */
  readonly file: string | undefined;
  readonly to: Release;
  /** The day the release was first seen there, where the list of published addresses knows. */
  readonly since: string | undefined;
}

/** Every address that leads on: the old ones that public releases name, and those that they have moved away from. */
export function redirectsOf(press: Press, published: Published): Redirect[] {
  const { site } = press;
  const addressed = new Map<string, Release>(press.releases.map((release) => [releaseUrl(site, release), release]));
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
      add({ from, query, file, to: release, since: published[from]?.slice(0, 10) });
    }
  }
  for (const [from, to] of movedAddresses(published, addressed)) {
    const release = addressed.get(to);
    if (release && isSiteUrl(site, from))
      add({ from, query: "", file: outputFile(site, from), to: release, since: published[from]?.slice(0, 10) });
  }
  return [...found.values()].toSorted((a, b) =>
    a.from < b.from ? -1 : a.from > b.from ? 1 : a.query < b.query ? -1 : 1,
  );
}

/** A page at each address that leads on, for hosts that cannot: it leads on by itself, and says in words where to. */
export function movedPages(press: Press, published: Published, pages: readonly Page[]): Page[] {
  const claimed = new Set(pages.map(({ file }) => file));
  return redirectsOf(press, published).flatMap((redirect) => {
    const { from, file, to } = redirect;
    if (file === undefined || claimed.has(file)) return [];
    return new PageOf({
      kind: "moved",
      url: from,
      file,
      lang: to.lang,
      sources: () => [to.file],
      view: () => movedView(press, redirect),
    });
  });
}

function movedView(press: Press, { from, to, since }: Redirect) {
  const { site } = press;
  const { lang, title } = to;
  const url = releaseUrl(site, to);
  return {
    frame: frame(press, { url: from, lang, description: "", versions: [], canonical: url }),
    breadcrumb: [{ word: "nav.home", url: homeUrl(site, lang) }, { word: "moved.title" }],
    to: { url, absolute: absolute(site, url), title },
    since,
  };
}
