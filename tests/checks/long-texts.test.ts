import { expect, test } from "vitest";
import { findingsIn, releaseOf } from "../support/check.ts";

/** What a rule says of a text. */
async function said(rule: string, text: string): Promise<string[]> {
  const findings = await findingsIn({ "releases/2018-03-04-a.md": releaseOf(text) });
  return findings.flatMap((finding) => (finding.rule === rule ? [finding.message] : []));
}

test.each([4000, 12_000])(
  "S3: a word of %i letters is not looked up, in a text or a title, and the check says so",
  async (count) => {
    const word = "abcdefghij".repeat(count / 10);
    for (const text of [
      `The ${word} opened.`,
      `title: The ${word}\n---\nIt opened.`,
      `Центр ${"абвгдежзик".repeat(count / 10)} открыт.`,
    ]) {
      expect(await said("spelling", text)).toEqual([
        expect.stringMatching(new RegExp(`^“\\p{L}{20}…” has ${count} letters and was not looked at\\.$`, "u")),
      ]);
    }
  },
);

test("S3: words that are long in their language are looked at, and lines of Chinese are no words", async () => {
  const long = await said(
    "spelling",
    "The interdisciplinarycounterrevolutionarychairwomanship of Минобразованияинауки opened.",
  );
  expect(long).toEqual([expect.stringContaining("is in no dictionary")]);
  const chinese = (await findingsIn({ "releases/2018-03-04-a.md": releaseOf("中".repeat(4000), "zh") }, ["zh"])).map(
    ({ rule }) => rule,
  );
  expect(chinese).not.toContain("spelling");
});

test("S3: capitals and full stops at the beginning do not take twice the time with each repetition", {
  timeout: 20_000,
}, async () => {
  expect(
    await said(
      "acronym",
      `${"A.1.".repeat(25)} the ABCD opened a centre for all the people of the valley, which is new and has many rooms.`,
    ),
  ).toHaveLength(1);
});

test("of a text that is wrong everywhere, so much is listed as somebody may read, and that there is more", async () => {
  const wrong = await said("glued-sentences", "The centre opened.It is new.Yes it is.\n\n".repeat(2000));
  expect(wrong).toHaveLength(100);
  expect(wrong.at(-1)).toContain("There is more of this kind below that is not listed.");
});
