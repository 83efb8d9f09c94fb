import { expect, test } from "vitest";
import { plainText } from "../../src/rendering/plain-text.ts";

test("lines of plain text break at ordinary blanks only, and keep those where none may break", () => {
  for (let words = 1; words < 40; words++) {
    const text = plainText(`${"mot ".repeat(words)}«\u00a0Oui\u00a0», 10\u202f400\u00a0mètres`, "fr");
    expect(text).toContain("«\u00a0Oui\u00a0»,");
    expect(text).toContain("10\u202f400\u00a0mètres");
    for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(72);
  }
});
