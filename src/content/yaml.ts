import { load } from "js-yaml";
import { isMap, isNode, isScalar, LineCounter, parseDocument, visit, type YAMLError, YAMLParseError } from "yaml";
import { type Fault, type Problem, type Read, read, wrong } from "../model/problem.ts";
import { invisibleIndent, startsInvisibly } from "./invisible.ts";
import { problemAt, problemsOf, type YamlPart } from "./source.ts";

/** Reads YAML with the fast parser, and only if something is wrong again with the exact one, to say where. */
export function readYaml(part: YamlPart): Read<unknown> {
  if (part.yaml.trim() === "") return read({});
  const limit = limitOf(part);
  if (limit) return wrong(limit);
  try {
    return read(withoutEmpty(loaded(part)));
  } catch (error) {
    const nested = nestedToo(part, error);
    if (nested) return wrong(nested);
    const { errors } = exact(part);
    // Errors after the first are guesses, except doubled fields.
    const telling = errors.filter((yamlError, index) => index === 0 || yamlError.code === "DUPLICATE_KEY");
    if (telling.length > 0) return wrong(...problemsOf(telling, (yamlError) => explain(part, yamlError)));
    const { line, column } = markOf(part, error);
    if (/^[\]}]/.test(part.yaml.split("\n")[line - part.line] ?? "")) {
      const fix = "Begin the line with two spaces.";
      return wrong(
        problemAt(part.source, line, 1, {
          message: "This bracket stands at the margin, where a field would begin.",
          fix,
        }),
      );
    }
    return wrong(
      problemAt(part.source, line, column, {
        message: "This line refers to another one with the character *, or is not a field at all.",
        fix: "Each line is a name, a colon, a space, and the value. Put a value that begins with such a character in quotation marks.",
      }),
    );
  }
}

/** An empty field (`image:`) is a field not given. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (inner === null ? [] : [[key, withoutEmpty(inner)]])),
  );
}

/** Returns the place of the value at a path; for a missing field, the place of its parent. */
export function placeOf(part: YamlPart, path: readonly PropertyKey[], of: "value" | "key" = "value"): Place {
  const { doc, counter } = exact(part);
  for (let length = path.length; length > 0; length--) {
    const at = path.slice(0, length);
    const parent = length === 1 ? doc.contents : doc.getIn(at.slice(0, -1), true);
    const last = at.at(-1);
    const pair = isMap(parent) ? parent.items.find((item) => isScalar(item.key) && item.key.value === last) : undefined;
    const node = pair && (of === "key" || !isNode(pair.value)) ? pair.key : doc.getIn(at, true);
    if (isNode(node) && node.range) {
      const { line, col } = counter.linePos(node.range[0]);
      return { line: line + part.line - 1, column: col };
    }
  }
  return { line: part.line, column: 1 };
}

/** Reads a piece of YAML with the exact parser, which knows positions. */
export function exact(part: YamlPart): Exact {
  if (last?.part === part) return last.parsed;
  const counter = new LineCounter();
  // The parser would compare each key with all keys before it, so that a set is faster.
  const doc = parseDocument(part.yaml, { lineCounter: counter, prettyErrors: false, uniqueKeys: false });
  const errors = [...doc.errors, ...doubledKeys(doc)].toSorted((a, b) => a.pos[0] - b.pos[0]);
  last = { part, parsed: { doc, counter, errors } };
  return last.parsed;
}

/** Returns an error for each key that a map has twice. */
function doubledKeys(doc: Exact["doc"]): YAMLError[] {
  const found: YAMLError[] = [];
  visit(doc, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key) || !key.range) continue;
        if (seen.has(key.value)) {
          const [from, to] = key.range;
          found.push(new YAMLParseError([from, to], "DUPLICATE_KEY", "Map keys must be unique"));
        }
        seen.add(key.value);
      }
    },
  });
  return found;
}

interface Exact {
  readonly doc: ReturnType<typeof parseDocument>;
  readonly counter: LineCounter;
  readonly errors: readonly YAMLError[];
}

/** The last result, because the places of several fields of one file are asked for in turn. */
let last: { readonly part: YamlPart; readonly parsed: Exact } | undefined;

