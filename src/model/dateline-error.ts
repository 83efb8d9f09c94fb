/** The kind of a mistake, for programs that call Dateline. */
export type ErrorCode =
  /** The command line is wrong. */
  | "usage"
  /** A named file or folder is missing. */
  | "missing"
  /** A file to be written exists already. It was not touched. */
  | "taken"
  /** A file of content/ has an error, and nothing can be published without it. */
  | "content"
  /** The output or the cache cannot be the folder that it is meant to be. */
  | "folder"
  /** Another build is at work in the folder. */
  | "busy"
  /** An address that was public would be lost, or given to another text. */
  | "lost"
  /** Two files would be published under one name. */
  | "clash"
  /** The output was being replaced when something went wrong. */
  | "half-published"
  /** A file cannot be imported. */
  | "unreadable"
  /** A PDF or a share image cannot be made. */
  | "typesetting"
  /** A file of a copied site is not as it was published. */
  | "damaged"
  /** Files of Dateline itself are missing or damaged. */
  | "installation";

/** A mistake of the user: reported in a sentence with the fix, without a stack trace. */
export class DatelineError extends Error {
  readonly code: ErrorCode;
  /** The fix, in a sentence; empty if the message says it. */
  readonly hint: string;

  constructor(code: ErrorCode, message: string, hint: string) {
    super(message);
    this.code = code;
    this.hint = hint;
  }

  /** The mistake and the fix. */
  get sentence(): string {
    return this.hint === "" ? this.message : `${this.message} ${this.hint}`;
  }
}

/** The fix where a folder is no office. */
export const NO_OFFICE = "Work in the folder of an office, or make one: dateline init my-press";
