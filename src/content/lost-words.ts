import { type Scalar, visit } from "yaml";
import { andThen, type Problem, type Read, read, wrong } from "../model/problem.ts";
import { type Divided, problemAt, problemsOf, readDivided } from "./source.ts";
import { exact, limitOf, quotedLine, readYaml, tooDeep } from "./yaml.ts";

/** Reads a Markdown file: divides it, and reads the fields at its top. */
export function readText(contentDir: string, file: string): Read<{ readonly part: Divided; readonly fields: unknown }> {
  return andThen(readDivided(contentDir, file), (part) =>
    andThen(readFields(part), (fields) => read({ part, fields })),
  );
}

/** Reads the fields at the top of a text. It is a problem if YAML would silently drop some of an editor's words. */
function readFields(part: Divided): Read<unknown> {
  if (!SUSPECT.test(part.yaml)) return readYaml(part);
  const limit = limitOf(part) ?? tooDeep(part);
  if (limit) return wrong(limit);
  const problems = lostWords(part);
  return problems.length > 0 ? wrong(...problems) : readYaml(part);
}

/** Signs of words that YAML could drop. Only then the slower parser is used. */
const SUSPECT = /\s#|(?:[:[{,-]\s+)[&!]/;

/** Returns the problems of values whose end YAML reads as a comment (`We are #1 in water`), or whose beginning as an anchor or tag (`&more`). */
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

/** Whether a comment cuts off words: after text it does; after an id, a day or `true` it is meant, unless no space follows the #. */
function cutsWords(node: Scalar, isGlued: boolean): boolean {
  if (node.type !== "PLAIN") return false;
  return isGlued || (Boolean(node.comment) && /[^\d\s:+-]\s/.test(String(node.value)));
}