const remedies: Partial<Record<YAMLError["code"], readonly [message: string, fix: string]>> = {
  BLOCK_AS_IMPLICIT_KEY: [
    "There is a second colon in this line, which makes a second field of it.",
    "Put all that follows the first colon in quotation marks.",
  ],
  DUPLICATE_KEY: ["This field is there twice.", "Keep one of the two and delete the other."],
  TAB_AS_INDENT: ["This line begins with a tab.", "Replace the tab by spaces."],
  MISSING_CHAR: [
    "A quotation mark, bracket or comma is missing here.",
    'Close what was opened: every " [ and { has its partner.',
  ],
  BAD_INDENT: [
    "This line does not begin where the lines around it do.",
    "Begin each field at the start of its line, and what belongs to a field two spaces further in.",
  ],
  UNEXPECTED_TOKEN: [
    "There is something here that does not belong to a field.",
    "Each line is a name, a colon, a space, and the value. Put a value with : # [ ] { } or quotation marks in it in quotation marks.",
  ],
  BAD_ALIAS: ["A value cannot begin with this character.", "Put the whole value in quotation marks."],
  BAD_SCALAR_START: ["A value cannot begin with this character.", "Put the whole value in quotation marks."],
  MULTIPLE_DOCS: [
    "A line of three hyphens ends the fields, and this file has nothing but fields.",
    "Delete this line and what stands below it.",
  ],
  MULTILINE_IMPLICIT_KEY: ["This line has no colon.", "Each line is a name, a colon, a space, and the value."],
};

/** Mistakes that quotation marks around the value put right. */
const TO_QUOTE = new Set<YAMLError["code"]>(
  "BLOCK_AS_IMPLICIT_KEY BAD_ALIAS BAD_SCALAR_START BAD_DQ_ESCAPE UNEXPECTED_TOKEN".split(" ") as YAMLError["code"][],
);

/** A mistake in a piece of YAML, with its place there. */
type Slip = Fault & { readonly line: number; readonly col: number };

