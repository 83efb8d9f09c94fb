import { short, type VisibleMark } from "./visible.ts";

const ADDRESS = String.raw`<?(?:https?:\/\/|www\.|mailto:|\.?\/)[^\s()<>]{1,500}>?`;
const FILE = String.raw`[^\s()<>[\]]{1,100}(?: [^\s()<>[\]]{1,60}){0,8}\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|csv|zip|jpe?g|png|gif|webp|mp[34])`;
const PHONE = /^\s*\+?(?:[ ().-]?\d){6,15}\s*$/;
const whole = (address: string) => (/^www\./i.test(address) ? `https://${address}` : address);

/** Links, pictures and footnotes that are none. */
export const visibleLinks: readonly VisibleMark[] = [
  {
    pattern: new RegExp(String.raw`(!?)\[([^[\]\n]{1,300})\][ \t\n]{1,5}\(\s{0,5}(${ADDRESS}|${FILE})\s{0,5}\)`, "gi"),
    severity: "error",
    message: ([found]) =>
      `“${short(found)}” is no ${found.startsWith("!") ? "picture" : "link"}, because a space stands between its brackets.`,
    fix: ([, mark, words, address = ""]) => `Write: ${mark}[${words}](${whole(address)})`,
  },
  {
    pattern: new RegExp(String.raw`\(([^()[\]\n]{1,200})\) ?\[(${ADDRESS}|${FILE})\]`, "gi"),
    severity: "error",
    message: ([found]) => `“${short(found)}” is no link, because its brackets are the wrong way round.`,
    fix: ([, words, address = ""]) => `Write: [${words}](${whole(address)})`,
  },
  {
    pattern:
      /([［【[])([^[\]【】［］\n]{1,200})([\]】］])\s?（\s{0,5}((?:https?:\/\/|www\.)[^\s（）()]{1,500})\s{0,5}[）)]/gi,
    severity: "error",
    message: ([found]) => `“${short(found)}” is no link, because its brackets are those of Chinese texts.`,
    fix: ([, , words, , address = ""]) => `Write: [${words}](${whole(address)})`,
  },
  {
    pattern: /(!?)\[([^[\]\n]{0,300})\]\(([^()\n]{0,500})(\)?)/g,
    severity: "error",
    // Words in both brackets are an editor's remark: [sic](as he said).
    is: ([, mark, , address = ""]) => mark === "!" || /[/:.@#\\<]|^$/.test(address) || PHONE.test(address),
    message: ([found]) =>
      `“${short(found)}” is no ${found.startsWith("!") ? "picture" : "link"}: readers see its brackets.`,
    fix: ([, mark, words, address = "", end]) =>
      end === ""
        ? `Close it with a bracket: ${mark}[${words}](${address.trim().split(/\s/)[0]})`
        : /^(?:javascript|vbscript|data):/i.test(address)
          ? "Delete the address: it is a program."
          : PHONE.test(address)
            ? `Write: [${words}](tel:${address.replace(/[^\d+]/g, "")})`
            : `Write the whole address: ${mark}[${words}](${mark === "!" ? "opening.jpg" : "https://…"})`,
  },
  {
    pattern: /!\[[^[\]\n]{0,300}\](?![ \t]{0,5}\()|!\[\[[^[\]\n]{1,300}\]\]/g,
    severity: "error",
    message: ([found]) => `“${short(found)}” is no picture: readers see its brackets.`,
    fix: ([found]) =>
      `Write the picture's file in round brackets behind it: ![${/[^![\]]+/.exec(found)?.[0] ?? "What can be seen"}](opening.jpg)`,
  },
  {
    pattern: /(?<![\]!])\[([^[\]\n^]{1,200})\] ?\[([^[\]\n^]{1,100})\]/g,
    is: ([, words = "", name = ""]) => !/^\d+$/.test(words) && /^[\w -]+$/.test(name),
    message: ([, , name]) => `There is no line [${name}]: with an address in this text, so readers see the brackets.`,
    fix: ([, words]) => `Write the address behind the words: [${words}](https://…)`,
  },
  {
    pattern: /(?<=^|\n)[ \ue000]{0,6}\[([^[\]\n^]{1,100})\]:[ \t]{0,5}([^\n]{1,200})/g,
    is: ([, name = "", words = ""]) => /^\d+$/.test(name) || /https?:|www\./i.test(words),
    message: ([found]) => `“${short(found)}” is neither an address nor a note: readers see it as it stands here.`,
    fix: ([, name, words = ""]) =>
      `For a footnote write [^${name}]: ${short(words)} and, behind the word that it belongs to, [^${name}]`,
  },
  {
    pattern: /\[\^([^\]\s]{1,60})\](:?)/g,
    kind: ([, name, colon]) => `${name}${colon}`,
    message: ([, name, colon]) =>
      colon
        ? `Nothing in the text refers to the note [^${name}], or it is there twice.`
        : `There is no note [^${name}] below this text, so readers see its mark.`,
    fix: ([, name, colon]) =>
      colon
        ? `Write [^${name}] behind the word that it belongs to; of two notes, give one another number.`
        : `Write below the text: [^${name}]: The words of the note. Or delete the mark.`,
  },
  {
    pattern: /\^\[([^\]\n]{1,500})\]/g,
    message: () => "This is no footnote: readers see it as it stands here.",
    fix: ([, words = ""]) => `Write [^1] here, and below the text: [^1]: ${short(words)}`,
  },
  {
    pattern: /<(?:https?:\/\/|mailto:)[^<>\n]{0,300}\s[^<>\n]{0,300}>/g,
    message: ([found]) => `“${short(found)}” is no link, because there is a space in the address.`,
    fix: ([found]) => `Write %20 in place of the space: ${found.replace(/ +(?=>)/g, "").replaceAll(" ", "%20")}`,
  },
  {
    pattern: /(?<![\]!])\[([^[\]\n^]{3,200})\][ \t]{0,5}[:：–-]?[ \t]{0,5}(?=((?:https?:\/\/|www\.)[^\s<>]{4,500}))/g,
    is: ([, words = ""]) => /\p{L}/u.test(words),
    message: ([, words = ""]) => `“[${short(words)}]” is no link: readers see its brackets.`,
    fix: ([, words, address = ""]) => `Write: [${words}](${whole(address.replace(/[.,;:!?)]+$/, ""))})`,
  },
  {
    pattern: /\[\[[^[\]\n]{1,200}\]\]/g,
    message: ([found]) => `“${short(found)}” is no link here: readers see its brackets.`,
    fix: ([found]) => `Write: [${found.slice(2, -2).split("|").at(-1)}](https://…)`,
  },
  {
    pattern: /\][ \t]?\((?:https?:\/\/|www\.|mailto:)[^\s()]{1,500}\)?/g,
    severity: "error",
    message: ([found]) => `“${short(found)}” is no link: readers see its brackets.`,
    fix: ([found]) =>
      `Write the words without brackets or another link in them: [words](${whole(found.replace(/^\][ \t]?\(|\)$/g, ""))})`,
  },
];
