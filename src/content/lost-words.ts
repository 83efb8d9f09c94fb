import { isMap, isPair, isScalar, type Pair, type Scalar, visit, type YAMLMap } from "yaml";
import { andThen, type Problem, type Read, read, wrong } from "../model/problem.ts";
import { type Divided, problemAt, problemsOf, readDivided, type YamlPart } from "./source.ts";
import { exact, inMarks, limitOf, quotedLine, readYaml, tooDeep } from "./yaml.ts";

/** Reads a Markdown file: divides it, and reads the fields at its top. */
export function readText(contentDir: string, file: string): Read<{ readonly part: Divided; readonly fields: unknown }> {
  return andThen(readDivided(contentDir, file), (part) =>
    andThen(readFields(part), (fields) => read({ part, fields })),
  );
}

/** Reads fields. It is a problem if YAML would silently drop some of an editor's words, or the zeros and signs of a number. */
export function readFields(part: YamlPart | Divided): Read<unknown> {
  if (!("body" in part ? SUSPECT : SUSPECT_ALONE).test(part.yaml)) return readYaml(part);
  const limit = limitOf(part) ?? tooDeep(part);
  if (limit) return wrong(limit);
  const problems = lostWords(part);
  return problems.length > 0 ? wrong(...problems) : readYaml(part);
}

/** A value on the line below its field that looks like fields, but lacks the space after the colon. */
const GLUED = /:[ \t]*\n[ \t]+(?:- )?[a-z][\w-]*:[^\s/]/;

/** Signs of words that YAML could drop. Only then the slower parser is used. */
const SIGNS = [
  // `name:`, and on the next line `en:Anna`
  GLUED,
  // `&more`, `!new`
  /(?:[:-]\s+|[[{,]\s*)[&!]/,
  // `{ alt: Two officers, one with a flag }`
  /\{(?:[^{}[\]]|\[[^[\]]*\])*,\s*(?:[^\s:{}[\],"']|[^\S\n]|:\S)+[,}]/,
  // `{file:opening.jpg}`
  /[{,]\s*[a-z][\w-]*:[^\s/][^{}]*[,}]/,
  // `value: 4.50`
  /\bvalue:\s+(?:[+.]|[-+]?(?:0\d|\d+\.\d*0\b|[\d.]+e))/i,
];
const SUSPECT = new RegExp([/\s#/, ...SIGNS].map(({ source }) => source).join("|"));
/** The same in a file that has no text below, where remarks are usual. */
const SUSPECT_ALONE = new RegExp([/\S[ \t]#\S/, ...SIGNS].map(({ source }) => source).join("|"));

/** Returns the problems of words that YAML reads as something else: a comment (`We are #1 in water`), an anchor or tag (`&more`), a field without a value (`{ alt: Two officers, one with a flag }`), a number (`4.50`). */
function lostWords(part: YamlPart): Problem[] {
  const { doc, counter } = exact(part);
  const isAlone = !("body" in part);
  const lost: {
    readonly at: number;
    readonly message: string;
    readonly write?: string | undefined;
    readonly fix?: string;
  }[] = [];
  visit(doc, {
    Map(_, map) {
      if (map.flow) lost.push(...cutAtCommas(part.yaml, map));
    },
    Scalar(_, node, path) {
      const [from, to] = node.range ?? [0, 0];
      const pair = path.at(-1);
      if (node.anchor !== undefined || node.tag !== undefined) {
        const before = part.yaml.slice(0, from);
        const at = Math.max(before.lastIndexOf("&"), before.lastIndexOf("!"));
        const message = `“${part.yaml.slice(at, from).trim()}” at the beginning of this value would be left out.`;
        lost.push({
          at,
          message,
          write: pair === undefined || isPair(pair) ? undefined : inMarks(part.yaml.slice(at, to)),
        });
      } else if (cutsWords(node, /^[ \t]*#\S/.test(part.yaml.slice(to)), isAlone)) {
        const left = node.value === null ? "nothing" : `only “${node.value}”`;
        const message = `What follows the character # counts as a remark, so ${left} would be published.`;
        const isFlow = path.some((each) => isMap(each) && each.flow);
        const whole = /^[^,}\]\n]*/.exec(part.yaml.slice(from))?.[0].trim() ?? "";
        const write = isFlow && isPair(pair) ? `${nameOf(pair)}: ${inMarks(whole)}` : undefined;
        lost.push({ at: part.yaml.indexOf("#", to), message, write });
      } else if (
        node.type === "PLAIN" &&
        GLUED.test(`:\n ${node.source}`) &&
        /\n[ \t]*(?:- )?$/.test(part.yaml.slice(0, from))
      ) {
        const [, name = "", value = ""] = /^([\w-]+:)(.*)$/m.exec(part.yaml.slice(from)) ?? [];
        lost.push({
          at: from + name.length,
          message: "A space is missing after the colon.",
          fix: `Type a space there: ${name} ${value}`,
        });
      } else if (isPair(pair) && nameOf(pair) === "value" && isOtherwise(node)) {
        const message = `“${node.source}” would be published as “${node.value}”.`;
        lost.push({ at: from, message, write: `value: "${node.source}"` });
      }
    },
  });
  return problemsOf(lost, ({ at, message, write, fix: own }) => {
    const { line, col } = counter.linePos(at);
    const fix =
      own ?? `Put the whole value in quotation marks.${write ? ` Like this: ${write}` : quotedLine(part, line)}`;
    return problemAt(part.source, line + part.line - 1, col, { message, fix });
  });
}

/** Whether a number is shown otherwise than it was typed: `4.50`, `+5`. */
const isOtherwise = ({ value, source }: Scalar) => typeof value === "number" && source !== String(value);

const nameOf = ({ key }: Pair) => (isScalar(key) ? String(key.value) : "");

/** Finds values between { and } that have a comma in them: what follows it is a field without a value, which would be left out. */
function* cutAtCommas(yaml: string, { items }: YAMLMap) {
  for (const [index, { key, value }] of items.entries()) {
    const [, name, words] = (value === null && isScalar(key) && /^([\w-]+:)([^\s/].*)$/.exec(String(key.value))) || [];
    if (name !== undefined && isScalar(key) && key.range)
      yield {
        at: key.range[0] + name.length,
        message: "A space is missing after the colon.",
        fix: `Type a space there: ${name} ${words}`,
      };
    const next = items.slice(index + 1);
    const goesOn = next.slice(0, next.findIndex((each) => each.value !== null) >>> 0);
    const last = goesOn.at(-1)?.key;
    if (!isScalar(value) || value.type !== "PLAIN" || !value.range || !isScalar(last) || !last.range) continue;
    const whole = yaml.slice(value.range[0], last.range[1]).replace(/\s+/g, " ");
    yield {
      at: value.range[1],
      message: `A comma between { and } begins another field, so only “${value.source}” would be published.`,
      write: `${isScalar(key) ? key.value : ""}: ${inMarks(whole)}`,
    };
  }
}

/**
 * Whether a comment cuts off words. After text it does; after an id, a day or `true` it is meant, unless no space follows the #. In a file
 * that has no text below it is meant wherever a space follows.
 */
function cutsWords(node: Scalar, isGlued: boolean, isAlone: boolean): boolean {
  if (node.type !== "PLAIN" || isAlone) return node.type === "PLAIN" && isGlued;
  return isGlued || (Boolean(node.comment) && /[^\d\s:+-]\s/.test(String(node.value)));
}
