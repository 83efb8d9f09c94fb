import { describe, expect, test } from "vitest";
import { around, read } from "./reading.ts";

interface Quote {
  readonly speaker: string;
  readonly role?: string;
  readonly text: string;
}

describe("a quotation that is all of its paragraph becomes a block quote, word for word, without the full stop of its sentence:", () => {
  test.each([
    [
      "en",
      '"We need a different approach to our borders." - said Anna Kavalenka, UNDP Resident Representative.',
      "> We need a different approach to our borders.\n>\n> — said **Anna Kavalenka**, UNDP Resident Representative",
    ],
    [
      "en",
      "“We need a different approach to our borders,” Anna Kavalenka, head of office, said.",
      "> We need a different approach to our borders.\n>\n> — **Anna Kavalenka**, head of office, said",
    ],
    [
      "en",
      "“1. We need a different approach to our borders,” said Anna Kavalenka.",
      "> 1\\. We need a different approach to our borders.\n>\n> — said **Anna Kavalenka**",
    ],
    [
      "ru",
      "«Нам нужен другой подход к нашим границам», — сказала Анна Коваленко, глава представительства",
      "> Нам нужен другой подход к нашим границам\n>\n> — сказала **Анна Коваленко**, глава представительства",
    ],
    [
      "be",
      "«Нам патрэбны іншы падыход да нашых меж», — сказала Ганна Каваленка, кіраўніца прадстаўніцтва",
      "> Нам патрэбны іншы падыход да нашых меж\n>\n> — сказала **Ганна Каваленка**, кіраўніца прадстаўніцтва",
    ],
    [
      "fr",
      "« Il nous faut une autre approche de nos frontières », a déclaré Anna Kavalenka, cheffe de bureau.",
      "> Il nous faut une autre approche de nos frontières\n>\n> — a déclaré **Anna Kavalenka**, cheffe de bureau",
    ],
    [
      "es",
      "«Necesitamos otro enfoque de nuestras fronteras», dijo Anna Kavalenka, jefa de la oficina.",
      "> Necesitamos otro enfoque de nuestras fronteras\n>\n> — dijo **Anna Kavalenka**, jefa de la oficina",
    ],
    [
      "en",
      "“A bag lives longer than the trader,” said Hon. Anna Kavalenka, head of Northland Inc.",
      "> A bag lives longer than the trader.\n>\n> — said Hon. **Anna Kavalenka**, head of Northland Inc.",
    ],
    [
      "fr",
      "« C'est le fruit de vingt ans de travail », se félicite le Pr Jean Roe, ministre de la Santé.",
      "> C'est le fruit de vingt ans de travail\n>\n> — se félicite le Pr **Jean Roe**, ministre de la Santé",
    ],
    ["zh", "“病人不用再去邻国看病了，”院长王小明说。", "> 病人不用再去邻国看病了。\n>\n> — 院长**王小明**说"],
  ])("%s %s", async (lang, paragraph, quote) => {
    const { body } = await read(around(paragraph, lang), "mail.txt", { lang });
    expect(body).toContain(quote);
  });
});

