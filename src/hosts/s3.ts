import type { HostRules } from "./rules.ts";

/**
 * Returns commands that copy the site into storage like S3: first all files, then again those with a media type or caching of their own.
 * Storage keeps only these two headers; a CDN sends the others.
 */
export function s3Script({ headers }: HostRules, output: string, prefix: string): string {
  const copies = headers.flatMap(({ path, fields }) => {
    const known = Object.fromEntries(fields);
    const options = [
      ...(known["Content-Type"] ? [`--content-type ${quoted(known["Content-Type"])}`] : []),
      ...(known["Cache-Control"] ? [`--cache-control ${quoted(known["Cache-Control"])}`] : []),
    ];
    if (options.length === 0) return [];
    const pattern = path.slice(prefix.length + 1);
    return [
      `aws s3 cp ${quoted(output)} "$BUCKET" --recursive --exclude "*" --include ${quoted(pattern)} ${options.join(" ")}`,
    ];
  });
  const sent = headers
    .filter(({ path }) => path === `${prefix}/*`)
    .flatMap(({ fields }) => fields.map(([name, value]) => `#   ${name}: ${value}`));
  return [
    "#!/bin/sh",
    "# Made by Dateline: dateline host s3. Set BUCKET=s3://my-bucket/folder.",
    "set -eu",
    `aws s3 sync ${quoted(output)} "$BUCKET" --delete --exclude _headers --exclude _redirects`,
    ...copies,
    "# Have the CDN send with every answer:",
    ...sent,
    "# and show 404.html, with the status 404, where nothing is.",
    "",
  ].join("\n");
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
