import { describe, expect, test } from "vitest";
import { movedAddresses, recorded } from "../../src/model/published.ts";
import type { Release } from "../../src/model/release.ts";

const release = (title: string, date = "2018-03-11") => ({ lang: "en", title, date }) as Release;
const at = (addresses: Record<string, Release>) => new Map(Object.entries(addresses));
const moved = (...given: Parameters<typeof movedAddresses>) => Object.fromEntries(movedAddresses(...given));

describe("the list of published addresses", () => {
  const first = recorded({ "/en/2010/gone/": "2010-01-01" }, at({ "/en/2018/a/": release("Wells") }), "2018-03-12");

  test("keeps what it had, and the day each address was first seen", () => {
    expect(Object.keys(first)).toEqual(["/en/2010/gone/", "/en/2018/a/"]);
    expect(first["/en/2010/gone/"]).toBe("2010-01-01");
    const later = recorded(first, at({ "/en/2018/a/": release("Wells for all") }), "2019-01-01");
    expect(later["/en/2018/a/"]).toMatch(/^2018-03-12 [0-9a-f]{12}$/);
    expect(later["/en/2018/a/"]).not.toBe(first["/en/2018/a/"]);
  });

  test("knows a release again by language, day and title, and remembers where it went though it changes later", () => {
    const renamed = at({ "/en/2018/b/": release("Wells") });
    expect(moved(first, renamed)).toEqual({ "/en/2018/a/": "/en/2018/b/" });
    const second = recorded(first, renamed, "2018-04-01");
    expect(second["/en/2018/a/"]).toMatch(/^2018-03-12 [0-9a-f]{12} \/en\/2018\/b\/$/);
    expect(moved(second, at({ "/en/2018/b/": release("Wells for all") }))).toEqual({ "/en/2018/a/": "/en/2018/b/" });
    // Renamed once more: both old addresses lead to the newest.
    expect(moved(second, at({ "/en/2018/c/": release("Wells") }))).toEqual({
      "/en/2018/a/": "/en/2018/c/",
      "/en/2018/b/": "/en/2018/c/",
    });
  });

  test("guesses at nothing", () => {
    expect(moved(first, at({ "/en/2018/b/": release("Another") }))).toEqual({});
    expect(moved(first, at({ "/en/2018/b/": release("Wells", "2018-03-10") }))).toEqual({});
    expect(moved(first, at({ "/en/2018/b/": release("Wells"), "/en/2018/c/": release("Wells") }))).toEqual({});
    // An address that was recorded without a mark, by an older version.
    expect(moved({ "/en/2018/a/": "2018-03-12" }, at({ "/en/2018/b/": release("Wells") }))).toEqual({});
    // Two that lead to each other lead nowhere.
    expect(moved({ "/x/": "2018-01-01 a /y/", "/y/": "2018-01-01 b /x/" }, at({}))).toEqual({});
  });
});
