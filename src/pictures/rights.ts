import type { Sharp } from "sharp";
import type { Marks } from "../model/file.ts";
import { digitalSource } from "../model/making.ts";
import { type Xml, xml } from "../text/xml.ts";
import type { Rights } from "./library.ts";

const NAMESPACES = {
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  dc: "http://purl.org/dc/elements/1.1/",
  photoshop: "http://ns.adobe.com/photoshop/1.0/",
  xmpRights: "http://ns.adobe.com/xap/1.0/rights/",
  Iptc4xmpCore: "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
  Iptc4xmpExt: "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
  plus: "http://ns.useplus.org/ldf/xmp/1.0/",
} as const;

/**
 * Writes words and rights into a picture, as XMP (IPTC Photo Metadata Standard 2025.1) and, for programs that read nothing else, as EXIF.
 * It removes everything that the camera wrote, such as its place and its serial number.
 */
export function signed(picture: Sharp, rights: Rights): Sharp {
  const description = Object.values(rights.description)[0];
  return picture
    .withExif({
      IFD0: {
        ...(description === undefined ? {} : { ImageDescription: description }),
        ...(rights.creator === undefined ? {} : { Artist: rights.creator }),
        ...(rights.copyright === undefined ? {} : { Copyright: rights.copyright }),
      },
    })
    .withXmp(packetOf(propertiesOf(rights), Object.keys(NAMESPACES) as Namespace[]));
}

/** Writes credit and terms into a size of a picture (XMP), in so few bytes that the smallest can have them too. */
export function marked(picture: Sharp, marks: Marks | undefined): Sharp {
  if (!marks) return picture;
  const more = marks.made_with ? (["Iptc4xmpExt"] as const) : [];
  return picture.withXmp(packetOf(propertiesOf(marks), ["rdf", "dc", "photoshop", "xmpRights", ...more]));
}

function propertiesOf(rights: Marks & Partial<Omit<Rights, keyof Marks>>): Readonly<Record<string, Xml>> {
  return {
    "@rdf:about": "",
    "photoshop:Headline": Object.values(rights.headline ?? {})[0],
    "dc:description": inLanguages(rights.description),
    "Iptc4xmpCore:AltTextAccessibility": inLanguages(rights.alt),
    "dc:creator": listOf("Seq", rights.creator === undefined ? [] : [rights.creator]),
    "photoshop:Credit": rights.credit,
    "photoshop:Source": rights.source,
    "dc:rights": inDefault(rights.copyright),
    // Only what can be taken away says whom to ask.
    "xmpRights:Marked": rights.licensor && "True",
    "xmpRights:UsageTerms": inDefault(rights.terms),
    "xmpRights:WebStatement": rights.statement,
    "plus:Licensor":
      rights.licensor && listOf("Seq", [{ "@rdf:parseType": "Resource", "plus:LicensorURL": rights.licensor }]),
    "photoshop:DateCreated": rights.date,
    "Iptc4xmpCore:Location": rights.place,
    "photoshop:City": rights.city,
    "photoshop:Country": rights.country,
    "Iptc4xmpCore:CountryCode": rights.countryCode,
    "Iptc4xmpExt:DigitalSourceType": rights.made_with && digitalSource(rights.made_with).uri,
    "Iptc4xmpExt:PersonInImage": listOf("Bag", rights.people),
    "dc:subject": listOf("Bag", rights.keywords),
  };
}

type Namespace = keyof typeof NAMESPACES;

function packetOf(properties: Readonly<Record<string, Xml>>, namespaces: readonly Namespace[]): string {
  const names = Object.fromEntries(namespaces.map((name) => [`@xmlns:${name}`, NAMESPACES[name]]));
  const rdf = { ...names, "rdf:Description": properties };
  return xml({
    "?xpacket": { "@begin": "\uFEFF", "@id": "W5M0MpCehiHzreSzNTczkc9d" },
    "x:xmpmeta": { "@xmlns:x": "adobe:ns:meta/", "rdf:RDF": rdf },
  });
}

/** A text in several languages; the first of them is also the default (XMP, part 1, 8.2.2.4). */
function inLanguages(words: Readonly<Record<string, string>> = {}): Xml {
  const [first] = Object.values(words);
  if (first === undefined) return undefined;
  const all = [["x-default", first], ...Object.entries(words)];
  return { "rdf:Alt": { "rdf:li": all.map(([lang, text]) => ({ "@xml:lang": lang, "#text": text })) } };
}

function inDefault(text: string | undefined): Xml {
  return text === undefined ? undefined : { "rdf:Alt": { "rdf:li": { "@xml:lang": "x-default", "#text": text } } };
}

function listOf(kind: "Seq" | "Bag", entries: readonly Xml[] = []): Xml {
  return entries.length === 0 ? undefined : { [`rdf:${kind}`]: { "rdf:li": entries } };
}
