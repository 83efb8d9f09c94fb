import type { HostRules } from "./rules.ts";

/** The headers that storage keeps with a file. A CDN sends the others. */
const KEPT = ["Content-Type", "Cache-Control"];

/**
 * Returns commands that copy the site into storage like S3: first all files, then again those with a media type or caching of their own.
 */
export function s3Script({ headers }: HostRules, output: string, prefix: string): string {
  const copies = headers.flatMap(({ path, fields }) => {
    const kept = fields.filter(([name]) => KEPT.includes(name));
    const options = kept.map(([name, value]) => `--${name.toLowerCase()} ${quoted(value)}`);
    if (options.length === 0) return [];
    const pattern = path.slice(prefix.length + 1);
    return [
      `aws s3 cp ${quoted(output)} "$BUCKET" --recursive --exclude "*" --include ${quoted(pattern)} ${options.join(" ")}`,
    ];
  });
  const sent = headers.flatMap(({ path, fields }) => {
    const others = fields.filter(([name]) => !KEPT.includes(name)).map(([name, value]) => `#   ${name}: ${value}`);
    const what = path === `${prefix}/*` ? "every response" : path;
    return others.length === 0 ? [] : [`# Have the CDN send with ${what}:`, ...others];
  });
  return [
    "#!/bin/sh",
    "# Made by Dateline: dateline host s3. Set BUCKET=s3://my-bucket/folder.",
    "set -eu",
    `aws s3 sync ${quoted(output)} "$BUCKET" --delete --exclude _headers --exclude _redirects`,
    ...copies,
    ...sent,
    "# Have it show 404.html, with the status 404, where nothing is.",
    "",
  ].join("\n");
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
