import type { Press } from "../model/press.ts";
import type { Page } from "../pages/page.ts";
import type { StyleSheet } from "../styling/styles.ts";

/** One run of Eleventy: the pages to render and what the filters need to render them. */
export interface Rendering {
  readonly press: Press;
  readonly styles: StyleSheet;
  readonly pages: readonly Page[];
}
