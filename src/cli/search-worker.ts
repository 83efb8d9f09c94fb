import { answering } from "../build/answering.ts";
import { indexed } from "../search/files.ts";

/** A thread that indexes volumes of the search while the build works out what has changed. */
answering(indexed);
