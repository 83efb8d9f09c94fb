/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// The types of elements and nodes: linkedom and turndown work on the DOM outside a browser.
