import type { Words } from "../model/content.ts";
import type { Press } from "../model/press.ts";
import type { Styles } from "../outputs/styles.ts";
import type { Kind, Page } from "../pages/page.ts";

/** One run of Eleventy: the pages to render and what the filters need to render them. */
export interface Rendering {
  readonly press: Press;
  readonly words: Words;
  readonly styles: ReadonlyMap<Kind, Styles>;
  readonly pages: readonly Page[];
}