describe("who said it is recognised:", () => {
  test.each<[string, string, readonly Partial<Quote>[]]>([
    [
      "en",
      "Ms June Tan, Head of Platforms, CLI said: “We are pleased to embark on this partnership.”",
      [{ speaker: "June Tan", role: "Head of Platforms, CLI" }],
    ],
    [
      "en",
      "Government Chief Officer, Mr Lim Tuang Liang, said: “Every individual plays a role in this.”",
      [{ speaker: "Lim Tuang Liang", role: "Government Chief Officer" }],
    ],
    [
      "en",
      "“It was the problem that teams face,” says Ammie Feijoo. “Now it is solved for all of us,” she added.",
      [{ speaker: "Ammie Feijoo", text: "It was the problem that teams face, Now it is solved for all of us," }],
    ],
    ["en", "According to Anna Kavalenka, “what we need now is another approach”.", [{ speaker: "Anna Kavalenka" }]],
    [
      "ru",
      "«Сотрудничество даёт нам новые возможности», — сказал исполнительный директор FSF Джон Салливан.",
      [{ speaker: "Джон Салливан", role: "исполнительный директор FSF" }],
    ],
    [
      "ru",
      "«Сотрудничество даёт нам новые возможности», — сказал А. В. Коваленко, глава представительства.",
      [{ speaker: "А. В. Коваленко", role: "глава представительства" }],
    ],
    [
      "en",
      "The head of office, A. Kavalenka, said: “Every individual plays a role in this.”",
      [{ speaker: "A. Kavalenka", role: "The head of office" }],
    ],
    [
      "fr",
      "Un des organisateurs, Michael Banck a déclaré « Nous invitons tout le monde à venir nous voir ».",
      [{ speaker: "Michael Banck", role: "Un des organisateurs" }],
    ],
    [
      "ar",
      "قالت آنا كافالينكا، رئيسة المكتب: “نحن بحاجة إلى نهج مختلف لإدارة حدودنا”.",
      [{ speaker: "آنا كافالينكا", role: "رئيسة المكتب" }],
    ],
    [
      "zh",
      "安娜·科瓦连科（办事处负责人）表示：“我们需要一种不同的方法来管理我们的边界。”",
      [{ speaker: "安娜·科瓦连科", role: "办事处负责人" }],
    ],
    ...["Ursula von der Leyen", "Anna de la Cruz-Ortiz", "Inés María Noël", "Jean d’Ormesson", "Amr el-Sayed"].map(
      (name): [string, string, readonly Partial<Quote>[]] => [
        "en",
        `“Every individual plays a role in this,” said ${name}, President of the Board.`,
        [{ speaker: name, role: "President of the Board" }],
      ],
    ),
    [
      "ar",
      "«نحن بحاجة إلى نهج مختلف لإدارة حدودنا»، قالت آنا كافالينكا، رئيسة المكتب.",
      [{ speaker: "آنا كافالينكا", role: "رئيسة المكتب" }],
    ],
    [
      "en",
      "‘We don’t know what the farmers’ land will bring,’ said Anna Kavalenka, head of office. ‘But we’ll see.’",
      [{ speaker: "Anna Kavalenka", text: "We don’t know what the farmers’ land will bring, But we’ll see." }],
    ],
    [
      "en",
      '"We were told "it is too late" ten times," said Anna Kavalenka. "It was not."',
      [{ speaker: "Anna Kavalenka", text: 'We were told "it is too late" ten times, It was not.' }],
    ],
    ["en", "The minister’s plan is ‘a good one’, and the farmers’ union agrees, said Anna Kavalenka.", []],
    [
      "zh",
      "“我们等了十年，”联合国代表李华表示，“我们为此感到自豪。”",
      [{ speaker: "李华", role: "联合国代表", text: "我们等了十年， 我们为此感到自豪。" }],
    ],
    ["zh", "“我们需要一种不同的方法来管理边界。”站长王小明说。", [{ speaker: "王小明", role: "站长" }]],
    ["ar", "وأضاف الخالدي أن «المشروع سيغير حياة المزارعين في المنطقة كلها».", [{ speaker: "الخالدي" }]],
    [
      "es",
      "«Llevamos diez largos años esperando esto», ha señalado Ana García, directora de la estación.",
      [{ speaker: "Ana García", role: "directora de la estación" }],
    ],
    [
      "fr",
      "« Nous attendions cela depuis dix longues années », s’est réjouie Anna Kavalenka, directrice.",
      [{ speaker: "Anna Kavalenka", role: "directrice" }],
    ],
    ["en", "The project “Supporting the Republic in Addressing Irregular Migration” has ended.", []],
    ["en", "The sign says “Please close the door behind you at once”.", []],
  ])("%s %s", async (lang, paragraph, quotes) => {
    const { all } = await read(around(paragraph, lang), "mail.txt", { lang });
    const found = all<Quote>("quotes");
    expect(found).toMatchObject(quotes);
    expect(found.length).toBe(quotes.length);
  });
});

test("a quotation inside other sentences stays where it is", async () => {
  const paragraph = "Anna Kavalenka said that “what we need now is another approach”, and opened the door.";
  expect((await read(around(paragraph))).body).toContain(paragraph);
});

