import { readFileSync } from "node:fs";
import path from "node:path";
import { DatelineError } from "../model/dateline-error.ts";
import { sha256 } from "../model/hash.ts";
import { isSigned } from "./key.ts";
import { INDEX, type Index, partFile, partOf, type Row, signatureFile } from "./manifest.ts";
import type { Signed, Source } from "./verdict.ts";

/**
 * Returns a site, or a copy of its folder, as a source for a check. `trusted` are public keys (SPKI, base64) from another source; without
 * any, those in the copy count.
 */
export function copyOf(folder: string, trusted: readonly string[] = []): Source {
  const index = JSON.parse(read(folder, INDEX).toString("utf8")) as Index;
  return {
    index,
    async part(name) {
      const text = read(folder, partFile(name)).toString("utf8");
      const part = partOf(text);
      if (!part)
        throw new DatelineError(
          "damaged",
          `${partFile(name)} in ${folder} is no manifest.`,
          "Get another copy of the site.",
        );
      return { part, signed: signedBy(part.key, text) };
    },
    async text({ file, sha256: expected }: Row) {
      const bytes = read(folder, file);
      if (sha256(bytes) !== expected)
        throw new DatelineError(
          "damaged",
          `${file} in ${folder} is not the file that the manifest names.`,
          "Get another copy of the site.",
        );
      return bytes.toString("utf8");
    },
  };

  function signedBy(key: string | undefined, text: string): Signed {
    if (key === undefined) return "unsigned";
    const spki = index.keys[key];
    if (spki === undefined || (trusted.length > 0 && !trusted.includes(spki))) return "wrong";
    const name = partOf(text)?.name ?? "";
    return isSigned(text, read(folder, signatureFile(name)), spki) ? "valid" : "wrong";
  }
}

function read(folder: string, file: string): Buffer {
  const whole = path.join(folder, file);
  try {
    return readFileSync(whole);
  } catch {
    throw new DatelineError(
      "missing",
      `${whole} cannot be read.`,
      "--site takes the folder of a built site, or a copy of it with its folder “genuine” and the texts of its releases.",
    );
  }
}
