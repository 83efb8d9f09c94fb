import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, statfsSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dateline } from "../support/command.ts";
import { buildUntil, changedOffice, keptByGit, type Office, putBack, stateOf } from "../support/cut-off.ts";

let office: Office;
/** How long a whole build takes, in milliseconds. */
const took = { cold: 0, warm: 0 };

const cache = () => path.join(office.folder, "next", "cache");
const args = () => ["--content", office.site.content, "--output", office.site.output, "--cache", cache()];

/** Builds once more, and expects what a build from nothing makes. */
async function expectRecovered(): Promise<void> {
  expect(await dateline("build", args())).toMatchObject({ code: 0, stderr: "" });
  expect(stateOf(office)).toBe("new");
}

beforeAll(async () => {
  office = await changedOffice();
  for (const kind of ["cold", "warm"] as const) {
    putBack(office, kind === "cold");
    const started = performance.now();
    expect(await buildUntil(office.site, cache())).toMatchObject({ code: 0, stderr: "" });
    took[kind] = performance.now() - started;
    expect(stateOf(office)).toBe("new");
  }
}, 600_000);
afterAll(() => rmSync(office.folder, { recursive: true, force: true }));

const KILLS = 50;

describe("a build that is cut off at any moment", () => {
  test.each([
    ["SIGKILL", KILLS, false],
    ["SIGINT", 6, false],
    ["SIGTERM", 6, false],
    ["SIGKILL", 10, true],
  ] as const)(
    "by %s (%i times, file by file: %s) leaves a site that is whole, and the next build makes it right",
    async (signal, times, isEach) => {
      const found: Record<string, number> = {};
      for (let kill = 0; kill < times; kill++) {
        const isCold = kill % 4 === 0;
        putBack(office, isCold);
        if (isEach) keptByGit(office);
        // The last part of a build, in which it publishes, is met more often.
        const part = kill % 2 === 0 ? kill / times : 0.75 + kill / times / 3;
        await buildUntil(office.site, cache(), (isCold ? took.cold : took.warm) * part, signal);
        const state = stateOf(office);
        found[state] = (found[state] ?? 0) + 1;
        await expectRecovered();
      }
      console.log(`${times} builds ended by ${signal}${isEach ? ", file by file" : ""}:`, found);
      expect(
        Object.keys(found).filter((state) => !["old", "new", ...(isEach ? ["mixed"] : [])].includes(state)),
      ).toEqual([]);
    },
    3_000_000,
  );
});

const isRoot = process.getuid?.() === 0 && process.platform === "linux";
describe.skipIf(!isRoot)("a disk of its own", () => {
  /** Mounts a small disk in the place of a folder while something is done, with what the folder had. */
  async function onDisk(folder: string, size: string, work: (disk: string) => Promise<void>): Promise<void> {
    const disk = path.join(office.folder, "disk");
    mkdirSync(disk, { recursive: true });
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", disk]);
    try {
      rmSync(path.join(disk, path.basename(folder)), { recursive: true, force: true });
      cpSync(folder, path.join(disk, path.basename(folder)), { recursive: true, preserveTimestamps: true });
      rmSync(folder, { recursive: true });
      symlinkSync(path.join(disk, path.basename(folder)), folder);
      await work(disk);
    } finally {
      rmSync(folder, { recursive: true, force: true });
      execFileSync("umount", ["-l", disk]);
    }
  }

  /** Fills a disk but for so many bytes. */
  function fill(disk: string, free: number): void {
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(path.join(disk, "filler"), Buffer.alloc(Math.max(0, bavail * bsize - free)));
  }

  test.each([
    ["output", 0],
    ["output", 20_000],
    ["output", 100_000],
    ["output", 300_000],
    ["output", 600_000],
    ["cache", 0],
    ["cache", 20_000],
    ["cache", 100_000],
    ["cache", 300_000],
    ["cache", 600_000],
  ] as const)(
    "that is full (the %s's, %i bytes left) leaves the old site, says so, and is built right when there is room",
    async (name, free) => {
      putBack(office, false);
      const folder = name === "output" ? office.site.output : cache();
      await onDisk(folder, "60m", async (disk) => {
        fill(disk, free);
        const run = await buildUntil(office.site, cache());
        const state = stateOf(office);
        console.log(`full ${name}, ${free} bytes left:`, state, run.stderr.trim());
        if (run.code === 0) expect(state).toBe("new");
        else {
          expect(state).toBe("old");
          expect(run.stderr).toMatch(/disk is full/);
          expect(run.stderr).not.toMatch(/half replaced|\n\s+at /);
        }
        rmSync(path.join(disk, "filler"));
        await expectRecovered();
      });
    },
    600_000,
  );

  test("that must not be written leaves the old site and says so", async () => {
    putBack(office, false);
    await onDisk(office.site.output, "60m", async (disk) => {
      execFileSync("mount", ["-o", "remount,ro", disk]);
      const run = await buildUntil(office.site, cache());
      execFileSync("mount", ["-o", "remount,rw", disk]);
      expect(run).toMatchObject({ code: 1, stderr: expect.stringContaining("cannot be written to") });
      expect(stateOf(office)).toBe("old");
      await expectRecovered();
    });
  }, 600_000);
});

test("of builds that begin at once, one publishes and the others say why they do not", async () => {
  for (let round = 0; round < 4; round++) {
    putBack(office, round % 2 === 0);
    const runs = await Promise.all([0, 1, 2].map(() => buildUntil(office.site, cache())));
    expect(runs.filter(({ code }) => code === 0).length).toBeGreaterThan(0);
    for (const { code, stderr } of runs) if (code !== 0) expect(stderr).toContain("Another build");
    expect(stateOf(office)).toBe("new");
  }
}, 600_000);