describe("whom to call:", () => {
  test.each([
    [
      "For more information, please contact the Press Office, email: press@example.org, Tel. + 375 17 327 48 76",
      { id: "press-office", email: "press@example.org", phone: "+375173274876" },
    ],
    [
      "Media contact: Anna Kavalenka, anna@example.org, +375 29 123 45 67",
      { name: "Anna Kavalenka", email: "anna@example.org", phone: "+375291234567" },
    ],
    [
      "For interviews, call Jane Roe on +375 29 123 45 67 or write to jane@example.org.",
      { name: "Jane Roe", email: "jane@example.org", phone: "+375291234567" },
    ],
    [
      "Media contact: Dr. Jane Roe, Communications Lead of the Partnership, Office in Northland, +375 29 123 45 67 (WhatsApp), jane@example.org",
      { name: "Jane Roe", email: "jane@example.org", phone: "+375291234567" },
    ],
    [
      "За дополнительной информацией обращайтесь: news@example.by, тел. 8 (017) 327-48-76",
      { email: "news@example.by" },
    ],
  ])("%s", async (paragraph, contact) => {
    expect((await read(`A centre\n\nThe centre opened.\n\n${paragraph}\n`)).first("contacts")).toMatchObject(contact);
  });

  test("a mail address that nobody is invited to use is no contact", async () => {
    expect(
      (await read(around("The forged letters came from bank@example.net, as the police found."))).all("contacts"),
    ).toEqual([]);
  });

  test("an unknown contact is written down for a person to save, with all that the words gave", async () => {
    const { text } = await read(
      "A centre\n\nThe centre opened.\n\nMedia contact: Anna Kavalenka, anna@example.org, +375 29 123 45 67\n",
    );
    expect(text).toContain('#   name: "Anna Kavalenka"\n#   email: "anna@example.org"\n#   phone: "+375291234567"');
    expect(text).toContain("draft: true");
  });
});

