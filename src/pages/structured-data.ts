import type * as schema from "schema-dts";
import type { SiteUrl } from "../model/address.ts";
import type { Words } from "../model/content.ts";
import type { Site } from "../model/site.ts";
import { absolute, rootUrl } from "../model/urls.ts";
import { message } from "../text/messages.ts";
import type { Crumb, Frame, Surroundings } from "./frame.ts";
import type { Page, View } from "./page.ts";

/** Returns a page's structured data: that of its kind, its breadcrumbs, and its publisher. */
export function structuredData(site: Site, words: Words, page: Page): readonly schema.Thing[] {
  const { frame, breadcrumb }: View = page.view;
  if (frame.hidden) return [];
  const isAboutOffice = page.kind === "home" || page.kind === "office";
  return [
    ...frame.data,
    ...(breadcrumb ? [breadcrumbList(site, words, page.lang, breadcrumb)] : []),
    ...(page.kind === "home" ? [webSite(site, frame)] : []),
    office(site, frame.around, isAboutOffice),
  ];
}

/** Returns the breadcrumbs of a page, without names that are not in the page's language. */
function breadcrumbList(site: Site, words: Words, lang: string, crumbs: readonly Crumb[]): schema.BreadcrumbListLeaf {
  const own = crumbs.filter((crumb) => "word" in crumb || crumb.phrase.lang === undefined);
  return {
    "@type": "BreadcrumbList",
    itemListElement: own.map((crumb, index) =>
      given<schema.ListItem & object>({
        "@type": "ListItem",
        position: index + 1,
        item: crumb.url === undefined ? undefined : absolute(site, crumb.url),
        name: "word" in crumb ? message(words, crumb.word, lang) : crumb.phrase.text,
      }),
    ),
  };
}

/** Returns the press office. Only the home page and its own page say how to reach it, as for readers. */
function office(site: Site, around: Surroundings, isWhole: boolean): schema.OrganizationLeaf {
  const { name, parent, home, logo, office: contact } = around;
  const contactPoint: schema.ContactPoint | undefined = contact && {
    "@type": "ContactPoint",
    contactType: "media relations",
    name: contact.name.text,
    ...(contact.phone ? { telephone: contact.phone.dialled } : {}),
    ...(contact.email === undefined ? {} : { email: contact.email }),
  };
  return given<schema.OrganizationLeaf>({
    "@type": "Organization",
    ...officeId(site),
    name: name.text,
    url: absolute(site, home),
    logo: logo && absolute(site, logo.src),
    contactPoint: isWhole ? contactPoint : undefined,
    parentOrganization: parent && isWhole ? { "@type": "Organization", name: parent.text } : undefined,
  });
}

function webSite(site: Site, { around, description }: Frame): schema.WebSiteLeaf {
  return {
    "@type": "WebSite",
    ...siteId(site),
    name: around.name.text,
    description,
    url: absolute(site, around.home),
    inLanguage: Object.keys(site.languages),
    publisher: officeId(site),
  };
}

/** Returns the subject of a list, if schema.org has a type for it. */
export type Subject = "Organization" | "Place" | "Person" | "Thing";

/** Returns an entry of a list: a release with its address and title. */
export interface Item {
  readonly url: SiteUrl;
  readonly name: string;
}

/** Returns a list as data: its subject, and its entries in their order. */
export function collectionPage(
  site: Site,
  lang: string,
  page: {
    readonly url: SiteUrl;
    readonly name?: string;
    readonly description?: string;
    readonly about?: Subject | undefined;
    readonly items: readonly Item[];
  },
): schema.CollectionPageLeaf {
  const address = absolute(site, page.url);
  return given<schema.CollectionPageLeaf>({
    "@type": "CollectionPage",
    name: page.name,
    description: page.description,
    url: address,
    inLanguage: lang,
    isPartOf: { "@type": "WebSite", ...siteId(site) },
    about: page.about && {
      "@type": page.about,
      "@id": address,
      ...(page.name === undefined ? {} : { name: page.name }),
    },
    mainEntity: {
      "@type": "ItemList",
      itemListOrder: "https://schema.org/ItemListOrderDescending",
      numberOfItems: page.items.length,
      itemListElement: page.items.map(({ url, name }, index) => ({
        "@type": "ListItem",
        position: index + 1,
        name,
        url: absolute(site, url),
      })),
    },
  });
}

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
export function jsonLd(things: readonly schema.Thing[]): string {
  const graph: schema.Graph = { "@context": "https://schema.org", "@graph": things };
  return JSON.stringify(graph).replaceAll("<", "\\u003c");
}
