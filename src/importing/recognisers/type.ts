import type { ReleaseType } from "../../model/release.ts";
import { listField, type Recognise } from "../draft.ts";

/** Words of a headline, of a label above it or of a folder's name that say what kind of text it is. */
const kinds: readonly (readonly [ReleaseType, RegExp])[] = [
  ["media-advisory", /^(?:media advisory(?=\s*(?:$|[:–—-]))|анонс|invitation aux médias|convocatoria)/iu],
  [
    "speech",
    /^(?:(?:opening|closing|keynote|welcome|luncheon|prerecorded)?\s*(?:speech|address|remarks|keynote)(?=\s+(?:by|of|from|to|at|on|for|in|during|delivered|given)(?!\p{L})|\s*(?:$|[:–—]|-\s))|speeches|transcript of (?:the )?speech|речь(?! ид[её]т)|выступление|прамова|discours|allocution|discurso|كلمة|讲话|致辞)(?![\p{L}])/iu,
  ],
  [
    "statement",
    /^(?:(?:joint )?(?:press |ministerial )?statements?|заявление|заява|déclaration|declaración|بيان(?! صحفي)|声明)(?:\s+(?:by|of|from|on|at|for)|$|\s*[:–—-])/iu,
  ],
];

/** Speeches, statements and advisories, where the source says so; all else is a press release. */
export const type: Recognise = (draft, { fields, name }) => {
  const title = draft.first<string>("title") ?? "";
  const own = listField(fields, "type", "category", "categories");
  const labels = draft.all<string>("type");
  draft.findings.splice(0, draft.findings.length, ...draft.findings.filter(({ field }) => field !== "type"));
  const folder = name
    .split("/")
    .slice(-6, -1)
    .find((part) => /^(?:speeches|statements|media-advisories)$/i.test(part));
  for (const [words, sure] of [
    ...own.map((words) => [words, "stated"] as const),
    [labels[0], "certain"],
    [title, "certain"],
    [folder, "likely"],
  ] as const) {
    const kind = words && kinds.find(([, pattern]) => pattern.test(words.trim()))?.[0];
    if (words && kind) return draft.found("type", kind, words, sure);
  }
};
