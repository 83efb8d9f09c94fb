import { codeFrame, placeAt } from "../content/frame.ts";
import { knownWords } from "../content/office-words.ts";
import { didYouMean } from "../content/suggest.ts";
import type { Allowed } from "../model/allow.ts";
import type { Content } from "../model/content.ts";
import { inReadingOrder } from "../model/problem.ts";
import { Dictionaries } from "./dictionaries.ts";
import type { Document } from "./document.ts";
import { documentOf, entriesOf } from "./entries.ts";
import type { Finding } from "./finding.ts";
import type { Answer, Context, Fault, Rule } from "./rule.ts";
import { rules } from "./rules.ts";
import { Spelling } from "./spelling.ts";

export interface CheckOptions {
  readonly contentDir: string;
  readonly now: Date;
  /** Only these files, by their path from the content folder; the others are still known to those rules that compare. */
  readonly only?: ReadonlySet<string> | undefined;
  /** Gives the number of the next file to check: those who share the work take turns. */
  readonly next?: () => number;
  /** The answers of the sites of outer links, by address. */
  readonly answers?: ReadonlyMap<string, Answer> | undefined;
}

/** The name under which exceptions themselves are reported. */
const EXCEPTION = { name: "exception", severity: "warning" } as const;

/** The rule that finds nothing where no sites were asked. */
const ASKED = "outer-links";

/** The most findings of a rule that are listed for one file. */
const MOST = 100;

/** The result of a check. */
export interface Checked {
  /** In reading order: file by file, from the top down. */
  readonly findings: readonly Finding[];
  readonly documents: number;
  /** Languages that have no dictionary here, so that their spelling was not looked at. */
  readonly unspelled: readonly string[];
}

/**
 * Checks releases, standing pages and contacts by all rules. Findings that a file's own `allow` excepts are left out;
 * exceptions that except nothing are findings themselves.
 */
export async function findings(content: Content, options: CheckOptions): Promise<Checked> {
  const words = knownWords(options.contentDir);
  const entries = entriesOf(content, options.only);
  const context: Context = {
    content,
    contentDir: options.contentDir,
    now: options.now,
    spelling: new Spelling(await Dictionaries.open(), content, words),
    words,
    checked: entries.length,
    answers: options.answers,
  };
  const found: Finding[] = [];
  let turn = 0;
  const { next = () => turn++ } = options;
  for (let entry = entries[next()]; entry; entry = entries[next()]) {
    const document = documentOf(options.contentDir, entry);
    if (document) found.push(...findingsIn(document, context));
  }
  const langs = new Set(entries.filter(({ contact }) => !contact).map(({ lang }) => lang));
  return {
    findings: inReadingOrder(found) as Finding[],
    documents: entries.length,
    unspelled: [...langs].filter((lang) => !context.spelling.judges(lang)).toSorted(),
  };
}

/** Returns the findings of all rules in one document. */
function findingsIn(document: Document, context: Context): Finding[] {
  const all = rules.flatMap((rule) =>
    faultsOf(rule, document, context).map((fault) => toFinding(document, rule, fault)),
  );
  const excepts = (finding: Finding) =>
    document.allow.find(({ rule, text }) => rule === finding.rule && (text === undefined || text === finding.found));
  const kept = all.filter((finding) => !excepts(finding));
  const used = new Set(all.map(excepts));
  // A link that was not asked about may be dead.
  if (!context.answers) for (const allowed of document.allow) if (allowed.rule === ASKED) used.add(allowed);
  return [...kept, ...unusedExceptions(document, used).map((fault) => toFinding(document, EXCEPTION, fault))];
}

/** Exceptions of a document that name no rule, or that except nothing. */
function unusedExceptions(document: Document, used: ReadonlySet<Allowed | undefined>): Fault[] {
  const names = rules.map(({ name }) => name);
  return document.allow.flatMap((allowed, index) => {
    if (used.has(allowed)) return [];
    const at = { ...document.field(["allow", index, "rule"]), length: allowed.rule.length };
    if (names.includes(allowed.rule)) {
      const what = allowed.text === undefined ? "" : ` “${allowed.text}”`;
      const message = `This exception from “${allowed.rule}”${what} is not needed: nothing of the kind is found.`;
      return [{ at, message, fix: "Delete the exception, so that the next slip is not let through." }];
    }
    const meant = didYouMean(allowed.rule, names);
    const fix = `${meant ? `Did you mean “${meant}”? ` : ""}The rules are listed in docs/checks.md.`;
    return [{ at, message: `There is no rule “${allowed.rule}”.`, fix }];
  });
}

/** Returns the faults that a rule finds in a document: of a text that is wrong everywhere, only the first. */
function faultsOf(rule: Rule, document: Document, context: Context): Fault[] {
  const faults: Fault[] = [];
  for (const fault of rule.check(document, context)) {
    const last = faults.at(-1);
    if (last && faults.length === MOST) {
      faults[MOST - 1] = { ...last, message: `${last.message} There is more of this kind below that is not listed.` };
      break;
    }
    faults.push(fault);
  }
  return faults;
}

function toFinding(document: Document, rule: Pick<Rule, "name" | "severity">, fault: Fault): Finding {
  const { offset, length } = fault.at;
  const edit =
    fault.replacement === undefined ? fault.edit : { from: offset, to: offset + length, text: fault.replacement };
  const { line, column } = placeAt(document.text, offset);
  return {
    rule: rule.name,
    severity: fault.severity ?? rule.severity,
    file: document.file,
    line,
    column,
    message: fault.message,
    fix: fault.fix,
    found: document.text.slice(offset, offset + length),
    frame: codeFrame(document.text, line, column),
    ...(edit ? { edit } : {}),
  };
}
