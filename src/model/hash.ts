import { createHash } from "node:crypto";

/** SHA-256 in hexadecimal: of one part its own, of several that of all, with a NUL between them. */
export function sha256(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const [index, part] of parts.entries()) {
    if (index > 0) hash.update("\0");
    hash.update(part);
  }
  return hash.digest("hex");
}
