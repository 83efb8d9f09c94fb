import { grouped } from "../model/grouped.ts";
import { saidOf, type Word } from "../text/plain-words.ts";
import { type Around, cutAt, type Furniture, isNumber, NUMBER } from "./around.ts";

/** The comparison of a text with one that was issued. */
export type Comparison = ReturnType<typeof compare>;

/** So many words after one another are the beginning or the end of a release, and not there by chance. */
const RUN = 3;

/** A word that only the head of a mail has: an address, or the label of its subject. */
const MAIL = /@|^(?:subject|тема|тэма|objet|asunto|الموضوع)$/;

interface Gap {
  readonly own: readonly [from: number, to: number];
  readonly issued: readonly [from: number, to: number];
}

/**
 * Compares a text with one that was issued, word by word. Lines may be omitted or in another order, as in the forms of a release. A word
 * that was added, changed or omitted within a line is reported.
 */
export function compare(all: readonly Word[], whole: readonly Word[], text: string, page: Around) {
  const { phrases: furniture, tail, site } = page;
  const around = byFirst(furniture);
  const tailCut = cutAt(all, tail);
  const numbers = outside(all.slice(0, tailCut), around);
  const own = numbers.flatMap((number) => all[number] ?? []);
  const places = outside(whole, around);
  const issued = places.flatMap((number) => whole[number] ?? []);
  const ownText = ` ${own.map((word) => word.text).join(" ")} `;
  const allPairs = aligned(own, issued);
  const phrases = phrasesOf(issued, furniture);
  /** The numbers of its words that were not issued, or not at that place. */
  const added = new Set<number>();
  /** The omissions: the number of the next word, and the omitted words. */
  const missing: { before: number; words: string }[] = [];
  /** Whether it lacks whole lines of the issued text. */
  let isPart = false;
  const lostIn = (from: number, to: number) =>
    strangeIn(issued, [from, to], around).filter((word) => !issued[word]?.optional);
  const strangeAt = (from: number, to: number) =>
    strangeIn(own, [from, to], phrases).filter((word) => !own[word]?.text.startsWith(site));
  const isStrange = (from: number, to: number) => strangeAt(from, to).length > 0;
  let [start, end] = [0, own.length];
  // A signature may have single words of the release, such as a name.
  const isAt = (index: number, at: number, place: number) =>
    allPairs[index]?.[0] === at && allPairs[index]?.[1] === place;
  const first = allPairs.find(([at, place], index) => isAt(index + RUN, at + RUN, place + RUN));
  const last = allPairs.findLast(([at, place], index) => isAt(index - RUN, at - RUN, place - RUN));
  const isMail = own.slice(0, first?.[0]).some(({ text }) => MAIL.test(text));
  // Around a text that is no mail, an advert or a false line is a change.
  if (first && last && isMail) {
    const [before, after] = [
      own.findIndex(({ line }) => line === own[first[0]]?.line),
      own.findLastIndex(({ line }) => line === own[last[0]]?.line) + 1,
    ];
    if (lostIn(0, first[1]).length === 0 && isStrange(0, before)) start = before;
    // The sections after the text may have been left out: an interface word stands above them. Of a title alone nobody can tell.
    const [lost = issued.length] = lostIn(last[1] + 1, issued.length);
    const isSection =
      (places[lost] ?? 0) - (places[last[1]] ?? 0) > lost - last[1] &&
      allPairs.length > Math.max(issued.length / 4, end - after);
    if ((lost === issued.length || isSection) && isStrange(after, end)) end = after;
  }
  const pairs = allPairs.filter(([at]) => at >= start && at < end);
  let [i, j] = [start, 0];
  const ends: readonly (readonly [number, number])[] = [...pairs, [end, issued.length]];
  for (const [index, [ownEnd, issuedEnd]] of ends.entries()) {
    const gap: Gap = { own: [i, ownEnd], issued: [j, issuedEnd] };
    const strange = strangeAt(...gap.own);
    for (const word of strange) added.add(numbers[word] ?? 0);
    const isEdge = index === 0 || index === pairs.length;
    const lost = lostIn(...gap.issued);
    const isEnd = index === pairs.length && tailCut < all.length;
    const isWhole =
      lost.length === 0 ||
      (strange.length === 0 && (areWhole(issued, lost, gap.issued) || wholeLines(issued, gap.issued)));
    if (!isEdge && !isWhole)
      missing.push({ before: numbers[ownEnd] ?? all.length, words: between(issued, gap.issued, text) });
    else if (!isEnd && strange.length === 0 && lost.some((word) => !ownText.includes(lineOf(issued, word))))
      isPart = true;
    [i, j] = [ownEnd + 1, issuedEnd + 1];
  }
  // A line that was issued may stand there twice, and one of its words go with a word elsewhere.
  for (let from = 0, to = 0; from < own.length; from = to) {
    while (to < own.length && own[to]?.line === own[from]?.line) to++;
    if (!isStrange(from, to)) for (const number of numbers.slice(from, to)) added.delete(number);
  }
  return {
    added,
    missing,
    /** How many of its words were issued, in the order in which they stand. */
    same: pairs.length,
    /** How many of its words were compared, without those around the release on its page. */
    compared: end - start,
    isPart,
    /** The number of its first word that is one of the release: lines before it, such as the head of a mail, are not. */
    begin: start && (numbers[start] ?? 0),
    /** The number of its words up to the end of the release: a signature, or its citation and other releases follow. */
    cut: end < own.length ? (numbers[end - 1] ?? 0) + 1 : tailCut,
  };
}

