import type { Graph, Thing } from "schema-dts";
import type { Site } from "../model/site.ts";
import { absolute, rootUrl } from "../model/urls.ts";

/** Removes the fields of a schema.org type that are undefined or an empty list. */
export function given<T extends object>(fields: { readonly [Name in keyof T]: T[Name] | undefined }): T {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields))
    if (value !== undefined && !(Array.isArray(value) && value.length === 0)) kept[name] = value;
  return kept as T;
}

/** The ids of the office and the site in the data of all pages. */
export function officeId(site: Site): { readonly "@id": string } {
  return { "@id": `${absolute(site, rootUrl(site))}#office` };
}
export function siteId(site: Site): { readonly "@id": string } {
  return { "@id": `${absolute(site, rootUrl(site))}#site` };
}

/** Writes data (JSON-LD 1.1) for a page, with escaped `<`, so that they cannot end their element. */
export function jsonLd(things: readonly Thing[]): string {
  const graph: Graph = { "@context": "https://schema.org", "@graph": things };
  return JSON.stringify(graph).replaceAll("<", "\\u003c");
}
