/**
 * The search page. Pagefind and its index are loaded when the search is first used; the question stands in the address,
 * so that it can be sent to somebody, and is there again after a result was opened.
 */
import type { Counts, Question, Result } from "./search-index.ts";

type Answers = typeof import("./answers.ts");

declare const WORDS: Readonly<Record<"none" | "wait" | "failed" | "counted", string>>;
/** “{count} releases found” in each plural form. */
declare const COUNTED: Readonly<Record<string, string>>;

const STEP = 10;
/** A little more than a hand needs for the next letter. */
const PAUSE_MS = 150;

const find = <T extends Element>(name: string) => document.querySelector(name) as T;
const form = find<HTMLFormElement>("form[role=search]");
const input = find<HTMLInputElement>("#query");
const narrow = find<HTMLDetailsElement>("form details");
const selects = [...form.querySelectorAll("select")];
const filters = selects.filter(({ name }) => name !== "sort");
const status = find<HTMLElement>(".found");
const list = find<HTMLElement>(".results");
const further = find<HTMLButtonElement>(".further");
const lists = find<HTMLElement>("#lists");
const pattern = find<HTMLTemplateElement>(".search template").content;
const volumes = form.dataset.volumes?.split(" ") ?? [];
const { lang } = document.documentElement;
const number = new Intl.NumberFormat(lang);
const { compare } = new Intl.Collator(lang);
const isWide = matchMedia("(width >= 64em)");

/** A value of a filter is what stands in an address for it, a space, and its name. */
const idOf = (value: string) => value.slice(0, value.indexOf(" "));
const nameOf = (value: string) => value.slice(value.indexOf(" ") + 1);

let opened: ReturnType<typeof open> | undefined;
async function open() {
  const { Index, ...answers }: Answers = await import(form.dataset.answers ?? "");
  return { ...answers, index: await Index.open(volumes) };
}

/** Loads the index, again where that failed. */
function load(): ReturnType<typeof open> {
  opened ??= open();
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}

/** Offers the values of a filter with their counts; those without a result only where they are chosen. */
function offer(select: HTMLSelectElement, counts: Readonly<Record<string, number>> = {}): void {
  const chosen = select.value;
  const values = Object.keys(counts).filter((value) => counts[value] || idOf(value) === chosen);
  if (select.name === "sdg") values.sort((a, b) => Number(idOf(a)) - Number(idOf(b)));
  else values.sort((a, b) => compare(nameOf(a), nameOf(b)));
  if (select.name === "year") values.reverse();
  const kept = [...select.options].filter(({ value }) => value === "" || (value === chosen && values.length === 0));
  const options = values.map(
    (value) =>
      new Option(nameOf(value) + WORDS.counted.replace("{text}", number.format(counts[value] ?? 0)), idOf(value)),
  );
  select.replaceChildren(...kept, ...options);
  select.value = chosen;
}

function questionOf(state: URLSearchParams): Question {
  return {
    words: (state.get("q") ?? "").trim(),
    chosen: Object.fromEntries([...state].filter(([name]) => name !== "q" && name !== "sort")),
    order: (state.get("sort") ?? "best") as Question["order"],
  };
}

let asked = 0;
let found: readonly Result[] = [];

/** Adds results to those that are shown, unless something else has been asked meanwhile. */
async function show(count: number): Promise<void> {
  const now = asked;
  const next = found.slice(list.children.length, list.children.length + count);
  const { entryOf } = await load();
  const entries = await Promise.all(next.map((result) => entryOf(result, pattern)));
  if (now !== asked) return;
  list.append(...entries);
  further.hidden = list.children.length >= found.length;
}

function say(count: number): void {
  const form = new Intl.PluralRules(lang).select(count);
  const words = COUNTED[form] ?? COUNTED.other ?? "";
  status.textContent = count === 0 ? WORDS.none : words.replace("{count}", number.format(count));
}

/** Asks what the form says, and writes it into the address. */
async function ask(count = STEP): Promise<void> {
  const now = ++asked;
  const given = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
  const state = new URLSearchParams(given.filter(([, value]) => value));
  history.replaceState(history.state, "", `${state}` ? `?${state}` : location.pathname);
  const question = questionOf(state);
  const isEmpty = question.words === "" && Object.keys(question.chosen).length === 0;
  try {
    if (isEmpty) {
      const counts: Counts = narrow.open ? await (await load()).index.counts() : {};
      if (now !== asked) return;
      for (const select of filters) offer(select, counts[select.name]);
      found = [];
      list.replaceChildren();
      status.textContent = "";
    } else {
      // Where there is room, what narrows is at hand from the first answer on.
      if (!list.hasChildNodes() && isWide.matches) narrow.open = true;
      if (!opened) status.textContent = WORDS.wait;
      const { index, suggest } = await load();
      const answer = await index.answer(question, narrow.open);
      if (now !== asked) return;
      for (const select of filters) {
        // Of the one filter that is chosen, the other values can be counted; of several, they cannot.
        const isOnly = select.value !== "" && Object.keys(question.chosen).length === 1;
        offer(select, (isOnly ? answer.totalFilters : answer.filters)[select.name]);
      }
      found = answer.results;
      list.replaceChildren();
      await show(count);
      // Said when the results are there to be read.
      if (now === asked) say(found.length);
      if (now === asked && !answer.isExact) suggest(question.words, volumes, index, list, status).catch(() => {});
    }
  } catch {
    if (now !== asked) return;
    found = [];
    list.replaceChildren();
    status.textContent = WORDS.failed;
  }
  if (now !== asked) return;
  lists.hidden = found.length > 0;
  further.hidden = list.children.length >= found.length;
}

let pause: ReturnType<typeof setTimeout> | undefined;
/** What is asked for at once leaves nothing waiting. */
function askNow(): void {
  clearTimeout(pause);
  ask();
}

input.addEventListener("focus", () => load().catch(() => {}));
input.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(ask, PAUSE_MS);
});
input.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !input.value) return;
  event.preventDefault();
  input.value = "";
  askNow();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  askNow();
});
form.addEventListener("change", ({ target }) => target !== input && askNow());
form.addEventListener("reset", () => setTimeout(askNow));
find("form summary").addEventListener("click", () => setTimeout(askNow));
further.addEventListener("click", async () => {
  const first = list.children.length;
  await show(STEP);
  list.children[first]?.querySelector("a")?.focus();
});

// Who comes back from a result finds all as it was, even where the browser did not keep the page.
addEventListener("pagehide", () => history.replaceState({ shown: list.children.length, y: scrollY }, ""));
const state = new URLSearchParams(location.search);
input.value = state.get("q") ?? "";
for (const select of selects) {
  const value = state.get(select.name);
  if (!value) continue;
  if (select.name !== "sort") select.add(new Option(value, value));
  select.value = value;
}
if (`${state}`) {
  const { shown = STEP, y = 0 } = (history.state ?? {}) as { shown?: number; y?: number };
  ask(Math.max(shown, STEP)).then(() => y > 0 && scrollTo(0, y));
}
