import { expect, test } from "vitest";
import { logoFor } from "../../src/share/files.ts";

test("a logo stands in the mark's block, but one with words in a font of the machine does not", async () => {
  const logo = (inner: string) => {
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 122">${inner}</svg>`;
    return logoFor({ file: "logo.svg", path: "logo.svg", size: 1, sha256: "", drawing });
  };
  expect(Buffer.from((await logo('<path d="M0 0h60v122z"/>')) ?? []).toString("latin1", 1, 4)).toBe("PNG");
  expect(await logo("<text>Office</text>")).toBeUndefined();
});
