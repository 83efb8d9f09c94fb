import { check } from "../content/check.ts";
import { divide } from "../content/front-matter.ts";
import { readYaml } from "../content/yaml.ts";
import type { Problem } from "../model/problem.ts";
import { draftSchema, releaseSchema } from "../model/release.ts";

/** What the loader would say of a release's file: it is asked before the file is written, so that no import breaks a build. */
export function problemsOf(file: string, text: string): readonly Problem[] {
  const part = divide({ file, text });
  if ("message" in part) return [part];
  const read = readYaml(part);
  if ("problems" in read) return read.problems;
  const isDraft = (read.value as { draft?: unknown }).draft === true;
  const checked = check(isDraft ? draftSchema : releaseSchema, part, read.value);
  return "problems" in checked ? checked.problems : [];
}
