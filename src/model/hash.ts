import { createHash } from "node:crypto";

/** Returns the SHA-256 of one or more parts, joined by NUL, in hexadecimal. */
export function sha256(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const [index, part] of parts.entries()) {
    if (index > 0) hash.update("\0");
    hash.update(part);
  }
  return hash.digest("hex");
}
