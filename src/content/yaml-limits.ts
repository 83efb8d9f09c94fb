import { load } from "js-yaml";
import type { Problem } from "../model/problem.ts";
import { problemAt, type YamlPart } from "./source.ts";

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
