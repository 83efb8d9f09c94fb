import path from "node:path";
import { FileCache } from "../build/file-cache.ts";
import { knownReleases } from "../build/known.ts";
import { outputAt, outputsShown } from "../build/outputs.ts";
import { pagesOf, releasePageAt } from "../build/pages.ts";
import { Store } from "../build/store.ts";
import { inspectFiles } from "../content/inspect.ts";
import { loadContent } from "../content/load.ts";
import type { ReleaseCache } from "../content/release-cache.ts";
import { withTypography } from "../content/typography.ts";
import type { Content } from "../model/content.ts";
import { Press } from "../model/press.ts";
import { inReadingOrder, type Problem } from "../model/problem.ts";
import { publishedBelow } from "../model/published.ts";
import { pathPrefix } from "../model/site.ts";
import type { Page } from "../pages/page.ts";
import { progressOf } from "../reporting/report.ts";
import { StyleSheet } from "../styling/styles.ts";

/** The site as content/ has it now, drafts and embargoed releases included. */
export interface Draft {
  readonly content: Content;
  readonly press: Press;
  /** All pages: made when one is asked for that is no release's. */
  readonly pages: readonly Page[];
}

interface Current extends Draft {
  /** Makes something, and once more if it named files that were not made yet: now they are, and it can say how large they are. */
  whole<T>(make: () => T | Promise<T>): Promise<T>;
  readonly store: Store;
  readonly styles: StyleSheet;
}

/**
 * The site of a preview. Each page or file is made when a browser requests it, from the current content/ and by the code that makes
 * it for the public. So a save shows at once, however many releases there are.
 */
export class PreviewSite {
  readonly #contentDir: string;
  readonly #cacheDir: string;
  readonly #now: () => Date;
  readonly #known: ReleaseCache;
  #current: Current | undefined;
  #rendering: Promise<unknown> = Promise.resolve();

  constructor(contentDir: string, cacheDir: string, now: () => Date) {
    this.#contentDir = contentDir;
    this.#cacheDir = cacheDir;
    this.#known = knownReleases(cacheDir);
    this.#now = now;
  }

  /** The site as it was when content/ last had no mistake. */
  get draft(): Draft | undefined {
    return this.#current;
  }

  /**
   * Reads content/ again. `touched` has the paths of all files that were touched since the last time; the others are taken from the
   * cache. With a problem in content/, the site stays as it was.
   */
  async read(touched?: ReadonlySet<string>): Promise<readonly Problem[]> {
    const releases = path.join(path.resolve(this.#contentDir), "releases");
    if (touched) {
      const within = [...touched].map((file) => path.relative(releases, path.resolve(file)).split(path.sep)[0] ?? "");
      this.#known.touched(within);
    }
    const loaded = loadContent(this.#contentDir, this.#known);
    const { files, problems } = await inspectFiles(loaded.files, this.#cacheDir);
    if (!loaded.content || problems.length > 0) return inReadingOrder([...loaded.problems, ...problems]);
    const content = { ...loaded.content, files };
    const press = new Press(withTypography(content), this.#now(), "preview");
    const published = publishedBelow(pathPrefix(content.site), content.published);
    const kept = new FileCache(this.#cacheDir);
    const store = new Store(kept, outputsShown(press));
    if (!touched) {
      // Only then, because the names of all PDFs have to be computed for it.
      store.keep();
      kept.forgetUnused();
    }
    let pages: readonly Page[] | undefined;
    this.#current = {
      content,
      press,
      get pages() {
        pages ??= pagesOf(press, store.sizeOf, published);
        return pages;
      },
      async whole(make) {
        const made = await make();
        if (!(await store.fillAsked(progressOf("pictures")))) return made;
        pages = undefined;
        return make();
      },
      store,
      styles: this.#stylesFor(press, touched),
    };
    return [];
  }

  /** Keeps the styles if neither they nor site.yaml can have changed. */
  #stylesFor(press: Press, touched: ReadonlySet<string> | undefined): StyleSheet {
    const isRelease = (file: string) => file.endsWith(".md");
    const before = this.#current?.styles;
    return before && touched && [...touched].every(isRelease) ? before : new StyleSheet(press);
  }

  /** Returns the file at an address without the site's prefix: its name in the output, and its bytes. */
  async at(url: string): Promise<{ readonly file: string; readonly bytes: string | Uint8Array } | undefined> {
    const current = this.#current;
    if (!current) return undefined;
    const name = path.posix.normalize(url).replace(/^\/+|\/+$/g, "");
    const { press, store } = current;
    const index = path.posix.join(name, "index.html");
    const page = await current.whole(() => {
      const found =
        releasePageAt(press, index, store.sizeOf) ?? current.pages.find(({ file }) => file === name || file === index);
      // Making the view asks for all sizes that the page shows.
      return found?.view && found;
    });
    if (page) return { file: page.file, bytes: await this.#rendered(current, page) };
    if (store.has(name)) {
      const bytes = await store.read(name);
      return bytes.length > 0 ? { file: name, bytes } : undefined;
    }
    const output = outputAt(press, current.pages, name);
    return output && { file: name, bytes: await current.whole(() => output.make(store)) };
  }

  /** Renders one page after the other, because Eleventy cannot render two at once. */
  #rendered({ press, styles }: Current, page: Page): Promise<string> {
    const rendered = this.#rendering.then(async () => {
      const { renderPage } = await import("../eleventy/render.ts");
      return renderPage({ press, styles, pages: [page] });
    });
    this.#rendering = rendered.catch(() => {});
    return rendered;
  }
}
