import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { load, releaseFile, report } from "../support/content.ts";
import { ownFolder } from "../support/folder.ts";

const FOLDER = "releases/2018-03-04-centre";
const FILE = `${FOLDER}/en.md`;
const DOCUMENT = releaseFile({ documents: "[{ file: env.txt, title: Report }]" });
const SECRET = "TOKEN=hunter2";

/** A file outside of every content folder, such as the machine that builds has. */
function secretFile(name = "secret.txt", text = SECRET): string {
  const folder = ownFolder();
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** Runs what the file system would allow a superuser only, as somebody else. */
function asNobody<T>(run: () => T): T {
  if (process.getuid?.() !== 0) return run();
  process.seteuid?.(65_534);
  try {
    return run();
  } finally {
    process.seteuid?.(0);
  }
}

describe("S1: a document that a release names is not published when it is", () => {
  const reportOf = (change: (folder: string) => void) => report({ [FILE]: DOCUMENT }, change);
  const at = (folder: string) => path.join(folder, FOLDER, "env.txt");

  test("a link to a file outside content/", () => {
    const secret = secretFile();
    expect(reportOf((folder) => symlinkSync(secret, at(folder)))).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre/en.md:7:21
      The file “env.txt” is a link that leads out of the content folder.
      → Delete the link, and put the file itself in its place.
        5 | partners: []
        6 | contacts: [press-office]
      > 7 | documents: [{ file: env.txt, title: Report }]
          |                     ^
        8 | ---"
    `);
  });

  test("a relative link, or a link to a link, to one", () => {
    const secret = secretFile();
    const leadsOut = "is a link that leads out of the content folder";
    expect(reportOf((folder) => symlinkSync(path.relative(path.join(folder, FOLDER), secret), at(folder)))).toContain(
      leadsOut,
    );
    const twice = (folder: string) => {
      symlinkSync(secret, path.join(folder, "innocent.txt"));
      symlinkSync("../../innocent.txt", at(folder));
    };
    expect(reportOf(twice)).toContain(leadsOut);
  });

  test("the environment of the build itself", () => {
    expect(reportOf((folder) => symlinkSync("/proc/self/environ", at(folder)))).toContain("leads out of");
  });

  test("in a folder that is a link to one outside", () => {
    const secret = secretFile("env.txt");
    const file = { [FILE]: releaseFile({ documents: "[{ file: annex/env.txt, title: Report }]" }) };
    const change = (folder: string) => symlinkSync(path.dirname(secret), path.join(folder, FOLDER, "annex"));
    expect(report(file, change)).toContain("The file “annex/env.txt” is a link that leads out of the content folder.");
  });

  test("a link to nothing, or to itself", () => {
    expect(reportOf((folder) => symlinkSync("gone.txt", at(folder)))).toContain(
      "The file “env.txt” is a link to something that is not there.",
    );
    expect(reportOf((folder) => symlinkSync("env.txt", at(folder)))).toContain(
      "The file “env.txt” is a link that leads back to itself.",
    );
  });

  test("a pipe, a socket or a device", async () => {
    const special = "The file “env.txt” is not a file but a pipe, a socket or a device.";
    expect(reportOf((folder) => execFileSync("mkfifo", [at(folder)]))).toContain(special);
    expect(reportOf((folder) => symlinkSync("/dev/zero", at(folder)))).toContain("leads out of");
    const server = createServer();
    const folder = mkdtempSync(path.join(tmpdir(), "dateline-socket-"));
    await new Promise<void>((resolve) => server.listen(path.join(folder, "s"), resolve));
    onTestFinished(() => {
      server.close();
      rmSync(folder, { recursive: true, force: true });
    });
    expect(reportOf((content) => renameSync(path.join(folder, "s"), at(content)))).toContain(special);
  });

  test("hidden, or what Git keeps", () => {
    const hidden = "is hidden: its name, or that of a folder it is in, begins with a dot.";
    const files = { ".git/config.txt": "[remote]", [`${FOLDER}/.env.txt`]: SECRET };
    for (const file of [".env.txt", "env.txt"]) {
      const release = releaseFile({ documents: `[{ file: ${file}, title: Report }]` });
      expect(
        report({ [FILE]: release, ...files }, (folder) => symlinkSync("../../.git/config.txt", at(folder))),
      ).toContain(`The file “${file}” ${hidden}`);
    }
  });

  test("a folder", () => {
    expect(reportOf((folder) => mkdirSync(at(folder)))).toContain("The file “env.txt” is not there.");
  });

  test.each([
    "../../../etc/hostname.txt",
    "/etc/hostname.txt",
    "a/../../x.txt",
    "C:/x.txt",
    "..\\..\\x.txt",
    "file:///etc/x.txt",
  ])("somewhere else: %s", (file) => {
    expect(report({ [FILE]: releaseFile({ documents: `[{ file: '${file}', title: Report }]` }) })).toContain(
      "must be a file beside the release",
    );
  });

  test("named so that no system can find it", () => {
    for (const file of ['"a\\0b.txt"', `${"long".repeat(100)}.txt`, "en.md/x.txt"])
      expect(report({ [FILE]: releaseFile({ documents: `[{ file: ${file}, title: Report }]` }) })).toContain(
        "is not there.",
      );
  });

  test("so large that it fills the memory", () => {
    const huge = (folder: string) => {
      writeFileSync(at(folder), "");
      truncateSync(at(folder), 5_000_000_000);
    };
    expect(reportOf(huge)).toContain("The file “env.txt” has 5000 MB, and GitHub takes none above 100 MB.");
  });

  test("not to be read by the account that builds", () => {
    const locked = (folder: string) => {
      writeFileSync(at(folder), SECRET);
      chmodSync(at(folder), 0);
    };
    const open = (folder: string) => execFileSync("chmod", ["-R", "a+rX", folder]);
    let problems = "";
    report({ [FILE]: DOCUMENT }, (folder) => {
      open(folder);
      locked(folder);
      problems = asNobody(() => reportIn(folder));
    });
    expect(problems).toContain("The file “env.txt” cannot be read: the account that builds the site");
  });
});

/** What the loader says of a folder as it stands. */
function reportIn(folder: string): string {
  return report({}, (copy) => {
    rmSync(copy, { recursive: true });
    symlinkSync(folder, copy);
  });
}

describe("S1: no file of content/ is read that is a link to one outside:", () => {
  const LEADS_OUT = "This is a link that leads out of the content folder.";
  const cases: Readonly<Record<string, string>> = {
    "site.yaml": "name: Evil",
    "releases/2017-01-27-training-centre.md": releaseFile(),
    "releases/2018-03-04-other.md": releaseFile(),
    [`${FOLDER}/en.md`]: releaseFile(),
    "contacts/press-office.yaml": "name: Evil\nemail: a@example.org",
    "partners/donor.yaml": "name: Donor",
    "pages/about.md": "---\ntitle: About\n---\n\nText.",
    "strings/en.yaml": "more: More",
  };
  test.each(Object.keys(cases))("%s", (file) => {
    const secret = secretFile(path.basename(file), cases[file]);
    const problems = report({ [FILE]: releaseFile() }, (folder) => {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      rmSync(path.join(folder, file), { force: true });
      symlinkSync(secret, path.join(folder, file));
    });
    expect(problems).toContain(`${file}\n${LEADS_OUT}`);
  });

  test.each(["releases", "partners", "contacts", "topics", "pages", "strings", "releases/2019-01-01-all"])(
    "the folder %s",
    (name) => {
      const outside = path.dirname(secretFile("en.md", releaseFile()));
      const problems = report({}, (folder) => {
        rmSync(path.join(folder, name), { recursive: true, force: true });
        symlinkSync(outside, path.join(folder, name));
      });
      expect(problems).toContain(`${name}\n${LEADS_OUT}`);
    },
  );

  test.each([
    ["theme: { logo: mark.svg }", "mark.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'],
    ["theme: { fonts: { body: own.woff2 } }", "own.woff2", "wOF2"],
  ])("what site.yaml names: %s", (line, name, text) => {
    const site = readFileSync("tests/fixtures/minimal/site.yaml", "utf8");
    const secret = secretFile(name, text);
    expect(
      report({ "site.yaml": `${site}${line}\n` }, (folder) => symlinkSync(secret, path.join(folder, name))),
    ).toContain(`The file “${name}” is a link that leads out of the content folder.`);
  });

  test("the logo of a partner, a picture in a text", () => {
    const secret = secretFile("x.png", "");
    const files = {
      "partners/donor.yaml": "name: Donor\nlogo: donor.png\n",
      [FILE]: releaseFile({}, "![A door](door.png)"),
    };
    const problems = report(files, (folder) => {
      symlinkSync(secret, path.join(folder, "partners/donor.png"));
      symlinkSync(secret, path.join(folder, FOLDER, "door.png"));
    });
    expect(problems).toContain("The file “donor.png” is a link that leads out");
    expect(problems).toContain("The file “door.png” is a link that leads out");
  });
});

describe("S7: what cannot be read is told with its path and its remedy:", () => {
  test("links to nothing, and a folder where a file is meant to be", () => {
    const problems = report({}, (folder) => {
      symlinkSync("gone.md", path.join(folder, "releases/2019-01-01-gone.md"));
      symlinkSync("2019-01-02-round.md", path.join(folder, "releases/2019-01-02-round.md"));
      execFileSync("mkfifo", [path.join(folder, "releases/2019-01-03-pipe.md")]);
      symlinkSync("gone.yaml", path.join(folder, "partners/donor.yaml"));
      mkdirSync(path.join(folder, "partners/office.yaml"), { recursive: true });
    });
    expect(problems).toMatchInlineSnapshot(`
      "partners/donor.yaml
      This is a link to something that is not there.
      → Delete the link, and put the file itself in its place.

      partners/office.yaml
      This is a folder, and a file is meant to be here.
      → Rename the folder, or put the file in its place.

      releases/2019-01-01-gone.md
      This is a link to something that is not there.
      → Delete the link, and put the file itself in its place.

      releases/2019-01-02-round.md
      This is a link that leads back to itself.
      → Delete the link, and put the file itself in its place.

      releases/2019-01-03-pipe.md
      This is not a file but a pipe, a socket or a device.
      → Delete it, and put the file itself in its place."
    `);
  });

  test("a file where a folder is meant to be", () => {
    const problems = report({}, (folder) => {
      for (const name of ["releases", "partners", "pages"]) {
        rmSync(path.join(folder, name), { recursive: true, force: true });
        writeFileSync(path.join(folder, name), "Text");
      }
    });
    expect(problems).toMatchInlineSnapshot(`
      "pages
      This is a file, and a folder is meant to be here.
      → Rename the file, or move it to another place.

      partners
      This is a file, and a folder is meant to be here.
      → Rename the file, or move it to another place.

      releases
      This is a file, and a folder is meant to be here.
      → Rename the file, or move it to another place."
    `);
  });

  test("a name that is no UTF-8", () => {
    const problems = report({}, (folder) => {
      const name = Buffer.concat([
        Buffer.from(path.join(folder, "releases/2019-01-01-caf")),
        Buffer.from([0xe9, 0x2e, 0x6d, 0x64]),
      ]);
      writeFileSync(name, releaseFile());
    });
    expect(problems).toContain("This name has characters in it that cannot be read");
  });

  test("a file and a folder that the account must not read", () => {
    let problems = "";
    report({ [FILE]: releaseFile() }, (folder) => {
      execFileSync("chmod", ["-R", "a+rX", folder]);
      chmodSync(path.join(folder, "releases/2017-01-27-training-centre.md"), 0);
      chmodSync(path.join(folder, FOLDER), 0);
      chmodSync(path.join(folder, "contacts"), 0);
      problems = asNobody(() => reportIn(folder));
      execFileSync("chmod", ["-R", "u+rwX", folder]);
    });
    for (const name of ["contacts", "releases/2017-01-27-training-centre.md", FOLDER])
      expect(problems).toContain(
        `${name}\nThis cannot be read: the account that builds the site has no right to read it.\n→ Give everybody the right`,
      );
    expect(problems).not.toContain("There is no “press-office”");
  });
});

test("links and folders inside content/ are followed, and content/ may be a link itself", () => {
  const { problems, content } = load({ [FILE]: DOCUMENT, "shared/report.txt": "Report" }, (folder) => {
    symlinkSync("../../shared/report.txt", path.join(folder, FOLDER, "env.txt"));
    linkSync(path.join(folder, "shared/report.txt"), path.join(folder, "shared/same.txt"));
    cpSync(folder, `${folder}-real`, { recursive: true, verbatimSymlinks: true });
    rmSync(folder, { recursive: true });
    symlinkSync(`${folder}-real`, folder);
    onTestFinished(() => rmSync(`${folder}-real`, { recursive: true, force: true }));
  });
  expect(problems).toEqual([]);
  expect([...(content?.files.keys() ?? [])]).toEqual([`${FOLDER}/env.txt`]);
});

test("one file of src/content/ reads content/, and a file that others read was found by it", () => {
  const reading = readdirSync("src/content").filter((name) =>
    readFileSync(path.join("src/content", name), "utf8").includes('from "node:fs"'),
  );
  // The others keep a cache of their own: what pictures told, and what releases were, by the times of their files, with the texts in it.
  expect(reading).toEqual(["disk.ts", "inspect.ts", "release-cache.ts", "text-on-disk.ts"]);
});
