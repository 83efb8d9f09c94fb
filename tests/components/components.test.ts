import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { renderComponent } from "../support/component.ts";

describe("a component alone", () => {
  test("a card leads to its release and says kind, place and day", async () => {
    const card = {
      url: "/en/2017/centre/",
      title: { text: "A <new> centre" },
      type: "press-release",
      date: "2017-01-27",
      place: { text: "Smarhon" },
    };
    expect(await renderComponent("card", { lang: "en", card })).toMatchInlineSnapshot(`
      "<article class="card">
      <p class="tag">Press release</p>
      <h2><a href="/en/2017/centre/">A &lt;new&gt; centre</a></h2>
      <p class="when">Smarhon, <time datetime="2017-01-27">27 January 2017</time></p>
      <p class="more" aria-hidden="true">Read more</p>
      </article>"
    `);
  });

  test("a card of a release in another language is marked so", async () => {
    const card = {
      url: "/ar/2017/x/",
      title: { text: "مركز جديد", lang: "ar", dir: "rtl" },
      type: "statement",
      date: "2017-01-27",
    };
    expect(await renderComponent("card", { lang: "en", card, level: 3 })).toContain(
      '<h3><a href="/ar/2017/x/" lang="ar" dir="rtl" hreflang="ar">',
    );
  });

  test("a contact gives the number to read and the number to dial, and only what there is", async () => {
    const contact = {
      name: { text: "Press Office" },
      email: "press@example.org",
      phone: { dialled: "+375173274876", read: "+375 17 327 48 76" },
      vcard: "/en/press-office/press-office.vcf",
    };
    expect(await renderComponent("contact", { lang: "en", contact })).toMatchInlineSnapshot(`
      "<div class="contact">
      <h3>Press Office</h3>
      <ul>
      <li><a class="tel" href="tel:+375173274876"><bdi>+375 17 327 48 76</bdi></a></li>
      <li><a href="mailto:press@example.org"><bdi>press@example.org</bdi></a></li>
      </ul>
      <p class="card-file"><a href="/en/press-office/press-office.vcf" type="text/vcard">Save contact</a></p>
      </div>"
    `);
  });

  test("figures have their source", async () => {
    const figures = [{ value: "714", label: { text: "people helped" }, source: { text: "Border Committee" } }];
    expect(await renderComponent("figures", { lang: "en", figures })).toMatchInlineSnapshot(`
      "<ul class="figures">
      <li><b>714</b> people helped <small>Source: Border Committee</small></li>
      </ul>"
    `);
  });

  test("a breadcrumb ends with the page itself, without a link", async () => {
    const crumbs = [{ word: "nav.home", url: "/en/" }, { word: "type.speech" }];
    expect(await renderComponent("breadcrumb", { lang: "en", crumbs })).toMatchInlineSnapshot(`
      "<nav class="breadcrumb wide" aria-label="You are here">
      <ol>
      <li><a href="/en/">Home</a></li>
      <li><span aria-current="page">Speech</span></li>
      </ol>
      </nav>"
    `);
  });

  test("a notice says what became of a release and what took its place", async () => {
    const notice = {
      is: "withdrawn",
      date: "2018-02-01",
      reason: "The figures were wrong.",
      replacement: { url: "/en/2018/y/", title: { text: "Right figures" } },
    };
    const html = await renderComponent("notice", { lang: "en", notice });
    expect(html).toContain("Withdrawn");
    expect(html).toContain("1 February 2018");
    expect(html).toContain("The figures were wrong.");
    expect(html).toContain('<a href="/en/2018/y/">Right figures</a>');
  });

  test("a value that a template needs and does not get is an error, not an empty place", async () => {
    await expect(
      renderComponent("card", { lang: "en", card: { url: "/x/", title: {}, type: "speech", date: "2017-01-27" } }),
    ).rejects.toThrow();
  });
});

test("a component's file has its macro's name", () => {
  for (const file of readdirSync("templates/components")) expect(file).toMatch(/^[a-z][a-zA-Z]*\.njk$/);
});
