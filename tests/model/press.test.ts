import { describe, expect, test } from "vitest";
import { epochOf } from "../../src/model/instant.ts";
import { phoneOf } from "../../src/model/phone.ts";
import { Press, withheldOf } from "../../src/model/press.ts";
import type { PublicRelease, Release } from "../../src/model/release.ts";
import { card } from "../../src/pages/card.ts";
import { tellingOf } from "../../src/release/sections.ts";
import { withheldReport } from "../../src/reporting/report.ts";
import { good, releaseFile } from "../support/content.ts";

const FILE = "releases/2018-03-04-centre.md";

/** Whether the release with these fields is public at a moment. */
function isPublic(fields: Readonly<Record<string, string>>, now: string): boolean {
  const press = new Press(good({ [FILE]: releaseFile(fields) }), new Date(now));
  return press.releases.some((release) => release.file === FILE);
}

describe("the gate", () => {
  test.each([
    ["a release", {}, "2018-03-04T12:00:00Z", true],
    ["a draft", { draft: "true" }, "2018-03-04T12:00:00Z", false],
    ["under embargo", { embargo: '"2026-03-04 09:00 +03:00"' }, "2026-03-04T05:59:59Z", false],
    ["embargo lifted", { embargo: '"2026-03-04 09:00 +03:00"' }, "2026-03-04T06:00:00Z", true],
    ["embargo in UTC", { embargo: "2026-03-04T09:00:00Z" }, "2026-03-04T08:59:59Z", false],
    ["embargo without a colon in the offset", { embargo: '"2026-03-04 09:00 +0300"' }, "2026-03-04T06:00:00Z", true],
    ["to be published later", { published: '"2026-03-04 09:00 +03:00"' }, "2026-03-04T05:59:59Z", false],
    ["dated tomorrow, at 23:59 in Minsk", { date: "2026-03-05" }, "2026-03-04T20:59:59Z", false],
    ["dated tomorrow, at midnight in Minsk", { date: "2026-03-05" }, "2026-03-04T21:00:00Z", true],
  ] as const)("%s", (_, fields, now, expected) => {
    expect(isPublic(fields, now)).toBe(expected);
  });

  const LANGUAGES =
    "name: X\ndescription: Y\norigin: https://press.example.org\ndefault_language: en\nlanguages: { en: { label: English, dir: ltr }, ru: { label: Русский, dir: ltr } }\ntimezone: Europe/Minsk\npress_office: press-office\n";
  const folder = (original: Record<string, string>, translation: string) => ({
    "site.yaml": LANGUAGES,
    "strings/en.yaml": "skip: Skip\n",
    "strings/ru.yaml": "skip: Дальше\n",
    "releases/2018-03-04-centre/en.md": releaseFile(original),
    "releases/2018-03-04-centre/ru.md": `---\ntitle: Центр\n${translation}---\n\nТекст.\n`,
  });
  const languages = (files: Record<string, string>) =>
    new Press(good(files), new Date("2020-01-01T00:00:00Z")).releases
      .filter((release) => release.key === "2018-03-04-centre")
      .map((release) => release.lang);

  test("a translation waits for its original, even with an earlier embargo of its own", () => {
    expect(languages(folder({}, ""))).toEqual(["en", "ru"]);
    expect(languages(folder({ draft: "true" }, ""))).toEqual([]);
    expect(languages(folder({ embargo: "2021-01-01T00:00:00Z" }, "embargo: 2019-01-01T00:00:00Z\n"))).toEqual([]);
    expect(languages(folder({}, "draft: true\n"))).toEqual(["en"]);
  });

  test("a preview shows all and says how each stands; the person who builds learns what is withheld", () => {
    const content = good({ [FILE]: releaseFile({ draft: "true" }) });
    const now = new Date("2020-01-01T00:00:00Z");
    const preview = new Press(content, now, "preview");
    expect(preview.releases.map((release) => preview.standing(release).is)).toEqual(["public", "draft"]);
    expect(withheldOf(content, now)).toEqual([{ file: FILE, standing: { is: "draft" } }]);
  });

  test("of thousands of releases that wait, the person who builds learns how many there are and which are next", () => {
    const embargo = (n: number) => ({ embargo: `"20${20 + (n % 70)}-03-04 09:00 +03:00"` });
    const many = Array.from(
      { length: 300 },
      (_, n) => [`releases/2018-01-01-r${n}.md`, releaseFile({ title: `R ${n}`, ...embargo(n) })] as const,
    );
    const content = good({
      ...Object.fromEntries(many),
      "releases/2018-01-02-day.md": releaseFile({ title: "Day", date: "2020-01-03" }),
      "releases/2018-01-03-later.md": releaseFile({ title: "Later", embargo: '"2020-01-02 22:00 +00:00"' }),
      "releases/2018-01-04-draft.md": releaseFile({ title: "Draft", draft: "true" }),
    });
    const now = new Date("2020-01-01T00:00:00Z");
    const { count, lines } = withheldReport(withheldOf(content, now));
    expect(count).toBe(303);
    expect(lines).toHaveLength(11);
    // In Minsk, the day begins an hour before the embargo ends.
    expect(lines.slice(0, 3).join("\n")).toMatch(/2018-01-02-day\.md\n.*2018-01-03-later\.md\n.*2020-03-04 .*-r0\.md/);
    expect(lines.at(-1)).toBe("  … and 293 more");
    expect(withheldReport(withheldOf(content, now), true).lines).toHaveLength(1);
  });
});

