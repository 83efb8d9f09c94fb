import type { Rule } from "../rule.ts";

/** The letters that Windows-1252 has where Latin-1 has control characters, from 0x80. */
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** UTF-8 read as Windows-1252 (two and three bytes), UTF-8 read as Windows-1251, and the character for what could not be read. */
const BROKEN =
  /(?:[ÂÃÐÑØÙ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ])+|â[\u0080€][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|(?:[РС][\u00a0-\u00bfЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџЎўЈҐЄЇІіґєјЅѕї]){3,}|\ufffd+/gu;

export const mojibake: Rule = {
  name: "mojibake",
  group: "language",
  severity: "error",
  why: "Letters that were read in the wrong encoding make names unreadable and cannot be quoted.",
  wrong: "The cafÃ© of the training centre",
  right: "The café of the training centre",
  *check(document) {
    for (const passage of document.passages) {
      for (const { 0: found, index } of passage.source.matchAll(BROKEN)) {
        const meant = decoded(found);
        // A capital with a letter-like character after it can be right: "Â»" ends no word that begins with Â alone.
        if (meant === undefined && found !== "\ufffd" && !/^[РС]|\ufffd/.test(found)) continue;
        yield {
          at: document.in(passage, index, found.length),
          message: `“${found}” are letters that were read in the wrong encoding.`,
          fix: meant ? `It should probably be “${meant}”.` : "Look at the original text and type the letters anew.",
          ...(meant ? { replacement: meant } : {}),
        };
      }
    }
  },
};

function decoded(found: string): string | undefined {
  const bytes = [...found].map((letter) => {
    const at = WINDOWS.indexOf(letter);
    return at === -1 ? letter.charCodeAt(0) : 0x80 + at;
  });
  if (bytes.some((byte) => byte > 0xff)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}
