import { expect, test } from "vitest";
import { rules } from "../../src/checks/rules.ts";
import { findingsIn, releaseOf, rulesFiring } from "../support/check.ts";
import { examples } from "./examples.ts";

/** What stands in brackets in the docs needs more than one file: `several-files.test.ts`. */
const shown = (text: string) => (text.startsWith("(") ? [] : [["en", text] as const]);

test.each(rules)("$name fires on its wrong examples, and not on its right ones", async ({ name, wrong, right }) => {
  const wrongs = [...shown(wrong), ...(examples[name]?.wrong ?? [])];
  const rights = [...shown(right), ...(examples[name]?.right ?? [])];
  const fired = async (texts: typeof wrongs) => {
    const names = await rulesFiring(texts);
    return texts.map(([, text], index) => [text, names[index]?.includes(name)]);
  };
  expect(await fired(wrongs)).toEqual(wrongs.map(([, text]) => [text, true]));
  expect(await fired(rights)).toEqual(rights.map(([, text]) => [text, false]));
});

test("every rule has its table", () => {
  expect(Object.keys(examples).toSorted()).toEqual(rules.map(({ name }) => name).toSorted());
});

/** What one rule finds in a text, and what it says of it. */
async function found(rule: string, text: string): Promise<[found: string, message: string][]> {
  const all = await findingsIn({ "releases/2018-03-04-example.md": releaseOf(text) });
  return all.filter((finding) => finding.rule === rule).map((finding) => [finding.found, finding.message]);
}

test("a speaker who stands among the words of a quote is named", async () => {
  expect(await found("quote-speaker", "> “We need peace.” — **Anna Kavalenka**, Representative")).toEqual([
    ["“", "Anna Kavalenka is named inside this quote, so it is shown without its speaker."],
  ]);
});

test("of a quotation that a second paragraph goes on with without opening it again, the second is named", async () => {
  expect(await found("quotation-marks", "She said: “We need peace.\n\nWe need it now.”")).toEqual([
    ["”", "This quotation mark closes what was never opened."],
  ]);
});

/** What a rule tells an editor to do. */
async function fixes(rule: string, text: string): Promise<string[]> {
  const all = await findingsIn({ "releases/2018-03-04-example.md": releaseOf(text) });
  return all.filter((finding) => finding.rule === rule).map(({ severity, fix }) => `${severity}: ${fix}`);
}

test.each([
  ["See [the report] (https://example.org/report).", "error: Write: [the report](https://example.org/report)"],
  ["See (the plan)[www.example.org].", "error: Write: [the plan](https://www.example.org)"],
  ["![A ribbon] (My Photo 1.JPG)", "error: Write: ![A ribbon](My Photo 1.JPG)"],
  [
    "[the report](https://example.org/report for all",
    "error: Close it with a bracket: [the report](https://example.org/report)",
  ],
  [
    "See [the report](https://example.org/a_(b) for all.",
    "error: Close it with a bracket: [the report](https://example.org/a_(b))",
  ],
  ["![A ribbon](My Photo 1.JPG", "error: Close it with a bracket: ![A ribbon](My Photo 1.JPG)"],
  [
    "![A ribbon]<My Photo 1.JPG>",
    "error: Write the picture's file in round brackets behind it: ![A ribbon](My Photo 1.JPG)",
  ],
  ["![[ribbon.jpg|A ribbon]]", "error: Write the picture's file in round brackets behind it: ![A ribbon](ribbon.jpg)"],
])("T1: %s is an error, with the line to write", async (text, fix) => {
  expect(await fixes("visible-markup", text)).toEqual([fix]);
});

test("bullet points between tabs are a list and no table", async () => {
  expect(await fixes("visible-markup", "They have:\n\n\t•\tA pump\n\t•\tA roof")).toEqual([
    "warning: Begin it with a hyphen and a space, and leave an empty line above the list.",
  ]);
});

test.each([
  [
    '<blockquote class="twitter-tweet"><p>Hi</p><a href="https://twitter.com/undp/status/12">1 May</a></blockquote> <script async src="https://platform.twitter.com/widgets.js"></script>',
    "https://twitter.com/undp/status/12",
  ],
  [
    '<blockquote data-instgrm-permalink="https://www.instagram.com/p/AbC/"></blockquote><script src="//www.instagram.com/embed.js"></script>',
    "https://www.instagram.com/p/AbC/",
  ],
  [
    '<script async src="https://telegram.org/js/telegram-widget.js?22" data-telegram-post="undp/5"></script>',
    "https://t.me/undp/5",
  ],
  [
    '<a href="other">it</a> <div data-src="visualisation/12"></div><script src="https://public.flourish.studio/resources/embed.js"></script>',
    "https://…",
  ],
])("T9: the code of a post is no attack, and the message says what to write: %s", async (code, post) => {
  expect(await fixes("hidden-text", code)).toEqual([
    `error: Delete all of it, and link to the post: [what it says](${post})`,
  ]);
});

