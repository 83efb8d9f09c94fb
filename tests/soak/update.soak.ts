import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { ownFolder } from "../support/folder.ts";
import { firstOfficeIn, gitIn, good, PROGRAM, runIn, tarballIn } from "../support/package.ts";

test("an office that the first version made is updated by the commands that it is told, changes nothing of its own, and passes the check", async () => {
  const whole = ownFolder();
  const tarball = tarballIn(whole);
  const office = await firstOfficeIn(whole);
  await good(runIn(office, "npm", "install", "--no-audit", "--no-fund"));
  const dateline = (...args: readonly string[]) => runIn(office, PROGRAM, ...args);
  await good(dateline("build"));
  await good(gitIn(office, "add", "--all"));
  await good(gitIn(office, "commit", "--quiet", "--message", "An office"));

  await good(runIn(office, "npm", "install", "--no-audit", "--no-fund", tarball));
  // Typst came with the first version; since then it is the office that names it.
  const { stderr: lacks } = await dateline("build");
  const [, typst = ""] = /npm (install \S+)/.exec(lacks) ?? [];
  await good(runIn(office, "npm", ...typst.split(" "), "--no-audit", "--no-fund"));
  expect(await good(dateline("build", "--compare"))).toMatch(/compared {2}\d+ pages? changed, \d+ new, \d+ removed/);
  await good(dateline("check"));
  await good(dateline("check", "--site"));
  expect(
    (await good(gitIn(office, "status", "--porcelain")))
      .split("\n")
      .filter(Boolean)
      .map((line) => line.slice(3)),
  ).toEqual(["package-lock.json", "package.json"]);

  // The first version brought what imports; since then it is the office that names it.
  writeFileSync(path.join(office, "text.md"), "# A school opens\n\nMINSK, 6 March 2023 – A school opened today.\n");
  const { code, stderr } = await dateline("import", "text.md");
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: expect.stringMatching(
      /^✗ The packages that read .* are not installed here\. Install them: npm install --save-dev /,
    ),
  });
  const [, line = ""] = /npm (install --save-dev .*)/.exec(stderr) ?? [];
  await good(runIn(office, "npm", ...line.split(" "), "--no-audit", "--no-fund"));
  await good(dateline("import", "text.md"));
});