test("a release that did not pass the gate does not compile where a page or another form takes one", () => {
  const passed = (press: Press, release: PublicRelease) => [card(press, release, "en"), tellingOf(press, release)];
  // @ts-expect-error a release of content/ may be a draft
  const page = (press: Press, release: Release) => card(press, release, "en");
  // @ts-expect-error a release of content/ may be a draft
  const forms = (press: Press, release: Release) => tellingOf(press, release);
  expect([passed, page, forms]).toHaveLength(3);
});

describe("what only a withheld release names", () => {
  const PARTNER = "name: Secret Donor\n";
  const files = (fields: Record<string, string>) => ({
    "partners/secret-donor.yaml": PARTNER,
    "contacts/secret-spokesman.yaml": "name: Secret Spokesman\nemail: secret@example.org\n",
    [FILE]: releaseFile({ partners: "[secret-donor]", contacts: "[press-office, secret-spokesman]", ...fields }),
  });
  const names = (press: Press) => [
    press.terms.partners.has("secret-donor"),
    press.terms.contacts.has("secret-spokesman"),
  ];
  const NOW = new Date("2026-11-23T12:00:00Z");

  test("is not known to the public, and is when the release comes out", () => {
    expect(names(new Press(good(files({ embargo: '"2027-01-01 00:00 +00:00"' })), NOW))).toEqual([false, false]);
    expect(names(new Press(good(files({ draft: "true" })), NOW, "preview"))).toEqual([true, true]);
    expect(names(new Press(good(files({})), NOW))).toEqual([true, true]);
  });

  test("stays known where a public release names it too, or no release does, or it is the press office", () => {
    const both = {
      ...files({ draft: "true" }),
      "releases/2018-03-05-other.md": releaseFile({ partners: "[secret-donor]" }),
    };
    const press = new Press(good(both), NOW);
    expect(names(press)).toEqual([true, false]);
    expect(press.terms.contacts.has("press-office")).toBe(true);
    expect(new Press(good({ "partners/new-friend.yaml": PARTNER }), NOW).terms.partners.has("new-friend")).toBe(true);
  });
});

test("releases are in order of publication, whatever the files are called", () => {
  const press = new Press(
    good({
      "releases/2018-03-04-a.md": releaseFile({ date: "2018-03-04" }),
      "releases/2018-03-04-b.md": releaseFile({ date: "2018-03-04", published: '"2018-03-03 10:00 +03:00"' }),
      "releases/2016-01-01-c.md": releaseFile({ date: "2019-01-01" }),
    }),
    new Date("2020-01-01T00:00:00Z"),
  );
  expect(press.releases.map((release) => release.slug)).toEqual(["training-centre", "b", "a", "c"]);
});

test("a moment is read with its offset", () => {
  expect(epochOf("2026-03-04 09:00 +03:00")).toBe(Date.UTC(2026, 2, 4, 6));
  expect(epochOf("2026-03-04T09:00:30.5-0130")).toBe(Date.UTC(2026, 2, 4, 10, 30, 30, 500));
});

test.each([
  ["+375 17 327 48 76", undefined, "+375173274876"],
  ["+ 375 17 327 48 76", undefined, "+375173274876"],
  ["8 (017) 327-48-76", "BY", "+375173274876"],
  ["327 48 76", undefined, undefined],
  ["call us", "BY", undefined],
])("the phone number %s is dialled as it should", (number, country, dialled) => {
  expect(phoneOf(number, country)?.dialled).toBe(dialled);
});
