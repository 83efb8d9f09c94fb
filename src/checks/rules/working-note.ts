import type { Document, Passage } from "../document.ts";
import type { Fault, Rule } from "../rule.ts";

type Where = (passage: Passage) => boolean;

interface Left {
  readonly pattern: RegExp;
  readonly what: string;
  readonly where?: Where;
}

const isHead: Where = ({ kind }) => kind === "title" || kind === "subtitle" || kind === "label";

/** What is said to a colleague with "please" or as a command, and not to a reader ("please check our website"). */
const ASKED =
  "please (?:confirm|verify|update|insert|replace|delete|advise|correct|double[- ]check|(?:check|add|review)(?! (?:out|our|your|in with|back|it out|this page|the (?:website|site|page|link|map|list)|www|https?)))|pls|plz|check with|confirm with|(?:ask|tell|remind) (?!us|me|your|the|how|about)|to (?:check|confirm|verify)(?! (?:your|their|his|her|its|that you))|will (?:confirm|provide|send|check)|can you|could you";

/** What colleagues write to each other in a text that goes out to others. */
const notes: readonly Left[] = [
  {
    pattern:
      /(?<!\p{L})(?:comment(?:ed|aire)?|commenté|comentado|comentario|примечание|комментарий|каментар)\s?\[\p{L}{1,6}\d{1,3}\](?:R\d+)?:?/giu,
    what: "a comment of Word",
  },
  {
    pattern: /\{(?:\+\+|--|~~|>>|==)[^{}\n]{0,300}(?:\+\+|--|~~|<<|==)\}/gu,
    what: "a tracked change",
  },
  {
    pattern:
      /^[\s>*_]*(?:deleted|formatted|inserted|удалено|отформатировано|supprimé|mis en forme|eliminado|con formato)\s?(?:\[\p{L}{1,6}\d*\])?:(?=\s)/giu,
    what: "a tracked change of Word",
  },
  {
    pattern:
      /(?<![\p{L}\p{N}_])(?:TODO|FIXME)(?::|(?= [a-z]))|(?<!\p{L})(?:note|message) to (?:self|editors?'? desk|designer|translator|web ?(?:team|master)|comms|colleagues?|layout|printer)(?:\s?:|\s[–—-])|(?<!\p{L})(?:NTD|NTS):/gu,
    what: "a note to a colleague",
  },
  {
    pattern: new RegExp(
      `[[(（]\\s*(?:(?:NB|N\\.B\\.|note)[:,.]?\\s+)?(?:@?\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+)?[:,–-]?\\s+)?(?:${ASKED})(?![\\p{L}])[^\\])\\n）]{0,160}[\\])）](?!\\()`,
      "gu",
    ),
    what: "a note to a colleague",
  },
  {
    pattern:
      /[[(]\s*(?:(?:spelling|sp|correct|right|source|sure|verify|check|confirm|cite|citation needed|ref)\s?\?{1,3}|sic\?|правильно\s?\?|верно\s?\?|источник\s?\?|orthographe\s?\?|sûr\s?\?|seguro\s?\?)\s*[\])]/giu,
    what: "a question to a colleague",
  },
  {
    pattern:
      /[[［【]\s*(?:check|confirm|verify|ask|please(?! (?:note|see|click|visit|contact|join|email|e-mail|call|read|refer|share))|note to|NB|请核实|核实)(?!\p{L})[^\]］】\n]{0,160}[\]］】](?!\()/giu,
    what: "a note to a colleague",
  },
  {
    pattern:
      /[[(]\s*(?:уточнить|проверить|спросить|согласовать|узнать|дополнить|добавить|vérifier|à vérifier|demander|à revoir|verificar|preguntar|consultar)(?!\p{L})[^\])\n]{0,160}[\])]/giu,
    what: "a note to a colleague",
  },
  {
    pattern:
      /^[\s>*_]*(?:NB|N\.B\.|@\p{L}{2,20}|\p{Lu}\p{Ll}{2,15})[:,]\s+(?:please (?:confirm|verify|update|insert|replace|delete|add|check (?:with|the (?:figure|name|number|date|spelling)|this))|pls |can you |could you (?:please )?(?:check|confirm|add|send))[^\n]{0,200}/gmu,
    what: "a note to a colleague",
  },
  {
    pattern:
      /(?<!\p{L})(?:quotes?|photos?|pictures?|text|figures?|captions?|links?|details) to (?:come|follow)(?=[\s.\])]*$)/gimu,
    what: "a note to a colleague",
  },
  {
    pattern:
      /(?:^|[\s([_–—-])(?:draft|черновик|brouillon|borrador|مسودة|草稿)\s*(?:[:)\]–—-]|$)|[\s_([-]v(?:er(?:sion)?)?[. ]?\d{1,2}(?:[ _-]?(?:final|draft|clean|edited|approved))+|[\s_([-](?:final[ _-]?(?:final|version|v\d+|draft|clean)|(?:clean|edited|approved)[ _-]?(?:version|copy)|финал(?:ьная версия)?|чистовик|версия \d+|версія \d+|version (?:finale|\d+)|versión (?:final|\d+))\s*[)\]]?\s*$|_v?\d{1,2}\s*$|\s\(\d\)\s*$|[\s_(-]v[2-9]\s*$|[_ (-](?:FINAL|CLEAN)\)?\s*$|^(?:copy of|копия|copie de|copia de) |\.(?:docx?|odt|pdf|rtf)\s*$/giu,
    what: "the state of a file",
    where: isHead,
  },
];

export const workingNote: Rule = {
  name: "working-note",
  group: "craft",
  severity: "error",
  why: "What was meant for colleagues, such as comments and the name of a draft, is read by everyone and is quoted.",
  wrong: "The centre trains 60 officers a year [check with Anna].",
  right: "The centre trains 60 officers a year.",
  *check(document) {
    for (const passage of document.passages) {
      const source = passage.seen;
      let end = -1;
      for (const { pattern, what, where } of notes) {
        if (where && !where(passage)) continue;
        for (const { 0: found, index } of source.matchAll(pattern)) {
          if (index < end) continue;
          end = index + found.length;
          const words = found.trim();
          yield {
            at: document.in(passage, index + found.indexOf(words), words.length),
            message: `“${words.length > 60 ? `${words.slice(0, 60)}…` : words}” is ${what}, and readers would see it.`,
            fix: "Do what it says, and delete it.",
            ...(document.release?.draft ? { severity: "warning" } : {}),
          };
        }
      }
      yield* embargo(document, passage);
    }
  },
};

/** A line that asks to wait, as on paper. */
const WAIT =
  /^[\s\ue000]*(?:strictly |under )?(?:embargo(?:ed)?(?: until| till| for|:|$)|not for (?:publication|release|broadcast|distribution)(?: before| until| prior|$)|hold for release|for internal use only|not for distribution|под эмбарго|эмбарго до|не для (?:печати|публикации|распространения)|для служебного пользования|sous embargo|embargo jusqu|ne pas diffuser|bajo embargo|embargo hasta|no difundir|محظور النشر|禁发)/iu;

function* embargo(document: Document, passage: Passage): Generator<Fault> {
  const { release } = document;
  const words = passage.text.replaceAll("\ue000", "").trim();
  if (!release || words.length > 140 || !WAIT.test(words)) return;
  yield {
    at: document.in(passage, Math.max(0, passage.text.search(/[^\s\ue000]/)), words.length),
    message: release.embargo
      ? "This line would still be there when the release is public."
      : "This line asks to wait, but the release has no embargo: it is public as soon as it is published.",
    fix: release.embargo
      ? "Delete it: the field embargo keeps the release back."
      : 'Put the moment into the fields, as embargo: "2026-03-04 09:00 +03:00", and delete the line.',
    ...(release.draft || release.embargo ? { severity: "warning" } : {}),
  };
}
