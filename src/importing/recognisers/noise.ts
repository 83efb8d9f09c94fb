import { noise as table } from "../data.ts";
import type { Recognise } from "../draft.ts";

const lines = table.map(({ is, why }) => ({ is: new RegExp(is, "iu"), why }));
const LONGEST = 2000;

/** Takes out what is no part of any release: navigation, sharing, cookies, wire services' tails. Never a line with more in it. */
export const noise: Recognise = (draft) => {
  for (const block of [...draft.blocks]) {
    if ((block.kind !== "paragraph" && block.kind !== "list") || block.text.length > LONGEST) continue;
    const why = lines.find(({ is }) => is.test(block.text))?.why;
    if (why) draft.drop(block, why);
  }
};
