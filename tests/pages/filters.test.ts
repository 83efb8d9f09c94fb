import { describe, expect, test } from "vitest";
import { Press } from "../../src/model/press.ts";
import { listPages } from "../../src/pages/lists.ts";
import { good, releaseFile } from "../support/content.ts";

/** The lists of an office with releases of these years and kinds, besides the one of 2017 that is always there. */
function listsWith(releases: readonly (readonly [year: string, type: string, count?: number])[]) {
  const files = releases.flatMap(([year, type, count = 1]) =>
    Array.from({ length: count }, (_, index) => {
      const date = new Date(Date.UTC(Number(year), 0, 1 + index)).toISOString().slice(0, 10);
      return [`releases/${date}-${type}-${index}.md`, releaseFile({ date, type })];
    }),
  );
  const pages = listPages(new Press(good(Object.fromEntries(files)), new Date("2026-11-23T12:00:00Z")));
  const lists = pages.filter((page) => page.kind === "list");
  const at = (url: string) => lists.find((page) => page.url === url);
  return {
    urls: lists.map(({ url }) => url),
    at,
    /** What a list can be narrowed down to: where each choice leads and how many it has; the chosen one in brackets. */
    filters: (url: string) =>
      at(url)?.view.filters?.map(({ word, entries }) => [
        word,
        ...entries.map(({ url, count, isCurrent }) => (isCurrent ? `[${url} ${count}]` : `${url} ${count}`)),
      ]),
  };
}

/** Lists of a year and a kind. */
const isNarrow = (url: string) => /\/types\/[^/]+\/\d{4}\//.test(url);

describe("a list is narrowed down by year and kind of text", () => {
  test("where both together show fewer than each, at an address that says both", () => {
    const { urls, filters } = listsWith([
      ["2018", "statement"],
      ["2018", "speech"],
      ["2019", "statement", 2],
      ["2019", "press-release"],
    ]);
    expect(urls.filter(isNarrow)).toEqual([
      "/en/types/press-release/2019/",
      "/en/types/statement/2019/",
      "/en/types/statement/2018/",
    ]);
    expect(filters("/en/releases/")).toEqual([
      ["choice.year", "[/en/releases/ 6]", "/en/2019/ 3", "/en/2018/ 2", "/en/2017/ 1"],
      [
        "choice.type",
        "[/en/releases/ 6]",
        "/en/types/press-release/ 2",
        "/en/types/statement/ 3",
        "/en/types/speech/ 1",
      ],
    ]);
    expect(filters("/en/2018/")).toEqual([
      ["choice.year", "/en/releases/ 6", "/en/2019/ 3", "[/en/2018/ 2]", "/en/2017/ 1"],
      ["choice.type", "[/en/2018/ 2]", "/en/types/statement/2018/ 1", "/en/types/speech/ 1"],
    ]);
    expect(filters("/en/types/statement/2019/")).toEqual([
      ["choice.year", "/en/types/statement/ 3", "[/en/types/statement/2019/ 2]", "/en/types/statement/2018/ 1"],
      ["choice.type", "/en/2019/ 3", "/en/types/press-release/2019/ 1", "[/en/types/statement/2019/ 2]"],
    ]);
  });

  test("and not where there is nothing to choose", () => {
    expect(listsWith([]).filters("/en/releases/")).toEqual([]);
    const oneKind = listsWith([["2019", "press-release", 3]]);
    expect(oneKind.filters("/en/releases/")?.map(([word]) => word)).toEqual(["choice.year"]);
    expect(oneKind.urls.filter(isNarrow)).toEqual([]);
    const oneYear = listsWith([["2017", "speech", 3]]);
    expect(oneYear.filters("/en/releases/")?.map(([word]) => word)).toEqual(["choice.type"]);
    expect(oneYear.urls.filter(isNarrow)).toEqual([]);
  });

  test("in pages as all lists; only its front can be narrowed down further, so that its numbered pages never change", () => {
    const { urls, at } = listsWith([
      ["2018", "statement", 9],
      ["2018", "speech"],
      ["2019", "statement"],
    ]);
    expect(urls.filter((url) => url.startsWith("/en/types/statement/2018/"))).toEqual([
      "/en/types/statement/2018/",
      "/en/types/statement/2018/page/2/",
      "/en/types/statement/2018/page/1/",
    ]);
    expect(at("/en/types/statement/2018/page/1/")?.view.filters).toBeUndefined();
  });

  test("without being found by search engines or followed, for wider lists have the same", () => {
    const { urls, at } = listsWith([
      ["2018", "statement", 9],
      ["2018", "speech"],
      ["2019", "statement"],
    ]);
    for (const url of urls) {
      expect({ url, isHidden: at(url)?.found.hidden }).toEqual({ url, isHidden: isNarrow(url) });
      const isFollowed = !isNarrow(url) && !/^\/en\/\d{4}\//.test(url);
      expect({ url, isFollowed: at(url)?.view.feeds !== undefined }).toEqual({ url, isFollowed });
    }
  });
});