describe("I7: lines of contacts are read person by person:", () => {
  const STORY =
    "A new training centre opens\n\nThe centre was opened this week after two years of work by many hands, the ministry said in the capital.\n\nForty officers will be trained in it every year.\n\n";
  test.each<[string, readonly object[], string?]>([
    ["Contact:\n\n+1 202-555-0144", [{ phone: "+12025550144" }]],
    [
      "Jane Roe, 202-555-0144, jane@example.org",
      [{ name: "Jane Roe", phone: "+12025550144", email: "jane@example.org" }],
    ],
    [
      "Media contacts:\nJane Roe\nPress officer\nT: +375 17 327 48 77 ext. 12\nM: +375 29 123 45 67\njane@example.org\n\nJohn Doe\n+1 (202) 555-0143",
      [
        {
          name: "Jane Roe",
          role: "Press officer",
          phone: "+375173274877",
          ext: "12",
          mobile: "+375291234567",
          email: "jane@example.org",
        },
        { name: "John Doe", phone: "+12025550143" },
      ],
    ],
    [
      "For media enquiries:\nPress Desk, Ministry of Health: +44 20 7946 0958 / press@moh.example.org\nFax: +44 20 7946 0959",
      [{ name: "Press Desk", role: "Ministry of Health", phone: "+442079460958", email: "press@moh.example.org" }],
    ],
    [
      "Jane Roe (UNDP), jane@example.org, +375 29 123 45 67; John Doe (UNICEF), john@example.org, +375 29 765 43 21",
      [
        { name: "Jane Roe", email: "jane@example.org", phone: "+375291234567" },
        { name: "John Doe", email: "john@example.org", phone: "+375297654321" },
      ],
    ],
    [
      "For more information:\n- Jane Roe, UNDP, +375 29 123 45 67\n- John Doe, WHO, 8 (029) 765-43-21",
      [
        { name: "Jane Roe", role: "UNDP", phone: "+375291234567" },
        { name: "John Doe", role: "WHO", phone: "+375297654321" },
      ],
    ],
    [
      "ENDS\n\nPress office\npress.desk@example.org\n+7 727 258 26 43",
      [{ name: "Press office", email: "press.desk@example.org", phone: "+77272582643" }],
    ],
    [
      "Контакты для СМИ:\nПресс-служба министерства\nтел.: +375 17 200-00-01, +375 17 200-00-02\nWhatsApp: +375 29 555 12 34\nnews@example.by",
      [
        {
          name: "Пресс-служба министерства",
          phone: "+375172000001",
          others: ["+375172000002"],
          mobile: "+375295551234",
          email: "news@example.by",
        },
      ],
      "ru",
    ],
    [
      "Contact presse :\nMarie Dupont, chargée de communication\nTél. : 01 42 68 53 00\nmarie.dupont@example.fr",
      [{ name: "Marie Dupont", role: "chargée de communication", email: "marie.dupont@example.fr" }],
      "fr",
    ],
    [
      "Contacto de prensa:\nAna García – Tel. +34 91 123 45 67 – ana.garcia@example.es",
      [{ name: "Ana García", phone: "+34911234567", email: "ana.garcia@example.es" }],
      "es",
    ],
    [
      "للاتصال:\nآنا كافالينكا، رئيسة المكتب\nهاتف: +962 6 555 1234\nanna@example.org",
      [{ name: "آنا كافالينكا", role: "رئيسة المكتب", phone: "+96265551234", email: "anna@example.org" }],
      "ar",
    ],
    ["Contact: Jane Roe, 00375 29 123 45 67", [{ name: "Jane Roe", phone: "+375291234567" }]],
    [
      "للتواصل: د. لينا الدروازي، مسؤولة الإعلام، ٠٠٩٦٢٦٥٥٥١٢٣٤، lina@example.org",
      [{ name: "د. لينا الدروازي", role: "مسؤولة الإعلام", phone: "+96265551234", email: "lina@example.org" }],
      "ar",
    ],
    [
      "Contacto: D.ª María de los Ángeles Pérez · +34 600 123 456 · maria@example.es",
      [{ name: "D.ª María de los Ángeles Pérez", phone: "+34600123456", email: "maria@example.es" }],
      "es",
    ],
    [
      "Media contacts:\nAnna de la Cruz-Ortiz, Head of Communications, Office of the Partnership in the North\nT: +375 17 327 48 77 | M: +375 29 123 45 67\nE: anna@example.org",
      [{ name: "Anna de la Cruz-Ortiz", phone: "+375173274877", mobile: "+375291234567", email: "anna@example.org" }],
    ],
    [
      "Media contacts:\nJane Roe (English, French) – +375 29 123 45 67, jane@example.org\nJohn Doe (Russian): +375 29 765 43 21, john@example.org",
      [
        { name: "Jane Roe", phone: "+375291234567", email: "jane@example.org" },
        { name: "John Doe", phone: "+375297654321", email: "john@example.org" },
      ],
    ],
    [
      "For more information, please contact:\nJane Roe, Communications Officer, Ministry of Health, Tel: +375 17 327 48 77 ext. 12, Cell: +375 29 123 45 67, Email: jane@example.org",
      [{ name: "Jane Roe", phone: "+375173274877", ext: "12", mobile: "+375291234567", email: "jane@example.org" }],
    ],
    [
      "Jane Roe\nSpokesperson\nMinistry of Health\nO: +1 202 555 0144\nM: +1 202 555 0199\njane@example.org",
      [{ name: "Jane Roe", role: "Spokesperson", phone: "+12025550144", email: "jane@example.org" }],
    ],
    [
      "Media Relations: Dr. Jane Roe-Doe, jane [at] example [dot] org, Phone/Fax: +44 20 7946 0958",
      [{ name: "Dr. Jane Roe-Doe", role: "Media Relations", phone: "+442079460958", email: "jane@example.org" }],
    ],
    ["Contact: Jane Roe, press(at)desk.example.org", [{ name: "Jane Roe", email: "press@desk.example.org" }]],
    [
      "С уважением,\n\nМария Новик\n\nпресс-секретарь\n\nтел. +375 17 327-48-77",
      [{ name: "Мария Новик", role: "пресс-секретарь", phone: "+375173274877" }],
      "ru",
    ],
    [
      "По вопросам аккредитации: Новик Мария, +375 29 123-45-67 (WhatsApp)",
      [{ name: "Новик Мария", phone: "+375291234567" }],
      "ru",
    ],
    [
      "Relations presse\nMaria Novik\n+33 (0)6 12 34 56 78\nmaria@example.fr",
      [{ name: "Maria Novik", phone: "+33612345678", email: "maria@example.fr" }],
      "fr",
    ],
    [
      "للاستفسارات الإعلامية، يرجى التواصل مع:\nماريا نوفيك، مسؤولة الإعلام، +375 17 327 48 77، maria@example.org",
      [{ name: "ماريا نوفيك", role: "مسؤولة الإعلام", phone: "+375173274877", email: "maria@example.org" }],
      "ar",
    ],
    [
      "لمزيد من المعلومات:\nماريا نوفيك\nهاتف: +375 17 327 48 77\nالبريد الإلكتروني: maria@example.org",
      [{ name: "ماريا نوفيك", phone: "+375173274877", email: "maria@example.org" }],
      "ar",
    ],
    [
      "更多信息请联系：\n李华，通讯官员，lihua@example.org，+86 10 8532 0800",
      [{ name: "李华", role: "通讯官员", phone: "+861085320800", email: "lihua@example.org" }],
      "zh",
    ],
    [
      "联系人：李华\n联系电话：+86 10 8532 0800\n电子邮箱：lihua@example.org",
      [{ name: "李华", phone: "+861085320800", email: "lihua@example.org" }],
      "zh",
    ],
    [
      "联系人：王小明\n电话：+86 10 8532 0800\n邮箱：wang@example.org",
      [{ name: "王小明", phone: "+861085320800", email: "wang@example.org" }],
      "zh",
    ],
  ])("%s", async (lines, people, lang) => {
    const { all } = await read(`${STORY}${lines}\n`, "mail.txt", lang ? { lang } : {});
    expect(all("contacts")).toMatchObject(people);
    expect(all("contacts").length).toBe(people.length);
  });

  test.each([
    "<p><b>Contacts</b><br>Jane Roe, <a href='mailto:jane@example.org'>email</a>, <a href='tel:+375291234567'>call</a></p>",
    "<h3>Media contact</h3><table><tr><td>Jane Roe</td><td>jane@example.org</td><td>+375 29 123 45 67</td></tr></table>",
  ])("%s", async (html) => {
    const { all } = await read(`---\ntitle: A\n---\n\n${STORY}${html}\n`, "a.md");
    expect(all("contacts")).toMatchObject([{ name: "Jane Roe", email: "jane@example.org", phone: "+375291234567" }]);
  });

  test.each([
    "The reference is 12345678 and the account no. 3012 0000 1234 5678. In 2020-2023 it cost 1 234 567.",
    "See https://www.youtube.com/watch?v=12345678901 and the call for proposals 2023 10 12 2024.",
    "Conference dial-in number: 1-209-255-1000, code 4411 5522",
    "Notes: The conference call's dial-in is +1 202-555-0144.",
    "Fax: +375 17 200-00-03",
  ])("no contact is in “%s”", async (line) => {
    expect((await read(`${STORY}${line}\n`)).all("contacts")).toEqual([]);
  });

  test.each(["Ursula von der Leyen", "María de las Heras", "Ahmed bin Salem", "Pieter ter Horst"])(
    "a sentence asks to write to %s",
    async (name) => {
      const { all } = await read(`${STORY}Questions are welcome: ${name}, someone@example.org.\n`);
      expect(all("contacts")).toMatchObject([{ name, email: "someone@example.org" }]);
    },
  );

  test.each<[string, readonly object[]]>([
    ["For more, please contact Karen Trebon at karen@example.org.", [{ name: "Karen Trebon" }]],
    ["Please email community manager Anna Roe at anna@example.org.", [{ name: "Anna Roe" }]],
    [
      "Please email Anna Roe anna@example.org and Daniel Kenny daniel@example.org.",
      [{ name: "Anna Roe" }, { name: "Daniel Kenny" }],
    ],
    [
      "If you have an address and would like to join, email an address: anna@example.org.",
      [{ email: "anna@example.org" }],
    ],
    ["## Just Do It\n\nQuestions? Write to press.desk@example.org.", [{ email: "press.desk@example.org" }]],
    ["**Learn More**\n\nQuestions? Write to press.desk@example.org.", [{ email: "press.desk@example.org" }]],
    ["Anna Roe | anna (dot) roe (at) example (dot) org", [{ name: "Anna Roe", email: "anna.roe@example.org" }]],
  ])("a sentence names whole people and no headings: %s", async (words, people) => {
    const { all } = await read(`---\ntitle: A\n---\n\n${STORY}${words}\n`, "a.md");
    expect(all("contacts").map((found) => ({ ...(found as object), isBlock: true }))).toMatchObject(people);
    expect(all<{ name?: string }>("contacts").map(({ name }) => name)).toEqual(
      people.map((each) => (each as { name?: string }).name),
    );
  });

  test("numbers without a country code are also those of the countries of the text's addresses", async () => {
    const contacts =
      "Media contacts:\nWanjiru Kamau, Director of Parks, Tel. 020 222 4281, mobile 0722 123 456\nOtieno Odhiambo, Press Officer - 0733 765 432 - press@parks.example.go.ke";
    expect((await read(`${STORY}${contacts}\n`)).all("contacts")).toMatchObject([
      { name: "Wanjiru Kamau", role: "Director of Parks", phone: "+254202224281", mobile: "+254722123456" },
      { name: "Otieno Odhiambo", role: "Press Officer", phone: "+254733765432", email: "press@parks.example.go.ke" },
    ]);
  });

  test.each(["https://youtu.be/abc", "https://bit.ly/abc"])(
    "no number is one of a country because of a link to %s",
    async (address) => {
      const lines = `Watch it: ${address}\n\nContact:\nJane Roe, jane@example.org, 0470 12 34 56, 091 123 4567`;
      const { draft } = await read(`${STORY}${lines}\n`);
      const [contact] = draft.all<{ email?: string; phone?: string }>("contacts");
      expect([contact?.email, contact?.phone]).toEqual(["jane@example.org", undefined]);
    },
  );

  test.each([
    ["Jane Roe\nPress officer\njane@example.org", "Contact: Jane Roe Press officer jane@example.org"],
    ["[Jane Roe](mailto:jane@example.org)", "Contact: Jane Roe jane@example.org"],
  ])("the words that the report gives name each line once: %j", async (lines, words) => {
    const { draft } = await read(`---\ntitle: A\n---\n\n${STORY}Contact:\n${lines}\n`, "a.md");
    expect(draft.findings.find(({ field }) => field === "contacts")?.words).toBe(words);
  });

  test("who is where is named, and the place is no name", async () => {
    const lines = "Contacts:\nIn Nairobi: Peter Otieno, +254 722 000 111\nIn Geneva: Claire Dubois, +41 79 123 45 67";
    expect((await read(`${STORY}${lines}\n`)).all<{ name: string }>("contacts").map(({ name }) => name)).toEqual([
      "Peter Otieno",
      "Claire Dubois",
    ]);
  });

  test("“Teléfono:” ends as “no:” does, and a number follows it", async () => {
    const contacts = "Más información:\n\nOficina de Prensa\n\nTeléfono: (01) 315-6600\n\nprensa@salud.example.pe";
    expect((await read(`${STORY}${contacts}\n`)).all("contacts")).toEqual([
      { name: "Oficina de Prensa", phone: "+5113156600", email: "prensa@salud.example.pe", isBlock: true },
    ]);
  });

  test("a second number behind a comma is no extension of the first", async () => {
    const { all } = await read(`${STORY}Contact:\nJane Roe: +375 17 327-48-77, 327-48-78\n`);
    expect(all("contacts")).toEqual([{ name: "Jane Roe", phone: "+375173274877", isBlock: true }]);
  });

  test("all that was found is written down, to be saved as files", async () => {
    const { text } = await read(
      `${STORY}Contact:\nJane Roe, press officer\nT: +1 202-555-0144 ext. 12\njane@example.org\n`,
    );
    expect(text).toContain(
      '#   name: "Jane Roe"\n#   role: "press officer"\n#   email: "jane@example.org"\n#   phone: "+12025550144 ext. 12"\n',
    );
  });

  test("I12: lines with known contacts go, and of others it is said that they stayed", async () => {
    const known = await read(`${STORY}Media contact:\nPress Office\npress@example.org\n`);
    expect(known.body).toMatch(/every year\.$/);
    expect(known.look).toEqual([]);
    const shared = await read(`${STORY}Media contact: Jane Roe, press@example.org\n`);
    expect(shared.body).toContain("Jane Roe");
    expect(shared.look.map(({ about }) => about)).toEqual([expect.stringContaining("Whom to call stayed in the text")]);
    const other = await read(`${STORY}Media contact:\nJane Roe\njane@example.org\n`);
    expect(other.body).toContain("jane@example.org");
    expect(other.look.map(({ about }) => about)).toEqual([expect.stringContaining("Whom to call stayed in the text")]);
  });
});

