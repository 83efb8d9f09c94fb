import { type Scalar, visit } from "yaml";
import { andThen, type Problem, type Read, read, wrong } from "../model/problem.ts";
import { type Divided, readDivided } from "./front-matter.ts";
import { problemsOf } from "./problems.ts";
import { problemAt } from "./source.ts";
import { exact, quotedLine, readYaml } from "./yaml.ts";
import { limitOf, tooDeep } from "./yaml-limits.ts";

/** Reads a Markdown file: divides it, and reads the fields at its top. */
export function readText(contentDir: string, file: string): Read<{ readonly part: Divided; readonly fields: unknown }> {
  return andThen(readDivided(contentDir, file), (part) =>
    andThen(readFields(part), (fields) => read({ part, fields })),
  );
}

/** Reads the fields at the top of a text, unless YAML would leave out some of an editor's words without a sign of it. */
function readFields(part: Divided): Read<unknown> {
  if (!SUSPECT.test(part.yaml)) return readYaml(part);
  const limit = limitOf(part) ?? tooDeep(part);
  if (limit) return wrong(limit);
  const problems = lostWords(part);
  return problems.length > 0 ? wrong(...problems) : readYaml(part);
}

/** Where words could be lost; only there is the slower parser asked. */
const SUSPECT = /\s#|(?:[:[{,-]\s+)[&!]/;

/** Values of which YAML takes the end for a remark (`We are #1 in water`), or the beginning for a name or kind of the value (`&more`). */
function lostWords(part: Divided): Problem[] {
  const { doc, counter } = exact(part);
  const lost: { readonly at: number; readonly message: string }[] = [];
  const add = (at: number, message: string) => lost.push({ at, message });
  visit(doc, {
    Scalar(_, node) {
      const [from, to] = node.range ?? [0, 0];
      if (node.anchor !== undefined || node.tag !== undefined) {
        const before = part.yaml.slice(0, from);
        const at = Math.max(before.lastIndexOf("&"), before.lastIndexOf("!"));
        add(at, `“${part.yaml.slice(at, from).trim()}” at the beginning of this value would be left out.`);
      } else if (cutsWords(node, /^[ \t]*#\S/.test(part.yaml.slice(to)))) {
        const left = node.value === null ? "nothing" : `only “${node.value}”`;
        add(
          part.yaml.indexOf("#", to),
          `What follows the character # counts as a remark, so ${left} would be published.`,
        );
      }
    },
  });
  return problemsOf(lost, ({ at, message }) => {
    const { line, col } = counter.linePos(at);
    const fix = `Put the whole value in quotation marks.${quotedLine(part, line)}`;
    return problemAt(part.source, line + part.line - 1, col, { message, fix });
  });
}

/** Words are text; what follows an id, a day or true is meant as a remark, unless the # stands directly before it. */
function cutsWords(node: Scalar, isGlued: boolean): boolean {
  if (node.type !== "PLAIN") return false;
  return isGlued || (Boolean(node.comment) && /[^\d\s:+-]\s/.test(String(node.value)));
}
