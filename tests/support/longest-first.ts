import path from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The files that take longest: a clean clone knows no durations, and one that begins last leaves a core idle. */
const LONGEST = [
  "product/office",
  "browser/every-site",
  "gitlab",
  "browser/genuine",
  "browser/looks",
  "browser/search",
  "site/build",
  "site/editions",
  "build/workers",
  "site/addresses",
  "site/feeds",
  "browser/showcase",
  "site/search",
  "release/pdf",
  "build/file-cache",
  "browser/preview",
  "build/warm-is-cold",
  "site/every-site",
  "workflow",
  "site/pictures",
  "site/share",
  "build/places",
  "site/templates",
  "site/folder",
  "browser/journalist",
].map((name) => path.resolve(`tests/${name}.test.ts`));

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification) =>
      LONGEST.includes(moduleId) ? LONGEST.indexOf(moduleId) : LONGEST.length;
    return (await super.sort(files)).toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}
