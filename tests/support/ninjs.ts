import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

/** An object that has no other properties than these. */
function object(properties: object, more: object = {}) {
  return { type: "object", properties, additionalProperties: false, ...more };
}

/** A list of such objects, of whose properties some are required. */
function list(properties: object, ...required: readonly string[]) {
  return { type: "array", items: object(properties, { required }) };
}

function oneOf(...names: readonly string[]) {
  return { oneOf: names.map((name) => ({ required: [name] })) };
}

const text = { type: "string" };
const uri = { type: "string", format: "uri" };
const instant = { type: "string", format: "date-time" };
const count = { type: "integer" };
const amount = { type: "number" };
const percent = { type: "integer", minimum: 0, maximum: 100 };
/** A year, a month, a day or an instant, which may lack its offset. */
const roughly = {
  type: "string",
  pattern:
    /^-?(?:[1-9]\d*)?\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3])(?::[0-5]\d){2}(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?)?)?)?$/
      .source,
};

const words = { role: text, contentType: text, value: text };
const address = object({
  lines: { type: "array", items: text },
  locality: text,
  area: text,
  postalCode: text,
  country: text,
});
const contactInfo = {
  type: "array",
  items: object({ type: text, role: text, lang: text, name: text, value: text, address }, oneOf("value", "address")),
};
const named = { name: text, rel: text, uri, literal: text };
const organisation = {
  ...named,
  contactInfo,
  symbols: list({ exchange: text, symbolType: uri, symbol: text }),
};
const rendition = {
  name: text,
  href: uri,
  contentType: text,
  title: text,
  width: count,
  height: count,
  sizeInBytes: count,
  duration: amount,
  format: text,
  aspectRatio: text,
  videoCodec: text,
  frameRate: amount,
  poi: object({ x: count, y: count }),
  transportProtocol: text,
  scanType: { enum: ["progressive", "interlaced"] },
  bitrate: text,
};
/** An event has a beginning or an end, said in one way. Of one that recurs, which ours do not, nothing is asked. */
const dates = object(
  {
    startDate: instant,
    endDate: instant,
    expectedStartDate: roughly,
    expectedEndDate: roughly,
    expectedDuration: text,
    recurrence: { type: "object" },
  },
  { anyOf: [oneOf("startDate", "expectedStartDate"), oneOf("endDate", "expectedEndDate")] },
);

/** What ninjs 3.1 says of an item (IPTC, ninjs-schema_3.1.json), but for planned coverage, which an office never sends. */
const item = {
  uri,
  type: { enum: ["text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"] },
  representationType: { enum: ["full", "partial"] },
  profile: text,
  version: text,
  firstCreated: instant,
  versionCreated: instant,
  contentCreated: instant,
  embargoedUntil: instant,
  pubStatus: { enum: ["usable", "withheld", "canceled"] },
  urgency: { type: "integer", minimum: 1, maximum: 9 },
  copyrightHolder: text,
  copyrightNotice: text,
  usageTerms: text,
  edNote: text,
  language: text,
  descriptions: list(words, "value"),
  bodies: list({ ...words, charCount: count, wordCount: count }, "value"),
  headlines: list(words, "value"),
  people: list({ ...named, contactInfo }),
  organisations: list(organisation),
  places: list({ ...named, contactInfo, geoJSON: { type: "object" } }),
  subjects: list({ ...named, creator: text, relevance: percent, confidence: percent }),
  events: list({ ...named, id: text }),
  eventDetails: object({ eventStatus: uri, plannedCoverageStatus: uri, dates, organiser: object(organisation) }),
  objects: list(named),
  infoSources: list({ name: text, role: text, uri, literal: text, contactInfo }),
  title: text,
  by: text,
  slugline: text,
  located: text,
  renditions: list(rendition, "name"),
  associations: { $ref: "#/$defs/associations" },
  altIds: list({ role: text, value: text }),
  trustIndicators: list({ role: uri, title: text, href: uri }),
  standard: object({ name: text, version: text, schema: uri }),
  genres: list({ name: text, uri: text, literal: text }),
  expires: instant,
  rightsInfo: object({ langId: uri, linkedRights: uri, encodedRights: text }, oneOf("linkedRights", "encodedRights")),
  digitalSourceType: object({ name: text, uri, literal: text }),
};

const ajv = new Ajv2020.default({ allErrors: true });
addFormats.default(ajv);

/** Checks a ninjs item; its errors are in `errors`. An associated item has a name and a relation besides. */
export const isNinjs = ajv.compile({
  ...object(item, { required: ["uri"] }),
  $defs: { associations: list({ ...item, name: text, rel: text }, "name", "uri") },
});
