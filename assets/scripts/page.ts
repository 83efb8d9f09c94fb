/**
 * The script of every page: conveniences for a journalist. Nothing waits for it and nothing is missing without it; the
 * buttons it adds are not there when it is not. Its words are those of the page's language, put in when it is made.
 */
declare const WORDS: Readonly<Record<"quote" | "figure" | "text" | "cite" | "done" | "open" | "opens", string>>;
const { lang } = document.documentElement;
const address = document.querySelector<HTMLLinkElement>("link[rel=canonical]")?.href ?? location.href;

const status = document.createElement("p");
status.className = "sr";
status.role = "status";
document.body.append(status);

function textOf(element: Element | null): string {
  const copy = element?.cloneNode(true) as Element | undefined;
  for (const button of copy?.querySelectorAll("button") ?? []) button.remove();
  return (copy?.textContent ?? "").replace(/\s+/g, " ").trim();
}

/** Paragraphs, list entries and headings of a part of the page, a blank line between them. */
function paragraphsOf(part: Element): string[] {
  return [...part.querySelectorAll("p,li,h2,h3,h4,td,th,pre,figcaption")]
    .filter((element) => !element.querySelector("p,li"))
    .map((element) => (element.tagName === "FIGCAPTION" ? "— " : "") + textOf(element));
}

/** `shown`: fewer words for a small place; who cannot see the place hears the whole label. */
function addCopy(to: Element, label: string, text: () => string, shown = label): void {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = shown;
  if (shown !== label) button.setAttribute("aria-label", label);
  button.onclick = async () => {
    await navigator.clipboard.writeText(text());
    status.textContent = button.textContent = WORDS.done;
    setTimeout(() => {
      button.textContent = shown;
      status.textContent = "";
    }, 2000);
  };
  to.append(button);
}

if (navigator.clipboard) {
  for (const figure of document.querySelectorAll("figure.quote")) {
    const caption = figure.querySelector("figcaption");
    const quote = () => [...figure.querySelectorAll("blockquote p")].map(textOf).join("\n\n");
    const from = () => figure.querySelector("blockquote")?.cite || address;
    addCopy(figure, WORDS.quote, () => `${quote()}\n— ${textOf(caption)}\n${from()}`);
  }
  for (const figure of document.querySelectorAll(".figures li"))
    addCopy(figure, WORDS.figure, () => `${textOf(figure)}\n${address}`, WORDS.cite);
  const cite = document.querySelector(".cite");
  if (cite) addCopy(cite, WORDS.cite, () => textOf(cite.querySelector("p")));
  const body = document.querySelector(".release > .prose");
  if (body) {
    addCopy(body, WORDS.text, () =>
      [...document.querySelectorAll("h1,.subtitle,.dateline")]
        .map(textOf)
        .concat(...[...document.querySelectorAll(".prose")].map(paragraphsOf), address)
        .join("\n\n"),
    );
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
  note.textContent = wait === 0 ? WORDS.open : WORDS.opens.replace("{when}", opensIn);
  hours.append(" · ", note);
}
