import { readFileSync } from "node:fs";
import path from "node:path";
import { attempt } from "../model/attempt.ts";
import { DatelineError } from "../model/dateline-error.ts";
import { sha256 } from "../model/hash.ts";
import { isSigned } from "./key.ts";
import { INDEX, type Index, type Part, partFile, partOf, type Row, signatureFile } from "./manifest.ts";
import type { Signed, Source } from "./verdict.ts";

/**
 * Returns a site, or a copy of its folder, as a source for a check. `trusted` are public keys (SPKI, base64) from another source; without
 * any, those in the copy count.
 */
export function copyOf(folder: string, trusted: readonly string[] = []): Source {
  const index = indexOf(read(folder, INDEX).toString("utf8"));
  if (!index) throw damaged(`${INDEX} in ${folder} cannot be read.`);
  return {
    index,
    async part(name) {
      const text = read(folder, partFile(name)).toString("utf8");
      const part = partOf(text);
      if (!part) throw damaged(`${partFile(name)} in ${folder} is no manifest.`);
      return { part, signed: signedBy(part, name, text) };
    },
    async text({ file, sha256: expected }: Row) {
      const bytes = read(folder, file);
      if (sha256(bytes) !== expected) throw damaged(`${file} in ${folder} is not the file that the manifest names.`);
      return bytes.toString("utf8");
    },
  };

  function signedBy({ key, name }: Part, asked: string, text: string): Signed {
    if (name !== asked) return "wrong";
    if (key === undefined) return trusted.length > 0 ? "wrong" : "unsigned";
    const spki = index?.keys[key];
    if (spki === undefined || (trusted.length > 0 && !trusted.includes(spki))) return "wrong";
    return isSigned(text, read(folder, signatureFile(name)), spki) ? "valid" : "wrong";
  }
}

function indexOf(text: string): Index | undefined {
  const index = attempt(() => JSON.parse(text) as Index | null);
  return Array.isArray(index?.parts) && index.keys && index.around ? index : undefined;
}

function damaged(message: string): DatelineError {
  return new DatelineError("damaged", message, "Get another copy of the site.");
}

function read(folder: string, file: string): Buffer {
  const whole = path.join(folder, file);
  const bytes = attempt(() => readFileSync(whole));
  if (bytes) return bytes;
  throw new DatelineError(
    "missing",
    `${whole} cannot be read.`,
    "--site takes the folder of a built site, or a copy of it with its folder “genuine” and the texts of its releases.",
  );
}
