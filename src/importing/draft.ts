import type { Site } from "../model/site.ts";
import type { Terms } from "../model/terms.ts";
import { escapeMarkdown } from "../text/escape.ts";
import { type Block, type Dropped, excerpt, type Fields, type Finding, type Look, type Sure } from "./incoming.ts";
import type { Parsed } from "./markup/blocks.ts";
import { type Footnote, referredTo } from "./markup/footnotes.ts";
import type { FoundVideo } from "./markup/videos.ts";

/** What is known of the site, and of the file beyond its own words, while a text is read. */
export interface Context {
  readonly site: Site;
  readonly terms: Terms;
  /** Path of the source as it is reported, with / on every system. */
  readonly name: string;
  readonly fields: Fields;
  readonly lang: string;
  /** The day of the import: what lies behind it is no day of a release. */
  readonly today?: string | undefined;
  /** The first day that a text of this archive, or a release of this site, is of. */
  readonly earliest?: string | undefined;
}

/** One thing that is recognised, or taken out. Adding one is a file in recognisers/ and a line in recognisers.ts. */
export type Recognise = (draft: Draft, context: Context) => void;

/** A release while it is being made out of a text: its blocks, what was recognised in them, what went and why. */
export class Draft {
  blocks: Block[];
  readonly findings: Finding[] = [];
  /** Why the day is only likely, and a person must look at it. */
  guess: string | undefined;
  readonly dropped: Dropped[];
  readonly looks: Look[];
  /** Notes to editors, taken out of the text, as Markdown. */
  notes = "";
  /** Lines with a day that stood above the title. */
  readonly head: string[] = [];
  /** What the text's marks `[^1]` refer to. */
  readonly footnotes: readonly Footnote[];
  /** Films on other sites that the text shows. */
  readonly videos: readonly FoundVideo[];
  /** The release's own last block: what follows is contacts, notes and "About …" texts. */
  end: number;

  constructor(parsed: Parsed, dropped: readonly Dropped[] = [], looks: readonly Look[] = []) {
    const { blocks, footnotes, videos } = parsed;
    this.blocks = blocks;
    this.footnotes = footnotes;
    this.videos = videos;
    this.dropped = [...dropped, ...parsed.dropped];
    this.looks = [...looks];
    this.end = blocks.length;
    for (const { url, title = url } of videos) this.found("video", url, title, "certain");
  }

  found(field: string, value: unknown, words: string, sure: Sure): void {
    this.findings.push({ field, value, words: excerpt(words, 200), sure });
  }

  /** The first finding for a field: recognisers report the surest first. */
  first<T>(field: string): T | undefined {
    return this.findings.find((finding) => finding.field === field)?.value as T | undefined;
  }

  all<T>(field: string): T[] {
    return this.findings.filter((finding) => finding.field === field).map(({ value }) => value as T);
  }

  look(about: string, words?: string): void {
    this.looks.push(words === undefined ? { about } : { about, words: excerpt(words, 200) });
  }

  /** The words of footnotes whose marks went from the text, with its title say, stay at its end. */
  keepLostFootnotes(): void {
    const numbers = referredTo([this.notes, ...this.blocks.map(({ markdown }) => markdown)].join("\n"));
    for (const { number, markdown, text } of this.footnotes) {
      if (numbers.has(number) || markdown === "") continue;
      this.blocks.push({ kind: "paragraph", markdown, text });
      this.look(
        "A footnote belongs to words that were removed from the text; it stands at the end as a paragraph.",
        text,
      );
    }
  }

  /** All words of the text. */
  words(): string {
    return this.blocks.flatMap(({ text, lines = [text] }) => lines).join("\n");
  }

  /** Takes a block out of the text, and says why. */
  drop(block: Block, why: string): void {
    const at = this.blocks.indexOf(block);
    if (at === -1) return;
    this.blocks.splice(at, 1);
    if (at < this.end) this.end--;
    this.dropped.push({ words: block.text, why });
  }

  /** Puts other blocks in the place of some that follow each other. */
  replace(at: number, count: number, ...by: readonly Block[]): void {
    this.blocks.splice(at, count, ...by);
    if (at < this.end) this.end += by.length - count;
  }
}

/** Some lines of a block as a block of its own: without emphasis and links where these go on from line to line. */
export function someLines(block: Block, start: number, end?: number): Block {
  const { lines: all = [] } = block;
  const lines = all.slice(start, end);
  const written = block.markdown.split("\\\n");
  const kept = written.length === all.length ? written.slice(start, end) : lines.map(escapeMarkdown);
  return { ...block, markdown: kept.join("\\\n"), text: lines.join(" "), lines };
}
