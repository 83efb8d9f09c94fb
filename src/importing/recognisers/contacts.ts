import { inAllLanguages } from "../../model/localized.ts";
import type { Draft, Recognise } from "../draft.ts";
import type { Block } from "../incoming.ts";
import { type Countries, countriesOf, hasWay, isContactHeading, mayBeName } from "../wording/contact-lines.ts";
import { INVITES, isOffice, isPerson, type Person, partsOf, peopleIn, peopleInSentences } from "../wording/people.ts";

/** A person or office that a journalist can reach, as the text gives it. */
export interface FoundContact extends Person {
  /** The contact's file in contacts/, where it is a known one. */
  readonly id?: string;
  /** Whether it stands in a part of its own at the end, and not in the middle of a sentence of the text. */
  readonly isBlock: boolean;
}

/** Blocks that belong together, and whom they name. */
interface Region {
  readonly blocks: readonly Block[];
  readonly people: readonly Person[];
  readonly isBlock: boolean;
}

/** Blocks at the end among which a paragraph may say whom to call without a heading over it. */
const LAST = 6;
const LONGEST = 700;
const LONGEST_LINE = 110;

/** Whom to call: addresses and numbers that the text invites to use, with the names beside them; each person once. */
export const contacts: Recognise = (draft, { terms, site }) => {
  const regions = regionsOf(draft.blocks, countriesOf(draft.words(), site.country));
  const found: FoundContact[] = [];
  for (const { people, isBlock } of regions) {
    for (const person of people) {
      const at = found.findIndex((other) => isSame(other, person));
      const same = found[at];
      if (same) found.splice(at, 1, { ...person, ...same, ...(isBlock ? { isBlock } : {}) });
      else found.push({ ...person, isBlock });
    }
  }
  const known = found.map((contact): FoundContact => ({ ...idOf(contact, terms.contacts), ...contact }));
  // Of a link that writes to an address only its line gives it.
  const lines = regions.flatMap(({ blocks }) => blocks.flatMap(({ text, lines: own = [text] }) => own));
  for (const contact of known)
    draft.found(
      "contacts",
      contact,
      near(lines.join("\n"), contact),
      contact.id || contact.isBlock ? "certain" : "likely",
    );
  for (const region of regions)
    if (region.isBlock && region.people.length > 0) takeOut(draft, region, known, terms.contacts);
};

/** The numbers of a contact's file, as they are dialled. */
const dialled = (contact: { readonly phone?: string | undefined; readonly mobile?: string | undefined } = {}) =>
  [contact.phone, contact.mobile].map((number) => number?.replace(/[^\d+]/g, ""));

type Contacts = Parameters<Recognise>[1]["terms"]["contacts"];

function idOf({ email, phone, mobile }: Person, terms: Contacts): { id?: string } {
  const numbers = [phone, mobile].filter((number) => number !== undefined);
  const id = [...terms].find(
    ([, contact]) =>
      (email !== undefined && contact.email?.toLowerCase() === email) ||
      dialled(contact).some((number) => number && numbers.includes(number)),
  )?.[0];
  return id ? { id } : {};
}

function isSame(one: Person, other: Person): boolean {
  const numbers = ({ phone, mobile, others = [] }: Person) => [phone, mobile, ...others].filter(Boolean);
  if (one.email && other.email) return one.email === other.email;
  return (
    (one.name !== undefined && one.name === other.name) ||
    numbers(one).some((number) => numbers(other).includes(number))
  );
}

/** Whether a contact's file gives the person whom a text names, and all ways to reach somebody that it gives. */
function hasAll(contact: ReturnType<Contacts["get"]>, { name, email, phone, mobile, others = [] }: Person): boolean {
  const numbers = dialled(contact);
  return (
    (name === undefined || isOffice(name) || inAllLanguages(contact?.name).includes(name)) &&
    (email === undefined || contact?.email?.toLowerCase() === email) &&
    [phone, mobile, ...others].every((number) => number === undefined || numbers.includes(number))
  );
}

/** The words around a contact, to tell it by. */
function near(text: string, { email, phone }: Person): string {
  const at = Math.max(0, email ? text.toLowerCase().indexOf(email) : text.indexOf(phone?.slice(-4) ?? ""));
  const start = at > 100 ? text.slice(0, at - 100).search(/\S*$/) : 0;
  return text.slice(start, at + 80);
}