describe("who took part:", () => {
  test.each([
    [
      "en",
      "The project was funded by the European Union and implemented by UNDP.",
      [
        { id: "european-union", role: "funder" },
        { id: "undp", role: "implementer" },
      ],
    ],
    ["en", "The Border Committee took part in the ceremony.", [{ id: "border-committee" }]],
    [
      "ru",
      "Проект реализуется при финансовой поддержке Европейского союза.",
      [{ id: "european-union", role: "funder" }],
    ],
    ["ru", "В проекте участвуют специалисты ПРООН.", [{ id: "undp" }]],
    [
      "be",
      "Праект ажыццяўляецца пры фінансавай падтрымцы Еўрапейскага саюза.",
      [{ id: "european-union", role: "funder" }],
    ],
    ["fr", "Le projet est financé par l'Union européenne.", [{ id: "european-union", role: "funder" }]],
    ["ar", "المشروع بتمويل من الاتحاد الأوروبي.", [{ id: "european-union" }]],
    ["zh", "该项目由欧洲联盟资助。", [{ id: "european-union" }]],
    ["en", "The standards are those that the EU has.", []],
  ])("%s %s", async (lang, paragraph, partners) => {
    const found = (await read(around(paragraph, lang), "mail.txt", { lang })).all("partners");
    expect(found).toMatchObject(partners);
    expect(found.length).toBe(partners.length);
  });

  test("an organisation that nobody has entered is proposed, never entered", async () => {
    const { text, all } = await read(around("It was funded by the Green Valley Foundation in full."));
    expect(all("proposed partners")).toMatchObject([{ name: "Green Valley Foundation", role: "funder" }]);
    expect(text).toContain("# Perhaps a partner (funder), not in partners/ yet: Green Valley Foundation");
    expect(text).toContain("partners: []");
  });
});

