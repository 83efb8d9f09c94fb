import type { Passage } from "./document.ts";

/** Something that an editor left for later, or wrote for colleagues. */
export interface LeftBehind {
  readonly pattern: RegExp;
  /** In small letters: where none of these stands, it is not looked for. Most texts have none, and this is quick to see. */
  readonly needs: readonly string[];
  /** Where it is looked for: in the words alone, or with the marks that were not obeyed. */
  readonly in: "text" | "seen";
  /** What it is; without it, it stands where something is still to be filled in. */
  readonly what?: string;
  /** It may be meant as it stands. */
  readonly isUnsure?: boolean;
  /** In which passages. */
  readonly where?: (passage: Passage) => boolean;
  /** What else must be so; told what was found, and what stands around it. */
  readonly isLeft?: (found: string, before: string, after: string) => boolean;
}

/** Words in brackets that are no link. */
export const BRACKETED = /[[［【{]{1,2}[^[\]［］【】{}\n]{1,200}[\]］】}]{1,2}(?!\()/gu;

/** Words without their brackets. */
export const inside = (found: string) => found.replace(/^[[［【{(（<\s]+|[\]］】})）>\s]+$/gu, "");
