import type { Recognise } from "../draft.ts";

/** Words of selling, in the languages of the interface. Not one of them alone drops anything. */
const SELLING =
  /\b(?:for sale|on sale|sale|cheap|discount|outlet|buy(?: now| online)?|shop(?: now)?|order (?:now|online)|free shipping|best price|replica|wholesale|coupon|promo code|viagra|cialis|casino|poker|betting|payday|loan|escort|sneakers?|jerseys?|handbags?|retro high|air jordan|nike|adidas|ray[- ]?ban|louis vuitton|pas cher|soldes|acheter|livraison gratuite|barat[oa]s?|rebajas|comprar|env[ií]o gratis)\b|купить|скидк|распродаж|недорого|дешев|интернет-магазин|заказать|казино|займ|купіць|зніжк|танна|للبيع|تخفيض|خصم|اشتر|تسوق|شحن مجاني|折扣|特价|促销|包邮|购买|代购|赌场/iu;

const LONGEST_WORDS = 45;
/** One word in six may be shared by chance: "high" is in sneakers' names and in "High Commissioner". */
const MOST_SHARED = 1 / 6;

/**
 * Takes out what others put into a text: a short piece at its very beginning or end that sells something, and whose words
 * hardly occur anywhere else in the release. All three must hold, so that a release about prices or a sale stays whole.
 */
export const adverts: Recognise = (draft) => {
  for (;;) {
    const filled = draft.blocks.filter(({ kind }) => kind !== "picture" && kind !== "rule");
    const outer = [...new Set([...filled.slice(-2).reverse(), ...filled.slice(0, 1)])];
    const advert = outer.find((block) => {
      if (block.text.split(/\s+/).length > LONGEST_WORDS || !SELLING.test(block.text)) return false;
      const rest = wordsOf(
        `${draft.first<string>("title") ?? ""} ${filled.flatMap((other) => (other === block ? [] : [other.text])).join(" ")}`,
      );
      const own = wordsOf(block.text);
      const shared = [...own].filter((word) => rest.has(word)).length;
      return rest.size >= 20 && own.size > 1 && shared <= own.size * MOST_SHARED;
    });
    if (!advert) return;
    draft.drop(
      advert,
      "An advert that others put here: it sells something, and its words are not those of the release.",
    );
  }
};

/** The words that carry meaning, without their last letters, which change; single characters in scripts without spaces. */
function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{M}]{4,}/gu) ?? [];
  return new Set(words.map((word) => word.slice(0, 6)));
}
