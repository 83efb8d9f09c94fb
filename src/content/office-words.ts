import { readSource } from "./source.ts";

const FILE = "words.txt";

/** Returns the words of `words.txt`, which are spelled right: one per line, in any language; a line with # is a comment. */
export function knownWords(contentDir: string): string[] {
  const source = readSource(contentDir, FILE);
  if (source.is === "wrong") return [];
  return source.value.text
    .split("\n")
    .map((line) => line.replace(/#.*/, "").trim().normalize("NFC"))
    .filter((word) => word !== "");
}
