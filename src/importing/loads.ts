import { check } from "../content/check.ts";
import { divide } from "../content/source.ts";
import { readYaml } from "../content/yaml.ts";
import { andThen, type Problem } from "../model/problem.ts";
import { draftSchema, releaseSchema } from "../model/release.ts";

/** What the loader would say of a release's file: it is asked before the file is written, so that no import breaks a build. */
export function problemsOf(file: string, text: string): readonly Problem[] {
  const checked = andThen(divide({ file, text }), (part) =>
    andThen(readYaml(part), (value) => {
      const isDraft = (value as { draft?: unknown }).draft === true;
      return check<unknown>(isDraft ? draftSchema : releaseSchema, part, value);
    }),
  );
  return checked.is === "wrong" ? checked.problems : [];
}
