import { readFileSync } from "node:fs";
import { publish } from "../../src/build/publish.ts";
import { seenIn, There } from "../../src/build/seen.ts";

/** A process of its own that publishes one tree into another, and says when it begins: to be killed at any moment. */
const [staging = "", output = "", cache = "", list = ""] = process.argv.slice(2);
const files: string[] = JSON.parse(readFileSync(list, "utf8"));
process.stdout.write("begins\n");
publish(
  staging,
  output,
  cache,
  new There(seenIn(output)),
  new Map(files.map((file) => [file, file])),
  new Map(),
  new Map(),
);
process.stdout.write("ends\n");
