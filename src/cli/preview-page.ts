import type { Problem } from "../model/problem.ts";

/** Loaded by every page of a preview: reloads it when the site has been built anew, or the server has come back. */
export const reloadScript = `let seen;
new EventSource("/__preview/events").onmessage = ({ data }) => {
  if (seen !== undefined && seen !== data) location.reload();
  seen = data;
};
`;

/** The tag that a preview adds to each page it serves; never part of a built site. */
export const reloadTag = '<script src="/__preview/reload.js"></script>';

/** What the browser shows while content/ has mistakes: the same words as the terminal, until they are mended. */
export function problemPage(problems: readonly Problem[], contentDir: string): string {
  const count = problems.length === 1 ? "One thing has" : `${problems.length} things have`;
  return page(
    `${count} to be put right`,
    problems.map((problem) => {
      const place = problem.line === undefined ? "" : `, line ${problem.line}`;
      return `<section><h2>${escapeHtml(`${contentDir}/${problem.file}${place}`)}</h2><p>${escapeHtml(problem.message)}</p>${
        problem.frame ? `<pre>${escapeHtml(problem.frame)}</pre>` : ""
      }<p><b>→ ${escapeHtml(problem.fix)}</b></p></section>`;
    }),
  );
}

/** The same for a fault that is not in content/: a template that cannot be rendered, say. */
export function faultPage(message: string): string {
  return page("The site could not be built", [`<section><pre>${escapeHtml(message)}</pre></section>`]);
}

function page(title: string, sections: readonly string[]): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><style>
body{font:1.125rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#000;background:#fff}
section{border-top:2px solid;margin-top:2rem}h1{line-height:1.1}h2{font-size:1rem}pre{background:#f7f7f7;padding:1rem;overflow-x:auto}
</style></head><body><h1>${title}</h1><p>This page goes away by itself as soon as the file is saved without the mistake.</p>
${sections.join("\n")}
${reloadTag}</body></html>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
