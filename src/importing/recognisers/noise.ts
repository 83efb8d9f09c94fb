import type { Recognise } from "../draft.ts";

/** What web pages put around a text, line by line as it is pasted; a whole block must be nothing else. */
const lines: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:(?:share|tweet|like|pin it|print|e-?mail|facebook|twitter|x|linkedin|whatsapp|telegram|vk|copy link|save|reddit|pinterest|instagram|youtube|this|page|article|on|via|with|to|by|friends?|поделиться|распечатать|печать|твитнуть|partager|imprimer|envoyer|compartir|imprimir|enviar|sur|en|par|مشاركة|طباعة|分享|打印|微信|微博)[\s|•·:,/+!]*){2,14}$|^(?:share|tweet|print|email this|поделиться|распечатать|partager|imprimer|compartir|分享|打印)[\s|•·:!]*$/i,
    "Buttons for sharing and printing.",
  ],
  [
    /^(?:skip to (?:main )?(?:content|navigation)|back to (?:top|list|news)|top of page|jump to .{1,20}|перейти к содержанию|назад к списку|наверх|aller au contenu(?: principal)?|retour (?:à la liste|en haut)|volver(?: arriba)?|ir al contenido(?: principal)?)[\s.»›>^]*$/i,
    "Navigation of the page.",
  ],
  [
    /^(?:you are here:?\s*)?(?:home|главная|галоўная|accueil|inicio|الرئيسية|首页)\s*(?:[>»›/|→]\s*[^>»›/|→]{1,60})+$/i,
    "Navigation of the page.",
  ],
  [
    /^(?:(?:previous|next|older|newer) (?:post|article|release|page)?[\s|:«»‹›<>←→]*){1,2}$/i,
    "Navigation of the page.",
  ],
  [
    /^.{0,200}\b(?:uses? cookies|cookie (?:policy|settings|preferences|notice)|accept (?:all )?cookies|файлы cookie|utilise des cookies|utiliza cookies)\b.{0,300}$/i,
    "A notice about cookies.",
  ],
  [
    /^(?:read more|continue reading|читать далее|чытаць далей|lire la suite|leer más|اقرأ المزيد|阅读更多)\s*[.…»›]*$/i,
    "A link of the page.",
  ],
  [
    /^(?:subscribe|sign up|подпишитесь|abonnez-vous|suscríbase)\b.{0,60}(?:newsletter|updates|mailing list|рассылк|lettre|boletín).{0,60}$/i,
    "An invitation to subscribe.",
  ],
  [/^(?:all rights reserved|copyright|©|\(c\)).{0,120}$/i, "A line about copyright at the foot of the page."],
  [
    /^(?:source|via)?\s*[:–-]?\s*(?:pr newswire|prnewswire|business wire|globe ?newswire|ein presswire|accesswire)\b.{0,80}$/i,
    "A wire service's line.",
  ],
  [/^(?:view|download) (?:the )?(?:original|full) (?:content|release|version).{0,160}$/i, "A wire service's line."],
];

/** Takes out what is no part of any release: navigation, sharing, cookies, wire services' tails. Never a line with more in it. */
export const noise: Recognise = (draft) => {
  for (const block of [...draft.blocks]) {
    if ((block.kind !== "paragraph" && block.kind !== "list") || block.text.length > 500) continue;
    const why = lines.find(([pattern]) => pattern.test(block.text))?.[1];
    if (why) draft.drop(block, why);
  }
};
