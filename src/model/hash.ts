import { createHash, hash } from "node:crypto";

/** Returns the SHA-256 of one or more parts, joined by NUL, in hexadecimal. */
export function sha256(...parts: readonly (string | Uint8Array)[]): string {
  // Texts are joined first: hashing in one step takes half as long.
  if (parts.every((part) => typeof part === "string")) return hash("sha256", parts.join("\0"));
  const [first] = parts;
  if (first && parts.length === 1) return hash("sha256", first);
  const made = createHash("sha256");
  for (const [index, part] of parts.entries()) {
    if (index > 0) made.update("\0");
    made.update(part);
  }
  return made.digest("hex");
}

/** Returns the SHA-256 of one or more texts in the shortest form, for what the cache keeps or a build joins tens of thousands of times. */
export function digestOf(...texts: readonly string[]): string {
  return hash("sha256", texts.join("\0"), "base64url");
}
