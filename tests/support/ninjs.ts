import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

/** A list of objects that have no other properties than these. */
function list(properties: object, required: readonly string[] = [], more: object = {}) {
  return { type: "array", items: { type: "object", properties, required, additionalProperties: false, ...more } };
}

const text = { type: "string" };
const uri = { type: "string", format: "uri" };
const instant = { type: "string", format: "date-time" };
const count = { type: "integer" };
const role = { role: text, contentType: text, value: text };

const contactInfo = list({ type: text, role: text, lang: text, name: text, value: text }, ["value"]);
const renditions = list(
  { name: text, href: uri, contentType: text, title: text, width: count, height: count, sizeInBytes: count },
  ["name"],
);
const named = { name: text, rel: text, uri, literal: text };

/** What ninjs 3.1 says of the properties that we use (IPTC, ninjs-schema_3.1.json); an item has no others. */
const item = {
  uri,
  type: { enum: ["text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"] },
  representationType: { enum: ["full", "partial"] },
  version: text,
  firstCreated: instant,
  versionCreated: instant,
  embargoedUntil: instant,
  pubStatus: { enum: ["usable", "withheld", "canceled"] },
  copyrightHolder: text,
  copyrightNotice: text,
  usageTerms: text,
  edNote: text,
  language: text,
  descriptions: list(role, ["value"]),
  bodies: list({ ...role, charCount: count, wordCount: count }, ["value"]),
  headlines: list(role, ["value"]),
  people: list({ ...named, contactInfo }),
  organisations: list({ ...named, contactInfo }),
  places: list({ ...named, contactInfo }),
  subjects: list(named),
  infoSources: list({ name: text, role: text, uri, literal: text, contactInfo }),
  eventDetails: {
    type: "object",
    properties: {
      dates: { type: "object", properties: { startDate: instant, endDate: instant }, additionalProperties: false },
    },
    additionalProperties: false,
  },
  by: text,
  slugline: text,
  located: text,
  renditions,
  altIds: list({ role: text, value: text }),
  standard: {
    type: "object",
    properties: { name: { const: "ninjs" }, version: { const: "3.1" }, schema: uri },
    additionalProperties: false,
  },
  genres: list({ name: text, uri: text, literal: text }),
  rightsInfo: {
    type: "object",
    properties: { langId: uri, linkedRights: uri, encodedRights: text },
    oneOf: [{ required: ["linkedRights"] }, { required: ["encodedRights"] }],
    additionalProperties: false,
  },
};

const ajv = new Ajv2020.default({ allErrors: true });
addFormats.default(ajv);

/** Checks a ninjs item; its errors are in `errors`. An associated item has a name and a relation besides. */
export const isNinjs = ajv.compile({
  type: "object",
  properties: { ...item, associations: list({ ...item, name: text, rel: text }, ["name", "uri"]) },
  required: ["uri"],
  additionalProperties: false,
});
