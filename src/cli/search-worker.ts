import { answerWithIndexes } from "../build/indexing.ts";

/** A thread that indexes volumes of the search while the build works out what has changed. */
answerWithIndexes();
