import type { ReleaseType } from "../../model/release.ts";
import { type Recognise, textField } from "../draft.ts";

/** Words of a headline, of a label above it or of a folder's name that say what kind of text it is. */
const kinds: readonly (readonly [ReleaseType, RegExp])[] = [
  ["media-advisory", /^(?:media advisory|анонс|invitation aux médias|convocatoria)/iu],
  [
    "speech",
    /^(?:(?:opening|closing|keynote|welcome|luncheon|prerecorded)?\s*(?:speech|address|remarks|keynote)|speeches|transcript of (?:the )?speech|речь|выступление|прамова|discours|allocution|discurso|كلمة|讲话|致辞)(?![\p{L}])/iu,
  ],
  [
    "statement",
    /^(?:(?:joint )?(?:press |ministerial )?statements?|заявление|заява|déclaration|declaración|بيان(?! صحفي)|声明)(?:\s+(?:by|of|from|on|at|for)|$|\s*[:–—-])/iu,
  ],
];

/** Speeches, statements and advisories, where the source says so; all else is a press release. */
export const type: Recognise = (draft, { fields, name }) => {
  const title = draft.first<string>("title") ?? "";
  const own = textField(fields, "type", "category", "categories");
  const labels = draft.all<string>("type");
  draft.findings.splice(0, draft.findings.length, ...draft.findings.filter(({ field }) => field !== "type"));
  const folder = name
    .split("/")
    .slice(-6, -1)
    .find((part) => /^(?:speeches|statements|media-advisories)$/i.test(part));
  for (const [words, sure] of [
    [own, "stated"],
    [labels[0], "certain"],
    [title, "certain"],
    [folder, "likely"],
  ] as const) {
    const kind = words && kinds.find(([, pattern]) => pattern.test(words.trim()))?.[0];
    if (words && kind) return draft.found("type", kind, words, sure);
  }
};