/** Returns the numbers of the words on lines that are more than furniture. */
function outside(words: readonly Word[], around: ReadonlyMap<string, Furniture>): number[] {
  const lines = grouped(words.keys(), (index) => [words[index]?.line]);
  return [...lines.values()].flatMap((line) => {
    const [first = 0] = line;
    return strangeIn(words, [first, first + line.length], around).length === 0 ? [] : line;
  });
}

/**
 * Returns which words of two texts are the same, in order: as many as possible, and adjacent ones first, so that a part of a text is found
 * at its place.
 */
function aligned(own: readonly Word[], issued: readonly Word[]): [number, number][] {
  const [rows, columns] = [own.length, issued.length];
  const width = columns + 1;
  // For each pair of places: the best that ends in two equal words, and the best that does not.
  const [meet, apart] = [new Int32Array(width).fill(-1), new Int32Array(width)];
  const steps = new Uint8Array((rows + 1) * width);
  for (let i = 1; i <= rows; i++) {
    const word = own[i - 1]?.text;
    // Of the place before: both of the row above, and the better one of this row.
    let [meetBefore, apartBefore, left, isLeftMet] = [-1, 0, 0, false];
    for (let j = 1; j <= columns; j++) {
      const meetUp = meet[j] ?? 0;
      const apartUp = apart[j] ?? 0;
      const isSame = word === issued[j - 1]?.text;
      const isNext = isSame && meetBefore >= 0 && meetBefore + 1 >= apartBefore;
      const met = isNext ? meetBefore + 2 : isSame ? apartBefore + 1 : -1;
      const up = Math.max(meetUp, apartUp);
      const best = Math.max(up, left);
      const isUp = up >= left;
      const ends = isUp ? meetUp > apartUp : isLeftMet;
      steps[i * width + j] = (isNext ? 2 : isSame ? 1 : 0) | (isUp ? 4 : 0) | (ends ? 8 : 0);
      [meet[j], apart[j]] = [met, best];
      [meetBefore, apartBefore, isLeftMet] = [meetUp, apartUp, met > best];
      left = Math.max(met, best);
    }
  }
  const pairs: [number, number][] = [];
  let [i, j, isMet] = [rows, columns, (meet[columns] ?? -1) > (apart[columns] ?? 0)];
  while (i > 0 && j > 0) {
    const step = steps[i * width + j] ?? 0;
    if (isMet) {
      pairs.push([--i, --j]);
      isMet = (step & 3) === 2;
    } else {
      isMet = (step & 8) !== 0;
      if (step & 4) i--;
      else j--;
    }
  }
  return pairs.reverse();
}

/** The line in which a word stands, between spaces. */
function lineOf(words: readonly Word[], word: number): string {
  return ` ${saidOf(words.filter(({ line }) => line === words[word]?.line)).join(" ")} `;
}

