import type { Page } from "playwright-core";

/** How far a page can be scrolled sideways, in CSS pixels. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
}

/**
 * What is wrong with where the words of a page stand, as a reader sees it: a page that scrolls sideways, words that leave
 * the window or the box they are in, words that are cut off, and words over other words.
 */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(${faultsOfLayout})()`);
}

/** Runs in the browser. */
const faultsOfLayout = `() => {
  const faults = [];
  const { scrollWidth } = document.documentElement;
  if (scrollWidth > innerWidth) faults.push("scrolls sideways by " + (scrollWidth - innerWidth) + " px");
  const name = (element) => element.tagName.toLowerCase() + [...element.classList].map((one) => "." + one).join("");
  const styles = new Map();
  const styleOf = (element) => styles.get(element) ?? styles.set(element, getComputedStyle(element)).get(element);
  const isApart = (element) => /absolute|fixed|sticky/.test(styleOf(element).position);
  const isScrolled = (element) => /auto|scroll/.test(styleOf(element).overflowX);
  // An excerpt may be cut after some lines, with a mark that it is.
  const isClamped = (element) => styleOf(element).webkitLineClamp !== "none";
  const seen = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || /^(?:SCRIPT|STYLE|TEMPLATE|OPTION)$/.test(parent.tagName)) continue;
    if (!parent.checkVisibility() || parent.closest(".sr")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const path = [];
    for (let at = parent; at; at = at.parentElement) path.push(at);
    const layer = path.find(isApart) ?? document.body;
    const end = path.find(isClamped)?.getBoundingClientRect().bottom ?? Number.POSITIVE_INFINITY;
    for (const { left, right, top, bottom } of range.getClientRects()) {
      if (right - left < 1 || bottom > end + 1) continue;
      // The letters themselves, without the room that a font keeps over and under them.
      const room = (bottom - top) / 4;
      const box = { left, right, top: top + room, bottom: bottom - room };
      const say = (what) => faults.push(name(parent) + " " + what + ": " + node.data.trim().slice(0, 40));
      for (const at of path) {
        if (isScrolled(at)) break;
        if (at === document.body) {
          if (left < -1 || right > innerWidth + 1) say("leaves the window");
          break;
        }
        if (!/inline$|contents/.test(styleOf(at).display)) {
          const around = at.getBoundingClientRect();
          const leaves = left < around.left - 1 || right > around.right + 1;
          if (leaves || box.top < around.top - 1 || box.bottom > around.bottom + 1) {
            say("leaves " + name(at));
            break;
          }
        }
        if (isApart(at) && at.tagName !== "HEADER") break;
      }
      const over = seen.find(
        (other) =>
          other.node !== node &&
          other.layer === layer &&
          Math.min(other.box.right, box.right) - Math.max(other.box.left, box.left) > 1 &&
          Math.min(other.box.bottom, box.bottom) - Math.max(other.box.top, box.top) > 1,
      );
      if (over) say("stands over " + over.node.data.trim().slice(0, 40));
      seen.push({ node, layer, box });
    }
  }
  for (const element of document.querySelectorAll("body :not(input, select)")) {
    if (!element.checkVisibility() || element.closest(".sr") || isClamped(element)) continue;
    const { overflowX, overflowY } = styleOf(element);
    const isCut =
      (/hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
      (/hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1);
    if (isCut) faults.push(name(element) + " cuts off " + element.textContent.trim().slice(0, 40));
  }
  return [...new Set(faults)];
}`;
