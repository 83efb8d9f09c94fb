import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { filesIn } from "../../src/build/tree.ts";
import { packaged } from "../../src/roots.ts";
import { fileOf, markdownOf, partnerOf, sample, writeArchive } from "./archive.ts";
import { writeHugoRelease, writeHugoSite } from "./hugo.ts";
import { type Measured, median, reportOf } from "./report.ts";

/**
 * `npm run bench -- 1000 10000`: how long Dateline takes for archives of so many releases, and Hugo for the same, in turns; output in memory.
 * It needs `time` and `hugo` (Debian: apt-get install time hugo). With `--write`, the result goes into docs/benchmarks.md and .svg.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pairs: { type: "string", default: "3" },
    folder: { type: "string", default: existsSync("/dev/shm") ? "/dev/shm/dateline-bench" : ".cache/bench" },
    plain: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});
const sizes = positionals.length > 0 ? positionals.map(Number) : [1000, 10_000];
const BEFORE = "2026-11-23T08:00:00Z";
const AFTER = "2026-11-23T12:00:00Z";

/** What a program took: seconds by the clock and of the processor, memory in MB. */
function timed(command: string, args: readonly string[], cwd: string, now = AFTER) {
  const env = { ...process.env, BUILD_TIME: now, NO_COLOR: "1" };
  const run = spawnSync("time", ["-f", "TIMED %e %U %S %M", command, ...args], { cwd, env, encoding: "utf8" });
  const [, wall, user, system, memory] = /TIMED (\S+) (\S+) (\S+) (\S+)/.exec(run.stderr) ?? [];
  if (run.status !== 0 || wall === undefined) throw new Error(`${command} failed.\n${run.stderr}\n${run.stdout}`);
  return { wall: Number(wall), cpu: Number(user) + Number(system), memory: Number(memory) / 1024 };
}

function outputOf(folder: string) {
  const files = filesIn(folder);
  const bytes = files.reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0);
  return { files: files.length, megabytes: bytes / 1e6 };
}

async function benchOf(count: number): Promise<Measured> {
  const [office, hugo] = [path.join(values.folder, `office-${count}`), path.join(values.folder, `hugo-${count}`)];
  const content = path.join(office, "content");
  rmSync(office, { recursive: true, force: true });
  await writeArchive(content, count, !values.plain);
  const pictures = readdirSync(path.join(content, "releases"))
    .filter((name) => name.endsWith(".jpg"))
    .map((name) => path.join(content, "releases", name));
  writeHugoSite(
    hugo,
    Array.from({ length: count }, (_, number) => sample(number)),
    pictures,
  );
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(office, file)), { recursive: true });
    writeFileSync(path.join(office, file), text);
  };
  const release = (number: number, edition = 0, more: readonly string[] = []) => {
    const made = sample(number, edition);
    write(`content/${fileOf(made)}`, markdownOf(values.plain ? { ...made, picture: undefined } : made, more));
  };
  const build = (now?: string) => timed(process.execPath, [packaged("src/cli/command.mjs"), "build"], office, now);
  const forget = (isAll: boolean) => {
    rmSync(path.join(office, "_site"), { recursive: true, force: true });
    const cache = path.join(office, ".cache", "_site");
    for (const name of existsSync(cache) ? readdirSync(cache) : [])
      if (isAll || name !== "made") rmSync(path.join(cache, name), { recursive: true });
  };
  // A release that waits: it comes out between two builds of the last scenario.
  release(count + 1, 0, ['embargo: "2026-11-23 10:00 +00:00"']);
  let made = 0;
  const scenarios: Readonly<Record<string, () => ReturnType<typeof build>>> = {
    cold: () => {
      forget(false);
      return build();
    },
    "nothing changed": () => build(),
    "one added": () => {
      release(count + 2 + made);
      return build();
    },
    "one edited": () => {
      release(Math.floor(count / 2), made + 1);
      return build();
    },
    "a partner renamed": () => {
      write("content/partners/partner-7.yaml", partnerOf(7, made + 1));
      return build();
    },
    "a template changed": () => {
      const original = readFileSync(packaged("templates/components/cite.njk"), "utf8");
      write("templates/components/cite.njk", `${original}{# ${made} #}\n`);
      return build();
    },
    "an embargo passed": () => {
      build(BEFORE);
      return build(AFTER);
    },
  };
  const everything = build();
  const rows = new Map<string, { mine: ReturnType<typeof build>; hugo: ReturnType<typeof build> }[]>();
  for (; made < Number(values.pairs); made++) {
    for (const [name, run] of Object.entries(scenarios)) {
      const mine = run();
      rmSync(path.join(hugo, "public"), { recursive: true, force: true });
      const theirs = timed("hugo", ["--quiet", "--config", "hugo.yaml"], hugo);
      rows.set(name, [...(rows.get(name) ?? []), { mine, hugo: theirs }]);
      console.log(`${count} ${name}: ${mine.wall.toFixed(2)} s, Hugo ${theirs.wall.toFixed(2)} s`);
    }
    writeHugoRelease(hugo, sample(count + 2 + made));
  }
  const cold = median((rows.get("cold") ?? []).map(({ mine }) => mine.cpu));
  return {
    count,
    rows,
    costly: Math.max(0, everything.cpu - cold),
    memory: everything.memory,
    mine: outputOf(path.join(office, "_site")),
    hugo: outputOf(path.join(hugo, "public")),
  };
}

/** How many programs waited for the processor: more than a few, and others used the machine too. */
const load = () => loadavg()[0]?.toFixed(1);
const before = load();
const measured: Measured[] = [];
for (const count of sizes) measured.push(await benchOf(count));
const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, ${hugoVersion()}; load average ${before} before and ${load()} after`;
const { markdown, svg } = reportOf(measured, machine, Number(values.pairs), values.plain);
if (values.write) {
  writeFileSync("docs/benchmarks.md", markdown);
  writeFileSync("docs/benchmarks.svg", svg);
} else console.log(markdown);
rmSync(values.folder, { recursive: true, force: true });

function hugoVersion(): string {
  const { stdout } = spawnSync("hugo", ["version"], { encoding: "utf8" });
  return `Hugo ${/v(\d+\.\d+\.\d+)/.exec(stdout)?.[1] ?? "?"}`;
}
