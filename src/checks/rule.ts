import type { Content } from "../model/content.ts";
import type { Certain } from "./ask-site.ts";
import type { Document, Spot } from "./document.ts";
import type { Edit, Severity } from "./finding.ts";
import type { Spelling } from "./spelling.ts";

/** A rule's fault at a place. */
export interface Fault {
  readonly at: Spot;
  /** What is wrong, in one plain sentence for a press officer. */
  readonly message: string;
  /** What would be right, in one plain sentence. */
  readonly fix: string;
  /** Where this case is less grave than the rule's others. */
  readonly severity?: Severity;
  /** What may stand in place of the spot without changing what the text says: `--fix` puts it there. */
  readonly replacement?: string;
  /** The same where more than the spot is to be changed. */
  readonly edit?: Edit;
}

/** The answer of a link's site; `age` is how many days ago it came. */
export type Answer = Certain & { readonly age: number };

/** Everything that a rule may know besides the document. */
export interface Context {
  readonly content: Content;
  readonly contentDir: string;
  readonly now: Date;
  readonly spelling: Spelling;
  /** The words that the office knows to be right (`words.txt`). */
  readonly words: readonly string[];
  /** How many documents are looked at: where they are few, each may take more time. */
  readonly checked: number;
  /** What the sites of outer links have said, where they were asked; those that are not here were not, or said nothing certain. */
  readonly answers?: ReadonlyMap<string, Answer> | undefined;
}

/** One thing that can be wrong. `data/rules.yaml` says what its parts are. */
export interface Rule {
  readonly name: string;
  readonly group: "language" | "craft" | "trust" | "reach" | "people";
  readonly severity: Severity;
  readonly why: string;
  readonly wrong: string;
  readonly right: string;
  check(document: Document, context: Context): Iterable<Fault>;
}
