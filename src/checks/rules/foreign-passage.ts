import type { Document, Passage } from "../document.ts";
import { linksOf } from "../markup.ts";
import type { Rule } from "../rule.ts";

/** Words of advertising, in small letters, by what they sell. Each pattern that is found is one mark. */
const selling: readonly RegExp[] = [
  /(?<!\p{L})(?:for sale|on sale|buy (?:now|cheap|online|\p{L})|cheap(?:est)? (?:\p{L}+ ){0,3}(?:shoes|jerseys|sneakers|online|price)|free shipping|outlet (?:store|online)|discount (?:code|price|shoes)|best price|shop now|order (?:now|online)|add to cart|wholesale|replica|coupon|promo code)(?!\p{L})/u,
  /(?<!\p{L})(?:купить|распродажа|скидк[аи]|дёшево|дешево|интернет-магазин|бесплатная доставка|заказать онлайн|pas cher|acheter|soldes|livraison gratuite|comprar|baratas?|rebajas|env[ií]o gratis|للبيع|اشتر|تخفيضات)(?!\p{L})|打折|优惠|代购|正品|购买/u,
  /(?<!\p{L})(?:air jordan|jordan \d|nike|adidas|yeezy|reebok|converse|ugg|ray-?ban|oakley|louis vuitton|gucci|prada|chanel|herm[eè]s|michael kors|rolex|omega watch|moncler|canada goose|pandora|tiffany|nfl jerseys?|birkenstock|supreme)(?!\p{L})/u,
  /(?<!\p{L})(?:casino|casinos|slots?|poker|betting|sportsbook|jackpot|1xbet|казино|ставки на спорт|игровые автоматы|viagra|cialis|levitra|pharmacy|payday loans?|essay writing|write my essay|crypto signals|escorts?|porn|xxx|виагра|эскорт)(?!\p{L})/u,
  /(?:[$€£¥₽]\s?\d+(?:[.,]\d{2})|(?<!\d)\d+(?:[.,]\d{2})\s?(?:[$€£₽]|usd|eur|руб))/u,
  /(?<!\p{L})(?:(?:retro|high|low|mid) og|size \d{1,2}|black[ -]and[ -]white|white[/ ]black|varsity red|men'?s shoes|women'?s shoes|sku|in stock)(?!\p{L})/u,
  /\d{1,3}% (?:off|скидка|de descuento|de réduction)/u,
];

/** Passages of fewer words say too little to compare. */
const SHORT = 3;

/**
 * Finds passages that have nothing to do with the text they stand in. Two things must meet: the passage speaks the language of
 * selling (two marks of `selling`, or one and more), and its vocabulary is foreign: at most one in seven of its longer words stands elsewhere in the text. Three
 * further things weigh half a mark each: it ends the text, it is no sentence, it has a link whose site nothing else in the text names.
 */
export const foreignPassage: Rule = {
  name: "foreign-passage",
  group: "trust",
  severity: "error",
  why: "Whoever breaks into a site adds advertising to its pages, and a release that sells shoes is no source.",
  wrong:
    "The centre trains border guards who help victims.\n\nAir Jordan 1 Retro High OG White and Varsity Red For Sale",
  right:
    "The centre trains border guards who help victims.\n\nThe shoes of the border guards are for sale at the centre.",
  *check(document) {
    const blocks = document.passages.filter(({ from }) => typeof from === "number");
    const allMarks = blocks.map(({ source }) => {
      const small = source.toLowerCase();
      return selling.filter((pattern) => pattern.test(small)).length;
    });
    if (allMarks.every((marks) => marks === 0)) return;
    const stems = blocks.map(({ text }) => stemsOf(text));
    const counts = new Map<string, number>();
    for (const own of stems) for (const stem of own) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    const elsewhere = new Set(
      ["title", "subtitle", "summary"].flatMap((kind) =>
        document.passages.filter((each) => each.kind === kind).flatMap(({ text }) => [...stemsOf(text)]),
      ),
    );
    for (const [index, passage] of blocks.entries()) {
      const own = stems[index] ?? new Set();
      const marks = allMarks[index] ?? 0;
      if (marks === 0 || own.size < SHORT || blocks.length < 2) continue;
      const shared = [...own].filter((stem) => elsewhere.has(stem) || (counts.get(stem) ?? 0) > 1).length / own.size;
      const weight = marks + circumstances(document, passage, index >= blocks.length - 1);
      if (shared > 0.15 || weight < 2) continue;
      const words = passage.text.replaceAll("\ue000", "").trim();
      yield {
        at: document.in(passage, Math.max(0, passage.text.search(/[^\s\ue000]/)), words.length),
        message: "This passage has nothing to do with the rest of the text, and reads like an advertisement.",
        fix: "Delete it, and find out who added it: pages of hacked sites get such lines.",
        ...(weight < 2.5 ? { severity: "warning" } : {}),
      };
    }
  },
};

/** Half a mark for each circumstance under which advertising is usually found. */
function circumstances(document: Document, passage: Passage, isLast: boolean): number {
  const isNoSentence = !/[.!?。…:"”»]\s*$/u.test(passage.text.replaceAll("\ue000", ""));
  const hosts = (source: string) => linksOf(source).map(({ url }) => /^https?:\/\/([^/]+)/i.exec(url)?.[1] ?? "");
  const all = hosts(document.body);
  const isForeignLink = hosts(passage.source).some(
    (host) => host !== "" && all.filter((other) => other === host).length === 1,
  );
  return (isLast ? 0.5 : 0) + (isNoSentence ? 0.5 : 0) + (isForeignLink ? 0.5 : 0);
}

/** The beginnings of the longer words of a text: near enough to know a word again in another form. */
function stemsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}{4,}|\p{Script=Han}{2}/gu) ?? [];
  return new Set(words.map((word) => word.slice(0, 5)));
}
