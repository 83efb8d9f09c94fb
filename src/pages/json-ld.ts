import type { Graph, Thing } from "schema-dts";
import type { Site } from "../model/site.ts";
import { absolute, rootUrl } from "../model/urls.ts";

/** The fields of a schema.org type that have a value: what is undefined or an empty list is left out. */
export function given<T extends object>(fields: { readonly [Name in keyof T]: T[Name] | undefined }): T {
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined && !isEmptyList(value));
  return Object.fromEntries(kept) as T;
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** The names by which the data of all pages speak of the same office and the same site. */
export function officeId(site: Site): { readonly "@id": string } {
  return { "@id": `${absolute(site, rootUrl(site))}#office` };
}
export function siteId(site: Site): { readonly "@id": string } {
  return { "@id": `${absolute(site, rootUrl(site))}#site` };
}

/** Writes data (JSON-LD 1.1) so that they can stand in a page: no `<` in them can end the element they stand in. */
export function jsonLd(things: readonly Thing[]): string {
  const graph: Graph = { "@context": "https://schema.org", "@graph": things };
  return JSON.stringify(graph).replaceAll("<", "\\u003c");
}