function explain(part: YamlPart, error: YAMLError): Problem {
  const lines = part.yaml.split("\n");
  const at = exact(part).counter.linePos(error.pos[0]);
  const opened = error.code === "MISSING_CHAR" ? openQuotation(lines) : undefined;
  const [message, fix] = remedies[error.code] ?? [
    "This line cannot be read.",
    "Each line is a name, a colon, a space, and the value. Put a value with such characters in it in quotation marks.",
  ];
  const value = /^\s*(?:- )?[\w-]+: +(.*)/.exec(lines[at.line - 1] ?? "")?.[1] ?? "";
  const isList = /^[[{]/.test(value) && !/^(?:\[[^[\]{}]*\]|\{[^[\]{}]*\})\s*[^\s#]/.test(value);
  const example = TO_QUOTE.has(error.code) && !isList ? quotedLine(part, at.line) : "";
  const { line, col, ...fault } = indentedInvisibly(lines, at.line) ??
    gluedValue(lines, at.line, error) ??
    looseInBraces(lines, at.line) ??
    secondField(lines, at.line, error) ??
    partlyQuoted(part, at.line, error) ??
    indentedField(lines, at.line, error) ??
    remarkInside(lines, at.line, error) ??
    openBracket(lines, error) ??
    noField(lines, at.line, error) ??
    slippedEntry(lines, at.line, error) ??
    looseMark(lines, at.line, error) ??
    opened ?? { ...at, message, fix: fix + example };
  return problemAt(part.source, line + part.line - 1, col, fault);
}

/** Finds a line that begins with a character that only looks like a space: at the error, or above it where the parser accepted it. */
function indentedInvisibly(lines: readonly string[], last: number): Slip | undefined {
  const at = lines.slice(0, last).findIndex((line) => startsInvisibly(line.replace(/^[ \t]+/, "")));
  return at === -1 ? undefined : { line: at + 1, col: 1, ...invisibleIndent };
}

/** Finds a field without a plain space after its colon, which YAML does not read as a field. */
function gluedValue(lines: readonly string[], line: number, { code }: YAMLError): Slip | undefined {
  if (code !== "MULTILINE_IMPLICIT_KEY" && code !== "MISSING_CHAR") return undefined;
  const [, name = "", value] = /^(\s*(?:- )?[\w-]+:)(?!\/\/)(\S.*|[^\S ].*)$/.exec(lines[line - 1] ?? "") ?? [];
  if (value === undefined) return undefined;
  const message = startsInvisibly(value)
    ? "An invisible space stands after the colon: another character than the space bar types, as Word has it."
    : "A space is missing after the colon.";
  return { line, col: name.length + 1, message, fix: `Type a space there: ${name.trim()} ${value.trim()}` };
}

/** A field between { and }, on one line. */
const IN_BRACES = /(?<=[{,]\s*)([\w-]+): +([^\n]{1,500}?)\s*(?=,\s*[\w-]+:\s|\}\s*(?:[,\]]|$))/g;

/** Finds a value between { and } that only quotation marks of the other kind, or any at all, keep together. */
function looseInBraces(lines: readonly string[], line: number): Slip | undefined {
  for (const { index, 1: name = "", 2: value = "" } of (lines[line - 1] ?? "").matchAll(IN_BRACES)) {
    const [, mark, quoted] = /^(["'])(.*)\1$/.exec(value) ?? [];
    const isLoose = mark
      ? (mark === '"' ? /(?<!\\)"/ : /(?<!')'(?!')/).test(quoted ?? "")
      : /: |[[\]{}]|^[%@`&*!|>"']/.test(value) && !/^\[[^[\]]*\]$/.test(value) && !value.includes(";");
    if (!isLoose) continue;
    const fix = `Put all of it in quotation marks${mark ? " of the other kind" : ""}. Like this: ${name}: ${inMarks(quoted ?? value)}`;
    return {
      line,
      col: index + name.length + 3,
      message: "This value ends too early: a character in it has a meaning of its own between { and }.",
      fix,
    };
  }
  return undefined;
}

/** Finds an entry of a list with a second field on its line. */
function secondField(lines: readonly string[], line: number, { code }: YAMLError): Slip | undefined {
  const [, hyphen, first, second] = /^(\s*- )([a-z_]+: [^,:]+), ?([a-z_]+: [^:]+)$/.exec(lines[line - 1] ?? "") ?? [];
  if (code !== "BLOCK_AS_IMPLICIT_KEY" || hyphen === undefined) return undefined;
  return {
    line,
    col: hyphen.length + (first?.length ?? 0) + 1,
    message: "Two fields stand on one line.",
    fix: `Put brackets around them: - { ${first}, ${second} }`,
  };
}

/** Finds a value of which only a part is in quotation marks. */
function partlyQuoted(part: YamlPart, line: number, { code }: YAMLError): Slip | undefined {
  const text = part.yaml.split("\n")[line - 1] ?? "";
  const [, before] = /^(\s*(?:- )?[\w-]+: +)["']/.exec(text) ?? [];
  const example = before === undefined || code !== "UNEXPECTED_TOKEN" ? "" : quotedLine(part, line);
  if (before === undefined || example === "") return undefined;
  const message = "Quotation marks inside this value end it too early.";
  return {
    line,
    col: before.length + 1,
    message,
    fix: `Put all of it in quotation marks of the other kind.${example}`,
  };
}

/** Finds a character # in a list, such as a hashtag, which makes a remark of the rest of its line. */
function remarkInside(lines: readonly string[], last: number, { code }: YAMLError): Slip | undefined {
  const tag = /^(\s*[\w-]+: *\[(?:[^\]'"]*[\s,])?)#\S.*\]\s*$/;
  const at =
    code === "MISSING_CHAR" || code === "BAD_INDENT" ? lines.slice(0, last).findIndex((each) => tag.test(each)) : -1;
  const line = lines[at];
  if (line === undefined) return undefined;
  return {
    line: at + 1,
    col: (tag.exec(line)?.[1]?.length ?? 0) + 1,
    message: "What follows the character # counts as a remark, so that this list has no end.",
    fix: `Leave it out: ${line.trim().replace(/#(?=\S)/g, "")}`,
  };
}

/** Finds a list or group whose bracket is not closed on its line. The parser notices it only further down. */
function openBracket(lines: readonly string[], { message, code }: YAMLError): Slip | undefined {
  if (code !== "BAD_INDENT" && code !== "MISSING_CHAR") return undefined;
  const [, kind] = /Flow (sequence|map)/.exec(message) ?? [];
  const bracket = kind === "map" ? /^([^'"#]*: *\{)[^}]*$/ : /^([^'"#]*: *\[)[^\]]*$/;
  const at = kind === undefined ? -1 : lines.findIndex((line) => bracket.test(line));
  const line = lines[at];
  if (line === undefined) return undefined;
  if (/[[{]\s*$/.test(line)) {
    const fix = "Begin each of them with two spaces, the one with the closing bracket too.";
    return {
      line: at + 1,
      col: line.trimEnd().length,
      message: "This list goes on in lines that begin at the margin.",
      fix,
    };
  }
  const open = kind === "map" && !line.slice(0, -1).includes("[") ? line.trim().replace(/\s*\]$/, "") : line.trim();
  const close = `${open}${kind === "map" ? " }" : "]"}`;
  const col = bracket.exec(line)?.[1]?.length ?? 1;
  return { line: at + 1, col, message: "This bracket is not closed.", fix: `Close it on its line: ${close}` };
}

/** Finds a line that is no field and goes on from the one above, at the margin. */
function noField(lines: readonly string[], line: number, { code }: YAMLError): Slip | undefined {
  const text = lines[line - 1] ?? "";
  if (code !== "MISSING_CHAR" && code !== "MULTILINE_IMPLICIT_KEY" && code !== "BAD_ALIAS") return undefined;
  const [, before, mark, entry] = /^(\s*)([–—•·▪*])\s*(.+)$/.exec(text) ?? [];
  if (before !== undefined && !entry?.includes(mark ?? ""))
    return {
      line,
      col: before.length + 1,
      message: `This line begins with “${mark}”, and an entry of a list begins with a hyphen.`,
      fix: `Type a hyphen and a space: - ${entry}`,
    };
  const [, name, value] = /^([\w-]+)：\s*(.*)$/.exec(text) ?? [];
  if (name !== undefined)
    return {
      line,
      col: name.length + 1,
      message: "The colon in this line is a wide one, as Chinese keyboards type it.",
      fix: `Type a plain colon and a space: ${name}: ${value}`,
    };
  if (!/^(?:[^\s#:[\]{}"'-][^:]*|[*_]{1,2}\p{L}.*)$/u.test(text)) return undefined;
  return {
    line,
    col: 1,
    message: "This line is no field: it has no name with a colon.",
    fix: `If it goes on from the line above, begin it with two spaces; else delete it, or move it below the second line of three hyphens.`,
  };
}

/** Finds a line of a list's entry that begins between the hyphen and the entry's first field. */
function slippedEntry(lines: readonly string[], line: number, { message }: YAMLError): Slip | undefined {
  if (!message.includes("without - indicator")) return undefined;
  const entry = lines.slice(0, line - 1).findLast((each) => /^\s*- /.test(each)) ?? "";
  const [hyphen = ""] = /^\s*- +/.exec(entry) ?? [];
  return {
    line,
    col: (lines[line - 1]?.search(/\S/) ?? 0) + 1,
    message: "This line does not begin where the line above it does.",
    fix: `Begin it exactly under the first field of its entry, with ${hyphen.length} spaces before it.`,
  };
}

/** Finds a list with nothing between two commas, and one that begins on the line of its field. */
function looseMark(lines: readonly string[], line: number, { code }: YAMLError): Slip | undefined {
  const text = lines[line - 1] ?? "";
  const [, before, after] = /^([^'"#]*[[,])\s*,(.*)$/.exec(text) ?? [];
  if (code !== "UNEXPECTED_TOKEN") return undefined;
  if (before !== undefined) {
    const fix = `Delete the comma: ${before.trim()}${before.endsWith("[") ? "" : " "}${after?.trim()}`;
    return {
      line,
      col: before.length + 1,
      message: "Nothing stands between two commas, or before the first one.",
      fix,
    };
  }
  const [, name, entry] = /^(\s*[\w-]+:\s+)-\s+(.*)$/.exec(text) ?? [];
  if (name === undefined) return undefined;
  return {
    line,
    col: name.length + 1,
    message: "A list cannot begin on the line of its field.",
    fix: `Leave the hyphen out, or put it on the next line after two spaces: - ${entry}`,
  };
}

/** Finds a field with a space before it, which makes it a part of the value above. */
function indentedField(lines: readonly string[], line: number, { code }: YAMLError): Slip | undefined {
  const own = lines[line - 1] ?? "";
  const below = lines[line] ?? "";
  const [, spaces = "", field] = /^( +)([\w-]+:(?: .*)?)$/.exec(below) ?? [];
  if (code !== "BLOCK_AS_IMPLICIT_KEY" || field === undefined || !/^[\w-]+:\s+\S/.test(own) || /: .*: /.test(own))
    return undefined;
  const message = "This line begins with a space, which makes it a part of the line above.";
  return { line: line + 1, col: spaces.length, message, fix: `Delete the space before it: ${field.trim()}` };
}

/** Finds a quotation mark that is not closed on its line. The parser notices it only at the end of the file. */
function openQuotation(lines: readonly string[]): Slip | undefined {
  const at = lines.findIndex((line) => /^[^'"]*[:[{,-]\s*"(?:[^"\\]|\\.)*$/.test(line));
  const line = lines[at];
  if (line === undefined) return undefined;
  const message = "This quotation mark is not closed.";
  return {
    line: at + 1,
    col: line.indexOf('"') + 1,
    message,
    fix: `Close it at the end of the value: ${line.trim()}"`,
  };
}

/** Returns the field of a line of a piece of YAML with its value in quotation marks, the lines on which it goes on included; nothing if the value is not certain. */
export function quotedLine(part: YamlPart, line: number): string {
  const [own = "", ...below] = part.yaml.split("\n").slice(line - 1);
  const [, indent = "", name = "", value = ""] = /^(\s*(?:- )?)([\w-]+: +)(.*?)\s*$/.exec(own) ?? [];
  if (value === "") return "";
  const goesOn = (each: string) => each.search(/\S/) > indent.length;
  const end = below.findIndex((each) => !goesOn(each));
  const whole = [value, ...below.slice(0, end === -1 ? undefined : end)].map((each) => each.trim()).join(" ");
  return ` Like this${whole === value ? "" : ", all on one line"}: ${indent.trimStart()}${name}${inMarks(whole.replace(/^(["'])(.*)\1$/, "$2"))}`;
}

/** Returns words in the quotation marks of YAML that they allow. */
export function inMarks(words: string): string {
  if (!/["\\]/.test(words)) return `"${words}"`;
  return words.includes("'") ? JSON.stringify(words) : `'${words}'`;
}

/** The place of a value in its file; both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** More than the fields of a release with a hundred pictures, or all words of the interface. */
const MOST_LINES = 10_000;
const MOST_CHARACTERS = 300_000;
const DEEPEST = 50;

/** Returns a problem if a piece of YAML is too long for the exact parser, whose time grows faster than its input. */
export function limitOf(part: YamlPart): Problem | undefined {
  const lines = part.yaml.split("\n").length;
  if (lines <= MOST_LINES && part.yaml.length <= MOST_CHARACTERS) return undefined;
  return problemAt(part.source, part.line, 1, {
    message: `The fields have ${lines} lines and ${part.yaml.length} characters, far more than anybody needs: up to ${MOST_LINES} lines and ${MOST_CHARACTERS} characters are read.`,
    fix: "Look for something that was pasted here by mistake, and move what is text below the fields.",
  });
}

/** Returns a problem if fields are nested deeper than any field of Dateline. */
export function tooDeep(part: YamlPart): Problem | undefined {
  try {
    loaded(part);
    return undefined;
  } catch (error) {
    return nestedToo(part, error);
  }
}

/** Reads a piece of YAML with the fast parser; throws if it cannot be read. */
export function loaded(part: YamlPart): unknown {
  return load(part.yaml, { maxAliases: 0, maxDepth: DEEPEST });
}

/** Returns the problem of an error of the fast parser about nesting; undefined for any other error. */
export function nestedToo(part: YamlPart, error: unknown): Problem | undefined {
  if (!(error instanceof Error && /maxDepth|call stack/.test(error.message))) return undefined;
  const { line, column } = markOf(part, error);
  return problemAt(part.source, line, column, {
    message: `Something begins here inside ${DEEPEST} others: no field is nested so deeply.`,
    fix: "Look for brackets [ and { or hyphens that were pasted or repeated by mistake, and delete them.",
  });
}

/** Returns the place where the fast parser stopped. */
export function markOf(part: YamlPart, error: unknown): Place {
  const mark = error instanceof Error && "mark" in error ? (error.mark as Place | undefined) : undefined;
  return { line: part.line + (mark?.line ?? 0), column: (mark?.column ?? 0) + 1 };
}