test("T1: a link to a picture is told how to show it", async () => {
  expect(await fixes("inner-links", "! [A ribbon](My Photo 1.JPG)")).toEqual([
    "error: To show it, put the file beside the release, and an exclamation mark right before the square bracket: ![A ribbon](My Photo 1.JPG)",
  ]);
});

test("T4: marks of one kind are told once, with all lines in which they stand", async () => {
  const [fault, ...more] = await found(
    "visible-markup",
    "The ** no ** ministry.\n\nAnd **here **too.\n\nAnd ** there.",
  );
  expect(fault?.[1]).toMatch(/^The marks \*\* make nothing bold here: readers see them\. Also in lines \d+, \d+\.$/);
  expect(more).toEqual([]);
  expect(await fixes("visible-markup", "| G. Town | Number |\n| Minsk | 714 |")).toEqual([
    expect.stringContaining("| --- | --- |"),
  ]);
  expect(await fixes("visible-markup", "##C Heading")).toEqual(["warning: Write: ## C Heading"]);
});

test.each([
  ["Replace [insert ID] by your number.", "warning"],
  ["The form says <name>.", "warning"],
  ["Lorem ipsum dolor sit amet.", "warning"],
  ["title: The [insert name] opens", "error"],
  ["> We need peace.\n>\n> — [name], Representative", "error"],
  ["The centre trains XX officers.", "error"],
  ["The centre trains 60 officers [check with Anna].", "error"],
  ["draft: true\n---\nThe centre trains XX officers.", "warning"],
])("only what no published text has stops a publication as a placeholder: %s", async (text, severity) => {
  const all = await findingsIn({ "releases/2018-03-04-example.md": releaseOf(text) });
  expect(all.filter(({ rule }) => rule === "placeholder").map((finding) => finding.severity)).toEqual([severity]);
});

test("T4: the same is found in a standing page", async () => {
  const all = await findingsIn({ "pages/about.md": "---\ntitle: About\n---\n\nWe are the ** no ** office.\n" });
  expect(all.filter(({ rule }) => rule === "visible-markup").map(({ file, line }) => `${file} ${line}`)).toEqual([
    "pages/about.md 5",
  ]);
});

test.each([
  [
    '<iframe src="https://www.youtube.com/embed/AAAAAAAAAAA" title="Film"></iframe>',
    "https://www.youtube.com/watch?v=AAAAAAAAAAA",
    "Film",
  ],
  [
    "<iframe src='https://www.youtube-nocookie.com/embed/AAAAAAAAAAA?rel=0'></iframe>",
    "https://www.youtube.com/watch?v=AAAAAAAAAAA",
    "",
  ],
  ['<iframe src="https://player.vimeo.com/video/123456?h=1"></iframe>', "https://vimeo.com/123456", ""],
  ['<embed src="//www.youtube.com/v/AAAAAAAAAAA">', "https://www.youtube.com/watch?v=AAAAAAAAAAA", ""],
  ['<video src="https://media.example.org/film.mp4" controls></video>', "https://media.example.org/film.mp4", ""],
  [
    '<object data="https://www.dailymotion.com/embed/video/x1abc"></object>',
    "https://www.dailymotion.com/video/x1abc",
    "",
  ],
  ["{{< youtube AAAAAAAAAAA >}}", "https://www.youtube.com/watch?v=AAAAAAAAAAA", ""],
  ["[embed]https://youtu.be/AAAAAAAAAAA[/embed]", "https://www.youtube.com/watch?v=AAAAAAAAAAA", ""],
  ["[youtube=http://www.youtube.com/watch?v=AAAAAAAAAAA&w=600]", "https://www.youtube.com/watch?v=AAAAAAAAAAA", ""],
])("T9: %s is told to be a video, with the lines to write", async (html, address, title) => {
  const text = `The film was shown today.\n\n${html}\n\nIt runs for 12 minutes.`;
  const [fix = ""] = await fixes("visible-markup", text);
  const words = JSON.stringify(title || "The title of the video");
  expect(fix).toContain(`video:\n  - url: ${JSON.stringify(address)}\n    title: ${words}`);
  expect(await fixes("hidden-text", text)).toEqual([]);
});

test("T9: a map, or another page, is told to be linked to", async () => {
  const map = '<iframe src="https://maps.example.org/?x=1&amp;y=2" title="Map"></iframe>';
  expect(await fixes("visible-markup", map)).toEqual([
    expect.stringContaining("[Map](https://maps.example.org/?x=1&y=2)"),
  ]);
});

test.each([
  ["withdrawn", "date: \\d{4}-\\d\\d-\\d\\d, "],
  ["{ is: withdrawn, date: 2018-04-02, hide_title: true }", "date: 2018-04-02, hide_title: true, "],
  ["{ is: superseded, date: 2018-04-02, reason: 'Figures: final' }", 'date: 2018-04-02, reason: "Figures: final", '],
])("a status that says too little keeps what it says in the line to write: %s", async (status, kept) => {
  const [fix = "", ...more] = await fixes("status-reason", `status: ${status}\n---\nPeople came.`);
  expect(more).toEqual([]);
  expect(fix).toMatch(new RegExp(`^warning: Write: status: \\{ is: \\w+, ${kept}(?:reason|replaced_by): `));
});
