import type { Rule } from "../rule.ts";

/** Characters that cannot be seen, and what they are called. */
const invisible: Readonly<Record<string, string>> = {
  "\u00ad": "a soft hyphen",
  "\u200b": "a zero-width space",
  "\u2060": "a word joiner",
  "\ufeff": "a byte order mark",
  "\u180e": "a Mongolian vowel separator",
  "\u200c": "a zero-width non-joiner",
  "\u200d": "a zero-width joiner",
  "\u200e": "a left-to-right mark",
  "\u200f": "a right-to-left mark",
};

const HIDDEN =
  /[\u00ad\u200b\u2060\ufeff\u180e]|[\u200c-\u200f]|[\u202a-\u202e\u2066-\u2069]+|[\u{e0000}-\u{e007f}]+|(?![\n\t])\p{Cc}/gu;

/** Where joiners and marks of direction have their use: Arabic and Indic scripts, emoji, and all who write from right to left. */
const NEAR = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Bengali}\p{Extended_Pictographic}]/u;

export const invisibleCharacters: Rule = {
  name: "invisible-characters",
  group: "language",
  severity: "warning",
  why: "What cannot be seen breaks searching and copying, and controls of direction can make a text read other than it is.",
  wrong: "The training\u200b centre was opened.",
  right: "The training centre was opened.",
  *check(document) {
    for (const passage of document.passages) {
      for (const { 0: found, index } of passage.source.matchAll(HIDDEN)) {
        const around = passage.source.slice(Math.max(0, index - 3), index + 4);
        const isMark = /[\u200c-\u200f]/.test(found);
        if (isMark && (NEAR.test(around) || /^(?:ar|fa|he|ur)/.test(passage.lang))) continue;
        if (/[\u{e0000}-\u{e007f}]/u.test(found) && /\p{Extended_Pictographic}/u.test(around)) continue;
        const isControl = /[\u202a-\u202e\u2066-\u2069]|[\u{e0000}-\u{e007f}]/u.test(found);
        const code = `U+${found.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}`;
        yield {
          at: document.in(passage, index, found.length),
          message: isControl
            ? `Here stands an invisible control character (${code}): the text may read other than it is.`
            : `Here stands ${invisible[found] ?? "a control character"} (${code}), which nobody sees.`,
          fix: isControl ? "Delete it, and read the line again." : "Delete it.",
          ...(isControl ? { severity: "error" } : { replacement: "" }),
        };
      }
    }
  },
};
