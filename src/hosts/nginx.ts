import { expressionOf, HIDDEN, type HostRules } from "./rules.ts";

/** The place of the site on a server: the folder that is the host's root, and the name of the host. */
export interface Place {
  readonly root: string;
  readonly name: string;
  /** The port, if it is not the usual one. */
  readonly port?: number;
}

/** The media types that are worth compressing. */
const COMPRESSED = [
  "text/css text/plain text/markdown text/calendar text/vcard application/javascript text/javascript application/json",
  "application/feed+json application/xml application/manifest+json application/wasm image/svg+xml",
];

/**
 * Returns the site as a file that the `http` block of nginx includes. Each header is a variable that depends on the path, because a
 * location with a header of its own would lose those of its server.
 */
export function nginxConfig({ headers, redirects, notFound }: HostRules, { root, name, port = 80 }: Place): string {
  const names = [...new Set(headers.flatMap(({ fields }) => fields.map(([field]) => field)))];
  const types = valuesOf("Content-Type", headers);
  const sent = names.filter((field) => field !== "Content-Type");
  return `# Made by Dateline: dateline host nginx. Make it anew after each publication, because old addresses are in it.
map_hash_max_size 65536;
map_hash_bucket_size 1024;
${sent.map((field) => headerMap(field, headers)).join("\n")}
map "$uri$is_args$args" $dateline_moved {
${redirects.map(({ from, query, to }) => `    ${quoted(query === "" ? from : `${from}?${query}`)} ${quoted(to)};`).join("\n")}
}
map $uri $dateline_missing {
    default ${quoted(notFound[0] ?? "/404.html")};
${notFound
  .slice(1)
  .map((page) => `    ${quoted(`~^${page.replace(/404\.html$/, "")}`)} ${quoted(page)};`)
  .join("\n")}
}
server {
    listen ${port};
    server_name ${name};
    root ${quoted(root)};
    index index.html;
    absolute_redirect off;
    charset utf-8;
    charset_types ${[...new Set(["text/css", "text/javascript", "application/javascript", ...types.filter(({ value }) => value.includes("charset")).map(({ value }) => bare(value))])].join(" ")};
    gzip on;
    gzip_vary on;
    gzip_min_length 512;
    gzip_types ${COMPRESSED.join(" ")};
    error_page 404 $dateline_missing;
${sent.map((field) => `    add_header ${field} $${variable(field)} always;`).join("\n")}

    if ($dateline_moved) {
        return 301 $dateline_moved;
    }
    location ~ ${quoted(HIDDEN)} {
        return 404;
    }
${types
  // nginx takes the first location that matches, and the narrower rules are last in _headers.
  .toReversed()
  .map(
    ({ path, value }) =>
      `    location ~ ${quoted(expressionOf(path))} {\n        types {}\n        default_type ${bare(value)};\n    }`,
  )
  .join("\n")}
}
`;
}

/** Returns the values of a header, each with the path of its rule. */
function valuesOf(field: string, headers: HostRules["headers"]) {
  return headers.flatMap(({ path, fields }) =>
    fields.flatMap(([name, value]) => (name === field ? [{ path, value }] : [])),
  );
}

function headerMap(field: string, headers: HostRules["headers"]): string {
  // The last rule for a path counts, and nginx takes the first expression that matches.
  const lines = valuesOf(field, headers)
    .toReversed()
    .map(({ path, value }) => `    ${quoted(`~${expressionOf(path)}`)} ${quoted(value)};`);
  return `map $uri $${variable(field)} {\n    default "";\n${lines.join("\n")}\n}`;
}

/** Returns a media type without its charset, because nginx compresses only types without one, and adds it afterwards. */
function bare(type: string): string {
  return type.replace(/;.*$/, "");
}

function variable(field: string): string {
  return `dateline_${field.toLowerCase().replaceAll("-", "_")}`;
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}
