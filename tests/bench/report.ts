interface Taken {
  readonly wall: number;
  readonly cpu: number;
  readonly memory: number;
}

interface Output {
  readonly files: number;
  readonly megabytes: number;
}

/** What was measured of an archive of so many releases. */
export interface Measured {
  readonly count: number;
  /** Scenario → its pairs, Dateline's build and a full build of Hugo right after it. */
  readonly rows: ReadonlyMap<string, readonly { readonly mine: Taken; readonly hugo: Taken }[]>;
  /** Seconds of the processor for search indexes, pictures and share images, which a cold build finds made in the other scenarios. */
  readonly costly: number;
  /** Peak memory of the first build, in MB. */
  readonly memory: number;
  readonly mine: Output;
  readonly hugo: Output;
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** The smallest and the largest of some ratios. */
function spread(numbers: readonly number[]): string {
  return `${Math.min(...numbers).toFixed(2)}–${Math.max(...numbers).toFixed(2)}`;
}

interface Row {
  readonly name: string;
  readonly ratio: number;
  readonly cells: readonly string[];
}

function rowsOf({ rows }: Measured): Row[] {
  return [...rows].map(([name, pairs]) => {
    const of = (take: (pair: (typeof pairs)[number]) => number) => median(pairs.map(take));
    const ratios = pairs.map(({ mine, hugo }) => mine.wall / hugo.wall);
    const cells = [
      name,
      of(({ mine }) => mine.wall).toFixed(2),
      of(({ hugo }) => hugo.wall).toFixed(2),
      `${median(ratios).toFixed(2)} (${spread(ratios)})`,
      of(({ mine }) => mine.cpu).toFixed(2),
      of(({ hugo }) => hugo.cpu).toFixed(2),
      of(({ mine, hugo }) => mine.cpu / hugo.cpu).toFixed(2),
      of(({ mine }) => mine.memory).toFixed(0),
      of(({ hugo }) => hugo.memory).toFixed(0),
    ];
    return { name, ratio: median(ratios), cells };
  });
}

const HEAD = [
  "scenario",
  "Dateline, s",
  "Hugo, s",
  "ratio (spread)",
  "Dateline, CPU s",
  "Hugo, CPU s",
  "CPU ratio",
  "Dateline, MB",
  "Hugo, MB",
];

/** Returns docs/benchmarks.md and its plot. */
export function reportOf(measured: readonly Measured[], machine: string, pairs: number, isPlain: boolean) {
  const tables = measured.flatMap((each) => [
    `## ${each.count.toLocaleString("en")} releases`,
    "",
    `| ${HEAD.join(" | ")} |`,
    `| ${HEAD.map((_, index) => (index === 0 ? "---" : "---:")).join(" | ")} |`,
    ...rowsOf(each).map(({ cells }) => `| ${cells.join(" | ")} |`),
    "",
    `Dateline's output: ${each.mine.files.toLocaleString("en")} files, ${each.mine.megabytes.toFixed(0)} MB. Hugo's: ${each.hugo.files.toLocaleString("en")} files, ${each.hugo.megabytes.toFixed(0)} MB.`,
    `Counted apart, made once: search indexes, pictures and share images took ${each.costly.toFixed(0)} further CPU seconds in the first build, whose peak memory was ${each.memory.toFixed(0)} MB.`,
    "",
  ]);
  const markdown = [
    "# Benchmarks",
    "",
    "Made by `npm run bench -- --write` (`tests/bench/`). Each row has a build of Dateline and, right after it, a full build of Hugo of the same texts, with the",
    "same lists, feeds, sitemap and text forms (.txt, .md, .json); Hugo keeps nothing between builds. Seconds are medians of",
    `${pairs} pairs, ratios the medians of each pair's. Output in memory. Machine: ${machine}.${isPlain ? " Without pictures." : ""}`,
    "",
    "![Ratios to Hugo's full build](benchmarks.svg)",
    "",
    ...tables,
  ].join("\n");
  return { markdown, svg: plotOf(measured) };
}

const BAR = 18;
const LEFT = 190;
const WIDTH = 760;

/** The ratios of all scenarios as bars on a logarithmic scale: 1 is Hugo's full build. */
function plotOf(measured: readonly Measured[]): string {
  const rows = measured.flatMap((each) =>
    rowsOf(each).map(({ name, ratio }) => ({ label: `${name}, ${each.count}`, ratio })),
  );
  const at = (ratio: number) =>
    LEFT + ((Math.log10(Math.max(0.01, Math.min(100, ratio))) + 2) / 4) * (WIDTH - LEFT - 70);
  const bars = rows.flatMap(({ label, ratio }, index) => {
    const y = 30 + index * (BAR + 6);
    const [from, to] = [at(0.01), at(ratio)];
    return [
      `<text x="${LEFT - 8}" y="${y + 13}" text-anchor="end">${label}</text>`,
      `<rect x="${from}" y="${y}" width="${(to - from).toFixed(1)}" height="${BAR}" fill="#0468b1"/>`,
      `<text x="${(to + 6).toFixed(1)}" y="${y + 13}">${ratio.toFixed(2)}</text>`,
    ];
  });
  const height = 40 + rows.length * (BAR + 6);
  const lines = [0.01, 0.1, 1, 10, 100].map(
    (ratio) =>
      `<path d="M${at(ratio).toFixed(1)} 22V${height - 10}" stroke="${ratio === 1 ? "#d12800" : "#ccc"}"/><text x="${at(ratio).toFixed(1)}" y="16" text-anchor="middle">${ratio} ×</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12" role="img"><title>Seconds of Dateline as a multiple of Hugo's full build</title>${[...lines, ...bars].join("")}</svg>\n`;
}
