import { diffArrays } from "diff";
import { UNIT } from "../text/units.ts";

/** Words that stand in both texts, or in one of the two only. */
export interface Segment {
  readonly is: "same" | "added" | "removed";
  readonly text: string;
}

/** A line in which something differs. */
export type Line = readonly Segment[];

const WORDS = new RegExp(
  String.raw`\n|\s+|${UNIT}|(?:(?!${UNIT})[\p{L}\p{M}\p{N}\p{Cf}])+(?:['’.,](?=\p{N}|\p{L})(?:(?!${UNIT})[\p{L}\p{M}\p{N}\p{Cf}])+)*|.`,
  "gsu",
);

/** Returns the lines in which two texts differ, word by word. */
export function differences(before: readonly string[], after: readonly string[]): readonly Line[] {
  const wordsOf = (lines: readonly string[]) => lines.join("\n").match(WORDS) ?? [];
  const lines: Segment[][] = [[]];
  for (const { is, text } of joined(diffArrays(wordsOf(before), wordsOf(after)))) {
    for (const [index, part] of text.split("\n").entries()) {
      if (index > 0) lines.push([]);
      if (part !== "") lines.at(-1)?.push({ is, text: part });
    }
  }
  return lines.filter((line) => line.some(({ is, text }) => is !== "same" && text.trim() !== ""));
}

/** Puts changes together between which nothing but a space stays: a reader sees one change, not one for each word. */
function joined(parts: ReturnType<typeof diffArrays<string>>): Segment[] {
  const segments: Segment[] = [];
  let removed = "";
  let added = "";
  const end = () => {
    if (removed !== "") segments.push({ is: "removed", text: removed });
    if (added !== "") segments.push({ is: "added", text: added });
    removed = "";
    added = "";
  };
  for (const [index, part] of parts.entries()) {
    const text = part.value.join("");
    if (part.removed) removed += text;
    else if (part.added) added += text;
    else if (removed !== "" && added !== "" && /^[^\S\n]+$/.test(text) && index < parts.length - 1) {
      removed += text;
      added += text;
    } else {
      end();
      segments.push({ is: "same", text });
    }
  }
  end();
  return segments;
}
