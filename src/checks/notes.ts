import { BRACKETED, inside, type LeftBehind } from "./left-behind.ts";

/** What is asked of a colleague with "please", and not of a reader ("please check our website"). */
const PLEASE =
  "(?:please|pls|plz|kindly) (?:confirm|verify|update|insert|replace|delete|remove|advise|correct|rewrite|shorten|double[- ]check|(?:check|add|review|provide|fill|send)(?! (?:out|our|your|in with|back|it out|this page|the (?:website|site|page|link|map|list)|www|https?)))";

/** Words that nobody puts into brackets but for a colleague, wherever they stand there. */
const ASKED_ANYWHERE = new RegExp(
  `(?<![\\p{L}])(?:${PLEASE}|(?:check|confirm) with(?! (?:your|our|their|an?) )|double[- ]check|to (?:confirm|verify|supply|advise)(?! (?:your|their|his|her|its|that|the|whether))|to check(?! (?:with (?:your|our|their|an?)|your|their|his|her|its|the|in|out|whether|if|for|that))|will (?:confirm|send|check)|(?:needs|awaiting|pending|waiting for) (?:\\p{L}+ ){0,2}(?:approval|confirmation|clearance|sign[- ]?off|source|quote|checking|figures?)|(?:source|citation|figure|quote|photo|link|reference) (?:needed|missing|required|to come|to follow|tbc)|merci de (?:confirmer|vérifier|compléter|préciser)|(?:à|a) (?:vérifier|revoir|valider|traduire|relire)|à confirmer avec|vérifier|por favor,? (?:confirmar|verificar|revisar|comprobar)|(?:confirmar|verificar|comprobar|revisar|consultar|preguntar) (?:con|a|si|el|la|los|las|este|esta)|falta (?:el|la|un|una|\\p{L}+)|уточнить|проверить|провер(?:ь|ьте|ит|ят|им)|уточн(?:и|ите|ит|ят|им)|согласовать|спросить|узнать у|надо (?:уточнить|проверить|добавить)|нужн[аоы]? (?:цитата|цифра|фото|источник)|праверыць|удакладніць|请核实|核实|请确认)(?![\\p{L}])`,
  "iu",
);

/** Verbs with which a note begins; a reader is asked to do these outside of brackets. */
const ASKED_FIRST =
  /^(?:@\p{L}|(?:NB|N\.B\.|note to|nota|TODO|to ?do|FIXME|ask|check|confirm|verify|remove|delete|rewrite|reword|shorten|translate|revise|fix|move|cut|tell|remind|get (?:a|the) (?:quote|photo|figure)|link to (?!the )|quote from|photo of|need(?:s|ed)? (?:a|the|to|more|source|quote)|can (?:you|we|someone|somebody)|could (?:you|someone)|do we (?:have|need|know)|is (?:this|it) (?:right|correct|ok|okay|true)|not sure|спросить|проверить|дополнить|добавить|заменить|удалить|перевести|сократить|вставить|demander|revoir|supprimer|remplacer|traduire|citer|preguntar|borrar|cambiar|traducir|quitar|اسأل|تأكد|请)(?![\p{L}]))/iu;

/** A question of at most three words, or to somebody by name. */
const QUESTION = /^@?\p{Lu}\p{L}+\s?[:–—-]\s[^.!?]{1,80}\?{1,3}$|^[^\s.!?]{1,20}(?: [^\s.!?]{1,20}){0,2}\s?\?{1,3}$/u;

