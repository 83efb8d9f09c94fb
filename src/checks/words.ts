/** A word of a passage. */
export interface Word {
  readonly word: string;
  readonly index: number;
}

const WORD = /[\p{L}\p{M}\p{N}_]+(?:['’ʼ.@-][\p{L}\p{M}\p{N}_]+)*/gu;

/** The words of a text; what is joined by hyphens, apostrophes, dots or @ is one word. */
export function wordsIn(text: string): Word[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ word, index }));
}

/** The sentences of a text, with where each begins. */
export function sentencesIn(text: string): { readonly sentence: string; readonly index: number }[] {
  return [...text.matchAll(/[^.!?。！？؟\n]+(?:[.!?。！？؟]+(?=[\p{L}\p{N}])[^.!?。！？؟\n]*)*[.!?。！？؟]*/gu)].map(
    ({ 0: sentence, index }) => ({ sentence, index }),
  );
}

/** The numbers of a text as they are written, digits in groups made one: "1 200" and "1,200" are 1200; "3.5" is 3.5. */
export function numbersIn(text: string): { readonly value: string; readonly index: number; readonly length: number }[] {
  return [...text.matchAll(/\p{Nd}+(?:[.,\u00a0\u202f ’'٬٫]\p{Nd}+)*/gu)].flatMap(({ 0: whole, index }) => {
    const latin = [...whole].map((sign) => (/\p{Nd}/u.test(sign) ? String(digit(sign)) : sign)).join("");
    const grouped = /^\d{1,3}(?:[.,\u00a0\u202f ’'٬]\d{3})+(?:[.,٫]\d{1,2})?$/u.test(latin);
    const plain = grouped ? latin.replace(/[.,\u00a0\u202f ’'٬](?=\d{3})/gu, "") : latin;
    if (grouped || /^\d+[.,٫]\d+$/.test(latin))
      return [{ value: plain.replace(/[,٫]/, "."), index, length: whole.length }];
    let at = index;
    return latin.split(/(?<=\D)(?=\d)/).map((piece) => {
      const value = piece.replace(/\D+$/, "");
      const found = { value, index: at, length: value.length };
      at += piece.length;
      return found;
    });
  });
}

/** The value of a decimal digit of any script: each script's ten stand in a row that begins at a multiple of 16 or 10 before. */
function digit(sign: string): number {
  const code = sign.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return code - zero;
}
