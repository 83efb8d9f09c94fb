import { short, type VisibleMark } from "./visible.ts";

/** What mail and chat programs have in what is copied from them. */
export const mailMarks: readonly VisibleMark[] = [
  {
    // Mails as they are sent.
    pattern:
      /(?<=^|\n)[ \ue000]{0,6}(?:(?:MIME-Version|Content-(?:Type|Transfer-Encoding|Disposition|ID)|X-[A-Z][\w-]{2,40}|Message-ID|Return-Path|Received|DKIM-Signature):[^\n]{1,300}|-{2,40}=?_?(?:Part|NextPart|Boundary|boundary|000)[\w.=+-]{3,100}|--[\da-f]{20,80}(?:--)?)(?=\n|$)/g,
    message: ([found]) => `“${short(found)}” belongs to how a mail is sent: readers see it as it stands here.`,
    fix: () => "Open the mail in a mail program, and copy its words from there.",
  },
  {
    pattern:
      /(?<=^|\n)[ >\ue000]{0,6}(?:From|Von|De|От|Ад|From|发件人|من)\s?[:：] [^\n]{1,300}\n(?:[^\n]{1,300}\n){0,3}[ >\ue000]{0,6}(?:Sent|Date|To|Subject|Gesendet|An|Envoyé|À|Objet|Enviado|Para|Asunto|Отправлено|Дата|Кому|Тема|发送时间|收件人|主题)\s?[:：] /g,
    message: () => "The head of a mail stands in the text, where readers see it.",
    fix: () => "Delete its lines, and keep the words below.",
  },
  {
    // What mail programs write above a mail that is answered or sent on, and below one.
    pattern:
      /(?<=^|\n)[ >\ue000]{0,6}(?:-{3,}[ ]?(?:Original Message|Forwarded message|Message d.origine|Message transféré|Ursprüngliche Nachricht|Weitergeleitete Nachricht|Mensaje original|Исходное сообщение|Пересылаемое сообщение|原始邮件|الرسالة الأصلية)[ ]?-{3,}|--[ \ue000]?(?=\n\S)|(?:On|Le|Am|El|Em|Il) [^\n]{5,200}(?:wrote|a écrit|schrieb|escribió|escreveu|ha scritto) ?:(?=\n|$)|Am [^\n]{0,80}\d[^\n]{0,80} schrieb [^\n]{1,80}:(?=\n|$)|[^\n]{5,200} (?:пишет|писал\(?а?\)?|написала?|写道) ?[:：](?=\n|$)|(?:Sent from my (?:iPhone|iPad|Samsung|Android|mobile)|Get Outlook for|Envoyé de mon i|Von meinem iPhone|Gesendet von |Enviado desde mi |Отправлено с i)[^\n]{0,60})/g,
    message: ([found]) => `“${short(found)}” was written by a mail program: readers see it as it stands here.`,
    fix: () => "Delete it, and keep the words of the text.",
  },
  {
    // Chats as WhatsApp and Telegram copy them.
    pattern:
      /(?<=^|\n)[ \ue000]{0,6}(?:\u200e?\[\d{1,4}[./:-]\d{1,2}[^\]\n]{0,24}\d\d?(?:\s?[AP]M)?[^\]\n]{0,14}\] ?[^:\n]{1,60}:|\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d{2}(?::\d\d)?(?:\s?[AP]M)? [-–] [^:\n]{1,60}:) /gi,
    message: ([found]) => `“${short(found)}” was written by a chat program: readers see it as it stands here.`,
    fix: () => "Delete it, and keep the words behind it.",
  },
  {
    // Pictures that a mail had.
    pattern:
      /\[(?:image|cid|bild|imagen|изображение|图片): ?[^\]\n]{1,200}\]|<image\d{3}\.[a-z]{3,4}>|\bcid:[\w.-]{3,60}@[\w.-]{3,60}/gi,
    message: ([found]) => `“${short(found)}” stands where a mail had a picture: readers see it as it stands here.`,
    fix: () => "Delete it, or put the picture beside the release and name it: ![What can be seen](opening.jpg)",
  },
  {
    // Links as Outlook writes them in plain text.
    pattern:
      /(?<=[\p{L}\p{N}\p{Pe}"”])\ue000{1,8}(?:(?:https?:\/\/|mailto:)[^\s\ue000]{3,500}|[^\s@\ue000]{1,80}@[^\s\ue000]{3,100})\ue000/giu,
    needs: "\ue000",
    message: ([found]) => `“${short(found)}” is an address that a mail program put behind the words: readers see both.`,
    fix: ([found]) => {
      const address = found.replaceAll("\ue000", "");
      return `Write: [the words](${/^(?:https?|mailto):/i.test(address) ? "" : "mailto:"}${address}), or the address alone.`;
    },
  },
  {
    pattern: /(?:=[\dA-F]{2}){2,20}|=(?:20|3D|A0)(?=\s|$|")/g,
    message: ([found]) => `“${short(found)}” stands where a mail had letters: the text was not decoded.`,
    fix: () => "Open the mail in a mail program, and copy its words from there.",
  },
];
