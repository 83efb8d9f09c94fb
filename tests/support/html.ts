import { spawnSync } from "node:child_process";
import vnu from "vnu-jar";

/** What the Nu Html Checker says of files, in one process for all: an error a line. */
export function errorsOfHtml(files: readonly string[]): readonly string[] {
  if (files.length === 0) return [];
  const options = ["--errors-only", "--skip-non-html", "--format", "gnu"];
  // Compiled quickly rather than well: the process ends before better code would pay.
  const machine = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss16m"];
  const { stderr, status, error } = spawnSync("java", [...machine, "-jar", String(vnu), ...options, ...files], {
    encoding: "utf8",
    maxBuffer: 50_000_000,
  });
  if (error)
    throw new Error(
      "The HTML is checked with the Nu Html Checker, which needs Java. Install it (Debian, Ubuntu: sudo apt-get install default-jre-headless).",
    );
  const said = stderr.trim() || (status === 0 ? "" : `It ends with ${status}.`);
  return said.split("\n").filter(Boolean);
}