/** What is asked in round brackets only of colleagues: one word, or somebody by name. */
const QUESTION_OF_COLLEAGUES =
  /^@?\p{Lu}\p{L}+(?:\/\p{Lu}\p{L}+)?\s?[:–—-]\s?(?:is|are|can|could|do|does|should|shall|did|has|have|what|which|who|where|when|any|right|это|эта|есть|какая|какой|est-ce|c['’]est|¿)(?!\p{L})[^()]*\?$|^(?:spelling|sp|spell|correct|right|is this right|source|sure|really sure|verify|check|confirm|cite|ref|date|name|title|year|figure|sic|who|when|правильно|верно|источник|дата|так|точно|или|orthographe|sûr|source|exact|vraiment|date|seguro|fuente|fecha|correcto|ortografía|\d{4}|\d{4} (?:or|или|ou|o) \d{4})\s?\?{1,3}$/iu;

const isHead: LeftBehind["where"] = ({ kind }) => kind === "title" || kind === "subtitle" || kind === "label";

/** What colleagues write to each other in a text that goes out to others. */
export const notes: readonly LeftBehind[] = [
  {
    pattern:
      /(?<!\p{L})(?:comment(?:ed|aire)?|commenté|comentado|comentario|примечание|комментарий|каментар)\s?\[\p{L}{1,6}\d{1,3}\](?:R\d+)?:?/giu,
    needs: ["coment", "comment", "примечание", "комментарий", "каментар"],
    in: "seen",
    what: "a comment of Word",
  },
  {
    pattern: /\{(?:\+\+|--|~~|>>|==)[^{}\n]{0,300}(?:\+\+|--|~~|<<|==)\}/gu,
    needs: ["{"],
    in: "seen",
    what: "a tracked change",
  },
  {
    pattern:
      /^[\s>*_]*(?:deleted|formatted|inserted|удалено|отформатировано|добавлено|supprimé|inséré|mis en forme|eliminado|insertado|con formato)\s?(?:\[\p{L}{1,6}\d*\])?:(?=\s)/giu,
    needs: [":"],
    in: "seen",
    what: "a tracked change of Word",
  },
  {
    pattern:
      /(?<![\p{L}\p{N}_])(?:TODO|FIXME)(?::|(?= [a-z]))|^[\s>*_]*note to self\s?:|(?<!\p{L})(?:note|message) (?:to|for) (?:editors?'? desk|editing|designer|translator|web ?(?:team|master)|comms|colleagues?|layout|printer|reviewers?)(?:\s?:|\s[–—-])|(?<!\p{L})(?:NTD|NTS):|(?<!\p{L})(?:для (?:редактора|переводчика|дизайнера|верстальщика)|note (?:pour|à) (?:la|le|l['’])\s?\p{L}+|nota para (?:el |la )?\p{L}+)\s?:/giu,
    needs: ["todo", "fixme", "note", "message", "ntd", "nts", "для ", "nota"],
    in: "seen",
    what: "a note to a colleague",
  },
  {
    pattern: BRACKETED,
    needs: ["[", "［", "【", "{"],
    in: "seen",
    isLeft: (found) => {
      const words = inside(found);
      return ASKED_ANYWHERE.test(words) || ASKED_FIRST.test(words) || (found.startsWith("[") && QUESTION.test(words));
    },
    what: "a note to a colleague",
  },
  {
    pattern: /[(（][^()（）\n]{1,200}[)）]/gu,
    needs: ["(", "（"],
    in: "seen",
    isLeft: (found) => ASKED_ANYWHERE.test(inside(found)) || QUESTION_OF_COLLEAGUES.test(inside(found)),
    what: "a note to a colleague",
  },
  {
    pattern:
      /^[\s>*_=]*(?:@\p{L}{2,20}[:,]?|(?:NB|N\.B\.|\p{Lu}\p{Ll}{2,15})[:,])\s+(?:please (?:confirm|verify|update|insert|replace|delete|add|check (?:with|the (?:figure|name|number|date|spelling)|this))|pls |can you |could you (?:please )?(?:check|confirm|add|send)|(?:ask|check with) \p{Lu}|проверь|уточни|добавь|merci de (?:vérifier|confirmer)|por favor (?:verifica|confirma|revisa))[^\n]{0,200}/gmu,
    needs: [":", ",", "@"],
    in: "seen",
    what: "a note to a colleague",
  },
  {
    // A line between the same marks: !!! new photo !!!
    pattern: /^\s*(!{2,}|={2,}|~{2,}|@{2,}|\${2,}|#{2,}|<{2,}|>{2,})[^\n!=~@$#<>]{2,120}(?:\1|>{2,}|<{2,})\s*$/gmu,
    needs: ["!!", "==", "~~", "@@", "$$", "##", "<<", ">>"],
    in: "seen",
    what: "a note to a colleague",
  },
  {
    pattern:
      /(?<!\p{L})(?:quotes?|photos?|pictures?|text|figures?|captions?|links?|details|фото|цитата|ссылка) (?:to (?:come|follow)|будет позже|будут позже)(?=[\s.\])]*$)/gimu,
    needs: ["to come", "to follow", "позже"],
    in: "seen",
    what: "a note to a colleague",
  },
  {
    pattern:
      /(?:^|[\s([_–—-])(?:draft|черновик|чарнавік|проект релиза|brouillon|borrador|مسودة|草稿)\s*(?:[:)\]–—-]|$)|[\s_([-]v(?:er(?:sion)?)?[. ]?\d{1,2}(?:[ _-]?(?:final|draft|clean|edited|approved))+|[\s_([-](?:final[ _-]?(?:final|version|v\d+|draft|clean)|(?:clean|edited|approved)[ _-]?(?:version|copy)|for (?:approval|clearance|review)|финал(?:ьная версия)?|на согласовани[еи]|чистовик|версия \d+|версія \d+|version (?:finale|\d+)|versión (?:final|\d+))\s*[)\]]?\s*$|_v?\d{1,2}\s*$|\s\(\d\)\s*$|[\s_(-]v[2-9]\s*$|[_ (-](?:FINAL|CLEAN)\)?\s*$|^(?:copy of|копия|copie de|copia de) |\.(?:docx?|odt|pdf|rtf)\s*$/giu,
    needs: [""],
    in: "seen",
    what: "the state of a file",
    where: isHead,
  },
];
