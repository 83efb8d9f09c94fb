import { rowsOf, saidOf, sketchOf, type Word, wordsOf } from "../text/plain-words.ts";
import type { Around } from "./around.ts";
import { type Comparison, compare } from "./compare.ts";
import type { Index, Issued, Part, Row } from "./manifest.ts";

/** The result of checking the signature of a part; a browser without Ed25519 cannot check it. */
export type Signed = "valid" | "wrong" | "unsigned" | "untold";

/** Where a check reads the manifest and the texts from: a site, or a copy of one. */
export interface Source {
  readonly index: Index;
  part(name: string): Promise<{ readonly part: Part; readonly signed: Signed }>;
  /** The text of a file, whose bytes must be those that the manifest says. */
  text(row: Row): Promise<string>;
}

interface Found {
  readonly row: Row & { readonly release: Issued };
  readonly signed: Signed;
}

/** The verdict on a text: issued and unchanged, issued but changed, issued and since corrected or withdrawn, or never issued. */
export type Verdict =
  | { readonly is: "short" }
  | { readonly is: "never" }
  | ({ readonly is: "withdrawn" } & Found)
  | ({
      readonly is: "genuine" | "changed" | "since-corrected";
      /** The first line of the release. */
      readonly title: string;
      readonly words: readonly Word[];
      readonly comparison: Comparison;
    } & Found);

/** The fewest words of a text that can be judged. So many unchanged words in a row are always found. */
const FEWEST = 5;
const SURE = 20;

/** How many of the most similar texts are compared word by word. */
const COMPARED = 6;

/** The share of a text that must have been issued so that it counts as changed and not as never issued. */
const MINE = 0.3;

/** The most words that are compared, more than any release has. */
const MOST = 8000;

/** Returns the text of a file, which some programs for Windows write in UTF-16. */
export function textOf(bytes: Uint8Array): string {
  // No text in UTF-8 begins with either byte.
  return new TextDecoder(bytes[0] === 0xff ? "utf-16le" : bytes[0] === 0xfe ? "utf-16be" : "utf-8").decode(bytes);
}

/** Returns the verdict on a text. */
export async function verdictOf(text: string, source: Source): Promise<Verdict> {
  const words = wordsOf(text).slice(0, MOST);
  const said = saidOf(words);
  if (said.length < FEWEST) return { is: "short" };
  const rows = new Set(rowsOf(said));
  const sketch = sketchOf(said);
  const found: (Found & { readonly site: string; readonly hits: number; readonly share: number })[] = [];
  for (const name of source.index.parts) {
    const { part, signed } = await source.part(name);
    for (const row of part.rows) {
      const { release } = row;
      if (!release) continue;
      const hits = release.sketch.filter((number) => rows.has(number)).length;
      const own = new Set(release.sketch);
      const share = sketch.filter((number) => own.has(number)).length / sketch.length;
      if (hits > 0) found.push({ row: { ...row, release }, signed, site: part.site, hits, share });
    }
    if (found.some(({ share }) => share > 0.8)) break;
  }
  const best = found.toSorted((a, b) => b.hits - a.hits).slice(0, COMPARED);
  const compared: (Extract<Verdict, { title: string }> & { share: number })[] = [];
  for (const { row, signed, site } of best) {
    if (row.release.is === "withdrawn") continue;
    const issued = await source.text(row);
    const comparison = compare(words, wordsOf(issued), issued, aroundOf(source.index, row, site));
    const isClean = comparison.added.size === 0 && comparison.missing.length === 0 && comparison.same > 0;
    const is = !isClean ? "changed" : row.release.is === "former" ? "since-corrected" : "genuine";
    const title = issued.split("\n", 1)[0] ?? "";
    const share = comparison.same / comparison.compared;
    const verdict = { is, title, row, signed, words, comparison, share } as const;
    if (is === "genuine") return verdict;
    compared.push(verdict);
  }
  const clean = compared.find(({ is }) => is === "since-corrected");
  if (clean) return clean;
  const withdrawn = best.find(({ row, share }) => row.release.is === "withdrawn" && share >= MINE);
  const changed = compared.toSorted((a, b) => b.comparison.same - a.comparison.same)[0];
  if (withdrawn && withdrawn.share > (changed?.share ?? 0) / 2) return { is: "withdrawn", ...withdrawn };
  if (changed && changed.share >= MINE) return changed;
  return { is: said.length < SURE ? "short" : "never" };
}

/** The most characters that are shown of what stands around a release. */
const SHOWN = 300;

/** Returns what stands before and after the release in a text. */
export function aroundIn(
  text: string,
  { words, comparison: { begin, cut } }: Pick<Extract<Verdict, { title: string }>, "words" | "comparison">,
): string[] {
  return [text.slice(0, begin && words[begin]?.from), text.slice(words[cut]?.from ?? text.length)]
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => (part.length > SHOWN ? `${part.slice(0, SHOWN)}…` : part));
}

/** Returns the row of a file by the hash of its bytes. */
export async function fileIn(sha256: string, source: Source): Promise<{ row: Row; signed: Signed } | undefined> {
  for (const name of source.index.parts) {
    const { part, signed } = await source.part(name);
    const row = part.rows.find((row) => row.sha256 === sha256);
    if (row) return { row, signed };
  }
  return undefined;
}

function aroundOf({ around }: Index, { file }: Row, site: string): Around {
  return { phrases: [], tail: [], ...around[file.split("/")[0] ?? ""], site: site.toLowerCase() };
}
