import { FILL_IN, IS_CALLED, IS_THING, PUT_IN } from "./fill-in.ts";
import { BRACKETED, inside, type LeftBehind } from "./left-behind.ts";

/** Elements of HTML that are called as things are that are filled in. */
const ELEMENT = /^(?:address|caption|figure|link|location|picture|image|source|text|time|title|details)$/i;

/** Nouns that a Roman twenty or thirty counts. */
const COUNTED_IN_ROMAN =
  /^(?:[-–—][IVX]+|[\s\u00a0]*(?:centur|congress|session|summit|conference|olympi|winter|games|edition|meeting|anniversary|chromosom|siècle|siglo|век|в\.|вв|стол|съезд|сессия|сессии|конференц|олимп|зимн|летн|созыв|международн|всероссийск|республиканск|пленум|форум|фестивал|юбилейн|стагоддз|з'езд))/iu;
const ROMAN_AFTER =
  /(?:siècle|siglo|век\p{Ll}*|chapter|part|title|article|annex|schedule|глава|раздел|chapitre|capítulo)[\s\u00a0]$/iu;

/** What readers would see of what was never filled in, each with what it looks like in no finished text. */
export const placeholders: readonly LeftBehind[] = [
  {
    // XX people, xx,xxx, $XX million, 20XX, +375 17 XXX, and Cyrillic letters of the same look.
    pattern:
      /(?<![\p{L}\p{N}_/.@#{-])(?:20|19|\d{1,3}[.,])?(?:[XХ]{2,}|[xх]{2,})(?:[.,](?:[XХ]{2,}|[xх]{2,}|\d+))*(?![\p{L}\p{N}_/@-]|\.\p{L})/gu,
    needs: ["xx", "хх"],
    in: "text",
    isLeft: (_, before, after) => !COUNTED_IN_ROMAN.test(after) && !ROMAN_AFTER.test(before),
  },
  {
    // $X million, X people, X %: one letter only beside what is counted.
    pattern:
      /(?<=[$€£][\s\u00a0]?)[XХYZ](?=[\s\u00a0](?:thousand|million|billion|mln|bn)(?!\p{L}))|(?<![\p{L}\p{N}_/.@#'’&-])[XХ](?=[\s\u00a0]?%|[\s\u00a0](?:per ?cent|million|billion|thousand|people|participants|countries|households|families|women|children|euros?|dollars?|человек|млн|миллион\p{Ll}*|тысяч\p{Ll}*|участник\p{Ll}*|стран|семей|personnes|millions?|pays|euros|personas|millones|países|familias)(?!\p{L}))/gu,
    needs: ["x", "х", "y m", "z m"],
    in: "text",
    isUnsure: true,
  },
  {
    // x.x million.
    pattern: /(?<![\p{L}\p{N}_/.@-])(?:[XХ]{1,3}[.,][XХ]{1,3}|[xх]{1,3}[.,][xх]{1,3})(?![\p{L}\p{N}_/@-]|\.\p{L})/gu,
    needs: ["x.x", "x,x", "х.х", "х,х"],
    in: "text",
  },
  {
    // Venue: to be confirmed.
    pattern:
      /(?<=[:：][ \u00a0*\ue000]{0,4})(?:to be (?:confirmed|announced|decided|determined|added)|à (?:confirmer|préciser|définir|venir)|por (?:confirmar|definir|determinar)|a (?:confirmar|definir)|уточняется|уточняются|будет уточнен[оаы]|удакладняецца|待定|待确认)(?=[\s.*)\ue000]*$)/giu,
    needs: [
      "confirm",
      "announced",
      "decided",
      "determin",
      "added",
      "définir",
      "definir",
      "préciser",
      "à venir",
      "уточн",
      "удаклад",
      "待",
    ],
    in: "text",
    isUnsure: true,
  },
  {
    // NN people, ### people, 00,000 people.
    pattern:
      /(?<=[\s\u00a0(])(?:N{2,}|#{2,})(?=[\s\u00a0]\p{Ll})|(?<![\p{N}.,:/+-]|\p{N}[\s\u00a0\u202f])0{2,3}(?:[.,\u00a0]000)*(?=[\s\u00a0](?:million|thousand|people|euros|dollars|человек|млн|personnes|personas))/gu,
    needs: ["nn", "##", "00"],
    in: "seen",
  },
  {
    pattern: /(?<![\p{L}\p{N}_/.-])(?:TBC|TBD|TBA|TKTK|TKK?(?! ?\d)|t\.?b\.?[cda]\.?|tbc\p{Lu}?)(?![\p{L}\p{N}_/-])/gu,
    needs: ["tb", "tk", "t.b"],
    in: "text",
    isUnsure: true,
  },
  {
    pattern: BRACKETED,
    needs: ["[", "［", "【", "{"],
    in: "text",
    // Not what an editor puts into somebody's words: "last [month]".
    isLeft: (found, before) =>
      FILL_IN.test(inside(found)) ||
      IS_CALLED.test(inside(found)) ||
      (found.startsWith("{{") && /^[\p{L}_. ]+$/u.test(inside(found))) ||
      (IS_THING.test(inside(found)) && !/(?:each|every|last|mobile|next|same|that|this) $/i.test(before)),
  },
  {
    pattern: /<{1,2}[^<>\n/=]{1,60}>{1,2}/gu,
    needs: ["<"],
    in: "seen",
    isLeft: (found) => {
      const words = inside(found);
      return FILL_IN.test(words) || (IS_THING.test(words) && (!ELEMENT.test(words) || found.startsWith("<<")));
    },
  },
  {
    pattern:
      /[(（](?:[\p{L} ]{1,20} )?(?:to be (?:added|confirmed|checked|completed|inserted|verified|updated|determined|announced)|à (?:compléter|confirmer|préciser|vérifier)|por (?:confirmar|definir|determinar)|a confirmar|уточняется|уточняются|будет уточнено|待定|待确认)(?![\p{L}\p{N}])[^()\n]{0,60}[)）]/giu,
    needs: ["(", "（"],
    in: "text",
    isUnsure: true,
  },
  {
    pattern: /[(（][^()（）\n]{1,80}[)）]/gu,
    needs: ["(", "（"],
    in: "text",
    isLeft: (found) => {
      const words = inside(found);
      const verb = PUT_IN.exec(words)?.[0];
      return verb !== undefined && IS_THING.test(words.slice(verb.length));
    },
  },
  {
    pattern: /[[(]?[●⬤■]+[\])]|\[(?:[•_?.…-]{1,6}|[XХ]{1,6}|[xх]{2,6})\](?!\()|(?<![\p{L}\p{N}])[●⬤]{2,}/gu,
    needs: ["●", "⬤", "■", "["],
    in: "text",
    isLeft: (found) => !/^\[(?:\.{3}|…|-)\]$/.test(found),
  },
  {
    pattern: /(?<![\p{L}\p{N}?!"”»)])\?{2,}(?![?!])|\(\?+\)|(?<=\p{L})\?{4,}/gu,
    needs: ["??", "(?"],
    in: "text",
    isUnsure: true,
  },
  {
    pattern: /(?<![\p{L}\p{N}_\\/])(?:\\?_){3,}(?![\p{L}\p{N}_/])/gu,
    needs: ["__", "\\_"],
    in: "seen",
    isUnsure: true,
  },
  { pattern: /(?<!\.)\.{6,}|…{3,}/gu, needs: ["......", "………"], in: "text" },
  {
    pattern:
      /lorem ipsum dolor|(?<!lorem ipsum )dolor sit amet|consectetur adipi\p{L}+|sed ut perspiciatis|ut enim ad minim veniam|duis aute irure|excepteur sint occaecat|at vero eos et accus\p{L}+|nemo enim ipsam|quis nostrud exercitation|рыбатекст|рыба-текст|значимость этих проблем настолько очевидна|разнообразный и богатый опыт/giu,
    needs: [
      "lorem",
      "dolor",
      "consectetur",
      "sed ut",
      "ut enim",
      "duis",
      "sint",
      "vero",
      "ipsam",
      "nostrud",
      "рыба",
      "опыт",
      "проблем",
    ],
    in: "text",
  },
  {
    pattern:
      /(?<!\p{L})(?:first ?name (?:last ?name|surname)|name surname|(?:name|title|quote|text|headline|photo|link|date|caption|figure|number)s? here(?=[\s\])."”]*$)|(?:name|title|quote|text|headline|photo|picture|link|date|caption|figure|number|table)s?(?: \p{L}+){0,5} (?:goes?|comes?|will go|to go) here|(?:your|sample|dummy|placeholder|filler) (?:text|title|headline|name|paragraph)(?= here|[.\s]*$)|имя фамилия|и\.\s?о\.\s?фамилия|текст рыба|здесь (?:будет|должен быть) текст|prénom nom(?!\p{L})|nombre apellidos?|votre texte ici|(?:su|tu) texto aquí|(?:click|tap|click or tap) here to (?:enter|add|insert) \p{L}+|choose an item|место для ввода текста|щелкните здесь|cliquez (?:ou appuyez )?ici pour (?:entrer|ajouter|saisir)|haga clic (?:o pulse )?aquí para (?:escribir|agregar|insertar))(?!\p{L})/giu,
    needs: ["here", "name", "text", "item", "имя", "фамилия", "текст", "щелкните", "prénom", "nombre", "ici", "aquí"],
    in: "text",
  },
  {
    pattern:
      /(?<![\p{L}\p{N}])(?:DD|dd|ДД|JJ|jj)[./ -](?:MM|mm|ММ|month|Month)(?:[./ -](?:YY(?:YY)?|yy(?:yy)?|ГГГГ|AAAA|20\d\d))?(?![\p{L}\p{N}])|(?<![\p{L}\p{N}/])(?:YYYY|ГГГГ|AAAA)(?:[./-](?:MM|ММ))?(?![\p{L}\p{N}])/gu,
    needs: ["dd", "дд", "jj", "yyyy", "гггг", "aaaa"],
    in: "text",
    isUnsure: true,
  },
];
