/**
 * The script of every page: conveniences for a journalist. Nothing waits for it and nothing is missing without it; the
 * buttons it adds are not there when it is not. Its words are those of the page's language, put in when it is made.
 */
declare const WORDS: Readonly<
  Record<
    "quote" | "figure" | "cite" | "link" | "mail" | "done" | "open" | "opens" | "comma" | "before" | "after",
    string
  >
>;
const { lang } = document.documentElement;
const address = document.querySelector<HTMLLinkElement>("link[rel=canonical]")?.href ?? location.href;

const share = document.querySelector(".share");
if (share) {
  const mail = document.createElement("a");
  mail.href = `mailto:?subject=${encodeURIComponent(textOf(document.querySelector("h1")))}&body=${encodeURIComponent(address)}`;
  mail.textContent = WORDS.mail;
  share.append(mail);
}

const status = document.createElement("p");
status.className = "sr";
status.role = "status";
document.body.append(status);

function textOf(element: Element | null): string {
  const copy = element?.cloneNode(true) as Element | undefined;
  for (const button of copy?.querySelectorAll("button") ?? []) button.remove();
  return (copy?.textContent ?? "").replace(/\s+/g, " ").trim();
}

/** `shown`: fewer words for a small place; who cannot see the place hears the whole label. */
function addCopy(to: Element, label: string, text: () => string, shown = WORDS.cite): void {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = shown;
  if (shown !== label) button.setAttribute("aria-label", label);
  button.onclick = async () => {
    await navigator.clipboard.writeText(text());
    say(button);
  };
  to.append(button);
}

/** Says for two seconds, in a place and to those who hear the page, that something was copied. */
function say(place: Element): void {
  const { textContent } = place;
  status.textContent = place.textContent = WORDS.done;
  setTimeout(() => {
    place.textContent = textContent;
    status.textContent = "";
  }, 2000);
}

if (navigator.clipboard) {
  const office = [...document.querySelectorAll(".header .names > *")].map(textOf).join(WORDS.comma);
  for (const figure of document.querySelectorAll("figure.quote")) {
    const caption = figure.querySelector("figcaption");
    if (!caption) continue;
    const quote = () => [...figure.querySelectorAll("blockquote p")].map(textOf).join("\n\n");
    // From the name on: the verb before it belongs to the page.
    const said = textOf(caption);
    const name = textOf(caption.querySelector("span"));
    const speaker = said.slice(Math.max(0, said.indexOf(name)));
    addCopy(figure, WORDS.quote, () =>
      [
        WORDS.before + quote() + WORDS.after,
        `— ${speaker}`,
        office,
        figure.querySelector("blockquote")?.cite || address,
      ].join("\n"),
    );
  }
  for (const figure of document.querySelectorAll(".release .figures li")) {
    const source = textOf(figure.querySelector("small"));
    const words = textOf(figure);
    const lines = [words.slice(0, words.length - source.length).trim(), source, address];
    addCopy(figure, WORDS.figure, () => lines.filter(Boolean).join("\n"));
  }
  const cite = document.querySelector(".cite");
  if (cite) addCopy(cite, WORDS.cite, () => textOf(cite.querySelector("p")));
  if (share) addCopy(share, WORDS.link, () => address, WORDS.link);
  const text = document.querySelector<HTMLAnchorElement>(".acts .first");
  if (text && "ClipboardItem" in window) {
    text.role = "button";
    text.onclick = async (event) => {
      event.preventDefault();
      // Safari wants the promise itself, made while the click is handled.
      const plain = fetch(text.href).then(async (answer) => new Blob([await answer.text()], { type: "text/plain" }));
      try {
        await navigator.clipboard.write([new ClipboardItem({ "text/plain": plain })]);
        say(text.firstElementChild ?? text);
      } catch {
        location.href = text.href;
      }
    };
  }
}

const MINUTES_A_WEEK = 7 * 24 * 60;

/** The minute of the week (Monday 0:00 is 0) that it is in a time zone. */
function minuteOfWeek(timeZone: string): number {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const parts = Object.fromEntries(format.formatToParts(new Date()).map(({ type, value }) => [type, value]));
  const day = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].indexOf(parts.weekday ?? "");
  return (day * 24 + Number(parts.hour)) * 60 + Number(parts.minute);
}

const minutes = (time = "") => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

for (const hours of document.querySelectorAll<HTMLElement>("[data-hours]")) {
  const now = minuteOfWeek(hours.dataset.zone ?? "UTC");
  let wait = MINUTES_A_WEEK;
  for (const line of hours.dataset.hours?.split(";") ?? []) {
    const [, from, to, opens, closes] = /^(\d)-(\d) (.+)-(.+)$/.exec(line) ?? [];
    for (let day = Number(from); ; day = (day + 1) % 7) {
      const start = day * 24 * 60 + minutes(opens);
      const open = (minutes(closes) - minutes(opens) + 24 * 60) % (24 * 60) || 24 * 60;
      const since = (now - start + MINUTES_A_WEEK) % MINUTES_A_WEEK;
      wait = Math.min(wait, since < open ? 0 : MINUTES_A_WEEK - since);
      if (day === Number(to)) break;
    }
  }
  const relative = new Intl.RelativeTimeFormat(lang, { style: "short" });
  const opensIn =
    wait < 60
      ? relative.format(wait, "minute")
      : wait < 48 * 60
        ? relative.format(Math.round(wait / 60), "hour")
        : relative.format(Math.round(wait / 60 / 24), "day");
  const note = document.createElement("b");
  // A number stays beside its unit.
  note.textContent = wait === 0 ? WORDS.open : WORDS.opens.replace("{when}", opensIn.replace(/(\d) /, "$1\u00a0"));
  note.className = wait === 0 ? "open" : "";
  hours.append(note);
}
