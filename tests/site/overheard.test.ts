import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { filesIn } from "../../src/build/tree.ts";
import { dateline } from "../support/command.ts";
import { releaseFile } from "../support/content.ts";
import { type TestSite, testSite } from "../support/site.ts";

const SECRET = /zelsecret/i;

/** A site with a draft and an embargoed release, both of which have something to be put right. */
function waitingSite(): TestSite {
  const site = testSite();
  const wrong = "The Zelsecret centre was opened in in Minsk. [Zelsecret] (www.example.org)";
  site.write("2017-02-02-zelsecret-beside.md", releaseFile({ title: "Zelsecret" }, wrong));
  site.write("releases/2017-02-02-zelsecret-draft.md", releaseFile({ title: "Zelsecret", draft: "true" }, wrong));
  site.write(
    "releases/2017-02-03-zelsecret-embargo.md",
    releaseFile({ title: "Zelsecret", embargo: '"2099-01-01T00:00:00Z"' }, wrong),
  );
  return site;
}

test.each([
  ["unknown", {}, false],
  ["public", { CI_PROJECT_VISIBILITY: "public" }, true],
])(
  "a server whose log may be read by others (%s) names nothing that is not public, in no format",
  async (_, env, warns) => {
    const site = waitingSite();
    const log = path.join(path.dirname(site.output), "summary.md");
    const built = await site.build({ CI: "true", ...env }, "--summary", log);
    expect(built).toMatchObject({ code: 0, stdout: expect.stringContaining("withheld  2") });
    expect(built.stdout + built.stderr + readFileSync(log, "utf8")).not.toMatch(SECRET);
    for (const format of ["people", "github", "sarif", "json"]) {
      const { code, stdout, stderr } = await dateline("check", ["--content", site.content, "--format", format], {
        CI: "true",
        ...env,
      });
      expect(code, format).toBe(1);
      expect(stdout + stderr, format).not.toMatch(SECRET);
      expect(stdout.includes("Everybody can read this repository"), format).toBe(warns);
    }
    site.write("releases/2017-02-02-zelsecret-draft.md", "---\ntitle: [\ndraft: true\n---\n");
    const { code, stderr } = await site.build({ CI: "true", ...env });
    expect(code).toBe(1);
    expect(stderr).toContain("1 more thing is to be put right");
    expect(stderr).not.toMatch(SECRET);
  },
);

test("on the office's computer, and in a private repository, all is named", async () => {
  const site = waitingSite();
  for (const env of [{ CI: "" }, { CI: "true", CI_PROJECT_VISIBILITY: "private" }]) {
    const { stdout } = await site.build(env);
    expect(stdout).toContain("zelsecret-draft.md");
  }
});

test("the cache keeps nothing of a text that is not public", async () => {
  const site = waitingSite();
  await site.build({ CI: "true" });
  const cache = path.join(path.dirname(site.output), "cache");
  expect(filesIn(cache)).toContain("releases.v8");
  for (const file of filesIn(cache)) expect(readFileSync(path.join(cache, file), "latin1"), file).not.toMatch(SECRET);
});