test("I7: who shares the number of a known contact and has more stays in the text, and is told", async () => {
  const lines =
    "Контакты для СМИ:\nАнна Ковалёва, пресс-секретарь\nтел.: +375 (17) 327-48-76, моб. +375 29 123-45-67\ne-mail: anna@example.org";
  const { body, look } = await read(`${around("Ещё строка.", "ru")}\n${lines}\n`, "mail.txt", { lang: "ru" });
  expect(body).toContain("anna@example.org");
  expect(look.map(({ about }) => about).join(" ")).toContain("Whom to call stayed in the text");
});

test.each([
  ["ar", "للتواصل الإعلامي: لينا الدروازي، lina@example.org", "لينا الدروازي"],
  ["en", "Media enquiries: Jane Roe, jane@example.org", "Jane Roe"],
  ["fr", "Contact presse : Jeanne Roux – jeanne@example.org", "Jeanne Roux"],
  ["zh", "媒体联系人：陈雨兰 邮箱：chen@example.org", "陈雨兰"],
])("I7: a heading before a name is no name: %s", async (lang, line, name) => {
  const { first } = await read(`${around("More of it follows.", lang)}\n${line}\n`, "mail.txt", { lang });
  expect(first<{ name?: string }>("contacts")?.name).toBe(name);
});
