import { readYaml } from "../content/yaml.ts";
import { attempt } from "../model/attempt.ts";
import type { Fields, Look } from "./incoming.ts";

/** A file's front matter and text; what could not be read as it stood is in `look`. */
export interface Divided {
  readonly fields: Fields;
  readonly body: string;
  readonly look: readonly Look[];
}

/** Whether a text begins with front matter: YAML between hyphens, TOML between plus signs, or a text below JSON (Hugo). */
export function hasFrontMatter(text: string): boolean {
  return /^\s*(?:---|\+\+\+)[ \t]*\n/.test(text) || jsonHead(text) !== undefined;
}

/**
 * Reads front matter leniently, for an archive's slips must not lose a release: of a field that is there twice the last
 * one with a value counts (as in Hugo), a line that is no field is left out, and all that is said.
 */
export function divide(text: string): Divided {
  const json = jsonHead(text);
  if (json) return { ...json, look: [] };
  const [, fence = "", head = "", body = ""] =
    /^\s*(---|\+\+\+)[ \t]*\n([\s\S]*?)(?:^|\n)\1[ \t]*(?:\n([\s\S]*))?$/.exec(text) ?? [];
  const [, bare, below = ""] = fence === "" ? (BARE.exec(text) ?? []) : [];
  if (bare)
    return { ...salvage(bare.replace(/^[A-Z][\w-]*(?=:)/gm, (name) => name.toLowerCase())), body: below, look: [] };
  if (fence === "") return { fields: {}, body: text.replace(/^\s*(?:---|\+\+\+)[ \t]*\n/, ""), look: [] };
  if (fence === "+++") return { ...readToml(head), body };
  const fields = fieldsIn(head);
  return fields ? { fields, body, look: [] } : { ...salvage(head), body };
}

/** The fields of Pelican and MultiMarkdown, which no mark encloses. */
const BARE = /^\s*((?=Title:)(?:[A-Z][\w-]*:[ \t]+[^\n]+\n){2,})[ \t]*\n([\s\S]*)$/;

/** The fields that a piece of YAML says, read as the loader reads them; undefined where it has a mistake. */
function fieldsIn(yaml: string): Fields | undefined {
  const read = readYaml({ source: { file: "", text: yaml }, yaml, line: 1 });
  return read.is === "read" ? asFields(read.value) : undefined;
}

/** The fields of an object of JSON with a text below it. */
function jsonHead(text: string): Pick<Divided, "fields" | "body"> | undefined {
  const [, head = "", body = ""] = /^\s*(\{\s*"[\s\S]*?\})[ \t]*\n\s*\n([\s\S]*\S[\s\S]*)$/.exec(text) ?? [];
  if (head === "") return undefined;
  return attempt(() => ({ fields: asFields(JSON.parse(head)), body }));
}

function salvage(head: string): Pick<Divided, "fields" | "look"> {
  const said: Look[] = [];
  const fields: Record<string, unknown> = {};
  // A field and the indented lines, list items and continued words that follow it.
  const parts = head.split(/\n(?=[^\s\-#])/).filter((part) => part.trim() !== "" && !part.startsWith("#"));
  for (const part of parts) {
    const name = /^["']?([\w-]+)["']?\s*:/.exec(part)?.[1];
    if (name === undefined) {
      said.push({ about: "This line of the fields at the top is no field; it was left out.", words: part.trim() });
      continue;
    }
    const value = fieldIn(part, name);
    if (name in fields && fields[name] !== undefined) {
      said.push({
        about: `The field “${name}” is there twice; the last one that says something counts.`,
        words: part.trim(),
      });
      if (value === null || value === undefined || value === "") continue;
    }
    fields[name] = value;
  }
  if (said.length === 0) said.push({ about: "The fields at the top have a mistake; they were read line by line." });
  return { fields, look: said };
}

function fieldIn(part: string, name: string): unknown {
  const fields = fieldsIn(part);
  if (fields) return fields[name];
  return unquoted(part.slice(part.indexOf(":") + 1).replace(/\s+/g, " "));
}

const unquoted = (word: string) => word.trim().replace(/^(["'])(.*)\1$/, "$2");

/** The TOML that front matter is written in: names, strings, numbers, dates and lists of strings on a line. */
function readToml(head: string): Pick<Divided, "fields" | "look"> {
  const fields: Record<string, unknown> = {};
  for (const line of head.split("\n")) {
    const [, name, value = ""] = /^([\w-]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (name === undefined) continue;
    const items = /^\[(.*)\]$/.exec(value)?.[1];
    fields[name] = items === undefined ? unquoted(value) : items.split(",").map(unquoted).filter(Boolean);
  }
  return { fields, look: [] };
}

function asFields(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
