import path from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The files that take longest: a clean clone knows no durations, and one that begins last leaves a core idle. */
const LONGEST = [
  "browser/every-site",
  "browser/looks",
  "product/office",
  "browser/genuine",
  "site/every-site",
  "browser/search",
  "site/addresses",
  "build/workers",
  "build/warm-is-cold",
  "browser/showcase",
  "browser/preview",
  "site/editions",
  "site/folder",
  "site/feeds",
  "site/build",
  "browser/journalist",
  "build/file-cache",
  "release/pdf",
].map((name) => path.resolve(`tests/${name}.test.ts`));

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification) =>
      LONGEST.includes(moduleId) ? LONGEST.indexOf(moduleId) : LONGEST.length;
    return (await super.sort(files)).toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}
