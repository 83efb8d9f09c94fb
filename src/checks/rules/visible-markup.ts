import type { Document, Spot, Text } from "../document.ts";
import { readMarkdown } from "../markup.ts";
import type { Fault } from "../rule.ts";
import type { VisibleMark } from "../visible.ts";
import { foreignMarks } from "../visible-foreign.ts";
import { visibleHtml } from "../visible-html.ts";
import { visibleLinks } from "../visible-links.ts";
import { visibleLists } from "../visible-lists.ts";
import { mailMarks } from "../visible-mail.ts";
import { visibleMarks } from "../visible-marks.ts";

/** In this order: what one has found is not looked at by the next. */
const marks: readonly VisibleMark[] = [
  ...visibleHtml,
  ...mailMarks,
  ...foreignMarks,
  ...visibleLinks,
  ...visibleMarks,
  ...visibleLists,
];

export function* visibleMarkup(document: Document): Generator<Fault> {
  for (const text of document.texts) {
    yield* faultsIn(document, text);
    yield* text.unused.map(({ name, at }) => ({
      at: document.in(text, at, name.length + 3),
      message: `Readers see nothing of this line, because nothing in the text refers to [${name}].`,
      fix: `For a footnote, write [^${name}]: and the words, and [^${name}] behind the word that it belongs to; for a link, [words][${name}].`,
    }));
  }
}

/** So many places of one kind are told. */
const MOST = 20;

interface Found {
  readonly mark: VisibleMark;
  readonly match: RegExpExecArray;
}

/** Returns the marks that readers of a text see. */
export function visibleIn(source: string, lang: string): readonly RegExpExecArray[] {
  return [...kindsIn(readMarkdown(source, lang).seen, true)].flatMap((all) => all.map(({ match }) => match));
}

/** The marks in what readers see of a text, kind by kind. */
function kindsIn(text: string, isMarkdown: boolean): Iterable<readonly Found[]> {
  let seen = text;
  const kinds = new Map<string, Found[]>();
  for (const [index, mark] of marks.entries()) {
    if (mark.where !== undefined && mark.where !== (isMarkdown ? "markdown" : "plain")) continue;
    if (mark.needs !== undefined && !Array.from(mark.needs).some((character) => seen.includes(character))) continue;
    const found = [...seen.matchAll(mark.pattern)].filter((match) => mark.is?.(match) ?? true);
    for (const match of found) {
      const kind = `${index} ${mark.kind?.(match) ?? ""}`;
      const known = kinds.get(kind) ?? [];
      kinds.set(kind, known);
      known.push({ mark, match });
    }
    seen = without(seen, found);
  }
  return kinds.values();
}

/** The marks that readers see in a text, each kind once with the lines in which it stands. */
function* faultsIn(document: Document, text: Text): Generator<Fault> {
  for (const all of kindsIn(text.seen, text.isMarkdown)) {
    const [first] = all;
    if (!first) continue;
    const spots = all.slice(0, MOST).map(({ match }) => spotOf(document, text, match));
    const line = ({ offset }: Spot) => document.text.slice(0, offset).split("\n").length;
    const [, ...lines] = new Set(spots.map(line));
    const { mark, match } = first;
    const more =
      lines.length === 0
        ? ""
        : ` So in ${lines.length === 1 ? "line" : "lines"} ${lines.join(", ")}${all.length > MOST ? " and more" : ""}.`;
    yield {
      at: spots[0] as Spot,
      message: mark.message(match) + more,
      fix:
        text.isMarkdown || mark.where === "plain"
          ? mark.fix(match)
          : "Write the words alone: this field knows no marks.",
      ...(mark.severity ? { severity: mark.severity } : {}),
    };
  }
}

function spotOf(document: Document, text: Text, { 0: found, index }: RegExpExecArray): Spot {
  const start = /[^\s\ue000]/.exec(found)?.index ?? 0;
  return document.in(text, index + start, found.trimEnd().length - start);
}

function without(seen: string, found: readonly RegExpExecArray[]): string {
  let text = "";
  let from = 0;
  for (const { 0: words, index } of found) {
    text += seen.slice(from, index) + words.replace(/[^\n]/g, "\ue000");
    from = index + words.length;
  }
  return text + seen.slice(from);
}
