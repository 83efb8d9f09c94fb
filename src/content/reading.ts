import type { Problem } from "../model/problem.ts";
import type { Site } from "../model/site.ts";
import type { Files } from "./files.ts";

/** A reading of content/: where it is, and what is known and wrong so far. */
export interface Reading {
  readonly contentDir: string;
  readonly site: Site;
  readonly files: Files;
  readonly problems: Problem[];
}
