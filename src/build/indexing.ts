import { indexed } from "../search/files.ts";
import { answering } from "./answering.ts";

/** In a thread: indexes volumes of the search. */
export function answerWithIndexes(): void {
  answering(indexed);
}
