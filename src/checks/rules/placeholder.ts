import type { Document, Passage } from "../document.ts";
import type { LeftBehind } from "../left-behind.ts";
import { notes } from "../notes.ts";
import { placeholders } from "../placeholders.ts";
import type { Fault } from "../rule.ts";

const kinds: readonly LeftBehind[] = [...placeholders, ...notes];

/** So many places of one kind are told. */
const MOST = 20;

export function* placeholder(document: Document): Generator<Fault> {
  const passages = document.passages.map((passage) => ({ passage, small: passage.seen.toLowerCase() }));
  const taken = new Map<Passage, readonly Span[]>();
  for (const kind of kinds) {
    const fresh = passages.flatMap(({ passage, small }) => {
      if (!kind.needs.some((need) => small.includes(need)) || kind.where?.(passage) === false) return [];
      const own = taken.get(passage) ?? [];
      const found = foundIn(passage, kind).filter((one) => !own.some((other) => overlap(one, other)));
      taken.set(passage, [...own, ...found].slice(0, MOST));
      return found;
    });
    if (fresh.length > 0) yield faultOf(document, kind, fresh);
  }
  for (const { passage } of passages) yield* embargo(document, passage);
}

interface Span {
  readonly passage: Passage;
  readonly index: number;
  readonly found: string;
}

const overlap = (one: Span, other: Span) =>
  one.index < other.index + other.found.length && other.index < one.index + one.found.length;

function foundIn(passage: Passage, kind: LeftBehind): Span[] {
  const text = passage[kind.in];
  return [...text.matchAll(kind.pattern)].flatMap(({ 0: found, index }) => {
    const end = index + found.length;
    const [before, after] = [text.slice(Math.max(0, index - 30), index), text.slice(end, end + 30)];
    const words = found.trim();
    return kind.isLeft?.(found, before, after) === false
      ? []
      : [{ passage, index: index + found.indexOf(words), found: words }];
  });
}

/** What is said of one kind: once, with all its places. */
function faultOf(document: Document, { what, isUnsure }: LeftBehind, found: readonly Span[]): Fault {
  const spots = found
    .slice(0, MOST)
    .map(({ passage, index, found: words }) => document.in(passage, index, words.length));
  const [, ...lines] = new Set(spots.map(({ offset }) => document.text.slice(0, offset).split("\n").length));
  const more = `${lines.join(", ")}${found.length > MOST ? " and more" : ""}`;
  const also = lines.length === 0 ? "" : ` So in ${lines.length === 1 ? "line" : "lines"} ${more}.`;
  const words = found[0]?.found ?? "";
  const short = words.length > 60 ? `${words.slice(0, 60)}…` : words;
  return {
    at: spots[0] ?? { offset: 0, length: 0 },
    message: what
      ? `“${short}” is ${what}, and readers would see it.${also}`
      : `“${short}” stands where something is still to be filled in.${also}`,
    fix: what ? "Do what it says, and delete it." : "Write what is meant, or leave it out.",
    // A draft may lack anything; what may be meant as it stands stops nobody.
    ...(isUnsure || document.release?.draft ? { severity: "warning" as const } : {}),
  };
}

/** A line that asks to wait, as on paper. */
const WAIT =
  /^(?:strictly |under )?(?:embargo(?:ed)?(?: until| till| for|:|$)|not for (?:publication|release|broadcast|distribution)(?: before| until| prior|$)|hold for release|for internal use only|not for distribution|под эмбарго|эмбарго до|не для (?:печати|публикации|распространения)|для служебного пользования|sous embargo|embargo jusqu|ne pas diffuser|bajo embargo|embargo hasta|no difundir|no publicar (?:antes|hasta)|محظور النشر|禁发)/iu;

function* embargo(document: Document, passage: Passage): Generator<Fault> {
  const { release } = document;
  if (!release || passage.text.length > 300) return;
  const words = passage.text.replaceAll("\ue000", "").trim();
  if (words.length > 140 || !WAIT.test(words)) return;
  yield {
    at: document.in(passage, Math.max(0, passage.text.search(/[^\s\ue000]/)), words.length),
    message: release.embargo
      ? "This line would still be there when the release is public."
      : "This line asks to wait, but the release has no embargo: it is public as soon as it is published.",
    fix: release.embargo
      ? "Delete it: the field embargo keeps the release back."
      : 'Put the moment into the fields, as embargo: "2026-03-04 09:00 +03:00", and delete the line.',
    ...(release.draft || release.embargo ? { severity: "warning" } : {}),
  };
}
