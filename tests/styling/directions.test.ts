import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Declaration, parse, type Rule } from "postcss";
import { describe, expect, test } from "vitest";

const FOUR_SIDES = /^(?:margin|padding|inset|border-(?:width|style|color)|scroll-(?:margin|padding))$/;
const MOVED = /^(?:transform|translate|rotate|(?:background|object|mask)-position|transform-origin)$/;

/** The parts of a value: words, and functions with what is in their brackets. */
const partsOf = (value: string) => value.match(/(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|[^\s()])+/g) ?? [];

/** Whether a declaration names the left or the right side; names of properties are the linter's concern (useLogicalProperties). */
function isPhysical({ prop, value }: Pick<Declaration, "prop" | "value">): boolean {
  const parts = partsOf(value);
  if (/(?:^|[\s,(])(?:left|right)\b/.test(value.replace(/url\([^)]*\)/g, ""))) return true;
  if (FOUR_SIDES.test(prop)) return parts.length === 4 && parts[1] !== parts[3];
  if (prop === "border-radius") return new Set(parts).size > 1;
  if (/^(?:box|text)-shadow$/.test(prop))
    return value.split(/,(?![^(]*\))/).some((one) => /^(?:inset )?-?[.\d]*[1-9]/.test(one.trim()));
  if (/^background/.test(prop) && /gradient\(\s*-?[\d.]+(?:deg|turn|rad)/.test(value)) return true;
  return MOVED.test(prop) && !/^(?:none|0|center|50%|translateY\(.*\)|scale\(.*\))/.test(value);
}

/** The declarations of a style sheet that name a side and have no counterpart for the other direction. */
function physicalIn(css: string): string[] {
  const found: string[] = [];
  const turned = new Set<string>();
  const keyOf = ({ selector }: Rule, prop: string) => `${selector.replace(/\[dir="rtl"\] |:dir\(rtl\)/g, "")} ${prop}`;
  const sheet = parse(css);
  sheet.walkRules((rule) => {
    if (/\[dir="rtl"\]|:dir\(rtl\)/.test(rule.selector))
      rule.walkDecls(({ prop }) => void turned.add(keyOf(rule, prop)));
  });
  sheet.walkDecls((declaration) => {
    const rule = declaration.parent as Rule;
    if (isPhysical(declaration) && !turned.has(keyOf(rule, declaration.prop)))
      found.push(`${rule.selector} { ${declaration.prop}: ${declaration.value} }`);
  });
  return found;
}

const sheets = readdirSync("assets", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".css"));

test.each(sheets)("L5: %s names no side that is another one from right to left", (name) => {
  expect(physicalIn(readFileSync(path.join("assets", name), "utf8"))).toEqual([]);
});

describe("L5: what names a side is found", () => {
  test.each([
    "padding: 0 40px 0 0",
    "margin: 1px calc(2px + 3px) 1px 2px",
    "inset: 0 auto auto 0",
    "border-width: 2px 2px 0 0",
    "border-radius: 4px 0 0 4px",
    "text-align: left",
    "float: right",
    "clear: left",
    "transform: translateX(-50%)",
    "translate: 3px 0",
    "rotate: 45deg",
    "background: url(left.svg) no-repeat right center",
    "background-position: 10px 50%",
    "background: linear-gradient(to right, red, blue)",
    "background: linear-gradient(90deg, red, blue)",
    "box-shadow: 3px 0 6px black",
    "transform-origin: left",
  ])("%s", (declaration) => {
    expect(physicalIn(`a { ${declaration} }`)).toEqual([`a { ${declaration} }`]);
  });

  test.each([
    "padding: 1px 2px 1px 2px",
    "padding: 1px 2px",
    "text-align: start",
    "float: inline-end",
    "box-shadow: 0 3px 6px #0000001a",
    "transform: translateY(2px)",
    "background: url(left.svg)",
    "border-radius: 20px",
    "transition: none",
  ])("but not %s", (declaration) => {
    expect(physicalIn(`a { ${declaration} }`)).toEqual([]);
  });

  test("nor what is turned round from right to left", () => {
    expect(physicalIn('.a::after { rotate: 45deg } [dir="rtl"] .a::after { rotate: -45deg }')).toEqual([]);
  });
});
