import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Path of the Chromium that browser tests drive. */
    chromium: string;
  }
}

/** First the Chromium without windows: the same engine, which opens and closes pages in half the time. */
const SYSTEM = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Finds a Chromium, or installs one where that can be done without asking; a test never skips itself for want of it. */
export default function findChromium(project: TestProject): void {
  const found = existing() ?? installed();
  if (!found) {
    throw new Error(
      "The browser tests need Chromium and found none. Install it (Debian, Ubuntu: sudo apt-get install chromium), " +
        "or set CHROMIUM_PATH to the program of one that is there.",
    );
  }
  project.provide("chromium", found);
}

/** The Chromium that `CHROMIUM_PATH` names, or that is installed; undefined where there is none. */
export function existing(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== "" && !existsSync(named))
    throw new Error(`CHROMIUM_PATH is ${named}, and no file is there.`);
  return [named, ...SYSTEM, chromium.executablePath()].find(
    (path) => path !== undefined && path !== "" && existsSync(path),
  );
}

function installed(): string | undefined {
  console.log("Chromium is not there: installing it for the browser tests …");
  if (process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    spawnSync("apt-get", ["update", "-qq"], { stdio: "ignore" });
    // Older systems have only the one with windows.
    for (const name of ["chromium-headless-shell", "chromium"])
      if (!existing()) spawnSync("apt-get", ["install", "-y", "-qq", name], { stdio: "ignore" });
  } else {
    try {
      execFileSync(process.execPath, ["node_modules/playwright-core/cli.js", "install", "chromium"], {
        stdio: "inherit",
      });
    } catch {
      return undefined;
    }
  }
  return existing();
}
