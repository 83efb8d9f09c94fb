/** What stands in a text until the right words are known. */
export interface Placeholder {
  readonly pattern: RegExp;
  /** Where it is looked for: in the words alone, or with the marks that were not obeyed. */
  readonly in: "text" | "seen";
  /** It may be meant as it stands. */
  readonly isUnsure?: boolean;
  /** What else must be so; told what stands around it. */
  readonly unless?: (before: string, after: string) => boolean;
}

/** Verbs that tell somebody what to put in, in the languages that offices write. */
const FILL_IN =
  "insert|add|fill in|enter|put|replace|update|provide|specify|choose|select|to be (?:added|confirmed|checked|completed|inserted|updated|verified|decided|agreed|announced)|вставить|вставьте|указать|укажите|добавить|добавьте|уточняется|проверьте|дополнить|заполнить|уставіць|дадаць|insérer|ajouter|compléter|à (?:compléter|confirmer|insérer|ajouter|venir)|insertar|agregar|añadir|completar|por (?:confirmar|definir|completar)|a confirmar|إدراج|أضف|يُستكمل|للتأكيد|插入|填写|待定|待确认";

/** What is filled in, by its name. */
const THING =
  "(?:full |first |last |job |official )?(?:name|surname|title|position|date|day|month|year|time|number|figure|amount|sum|place|venue|location|city|town|country|region|quote|link|url|address|e-?mail|phone|photo|picture|organi[sz]ation|partner|project|spokesperson|speaker|headline|caption|source|text)s?(?: (?:here|of (?:the )?\\p{L}+|and \\p{L}+))?|имя|фамилия|имя[, ]+фамилия|ф\\.?\\s?и\\.?\\s?о\\.?|должность|название|дата|число|цифра|сумма|место|город|страна|ссылка|цитата|имя, должность|імя|пасада|лічба|nom|prénom|nom et (?:titre|fonction)|fonction|titre|lieu|chiffre|montant|lien|ville|pays|nombre|apellido|nombre y cargo|cargo|fecha|lugar|cifra|monto|enlace|ciudad|país|cita|الاسم|التاريخ|المكان|العدد|المنصب|姓名|日期|地点|数字|职务|名称";

/** Elements of HTML that are called as things are that are filled in. */
const ELEMENT = "(?:address|caption|figure|link|location|picture|source|text|time|title)";

/** Nouns that a Roman twenty or thirty counts. */
const COUNTED_IN_ROMAN =
  /^(?:[-–—][IVX]+|[\s\u00a0]*(?:centur|congress|session|summit|conference|olympi|winter|games|edition|meeting|anniversary|chromosom|siècle|siglo|век|в\.|вв|стол|съезд|сессия|сессии|конференц|олимп|зимн|летн|созыв|международн|всероссийск|республиканск|пленум|форум|фестивал|юбилейн|стагоддз|з'езд))/iu;

/** What readers would see of what was never filled in, each with what it looks like in no finished text. */
export const placeholders: readonly Placeholder[] = [
  {
    // XX people, xx,xxx, $XX million, 20XX, and Cyrillic letters of the same look.
    pattern:
      /(?<![\p{L}\p{N}_/.@#{-])(?:20|19)?(?:[XХ]{2,}|[xх]{2,})(?:[.,](?:[XХ]{2,}|[xх]{2,}|\d+))*(?![\p{L}\p{N}_/@-]|\.\p{L})/gu,
    in: "text",
    unless: (before, after) =>
      COUNTED_IN_ROMAN.test(after) ||
      /(?:siècle|siglo|век\p{Ll}*|chapter|part|title|article|annex|schedule|глава|раздел)[\s\u00a0]$/iu.test(before),
  },
  {
    pattern: /(?<![\p{L}\p{N}_/.-])(?:TBC|TBD|TBA|TKTK|TK(?! ?\d)|t\.?b\.?[cda]\.?)(?![\p{L}\p{N}_/-])/gu,
    in: "text",
    isUnsure: true,
  },
  {
    pattern: new RegExp(
      `[[［【{]{1,2}\\s*(?:${FILL_IN})(?![\\p{L}\\p{N}])[^\\]］】}\\n]{0,120}[\\]］】}]{1,2}(?!\\()`,
      "giu",
    ),
    in: "text",
  },
  {
    // Not what an editor puts into somebody's words: "last [month]".
    pattern: new RegExp(
      `(?<!(?:each|every|last|mobile|next|same|that|this) )[[［【{]{1,2}\\s*(?:${THING})\\s*[\\]］】}]{1,2}(?!\\()`,
      "giu",
    ),
    in: "text",
  },
  {
    pattern: new RegExp(
      `<{1,2}\\s*(?:(?:${FILL_IN})(?![\\p{L}\\p{N}])[^>\\n]{0,60}|(?!${ELEMENT}\\b)(?:${THING}))\\s*>{1,2}`,
      "giu",
    ),
    in: "seen",
  },
  {
    pattern:
      /\((?:to be (?:added|confirmed|checked|completed|inserted|verified|updated|determined)|à (?:compléter|confirmer|préciser)|por (?:confirmar|definir|completar)|a confirmar|уточняется|待定|待确认)(?![\p{L}\p{N}])[^()\n]{0,60}\)/giu,
    in: "text",
    isUnsure: true,
  },
  { pattern: /[[(]?[●⬤■]+[\])]|\[(?:[•_?]{1,6}|[XХ]{1,6}|[xх]{2,6})\](?!\()|(?<![\p{L}\p{N}])[●⬤]{2,}/gu, in: "text" },
  { pattern: /(?<![\p{L}\p{N}?!"”»)])\?{2,}(?![?!])|\(\?+\)|(?<=\p{L})\?{4,}/gu, in: "text", isUnsure: true },
  { pattern: /(?<![\p{L}\p{N}_\\/])(?:\\?_){3,}(?![\p{L}\p{N}_/])/gu, in: "seen", isUnsure: true },
  { pattern: /(?<!\.)\.{6,}|…{3,}/gu, in: "text" },
  { pattern: /lorem ipsum dolor|(?<!lorem ipsum )dolor sit amet/giu, in: "text" },
  {
    pattern:
      /(?<!\p{L})(?:first ?name (?:last ?name|surname)|name surname|(?:name|title|quote|text|headline|photo|link|date|caption) (?:goes )?here(?=[\s\])."”]*$)|имя фамилия|и\.\s?о\.\s?фамилия|prénom nom|nombre apellidos?|click or tap here to enter \p{L}+|click here to enter \p{L}+|choose an item|место для ввода текста|cliquez (?:ou appuyez )?ici pour entrer [\p{L} ]{2,20}|haga clic (?:o pulse )?aquí para escribir texto)(?!\p{L})/giu,
    in: "text",
  },
  {
    pattern:
      /(?<![\p{L}\p{N}])(?:DD|dd|ДД|JJ|jj)[./ -](?:MM|mm|ММ|month|Month)(?:[./ -](?:YY(?:YY)?|yy(?:yy)?|ГГГГ|AAAA|20\d\d))?(?![\p{L}\p{N}])/gu,
    in: "text",
    isUnsure: true,
  },
];
