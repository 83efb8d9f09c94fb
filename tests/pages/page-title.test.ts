import { expect, test } from "vitest";
import { pageTitle } from "../../src/pages/page-title.ts";

const NAMES = ["Rivers Partnership, Highland Lakes Office", "Rivers Partnership"];
const long = "Sixty-four river gauges give villages hours of warning before a flood";

test.each([
  ["Early warning", NAMES, "Early warning – Rivers Partnership, Highland Lakes Office"],
  ["Wells for a hundred and twelve schools", NAMES, "Wells for a hundred and twelve schools – Rivers Partnership"],
  [long, NAMES, long],
  [`${long} in the night of the festival`, NAMES, `${long} in the night of the festival`],
  ["Highland Lakes Office", NAMES, "Highland Lakes Office – Rivers Partnership"],
  ["Rivers Partnership, Highland Lakes Office", NAMES, "Rivers Partnership, Highland Lakes Office"],
  ["UNICEF visits", ["UN, Côte d'Ivoire", "UN"], "UNICEF visits – UN, Côte d'Ivoire"],
  ["Highland Lakes Office", ["Highland Lakes Office"], "Highland Lakes Office"],
  ["Côte d&#39;Ivoire", ["UN, Côte d'Ivoire", "UN"], "Côte d&#39;Ivoire – UN"],
  ["A &lt;b&gt; &amp; c", ["R&D <x>"], "A &lt;b&gt; &amp; c – R&amp;D &lt;x&gt;"],
  [`${"&amp;".repeat(58)}`, ["Riverside"], `${"&amp;".repeat(58)}`],
  [`${"&amp;".repeat(57)}`, ["Riverside"], `${"&amp;".repeat(57)} – Riverside`],
  [`${"𝔄".repeat(57)}`, ["Riverside"], `${"𝔄".repeat(57)} – Riverside`],
])("A4: the title of the page %s under the names %j", (title, names, whole) => {
  expect(pageTitle(title, names)).toBe(whole);
});
