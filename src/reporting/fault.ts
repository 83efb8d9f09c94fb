import { DatelineError } from "../model/dateline-error.ts";
import { systemSentence } from "./system-error.mjs";

/** Returns the message of an error, with those of the errors inside it. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof DatelineError) return error.sentence;
  const sentence = systemSentence(error);
  if (sentence !== undefined) return sentence;
  if ("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY")
    return "Node may not use as much memory as this takes. Allow it more, here 6 GB: NODE_OPTIONS=--max-old-space-size=6144";
  const inner = "originalError" in error ? messageOf(error.originalError) : "";
  return inner ? `${error.message}\n  ${inner}` : error.message;
}
