import path from "node:path";
import { ReleaseCache } from "../content/release-cache.ts";
import { codeVersion } from "./templates.ts";

/** The code that reads releases. */
const READING = ["src/content", "src/model", "src/text"];

/** What was known of releases when a command that kept it in this folder last ended its reading. */
export function knownReleases(cacheDir: string): ReleaseCache {
  return new ReleaseCache(path.join(cacheDir, "releases.v8"), codeVersion(READING));
}
