import { expect, test } from "vitest";
import { parseText } from "../../src/text/text.ts";
import { plainText } from "../../src/text/writers/plain-text.ts";

const written = (source: string, lang = "en") =>
  plainText(parseText(source, lang), { prefix: "", base: "https://press.example.org/en/" });

test("a paragraph is one line, with the spaces of its language where none may break", () => {
  const text = written(`${"mot ".repeat(40)}\n«\u00a0Oui\u00a0», 10\u202f400\u00a0mètres.\n\nFin.`, "fr");
  expect(text).toBe(`${"mot ".repeat(40)}«\u00a0Oui\u00a0», 10\u202f400\u00a0mètres.\n\nFin.`);
});

test("what is no paragraph reads as it does on the page", () => {
  const source = `## Heading

- one [link](/en/x/)
- two
  1. inner

> "We *will*," she said.
>
> Second.
>
> — Anna Kavalenka, Minister

| Town | Number |
| --- | --: |
| Minsk | 714 |

See <https://example.org/>, m<sup>2</sup>, 10<sup>6</sup>, H<sub>2</sub>O and 1<sup>st</sup>.[^1]

[^1]: Before 2025
    buses were counted.`;
  expect(written(source)).toBe(`Heading

- one link (https://press.example.org/en/x/)
- two
  1. inner

“We will,” she said.

Second.
— Anna Kavalenka, Minister

Town | Number
Minsk | 714

See https://example.org/, m², 10⁶, H₂O and 1st.[1]

[1] Before 2025 buses were counted.`);
});
