/** What the search page asks for when the search is first used: the index, its results as entries, and what else may have been meant. */
export { Index } from "./search-index.ts";
export { entryOf } from "./search-result.ts";
export { suggest } from "./search-suggestion.ts";
