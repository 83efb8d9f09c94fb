import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { extensionOf, type SourceFile } from "../model/file.ts";
import type { Problem } from "../model/problem.ts";

const NAME = "pictures.json";

/**
 * Reads every picture to its end: a header can be right and the rest missing. What was whole once is remembered by its
 * bytes in the cache folder and not read again.
 */
export async function pictureProblems(files: Iterable<SourceFile>, cacheDir: string): Promise<Problem[]> {
  const whole = new Set(readWhole(cacheDir));
  const before = whole.size;
  const problems: Problem[] = [];
  for (const { file, path: source, sha256, pixels } of files) {
    if (!pixels || extensionOf(file) === "svg" || whole.has(sha256)) continue;
    try {
      await sharp(source, { failOn: "error" }).resize(64).raw().toBuffer();
      whole.add(sha256);
    } catch {
      problems.push({
        file,
        message:
          "This picture is damaged, or of a kind that cannot be read: it begins like a picture and does not end like one.",
        fix: "Copy it from its source again, or open it in a picture program and save it as JPEG or PNG.",
      });
    }
  }
  if (whole.size > before) {
    mkdirSync(cacheDir, { recursive: true });
    writeFileSync(path.join(cacheDir, NAME), JSON.stringify([...whole].toSorted()));
  }
  return problems;
}

function readWhole(cacheDir: string): readonly string[] {
  try {
    return JSON.parse(readFileSync(path.join(cacheDir, NAME), "utf8")) as readonly string[];
  } catch {
    return [];
  }
}
