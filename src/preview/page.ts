import type { Problem } from "../model/problem.ts";
import { MOST_SHOWN } from "../reporting/report.ts";
import { packaged } from "../roots.ts";
import { bundle } from "../styling/bundle.ts";
import { escapeHtml } from "../text/escape.ts";
import { editorUrl } from "./editor-url.ts";

/**
 * The script of every page of a preview. It reloads the page when the site is in another state than when the page was made, or when
 * the server has restarted. The page knows its state, so that it notices a file that is saved while it loads.
 */
export const reloadScript = `const { state } = document.currentScript.dataset;
new EventSource("/__preview/events").onmessage = ({ data }) => {
  if (data !== state) location.reload();
};
`;

/** Returns the tag of the script, for a page made in a state of the site. */
export function reloadTag(state: string): string {
  return `<script src="/__preview/reload.js" data-state="${escapeHtml(state)}"></script>`;
}

export const barTag = '<script src="/__preview/bar.js"></script>';

/** Returns the script of the bar under each page. */
export function barScript(): string {
  return bundle({ entryPoints: [packaged("assets/scripts/preview.ts")], format: "iife", charset: "utf8" });
}

/** Returns a page that shows another as wide as a phone. `url` is a path of the site. */
export function phonePage(url: string): string {
  const address = escapeHtml(url);
  return `${beginning("390 px")}
body{font:1rem/1.5 system-ui,sans-serif;margin:1rem;text-align:center;background:#d0d7de;color:#000}
iframe{box-sizing:content-box;width:390px;height:844px;max-height:calc(100vh - 6rem);border:8px solid #1b1f24;border-radius:24px;background:#fff}
</style></head><body><p><a href="${address}">Back to the whole page</a></p>
<iframe src="${address}" title="The page, 390 pixels wide"></iframe></body></html>`;
}

/** Returns the page that the browser shows while content/ has mistakes, with the same words as the terminal. */
export function problemPage(problems: readonly Problem[], contentDir: string): string {
  const count = problems.length === 1 ? "One thing has" : `${problems.length} things have`;
  return page(
    `${count} to be put right`,
    problems.slice(0, MOST_SHOWN).map((problem) => {
      const place = problem.line === undefined ? "" : `, line ${problem.line}`;
      const open = escapeHtml(editorUrl(contentDir, problem.file, problem.line, problem.column));
      return `<section><h2><a href="${open}">${escapeHtml(`${contentDir}/${problem.file}${place}`)}</a></h2><p>${escapeHtml(problem.message)}</p>${
        problem.frame ? `<pre>${escapeHtml(problem.frame)}</pre>` : ""
      }<p><b>→ ${escapeHtml(problem.fix)}</b></p></section>`;
    }),
  );
}

/** Returns the page for a fault that is not in content/, such as a template that cannot be rendered. */
export function faultPage(message: string): string {
  return page("The site could not be built", [`<section><pre>${escapeHtml(message)}</pre></section>`]);
}

const beginning = (title: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><style>`;

function page(title: string, sections: readonly string[]): string {
  return `${beginning(title)}
body{font:1.125rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#000;background:#fff}
section{border-top:2px solid;margin-top:2rem}h1{line-height:1.1}h2{font-size:1rem}pre{background:#f7f7f7;padding:1rem;overflow-x:auto}
</style></head><body><h1>${title}</h1><p>This page goes away by itself as soon as the file is saved without the mistake.</p>
${sections.join("\n")}</body></html>`;
}
