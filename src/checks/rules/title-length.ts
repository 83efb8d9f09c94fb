import type { Rule } from "../rule.ts";

const MOST = 110;

export const titleLength: Rule = {
  name: "title-length",
  group: "craft",
  severity: "warning",
  why: "Search engines, phones and feeds cut a headline off after about 110 characters.",
  wrong:
    "title: The training centre of the border guards was opened in Smarhon by the committee, the programme, the union and others",
  right: "title: Border guards open a new training centre in Smarhon",
  *check(document) {
    const title = document.passages.find(({ kind }) => kind === "title");
    if (!title || [...title.source].length <= MOST) return;
    yield {
      at: document.in(title, 0, 0),
      message: `The title has ${[...title.source].length} characters; more than ${MOST} are cut off in many places.`,
      fix: "Say the news first, and move the rest to the subtitle or the text.",
    };
  },
};