/** The parts of a text that name contacts: what stands under a heading, short lines at the end, and sentences anywhere. */
function regionsOf(blocks: readonly Block[], countries: Countries): Region[] {
  const regions: Region[] = [];
  let isUnderHeading = false;
  let open: Block[] = [];
  const close = () => {
    const lines = open.flatMap(({ text, lines = [text] }) => lines);
    if (open.length > 0) regions.push({ blocks: open, people: peopleIn(lines, countries), isBlock: true });
    open = [];
  };
  for (const [index, block] of blocks.entries()) {
    if (block.kind === "picture" || block.kind === "code") continue;
    const { text, lines = [text] } = block;
    const isHeading = isContactHeading(lines[0] ?? text);
    const isLast = index >= blocks.length - LAST;
    if (block.kind === "heading" || isHeading) {
      close();
      isUnderHeading = isHeading;
    } else if (text.length > LONGEST) isUnderHeading = false;
    const has = lines.some((line) => hasWay(line, countries));
    const areShort = lines.flatMap((line) => partsOf(line, countries)).every(({ length }) => length <= LONGEST_LINE);
    const isShort = areShort && !isSentence(withoutHeading(block));
    if (
      isShort &&
      (isUnderHeading ||
        (isLast && (open.length > 0 ? has || mayBeName(capital(text)) : startsLines(blocks, index, countries))))
    ) {
      open.push(block);
      continue;
    }
    close();
    const isBlock = isUnderHeading || (isLast && INVITES.test(text) && text.length < LONGEST);
    const { kind, markdown = "", text: above } = blocks[index - 1] ?? {};
    // "Learn More" is a heading and nobody's name.
    const named = kind === "paragraph" && !markdown.startsWith("**") ? above : undefined;
    const people = has ? peopleInSentences(lines.join(" "), isBlock, countries, named) : [];
    if (people.length > 0) regions.push({ blocks: [block], people, isBlock });
  }
  close();
  return regions;
}

/** A role is often written in small letters: `пресс-секретарь`. */
const capital = (line: string) => line.charAt(0).toUpperCase() + line.slice(1);

/** The words of a block below its first line, where that is a heading: `For more information, please contact:` */
function withoutHeading({ text, lines: [first = "", ...others] = [] }: Block): string {
  return others.length > 0 && isContactHeading(first) && /[:：]$/.test(first) ? others.join(" ") : text;
}

/** A sentence asks to write or call; lines only name. */
function isSentence(text: string): boolean {
  return (
    /(?:\b(?:please|reach|you can|write to|can be|visit|learn more|contact (?:the |us|him|her|them|\p{Lu})|contactez|écrivez|escriba)\b|обращ|пиш|звон|звярта|звертай|يرجى|نرجو)/iu.test(
      text,
    ) ||
    (/[.!?。]$/.test(text) && text.split(/\s+/).length > 12)
  );
}

/** Whether lines of contacts begin here though no heading says so: a name with an address or number, beside it or below. */
function startsLines(blocks: readonly Block[], index: number, countries: Countries): boolean {
  const lines = blocks.slice(index, index + 5).flatMap(({ text, lines: own = [text] }) => own);
  const [first = ""] = lines;
  if (hasWay(first, countries))
    return peopleIn([first], countries).some(({ name }) => name !== undefined) || INVITES.test(first);
  return (
    isPerson(capital(first).split(/\s*[|,–—]\s/)[0] ?? "") &&
    lines.slice(1, 5).some((line) => line.length <= LONGEST_LINE && hasWay(line, countries) && !isSentence(line))
  );
}

/** How a paragraph begins that says nothing but how to reach somebody. */
const BEGINS =
  /^(?:(?:for|to) (?:more|further|additional|media|press)\b|(?:media|press) (?:contacts?|enquiries|inquiries|office)|contacts?\b|e-?mail|tel|for interviews|за дополнительной|по вопросам|контакт|для получения|па дадатковую|кантакт|pour (?:plus|toute|de plus)|contact|para (?:más|mayor)|contacto|للمزيد|للاتصال|联系|如需)/iu;

const STAYED = "Whom to call stayed in the text:";

/** Removes a part that gives only known contacts, because the page shows them; of any other the report says that it stayed. */
function takeOut(draft: Draft, { blocks, people }: Region, found: readonly FoundContact[], terms: Contacts): void {
  const [first] = blocks;
  const text = blocks.map((block) => block.text).join(" ");
  const isKnown = (person: Person) =>
    found.some(({ id, ...contact }) => id && isSame(contact, person) && hasAll(terms.get(id), person));
  const strangers = people.filter((person) => !isKnown(person));
  if (strangers.length > 0) {
    draft.look(
      `${STAYED} not all of them are in contacts/. Write a file there for each, name it in the field “contacts”, and delete the words.`,
      text,
    );
    return;
  }
  const isOnlyThem =
    blocks.length > 1 ||
    isContactHeading(text) ||
    isContactHeading(first?.lines?.[0] ?? "") ||
    (text.length <= 260 && BEGINS.test(text));
  const isLast = first !== undefined && draft.blocks.indexOf(first) >= draft.blocks.length - blocks.length - 4;
  if (!isOnlyThem || !isLast) {
    draft.look(`${STAYED} the words say more than that. The page shows the contacts by itself.`, text);
    return;
  }
  const above = draft.blocks[draft.blocks.indexOf(first) - 1];
  for (const block of blocks) draft.drop(block, "How to reach the contacts: the page shows it, from contacts/.");
  if (above && above.text.length < 40 && isContactHeading(above.text))
    draft.drop(above, "The heading over the contacts.");
}
