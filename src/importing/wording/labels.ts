import { labels } from "../data.ts";
import { daysIn } from "./calendar.ts";
import { isBody } from "./organisations.ts";

/** A label: what stands above a release to say what it is. */
const FIRST = new RegExp(`^(?:${labels.join("|")})(?![\\p{L}\\p{N}])`, "iu");
const MARK = /^\s*[:.!|,;–—―•·*/()-]/u;
const GAP = /^[\s:.!|,;–—―•·*/()-]+/u;
/** A number behind a label: `No. 12/2023`, `№ 4`, `2023-015`. */
const NUMBER =
  /^(?:(?:no|nr|n[°ºo]|№|#|номер|رقم|第)\.?\s*[:.]?\s*)?[\p{L}\d]*\d[\p{L}\d/.-]*号?(?:\s(?:of|de|за)\s(?:19|20)\d{2})?(?=$|[\s,:;|–—―-])/iu;

/**
 * What follows the labels at the beginning of a line: nothing where they are all that it says; undefined where it begins with
 * none. `Press Release No. 4 – Geneva, 6 March 2023` leaves `Geneva, 6 March 2023`.
 */
export function behindLabels(line: string): string | undefined {
  let rest = line
    .trim()
    .replace(/^[\s*#•–—―-]+/u, "")
    .replace(/^(?:[\p{L}-]\s+){5,}\p{L}$/u, (spaced) => spaced.replace(/\s/g, ""));
  let isLabelled = false;
  for (let label = FIRST.exec(rest)?.[0]; label !== undefined; label = FIRST.exec(rest)?.[0]) {
    const behind = rest.slice(label.length);
    // "Statement by the Minister" is a title; so is "Press release writing for beginners".
    if (behind !== "" && !MARK.test(behind) && !canFollow(behind.trimStart())) break;
    isLabelled = true;
    rest = behind.replace(GAP, "");
  }
  return isLabelled ? rest : undefined;
}

/** Labels that no headline has at its end, or before a name. */
const OF_PRESS = labels.map((label) => `(?:${label})`).join("|");
const BESIDE_NAME = new RegExp(
  `^(?<first>${OF_PRESS})(?![\\p{L}\\p{N}])(?<behind>.+)$|^(?<before>.+?)(?:(?<![\\p{L}\\p{N}])|(?<=\\p{Script=Han}))(?<last>${OF_PRESS})$`,
  "iu",
);

const LAST_NUMBER = /\s*(?:no\.?|№|n[°º]|第)\s*[\d/.-]+\s*号?\s*$/iu;

/** Whether a line is a letterhead: an office's name, and beside it what kind of text this is. `UNDP Press Release`, `Пресс-релиз Министерства`. */
export function isLetterhead(line: string): boolean {
  if (line.length > 100) return false;
  const { first, behind = "", before, last } = BESIDE_NAME.exec(line.replace(LAST_NUMBER, "").trim())?.groups ?? {};
  const isOfPress = /(?!.*(?:statement|заявление))(?:press|media|прес|прэс|prensa|صحف|صحاف|إعلام|新闻)/iu.test(
    first ?? last ?? "",
  );
  return isOfPress && (before !== undefined || isBody(behind));
}

/** Another label, a number or a day may follow without any mark between. */
function canFollow(next: string): boolean {
  return FIRST.test(next) || NUMBER.test(next) || (next.length < 60 && daysIn(next).length === 1);
}

/** The number that follows a label, and what is left. */
export function labelNumber(rest: string): { readonly number: string; readonly rest: string } | undefined {
  const number = NUMBER.exec(rest)?.[0];
  return number && /\d/.test(number)
    ? {
        number: number.replace(/^\D+(?=\d)/, (prefix) => (/\s|[.№#°º]/.test(prefix) ? "" : prefix)),
        rest: rest.slice(number.length).replace(GAP, ""),
      }
    : undefined;
}

/** What a form has before a headline, an advisory before what is to happen, and a form before the line below the headline. */
const TITLE =
  /^(?:subject|title|headline|re|objet|titre|sujet|тема|заголовок|тэма|загаловак|betreff|titel|asunto|título|assunto|oggetto|titolo|العنوان|الموضوع|标题|主题)\s?[:：]\s*(?=\S)/iu;
const WHAT = /^(?:what|quoi|что|што|qué|ماذا)\s?[:：]\s*(?=\S)/iu;
const SUBTITLE =
  /^(?:sub-?(?:head(?:line|ing)?|title)|sous-titre|подзаголовок|падзагаловак|subtítulo|العنوان الفرعي|副标题)\s?[:：]\s*(?=\S)/iu;

/** Whether a line is a headline of a form. */
export const isTitled = (line: string) => TITLE.test(line);

/** What a form gives as the line below the headline; undefined for any other line. */
export function subtitleIn(line: string): string | undefined {
  return SUBTITLE.test(line) ? line.replace(SUBTITLE, "") : undefined;
}

/** A headline without the label before it: `Press release: A ferry line opens` is `A ferry line opens`. */
export function withoutLabel(line: string): string {
  const title = line.replace(TITLE, "").replace(WHAT, "");
  const rest = /[:|–—―]|\s-\s/.test(title.slice(0, 60)) ? behindLabels(title) : undefined;
  // A number that nothing announces is the headline's own: "Press release: 40 clinics open".
  const headline = rest && /^(?:no|nr|n[°º]|№|#|номер|رقم|第)(?!\p{L})/iu.test(rest) ? labelNumber(rest)?.rest : rest;
  // "Communiqué de presse : un forage pour Kolda"
  const said = headline?.replace(/^\p{Ll}+(?![\p{L}\p{N}])/u, (word) => word.charAt(0).toUpperCase() + word.slice(1));
  return said && said.split(/\s+/).length > 2 ? said : title;
}
