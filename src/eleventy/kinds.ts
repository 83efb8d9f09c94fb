import type { UserConfig } from "@11ty/eleventy";
import { type Kind, kinds, type Page } from "../pages/page.ts";
import type { Rendering } from "./rendering.ts";

/** A class, because Eleventy shares instances between pages but copies plain objects into each. */
class Stale {
  readonly byKind: Readonly<Record<string, readonly Page[]>>;
  constructor(pages: readonly Page[]) {
    this.byKind = Object.fromEntries(kinds.map((kind) => [kind, pages.filter((page) => page.kind === kind)]));
  }
}

/** One virtual template for each kind of page, run once for each page of that kind. */
export function addKinds(config: UserConfig, { pages }: Rendering): void {
  config.addGlobalData("stale", new Stale(pages));
  for (const kind of kinds)
    config.addTemplate(`${kind}.njk`, `{% set view = current.view %}{% extends "layouts/${kind}.njk" %}`, dataOf(kind));
}

function dataOf(kind: Kind) {
  return {
    kind,
    pagination: { data: `stale.byKind.${kind}`, size: 1, alias: "current" },
    permalink: ({ current }: { current: Page }) => current.file,
    eleventyExcludeFromCollections: true,
  };
}