/** Whether all of the lines of words that are missing is missing. */
function areWhole(words: readonly Word[], lost: readonly number[], [from, to]: Gap["issued"]): boolean {
  const lines = new Set(lost.map((word) => words[word]?.line));
  return words.every(({ line, optional }, index) => optional || !lines.has(line) || (index >= from && index < to));
}

/** Whether words that are missing are whole lines: two lines that begin or end alike can change places with each other. */
function wholeLines(words: readonly Word[], [from, to]: Gap["issued"]): boolean {
  if (words.slice(from, to).every(({ optional }) => optional)) return true;
  const begins = (index: number) => index >= words.length || words[index]?.line !== words[index - 1]?.line;
  const isWhole = (start: number, end: number) => {
    let [first, last] = [start, end];
    while (first < last && !begins(first) && words[first]?.optional) first++;
    while (last > first && !begins(last) && words[last]?.optional) last++;
    const before = words.slice(0, first).findLastIndex(({ optional }) => !optional);
    const starts = begins(first) || words[before]?.line !== words[first]?.line;
    return starts && begins(last);
  };
  for (let [start, end] = [from, to]; ; start--, end--) {
    if (isWhole(start, end)) return true;
    if (start === 0 || words[start - 1]?.text !== words[end - 1]?.text) break;
  }
  for (let [start, end] = [from, to]; words[start]?.text === words[end]?.text && end < words.length; ) {
    if (isWhole(++start, ++end)) return true;
  }
  return false;
}

function between(words: readonly Word[], [from, to]: Gap["issued"], text: string): string {
  return text.slice(words[from]?.from, words[to - 1]?.to);
}

/** The words that a text may have at another place: whole issued lines, addresses, and the words around a release on its page. */
function phrasesOf(issued: readonly Word[], furniture: Furniture): ReadonlyMap<string, Furniture> {
  const lines = [...grouped(issued, ({ line }) => [line]).values()];
  const whole = lines.map((line) => line.map(({ text }) => text));
  const unlabelled = whole.flatMap((line) => withoutLabel(line, furniture));
  const single = issued.filter(({ optional }) => optional).map(({ text }) => [text]);
  return byFirst([...whole, ...lines.map(saidOf), ...unlabelled, ...single, ...furniture]);
}

/** A line of a contact without its label, which its page does not say everywhere: “Phone”. */
function withoutLabel(line: readonly string[], furniture: Furniture): readonly string[][] {
  return furniture
    .filter((label) => label.length > 0 && label.length < line.length)
    .filter((label) => label.every((part, index) => part === line[index]))
    .map((label) => line.slice(label.length));
}

const byFirst = (all: Furniture): ReadonlyMap<string, Furniture> => grouped(all, ([first = ""]) => [first]);

/** The most words that stand for a slot of an interface word: “1800 × 1200”, “in 3 hr.”. */
const MOST = 6;

/** Returns the words of a gap that are no such phrases. */
function strangeIn(own: readonly Word[], [from, to]: Gap["own"], phrases: ReadonlyMap<string, Furniture>): number[] {
  const ends = (phrase: readonly string[], at: number, index = 0): number[] => {
    if (index === phrase.length) return [at];
    if (phrase[index] === "*")
      return Array.from({ length: MOST + 1 }, (_, more) => at + more)
        .filter((next) => next <= to)
        .flatMap((next) => ends(phrase, next, index + 1));
    const word = own[at]?.text ?? "";
    const isSame = phrase[index] === NUMBER ? isNumber(word) : word === phrase[index];
    return at < to && isSame ? ends(phrase, at + 1, index + 1) : [];
  };
  // Where a row of phrases can end, and what it left over on its way: the least counts.
  const best: (readonly number[] | undefined)[] = [[]];
  for (let at = from; at < to; at++) {
    const so = best[at - from] ?? [];
    const offer = (end: number, strange: readonly number[]) => {
      const known = best[end - from];
      if (known === undefined || strange.length < known.length) best[end - from] = strange;
    };
    offer(at + 1, [...so, at]);
    for (const phrase of [own[at]?.text ?? "", "*", NUMBER].flatMap((first) => phrases.get(first) ?? []))
      for (const end of ends(phrase, at)) offer(end, so);
  }
  return [...(best[to - from] ?? [])];
}
