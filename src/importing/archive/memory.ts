import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { attempt } from "../../model/attempt.ts";

/** The committed memory of imports, one line a source. A line is added as soon as a release is written. */
const FILE = "imported.jsonl";

const entry = z.object({
  /** The source's path, as it is reported. */
  from: z.string(),
  /** The release's file, from the content folder. */
  file: z.string(),
  /** SHA-256 of the source and of what was written: whether either was changed since. */
  source: z.string(),
  written: z.string(),
});

/** What was made of a source. */
export type Remembered = z.infer<typeof entry>;

/** What earlier imports into a content folder made of which source: so that a rerun goes on, and touches nobody's edits. */
export class Memory {
  readonly #file: string;
  readonly #entries = new Map<string, Remembered>();

  constructor(contentDir: string) {
    this.#file = path.join(contentDir, FILE);
    if (!existsSync(this.#file)) return;
    for (const line of readFileSync(this.#file, "utf8").split("\n")) {
      // The last line of an import that was cut off may be half there: its release is found again by its words.
      const read = entry.safeParse(attempt(() => JSON.parse(line)));
      if (read.success) this.#entries.set(read.data.from, read.data);
    }
  }

  get(from: string): Remembered | undefined {
    return this.#entries.get(from);
  }

  /** What each release's file was made of, by file. */
  get sources(): ReadonlyMap<string, string> {
    return new Map([...this.#entries.values()].map(({ file, from }) => [file, from]));
  }

  add(remembered: Remembered): void {
    this.#entries.set(remembered.from, remembered);
    appendFileSync(this.#file, `${JSON.stringify(remembered)}\n`);
  }

  /** Writes the whole file sorted, so that it is the same whatever the order of imports was. */
  tidy(): void {
    if (this.#entries.size === 0) return;
    const lines = [...this.#entries.keys()].toSorted().map((from) => JSON.stringify(this.#entries.get(from)));
    writeFileSync(`${this.#file}.new`, `${lines.join("\n")}\n`);
    renameSync(`${this.#file}.new`, this.#file);
  }
}
