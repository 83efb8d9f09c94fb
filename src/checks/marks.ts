import { grouped } from "../model/grouped.ts";
import type { Document, Passage, Spot } from "./document.ts";
import type { Severity } from "./finding.ts";
import { BLANK } from "./markup.ts";
import type { Fault } from "./rule.ts";

/** Something that readers see and are not meant to: a line of `data/visible-markup.yaml` or `data/placeholders.yaml`. */
export interface Mark {
  /** A pattern. Without a bound on its length it takes forever on long lines. */
  readonly finds: string;
  readonly flags?: string;
  /** In small letters: where a text has none of these, the mark is not looked for. That is quick to see, to look at each letter is not. */
  readonly needs?: readonly string[];
  /** Whether it is looked for in the words alone, or in all that readers see. */
  readonly of?: "text" | "seen";
  /** A pattern that a find must have too, and the name of a function that must say so. */
  readonly only?: string;
  readonly is?: string;
  /** Where it is looked for: in Markdown, in fields of plain words, in titles and labels; everywhere without it. */
  readonly where?: "markdown" | "plain" | "head";
  readonly severity?: Severity;
  /** The severity in titles, labels and the names of speakers, where it is another. */
  readonly head?: Severity;
  /** Finds of one kind are told once, with the lines of all; without it all finds of the mark are. */
  readonly kind?: string;
  readonly message: string;
  readonly fix: string;
}

/** What marks are looked for in: a passage, or a whole text. */
export type Marked = Pick<Passage, "from" | "source" | "seen" | "text"> & {
  readonly kind?: Passage["kind"] | undefined;
  readonly isMarkdown?: boolean;
};

interface Find {
  readonly marked: Marked;
  readonly match: RegExpExecArray;
}

/** So many places of one kind are told. */
const MOST = 20;

const HEAD = /^(?:title|subtitle|summary|label|attribution)$/;

type Says<T> = Readonly<Record<string, (match: RegExpExecArray) => T>>;

/** Compiles a table of marks with the functions that its lines name: `is` in `tests`, and what stands in braces in `slots`. */
export function marksOf(table: readonly Mark[], tests: Says<boolean>, slots: Says<string> = {}) {
  const all: Says<string> = { found: ([found]) => short(found), ...slots };
  const marks = table.map((mark) => {
    const { finds, flags = "g", only, is, kind = "", message, fix } = mark;
    const named = [...`${message} ${fix} ${kind}`.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
    const unknown = named.find((name) => !(name in all) && !finds.includes(`(?<${name}>`)) ?? (is && !(is in tests));
    if (unknown) throw new Error(`The mark ${finds} names what is nowhere: ${is} ${named}`);
    return { ...mark, pattern: new RegExp(finds, flags), also: only ? new RegExp(only, "iu") : undefined };
  });

  /** A message with what was found in place of its slots, which are groups of the pattern or functions. */
  const filled = (message: string, match: RegExpExecArray) =>
    message.replace(
      /\{(\w+)\}/g,
      (_, name: string) => all[name]?.(match).replaceAll(BLANK, "") ?? onOneLine(match.groups?.[name] ?? ""),
    );

  /** Finds the marks in some texts, kind by kind: what one has found the next ones do not look at. */
  const find = (texts: readonly Marked[]): (readonly [Mark, readonly Find[]])[] => {
    const left = texts.map((marked) => ({ ...marked, marked, small: marked.seen.toLowerCase() }));
    return marks.flatMap((mark) => {
      const finds = left.flatMap((each): Find[] => {
        const { marked, small } = each;
        if (!isWhere(mark, marked) || mark.needs?.every((need) => !small.includes(need))) return [];
        const matches = [...each[mark.of ?? "text"].matchAll(mark.pattern)].filter(
          (match) => mark.also?.test(match[0]) !== false && (mark.is === undefined || tests[mark.is]?.(match)),
        );
        each.seen = without(each.seen, matches);
        each.text = without(each.text, matches);
        return matches.map((match) => ({ marked, match }));
      });
      const kinds = grouped(finds, ({ match }) => [filled(mark.kind ?? "", match)]);
      return [...kinds.values()].map((own) => [mark, own] as const);
    });
  };

  /** Tells the marks in some texts of a document, each kind once with the lines in which it stands. */
  function* faults(document: Document, texts: readonly Marked[]): Generator<Fault> {
    for (const [mark, finds] of find(texts)) {
      const [first] = finds;
      const spots = finds.slice(0, MOST).map((found) => spotOf(document, found));
      const [at] = spots;
      if (!first || !at) continue;
      const [, ...lines] = new Set(spots.map((spot) => document.line(spot)));
      const more = `${lines.join(", ")}${finds.length > MOST ? " and more" : ""}`;
      const also = lines.length === 0 ? "" : ` Also in ${lines.length === 1 ? "line" : "lines"} ${more}.`;
      const isHead = finds.some(({ marked: { kind } }) => kind !== undefined && HEAD.test(kind));
      const severity = (isHead && mark.head) || mark.severity;
      const [message, fix] = [filled(mark.message, first.match) + also, filled(mark.fix, first.match)];
      yield { at, message, fix, ...(severity ? { severity } : {}) };
    }
  }

  return { find, faults };
}

function isWhere({ where }: Mark, { kind, isMarkdown }: Marked): boolean {
  if (where === "head") return kind === "title" || kind === "subtitle" || kind === "label";
  return where === undefined || (where === "markdown") === isMarkdown;
}

const onOneLine = (words: string) => words.replaceAll(BLANK, "").replace(/\s+/g, " ").trim();

/** What was found, short enough for a message. */
function short(words: string): string {
  const line = onOneLine(words);
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

function spotOf(document: Document, { marked, match: { 0: found, index } }: Find): Spot {
  const start = Math.max(0, found.search(/[^\s\ue000]/));
  return document.in(marked, index + start, found.trimEnd().length - start);
}

function without(text: string, finds: readonly RegExpExecArray[]): string {
  if (finds.length === 0) return text;
  let left = "";
  let from = 0;
  for (const { 0: found, index } of finds) {
    left += text.slice(from, index) + found.replace(/[^\n]/g, BLANK);
    from = index + found.length;
  }
  return left + text.slice(from);
}
