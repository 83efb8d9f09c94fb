import type { Place } from "./nginx.ts";
import { expressionOf, HIDDEN, type HostRules } from "./rules.ts";

/** The prefixes of media types that are worth compressing. */
const COMPRESSED = [
  ...["text/", "application/feed+json", "application/j", "application/manifest+json", "application/wasm"],
  ...["application/xml", "image/svg+xml"],
];

/** Returns the site as a block of a Caddyfile. */
export function caddyfile({ headers, redirects, notFound }: HostRules, { root, name, port }: Place): string {
  const [whole = "/404.html", ...ofLanguages] = notFound;
  const address = port === undefined ? name : `http://${name}:${port}`;
  return `# Made by Dateline: dateline host caddy. Make it anew after each publication, because old addresses are in it.
${address} {
	root * ${quoted(root)}
	encode gzip zstd {
		match {
${COMPRESSED.map((type) => `\t\t\theader Content-Type ${type}*`).join("\n")}
		}
	}
	map {path}?{query} {dateline_moved} {
${redirects.map(({ from, query, to }) => `\t\t${quoted(`${from}?${query}`)} ${quoted(to)}`).join("\n")}
		default ""
	}
	@moved expression \`{dateline_moved} != ""\`
	redir @moved {dateline_moved} 301
	@hidden path_regexp ${quoted(HIDDEN.replace(String.raw`\.(?!well-known/)`, String.raw`\.[^w]`))}
	error @hidden 404
${headers
  .map(({ path, fields }, index) =>
    [
      `\t@rule${index} path_regexp ${quoted(expressionOf(path))}`,
      ...fields.map(([field, value]) => `\theader @rule${index} ${field} ${quoted(value)}`),
    ].join("\n"),
  )
  .join("\n")}
	file_server
	handle_errors {
		@missing expression \`{http.error.status_code} == 404\`
		handle @missing {
			map {path} {dateline_missing} {
${ofLanguages.map((page) => `\t\t\t\t~^${page.replace(/404\.html$/, "")} ${page}`).join("\n")}
				default ${whole}
			}
			rewrite * {dateline_missing}
			file_server {
				status 404
			}
		}
	}
}
`;
}

/** Quotes text for a Caddyfile, which reads everything between backticks literally. */
function quoted(text: string): string {
  return `\`${text.replaceAll("`", "%60")}\``;
}
