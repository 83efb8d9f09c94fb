import path from "node:path";
import { ReleaseCache } from "../content/release-cache.ts";
import { codeVersion } from "./code.ts";

/** Returns the cache of releases in a folder. */
export function knownReleases(cacheDir: string): ReleaseCache {
  return new ReleaseCache(path.join(cacheDir, "releases.v8"), codeVersion());
}
