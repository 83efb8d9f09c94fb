import { describe, expect, test } from "vitest";
import { Press } from "../../src/model/press.ts";
import { relatedTo } from "../../src/pages/related.ts";
import { good, releaseFile } from "../support/content.ts";

/** Keys of the releases that stand below the one of a file, in the order of the page. */
function related(files: Readonly<Record<string, Readonly<Record<string, string>>>>, key: string): string[] {
  const content = good(
    Object.fromEntries(
      Object.entries(files).map(([name, fields]) => [
        `releases/${name}.md`,
        releaseFile({ date: name.slice(0, 10), location: "smarhon", ...fields }),
      ]),
    ),
  );
  const press = new Press(content, new Date("2026-11-23T12:00:00Z"));
  const release = press.find(key, "en");
  return release ? relatedTo(press, release).map((other) => other.key) : [];
}

describe("below a release stand", () => {
  test("older ones that share most with it, the newer first among equals, three at most", () => {
    const files = {
      "2018-01-01-a": { topics: "[migration]" },
      "2018-01-02-b": { topics: "[migration]", partners: "[european-union]" },
      "2018-01-03-c": {},
      "2018-01-04-d": {},
      "2018-02-01-e": { topics: "[migration]", partners: "[european-union]" },
      "2018-03-01-newer": { topics: "[migration]", partners: "[european-union]" },
    };
    expect(related(files, "2018-02-01-e")).toEqual(["2018-01-02-b", "2018-01-01-a", "2017-01-27-training-centre"]);
  });

  test("first those that it names", () => {
    const files = {
      "2018-01-01-a": {},
      "2018-01-02-b": {},
      "2018-01-03-c": { related: "[2018-01-01-a, 2018-02-01-later]" },
      "2018-02-01-later": {},
    };
    expect(related(files, "2018-01-03-c")).toEqual(["2018-01-01-a", "2018-02-01-later", "2018-01-02-b"]);
  });

  test("none that was withdrawn or superseded", () => {
    const files = {
      "2018-01-01-a": { status: "withdrawn" },
      "2018-01-02-b": { status: "{ is: superseded, replaced_by: 2018-01-03-c }" },
      "2018-01-03-c": {},
    };
    expect(related(files, "2018-01-03-c")).toEqual(["2017-01-27-training-centre"]);
  });
});
