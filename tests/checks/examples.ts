type Example = readonly [lang: string, text: string];

/** For each rule what must fire it and what must not: a release's text, or its fields, or both (`tests/support/check.ts`). */
export const examples: Readonly<
  Record<string, { readonly wrong: readonly Example[]; readonly right: readonly Example[] }>
> = {
  spelling: {
    wrong: [
      ["en", "Most of these pepple had better options."],
      ["en", "title: They received psycological help"],
      ["ru", "Жертвы получили писхологическую помощь."],
      ["en", "There were thatmany guests."],
      ["en", "They sat comfortablely."],
      ["en", "They are coercable."],
      ["en", "They said so publically."],
      ["en", "There is no more freindship and no pecae."],
    ],
    right: [
      ["en", "The café in the façade is naïve."],
      ["en", "They agreed foundationally on searchability, connectedness and refreshable maps."],
      ["en", "They spoke empathetically of verifiability, dimensionality, responsivity and driverless buses."],
      ["en", "Press the spacebar at the checkmark."],
      ["en", "The hotline for jobseekers and caregivers uses disaggregated data and nanoparticles."],
      ["en", "It is a bona fide treaty, signed in vitro and de facto."],
      ["en", "They wrote: Lorem ipsum dolor sit amet, consectetur adipisicing elit. It is a text without sense."],
      ["en", "Write to town.gov/newfarmers or save it as .epub."],
      ["en", "The programme's colour and the program's color are both right, and so is well-being."],
      ["en", "Sanaka Samarasinha spoke of UNDP's e-mail, `npm instal` and https://exampel.org/wrod."],
      ["en", "> We saw Minsk.\n>\n> — Anna Kavalenka, Resident Representative"],
      ["ru", "Жертвы гендерного насилия в Сморгони получили психосоциальную помощь."],
      ["en", "Their prot&eacute;g&eacute;s came."],
      ["zh", "国家边防委员会"],
      ["en", "The river is called :ru[Вилия] and :be[Вілія]."],
    ],
  },
  "confused-words": {
    wrong: [
      ["en", "They would not leave because its home after all."],
      ["en", "So what we need now im very convinced is peace."],
      ["en", "It should of been opened."],
      ["ru", "Центр построен в течении года."],
      ["fr", "Il parle quand à lui de paix, sa va."],
    ],
    right: [
      ["en", "The centre and its home in Minsk have a feeling of their own."],
      ["en", "It's the centre's own. People feeling cold from the wind came, with the might of an army."],
      ["ru", "В течении реки много порогов, в течение года построен центр."],
      ["fr", "Quand il parle, sa voix porte."],
    ],
  },
  "repeated-word": {
    wrong: [
      ["en", "It was opened in in Minsk."],
      ["ru", "Центр открыт в в городе."],
      ["fr", "Le centre est est ouvert."],
    ],
    right: [
      ["en", "He said that that was what they had had, and far far away."],
      ["fr", "Nous nous réjouissons."],
      ["en", "It was opened in.\n\nIn Minsk, Baden Baden."],
    ],
  },
  "quotation-marks": {
    wrong: [
      ["en", "He said: “What we need is peace."],
      ["ru", "Проект «Содействие Республике завершён."],
      ["fr", "Il a dit : « La paix."],
      ["ar", "قال: «نحتاج إلى السلام."],
      ["zh", "他说：“我们需要和平。"],
      ["en", 'It\'s an "open" house, and “free” as well.'],
    ],
    right: [
      ["en", 'The project "Supporting the Republic" and its 5" pipe.'],
      ["ru", "Проект «Содействие „Республике“» завершён."],
      ["ar", "قال: ”نحتاج إلى السلام“."],
      ["zh", "他说：“我们需要‘和平’。”"],
      ["en", "“The first paragraph opens.\n\n“The second closes.”"],
      ["en", "She said: “They need:\n\n- peace;\n- water.”"],
      ["en", "It's the centre's day, isn't it?"],
    ],
  },
  mojibake: {
    wrong: [
      ["en", "The centreâ€™s day"],
      ["ru", "РџСЂРёРІРµС‚ РјРёСЂ"],
      ["fr", "L'annÃ©e derniÃ¨re"],
      ["en", "A na\ufffdve idea"],
    ],
    right: [
      ["fr", "L'année dernière, Âge, Ãlvaro"],
      ["ru", "Привет, СССР и РСФСР"],
      ["en", "São Paulo, Ñandú, Århus"],
    ],
  },
  "invisible-characters": {
    wrong: [
      ["en", "The cen\u00adtre"],
      ["en", "The \u202ecentre"],
      ["ru", "Центр\u200b открыт"],
      ["en", "title: The\u200b centre"],
    ],
    right: [
      ["ar", "المركز\u200f (UNDP)\u200e"],
      ["en", "A family 👨\u200d👩\u200d👧 came."],
      ["fr", "Vraiment\u00a0? Oui\u202f!"],
    ],
  },
  homoglyphs: {
    wrong: [
      ["ru", "Цeнтр открыт"],
      ["en", "Read [this report](https://www.uпdp.org/report)."],
    ],
    right: [
      ["ru", "IT-специалист и 3D-принтер, C++"],
      ["ru", "Читайте [отчёт](https://пример.рф/отчет)."],
      ["en", "The river :ru[Вилия]"],
    ],
  },
  spaces: {
    wrong: [
      ["en", "Mail: press@example.org , phone below"],
      ["ru", "Люди  бегут от войны."],
      ["en", "people fleeing\u00a0 conflict"],
    ],
    right: [
      ["fr", "Vraiment ? Oui !"],
      ["en", "One line  \nand the next, wait ... and go."],
      ["en", "| a  | b |\n| --- | --- |\n| c  | d |"],
      ["en", "A `b  c` and ![](x.jpg) d"],
    ],
  },
  "glued-sentences": {
    wrong: [
      ["en", "They fled war,hunger and fear."],
      ["ru", "Центр открыт.Министр выступил."],
    ],
    right: [
      ["en", "See Data.gov, e.g. the U.S. data, at 3.5 and 1,000."],
      ["en", "Visit Node.js."],
      ["zh", "中心开放。部长讲话。"],
    ],
  },
  "unicode-form": {
    wrong: [["fr", "L'anne\u0301e"]],
    right: [
      ["fr", "L'année"],
      ["ar", "مُحَمَّد"],
    ],
  },
  punctuation: {
    wrong: [
      ["en", "The centre was opened.. It is new."],
      ["en", "It has beds, , a kitchen and a hall."],
      ["en", "It was opened by the minister. the centre is new."],
      ["ru", "Центр открыли министры. это новый центр."],
    ],
    right: [
      ["en", "Wait ... and go, e.g. the centre of approx. the size of a house, etc., and more."],
      ["en", "See ../a and iPhone. iOS is new. Yes.)"],
      ["zh", "中心开放。。部长讲话。"],
    ],
  },
  brackets: {
    wrong: [
      ["en", "The centre in Smarhon) was opened."],
      ["en", "The centre () was opened."],
      ["ru", "Центр (в Сморгони открыт в пятницу."],
      ["en", "title: The centre (new\n---\nIt was opened."],
    ],
    right: [
      ["en", "a) beds\n\nb) a kitchen, see Annex B) and 2) below :-)"],
      ["en", "The food and beverage (F&B) outlets (see Annex B) of f(x) and book(s)."],
      ["en", "It has (as they say:\n\n- beds;\n- a kitchen)."],
      ["en", "Read [the report (in Russian)](https://example.org/a(b)) and `(`."],
      ["zh", "中心（新)开放。"],
    ],
  },
  placeholder: {
    wrong: [
      ["en", "The centre costs $XX million."],
      ["en", "In 20XX there were xx,xxx guests."],
      ["en", "The speaker is TBC."],
      ["en", "The centre was opened by [NAME], [insert title]."],
      ["en", "It was opened on [date] by <name>."],
      ["en", "It has [●] beds."],
      ["en", "It cost ??? euros."],
      ["en", "It was built by _______ in 2017."],
      ["en", "Lorem ipsum dolor sit amet."],
      ["en", "summary: It has [number] beds, and more.\n---\nIt was opened."],
      ["en", "figures:\n  - { value: XX, label: people }\n---\nIt was opened."],
      ["en", "Click or tap here to enter text."],
      ["ru", "Центр открыл [ФИО], в нём ХХ мест."],
      ["fr", "Le centre ouvre le [date] (à confirmer)."],
      ["es", "Hablará [nombre y cargo]."],
      ["ar", "افتتح المركز [الاسم]."],
      ["zh", "中心由[姓名]开放。"],
    ],
    right: [
      ["en", "In the XX century, at the XXX Olympiad, they had an XX chromosome. What? Really!"],
      ["ru", "В XX веке и на XX съезде. ХХ век."],
      ["fr", "Au XXe siècle, au siècle XX."],
      ["en", 'He said: "Last [month] the [minister] came […], and [sic] it was [a] good year."'],
      ["en", "Read [date](https://example.org/a), `[name]` and `XX`, at https://example.org/xxx."],
      ["en", "The date is to be confirmed by the ministry. ___Bold___ and 4xx errors."],
    ],
  },
  "working-note": {
    wrong: [
      ["en", "It has 60 beds (Anna, please confirm)."],
      ["en", "It has 60 beds (to check with the ministry)."],
      ["en", "It has 60 beds [confirm]."],
      ["en", "It has 60 beds (spelling?)."],
      ["en", "TODO: add a quote"],
      ["en", "Anna, please check the figure"],
      ["en", "Photo to follow"],
      ["en", "Comment [AK12]: Is it so?"],
      ["en", "It has {++60++}{--50--} beds."],
      ["ru", "Центр открыт (проверить дату)."],
      ["ru", "Комментарий [ОК3]: верно?"],
      ["fr", "Le centre ouvre [à vérifier avec Paul]."],
      ["en", "title: Opening of the centre_FINAL_v2\n---\nIt was opened."],
      ["en", 'title: "[DRAFT] A centre"\n---\nIt was opened.'],
      ["en", "title: A centre (final version)\n---\nIt was opened."],
      ["en", "UNDER EMBARGO UNTIL 10 MARCH\n\nIt was opened."],
      ["ru", "Под эмбарго до 10 марта\n\nЦентр открыт."],
    ],
    right: [
      ["en", "Please check our website (please note the new address), and please confirm by Friday."],
      ["en", "They ask (and tell) people to check with a doctor. A draft law, the final report and version 2.0."],
      ["en", "title: Parliament reads the draft law\n---\nIt was opened."],
      ["en", "The embargo on arms was lifted. More is to come."],
      ["en", "Write `{++new++}` and `TODO: x`."],
    ],
  },
  "cut-off": {
    wrong: [
      ["en", "The centre was opened by the minister and\n\nIt is new."],
      ["en", "The centre was opened by **the minister** of the"],
      ["ru", "Центр открыт при поддержке Европейского союза и\n\nОн новый."],
      ["fr", "Le centre a été ouvert par la ministre et les\n\nIl est neuf."],
    ],
    right: [
      ["en", "The centre has everything that one needs for the\n\n- beds\n- kitchen"],
      ["en", "Dear colleagues and friends of the centre,\n\nIt is new."],
      ["en", "We have the plan A, and vitamin A\n\nThe one they work with\n\na) beds for all who come; and"],
      ["en", "It is described by the [report](https://example.org/a)"],
    ],
  },
  "repeated-paragraph": {
    wrong: [
      [
        "ru",
        "Центр будет обучать шестьдесят пограничников в год из всех областей.\n\nОн новый.\n\n**Центр** будет обучать шестьдесят пограничников в год из всех областей!",
      ],
    ],
    right: [
      ["en", "It is new.\n\nIt is new."],
      [
        "en",
        "What was your first day at the new centre in Smarhon like, and who was there?\n\nIt was good.\n\nWhat was your first day at the new centre in Smarhon like, and who was there?",
      ],
    ],
  },
  magnitude: {
    wrong: [
      ["en", "summary: It cost $4.5 billion.\n---\nIt cost $4.5 million."],
      ["en", "Of 30 million people, 30 billion people came."],
      ["en", "figures:\n  - { value: 714 thousand, label: people }\n---\nThe centre helped 714 million people."],
      ["ru", "Центр стоит 4,5 млн евро, то есть 4,5 миллиарда евро."],
      ["fr", "Il coûte 4,5 millions d'euros, soit 4,5 milliards d'euros."],
    ],
    right: [
      ["en", "It cost 4.5 million euros, that is 4.5 mln, and 5 million people have 5 billion trees."],
      ["ru", "Он стоит 4,5 млн евро, то есть 4,5 миллиона евро."],
    ],
  },
  share: {
    wrong: [
      ["en", "Some 106 per cent of all respondents agreed."],
      ["en", "It reached 250% of the poor households."],
      ["ru", "Об этом знают 120 процентов жителей."],
      ["fr", "Ainsi, 150 % des femmes ont trouvé un emploi."],
      ["es", "El 130 % de las familias tiene agua."],
    ],
    right: [
      ["en", "It grew by 140 %, to 140 % of the target, and 100 % of people came. 140 % more people have water."],
      ["en", "It is 140% of women's income, in 2018 100% of pupils."],
      ["ru", "Рост составил 140 % от плана, знают 90 % жителей."],
    ],
  },
  "number-words": {
    wrong: [
      ["en", "They have twenty-one (12) days."],
      ["ru", "В нём двенадцать (10) мест."],
      ["fr", "Il y a seize (6) places."],
      ["es", "Hay doce (2) aulas."],
    ],
    right: [
      ["en", "They have twenty-one (21) days and twelve (12) beds, one hundred and two (102) chairs."],
      ["ru", "В нём двенадцать (12) мест."],
    ],
  },
  "date-order": {
    wrong: [
      ["en", "It runs from March 20, 2018 to March 5, 2018."],
      ["en", "Apply by 3 March 2017."],
      ["en", "date: 2018-03-04\n---\nThe deadline for applications is 3 February 2018."],
      ["ru", "Курс идёт с 24 по 14 августа 2018 года."],
      ["fr", "Le cours a lieu du 24 au 14 août 2018."],
      ["es", "El curso es del 24 al 14 de agosto de 2018."],
    ],
    right: [
      ["en", "It runs from 14 to 24 August 2018, and from 20 December 2018 to 5 January 2019."],
      [
        "en",
        "It rose from 24 to 27 on 14 August 2018. Applications were submitted by 3 March 2017. Apply by 3 May 2018.",
      ],
      ["ru", "Курс идёт с 28 декабря по 14 января."],
    ],
  },
  "dates-differ": {
    wrong: [
      [
        "en",
        'title: A centre opens on 8 March\ntype: media-advisory\nevent: { start: "2018-03-09 10:00 +03:00", place: Smarhon }\n---\nCome.',
      ],
      ["ru", "title: Центр откроется 19 марта\n---\nЦентр откроется 9 марта 2018 года."],
    ],
    right: [
      ["en", "title: The centre opens on 9 March\n---\nIt opens on 9 March 2018. Register by 5 March 2018."],
      [
        "en",
        'title: A centre opens on 9 March\nevent: { start: "2018-03-09 00:30 +03:00", place: Smarhon }\n---\nRegister by 5 March.',
      ],
      ["en", "title: The centre opens on 9 March\n---\nIt is new."],
    ],
  },
  "no-such-date": {
    wrong: [
      ["en", "It was opened on 3 March 2081."],
      ["en", "It was opened in March 20018, and on 4 March 201."],
      ["en", "It was opened in 2O18."],
      ["en", "It begins at 10:75."],
      ["en", "It begins at 25.30 hours."],
      ["ru", "Центр открыт в марте 2081 года, в марта 20018."],
    ],
    right: [
      ["en", "It was founded in 1918, will be paid for until 2030, 2045 and 2050, and has 2081 beds."],
      ["en", "The score was 78:65, the map is 1:100, watch from 25:08. It begins at 10:45, 9.30 a.m. and 24:00."],
      ["en", "In March 2018, in March 201 people came."],
    ],
  },
  "link-target": {
    wrong: [
      ["en", "See [it]()."],
      ["en", "See [it](https://example.com/a)."],
      ["en", "See [it](https://www.un.org/INSERT-LINK)."],
      ["en", "See [it](link)."],
      ["en", "Call [+375 17 327 48 76](tel:+375173274875)."],
      ["en", "See [https://www.un.org](https://www.undp.org/a)."],
    ],
    right: [
      [
        "en",
        "Write to [press@undp.org](mailto:Press@undp.org?subject=x) or call [+375 17 327 48 76](tel:+375173274876).",
      ],
      ["en", "See [www.un.org](https://press.un.org/en), [part](#part) and [UN.org](https://www.undp.org)."],
      ["en", "An address such as http://… or `[x](#)`."],
    ],
  },
  "bold-heading": {
    wrong: [["ru", "Центр новый.\n\n__О центре__\n\nВ нём учатся пограничники."]],
    right: [
      ["en", "**Smarhon, 3 March**\n\nThe centre is new.\n\n**It is the first one.**\n\nIt has:\n\n**Note:**\n\nbeds"],
      ["en", "The centre is new.\n\n**Anna Kavalenka**"],
      ["en", "The centre is new.\n\n## **The centre**\n\nIt has beds."],
    ],
  },
  "quote-speaker": {
    wrong: [
      ["en", '"I think if you ask any of these people, most would not leave." - said Sanaka Samarasinha, UNDP.'],
      ["ru", "«Я думаю, если спросить любого из этих людей, они бы не уехали», – сказал Санака Самарасинха."],
      ["ar", "> نحتاج إلى السلام."],
      ["en", "> “We need peace.” — Anna Kavalenka, Resident Representative"],
      ["en", "> We need peace.\n>\n> &#8212; Anna Kavalenka, Resident Representative"],
    ],
    right: [
      ["en", "> We need peace.\n>\n> And we need it now.\n>\n> — Anna Kavalenka, Resident Representative"],
      ["en", "The law says:\n\n> Everyone has the right to leave any country."],
      ["en", "> _Summary: The committee has opened a centre._\n\nIt is new."],
      ["en", "> _This text was first published by the committee._\n\nIt is new."],
      ["zh", "> 我们需要和平。\n>\n> — 陈玉兰，主任"],
      ["en", "As the representative wrote,\n\n> We need peace."],
      ["en", "She calls it “a way:”\n\n> We need peace.\n>\n> And we need it now."],
      ["en", "> 1. Listen to people.\n> 2. Tell them what you heard."],
      ["en", "> “We need peace,” Kavalenka said. “And we need it now.”"],
    ],
  },
  weekday: {
    wrong: [
      ["en", "It opens on Monday, 27 January 2017."],
      ["ru", "Центр открыт в понедельник, 27 января 2017 года."],
      ["fr", "Le centre a ouvert lundi 27 janvier 2017."],
      ["es", "El centro abrió el lunes 27 de enero de 2017."],
      ["zh", "中心于2017年1月27日（星期一）开放。"],
      ["en", "It opens on February 30, 2018."],
      ["en", "It opens on Friday, March 5."],
    ],
    right: [
      ["en", "It opens on Fri., Jan. 27, 2017, and on Sunday, March 4."],
      ["ru", "Центр открыт в пятницу, 27 января 2017 года."],
      ["fr", "Le centre a ouvert vendredi 27 janvier 2017."],
      ["es", "El centro abrió el viernes 27 de enero de 2017."],
      ["zh", "中心于2017年1月27日（星期五）开放。"],
      ["en", "It may 31 times be said. On Monday, 100 people came. March 31st, 2018 is near."],
    ],
  },
  dateline: {
    wrong: [
      ["en", 'published: "2018-04-10 10:00 +03:00"'],
      ["en", "date: 2017-01-30\n---\nThe centre was opened on January 27, 2017."],
      ["ru", "date: 2017-01-30\n---\nЦентр открыт 27 января 2017 года."],
    ],
    right: [
      ["en", 'published: "2018-03-05 10:00 +03:00"'],
      ["en", 'published: "2018-04-10 10:00 +03:00"\nnotes: It was published late, for want of a translation.'],
      ["en", "date: 2017-01-30\n---\nThe centre was opened on January 27, 2017, and is used from January 31, 2017."],
    ],
  },
  "foreign-passage": {
    wrong: [
      ["en", "Border guards were trained.\n\nBuy cheap Ray-Ban sunglasses online with free shipping"],
      ["ru", "Пограничники прошли обучение.\n\nКазино онлайн, игровые автоматы, скидки 50% скидка!"],
      ["fr", "Les gardes ont été formés.\n\nAir Jordan pas cher, livraison gratuite"],
      ["zh", "边防人员接受了培训。\n\n耐克 Nike 正品 打折 代购 优惠"],
    ],
    right: [
      [
        "en",
        "The market of Minsk has Nike shoes on sale.\n\nThe Nike shoes on sale in the market of Minsk are fakes, says customs.",
      ],
      ["en", "Border guards were trained.\n\nThe report is free and not for sale."],
      ["ru", "Пограничники прошли обучение.\n\nОтчёт нельзя купить."],
    ],
  },
  "hidden-text": {
    wrong: [
      ["en", 'The centre.\n\n<script src="https://example.org/x.js"></script>'],
      ["ru", "Центр. <span style='font-size:0'>казино</span>"],
      ["en", '<p style="position:absolute; left:-9999px">loans</p>'],
    ],
    right: [
      ["en", "Write `<script>` in code."],
      ["en", 'Write this:\n\n```\n<script src="/x.js"></script>\n```\n\nThen look.'],
      ["en", '<p style="opacity: 0.5">The centre</p>'],
      ["en", "A script, a form and hidden costs."],
    ],
  },
  "title-figure": {
    wrong: [
      ["ru", "title: Помощь получили 741 человек\n---\nПомощь получили 714 человек."],
      ["ar", "title: مساعدة ٧٤١ شخصا\n---\nحصل ٧١٤ شخصا على المساعدة."],
      ["en", "title: The centre cost 1,200 euros\n---\nIt cost 1,300 euros."],
    ],
    right: [
      ["en", "title: The centre cost 1,200 euros\n---\nIt cost 1200 euros."],
      ["ru", "title: Помощь получили 1 200 человек\n---\nПомощь получили 1200 человек."],
      ["ar", "title: مساعدة ٧١٤ شخصا\n---\nحصل 714 شخصا على المساعدة."],
      ["en", "title: What Section 508 and Form 741 ask\n---\nWhat we learned."],
      ["en", "title: COVID-19, the G20 and 3 lessons of 2018\n---\nWhat we learned."],
    ],
  },
  "numbers-differ": {
    wrong: [
      ["en", "title: 714 victims of trafficking got help\n---\nThe 741 victims of trafficking live here."],
      ["ru", "title: 714 жертв торговли получили помощь\n---\nИх было 741 жертв торговли."],
    ],
    right: [
      [
        "en",
        "title: 714 victims of trafficking got help\n---\nThe 714 victims of trafficking were 300 women of Minsk.",
      ],
      ["en", "title: It took 3 years of work\n---\nAfter 5 years of work."],
    ],
  },
  "relative-day": {
    wrong: [
      ["en", "The minister today announced a plan."],
      ["ru", "Центр открыт вчера."],
      ["fr", "Le centre a ouvert hier."],
      ["zh", "中心昨天开放。"],
    ],
    right: [
      ["en", "Today, many people live in towns, in today's world."],
      ["en", 'He said: "Yesterday we had nothing."'],
      ["en", "Some saw the news &#8220;yesterday&#8221; and some did not."],
      ["ru", "Центр открыт вчера, 3 марта."],
      ["en", "> It was yesterday.\n>\n> — Anna Kavalenka, Representative"],
    ],
  },
  "title-length": {
    wrong: [["ru", `title: ${"Центр открыт ".repeat(9)}`]],
    right: [["zh", `title: ${"中心".repeat(50)}`]],
  },
  summary: {
    wrong: [["ru", "title: Открыт новый центр\nsummary: Открыт новый центр!"]],
    right: [
      [
        "ru",
        "title: Открыт новый центр\nsummary: В Сморгони будут учить пограничников распознавать жертв торговли людьми.",
      ],
    ],
  },
  acronym: {
    wrong: [
      ["ru", "Центр построил ГПКРБ."],
      ["en", "The BGSI and the BGSI's staff."],
      ["en", "Ask WHO, and those who know."],
      ["en", "Put a cap on the CAP."],
      ["en", "The law is called Digital IDEA, a good idea."],
    ],
    right: [
      ["en", "The Border Guard Service Institute trains; the BGSI is new. The UN and the EU paid."],
      ["ru", "Государственный пограничный комитет (ГПК) построил центр. ГПК рад."],
      ["en", "BORDER GUARDS OPEN A CENTRE"],
      ["en", "It is told in the report BGSI-16-885."],
      ["en", "BGSI (Border Guard Service Institute)"],
      ["en", "It is open to ALL guards, and all of them came."],
      ["en", "Scan the QR code."],
    ],
  },
  "names-two-ways": {
    wrong: [
      ["ru", "> Мир.\n>\n> — Анна Коваленко, посол\n\n> Да.\n>\n> — Анна Коваленка, посол"],
      ["en", "title: Kavalenka opens a centre\n---\nThe centre, says Kavalanka, is new."],
      ["en", "It was opened by Anna Kavalenka. It is new, says Anna Kavalenko."],
      ["en", "The Border Guard Training Centre (BGTC) is new. The BGCT has beds, the BGTC a kitchen."],
      ["ru", "Центр открыл Ковальчук. По словам Кавальчука, он новый."],
    ],
    right: [
      ["ru", "Центр открыл Ковальчук. По словам Ковальчука, с Ковальчуком приехал Коваль."],
      ["en", "The Americans of America, Kazakhs of Kazakhstan, and the Kavalenkas. UNDP and UNEP, NATO."],
      ["en", "Officers and an Officer, Services of the Service, and Francesco and Francesca Kavalenka."],
      ["ru", "> Мир.\n>\n> — Анна Коваленко, посол\n\n> Да.\n>\n> — Яна Коваленко, посол"],
      ["zh", "> 和平。\n>\n> — 陈玉兰，主任\n\n> 是。\n>\n> — 陈玉芳，主任"],
    ],
  },
  "visible-markup": {
    wrong: [
      ["en", "The text.<o:p></o:p>"],
      ["en", "<!--[if gte mso 9]><xml></xml><![endif]-->\n\nThe text."],
      ["en", "The <span style='mso-fareast-language:EN-US'>text</span>."],
      ["en", "<table>\n<tr><td>Minsk</td></tr>\n</table>"],
      ["ru", "Открыты:\n\n· центр\n· школа"],
      ["en", "They got:\n\n§ beds\n§ a kitchen"],
      ["en", "They got:\n\n\uf0b7\tbeds"],
      ["en", "See [the report] (https://example.org/report)."],
      ["en", "See [the report]\n(https://example.org/report)."],
      ["en", "See (the report)[https://example.org/report]."],
      ["zh", "见［报告］（https://example.org/report）。"],
      ["en", "See [the report](https://example.org/report for more."],
      ["en", "See [the report][1]."],
      ["en", "See [[Minsk]]."],
      ["en", "![The opening] (opening.jpg)"],
      ["en", "![The opening]"],
      ["en", "The method changed.[^1]"],
      ["en", "The method changed.\n\n[^1]: Before 2025 buses were counted."],
      ["en", "The method changed.^[Before 2025 buses were counted.]"],
      ["en", "1 source.\n\n[1]: Ministry of Health, 2025"],
      ["en", "1 source.\n\n[1]: https://example.org/report"],
      ["en", "The ** no ** ministry."],
      ["en", "The **ministry **said."],
      ["en", "The _no _ ministry."],
      ["en", "The ~~ministry."],
      ["en", "##Heading without a space"],
      ["zh", "##标题"],
      ["en", "| Town | Number |\n| Minsk | 714 |"],
      ["en", "| Town | Number |\n| --- |\n| Minsk | 714 |"],
      ["en", "Town | Number\nMinsk | 714"],
      ["en", "+------+----+\n| Town | No |\n+------+----+"],
      ["en", "- [ ] Call the office\n- [x] done"],
      ["en", "It is ==marked== and H~2~O."],
      ["en", "It is 5 m^2 large."],
      ["en", "Write `code."],
      ["en", ":::warning\nMind the gap.\n:::"],
      ["en", "They call it :qqq[x] and :xx[y]."],
      ["en", "{{< figure src=x.jpg >}}"],
      ["en", "{% include x.html %} and {{ page.title }}"],
      ["en", '[caption id="attachment_1" width="300"]A caption[/caption]'],
      ["en", '[gallery ids="1,2"]'],
      ["en", "[b]Bold[/b] and [url=https://example.org]a link[/url]"],
      ["en", "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\nThe text."],
      ["en", "------=_Part_123_456.789\n\nThe text."],
      ["en", "The minister=E2=80=99s words=20\nand more."],
      ["en", "From: Anna\nSent: Monday\nTo: the press\nSubject: News\n\nThe text."],
      ["en", "The text.\n\ntitle: A centre\nlayout: post\ncategories: news\n\nThe text."],
      ["en", 'See { HYPERLINK "https://example.org" } and Error! Reference source not found.'],
      ["en", "It is \\textbf{bold}."],
      ["en", "A paragraph {: .lead}"],
      ["en", "'''Bold''' words"],
      ["en", "One&nbsp line."],
      ["en", "One\\nline and \\u00e9."],
      ["en", "See data:image/png;base64,iVBORw0KGgoAAAANSUhEUg"],
      ["en", "Steps:\n2. Call us\n3. Come"],
      ["en", "<video src=https://example.org/a.mp4></video>"],
      ["en", '<iframe src="https://player.vimeo.com/video/1234567"></iframe>'],
      ["en", "title: The <b>centre</b> of AT&amp;T"],
      ["en", "summary: See [the report](https://example.org/report)."],
      ["en", "notes: The **ministry **said."],
      ["en", "changes: [{ date: 2018-03-05, note: 'The [name] (https://example.org) was wrong.' }]"],
    ],
    right: [
      ["en", "Write `<p>` or <https://example.org>, and that 3 < 5 > 2."],
      ["en", "```\n<table>\n• x\n```"],
      ["en", "§ 12 of the law\n\n§ 13 of the law"],
      ["en", "§ is the sign of sections.\n\nMinsk • Smarhon · Brest"],
      ["en", "He said [sic](as he said), [the minister](see page 3) and [Applause] (long)."],
      ["en", "The price* is 5 * 3 = 15.\n\n*Without tax."],
      ["en", "The tag #UNDP and #SDG5, file_name_here, press_office@example.org, @some_name_ and f***."],
      ["en", "It costs 5~6 euros, ~ 7 km, a^b in none. Minsk | Brest. Call +375 17."],
      ["en", "\\*\\*Not bold\\*\\* and \\[no link\\](https://example.org) and \\## no heading"],
      ["en", "H<sub>2</sub>O, m<sup>2</sup>, one<br>two.[^1]\n\n[^1]: A note."],
      [
        "en",
        "[plan](<my plan.pdf>), **bold**, *italic*, ~~struck~~, :ru[слово]\n\n| a | b |\n| --- | --- |\n| x | y |",
      ],
      ["en", "Title: Head of Office\n\nThe date: Monday. From: Minsk to Brest."],
      ["en", "“We [the ministry] agree” [1] and [2, 3]. Mark “[ ]” on the form."],
      ["en", "See [the Report][Rep] and [plan].\n\n[rep]: https://example.org/a\n[plan]: /en/2018/example/"],
      ["ru", "Цена – 5 * 3. См. § 5 и № 3 {в скобках}."],
      ["en", 'title: "#SocialGov Summit: #1 in water & 5 > 3*"\nsummary: "It\'s 5 * 3 = 15 [sic]"'],
    ],
  },
  "inner-links": {
    wrong: [
      ["ru", "См. [релиз](/ru/2018/no-such/)."],
      ["en", "See [the text](../2017-01-27-training-centre.md)."],
      ["en", "Read [the report](report.pdf)."],
      ["en", "Write to [us](press@example.org)."],
      ["en", "See [their page](example.org/report)."],
      ["en", "See [the other](../no-such-release/)."],
    ],
    right: [
      ["en", "They said [sic](to be seen) and [nothing]( 'A title')."],
      ["en", "See [the office](../../press-office/), [this](../example-0/), [all](../../releases/)."],
      [
        "en",
        "See [this](/en/2018/example-0/), [all](/en/releases/), [2018](/en/2018/), [home](/), [part](#part), [file](/files/a.pdf).",
      ],
    ],
  },
  "outer-links": { wrong: [], right: [] },
  "link-form": {
    wrong: [
      ["en", "See [it](http:/example.org)."],
      ["en", "See [it](www.example.org)."],
      ["en", "See [it](http://localhost:8080/x)."],
      ["ru", "См. [файл](file:///C:/report.docx)."],
      ["en", "See [it](C:\\Users\\Anna\\report.docx)."],
      ["en", "See [it](javascript:alert(1))."],
      ["en", "Write to [us](mailto:press)."],
    ],
    right: [
      ["en", "See [it](<my plan.pdf>), [it](https://example.org/my plan.pdf) and <https://example.org/a%20b>."],
      [
        "en",
        "An address such as (http://…). See [it](https://example.org/a(b)?c=d#e), <https://example.org>, [us](mailto:press@example.org), [call](tel:+375173274876).",
      ],
    ],
  },
  https: {
    wrong: [["ru", "См. http://example.org/report"]],
    right: [["en", "See https://example.org/?from=http://other.example and `http://code.example`."]],
  },
  "link-text": {
    wrong: [
      ["en", "Please [click here](https://example.org)."],
      ["ru", "Отчёт [здесь](https://example.org)."],
      ["fr", "Le rapport est [ici](https://example.org)."],
      ["ar", "التقرير [هنا](https://example.org)."],
      ["zh", "报告在[这里](https://example.org)。"],
      ["en", "Nothing [](https://example.org) seen."],
    ],
    right: [["en", "Read [more about the centre](https://example.org), or https://example.org/here"]],
  },
  tracking: {
    wrong: [
      ["en", "See https://example.org/?fbclid=abc"],
      ["ru", "См. [отчёт](https://example.org/a?id=7&utm_campaign=x#part)."],
    ],
    right: [["en", "See [it](https://example.org/?id=7&source=mail)."]],
  },
  "picture-words": {
    wrong: [
      ["en", "![IMG_2034](opening.jpg)"],
      ["ru", "![](opening.jpg)"],
      ["en", "![opening-centre-final.jpg](opening.jpg)"],
    ],
    right: [
      ["ar", "![ضابطان يقصان الشريط](opening.jpg)"],
      ["en", "Write `![](opening.jpg)`."],
    ],
  },
  "picture-credit": { wrong: [], right: [] },
  "picture-size": { wrong: [], right: [] },
  "heading-order": {
    wrong: [
      ["en", "### The building\n\nIt is new."],
      ["ru", "# Центр\n\n### Здание\n\nНовое."],
    ],
    right: [["en", "# The centre\n\n## The building\n\n# The staff\n\nThey are new."]],
  },
  "table-header": {
    wrong: [["ru", "| Город | |\n| --- | --- |\n| Минск | 714 |"]],
    right: [["en", "| | Victims |\n| --- | --- |\n| Minsk | 714 |\n\na | b\n\n---"]],
  },
  "passage-language": {
    wrong: [
      ["ru", "Центр открыт.\n\nThe centre was opened in Smarhon, and border guards will be trained there."],
      ["en", "La oficina de prensa de los ministerios y las escuelas que están en el país para los niños."],
      ["ar", "افتتح المركز.\n\nThe centre was opened in Smarhon, and border guards will be trained."],
    ],
    right: [
      ["en", "The State Border Committee, the Université de Paris and the Museo de las Américas took part in it."],
      ["ru", "Приняли участие United Nations Development Programme и другие организации республики."],
      ["en", ":::es\nLa oficina de prensa de los ministerios y las escuelas que están en el país.\n:::"],
    ],
  },
  translation: { wrong: [], right: [] },
  phone: {
    wrong: [
      ["ru", "Тел. +375 17 327 48 7"],
      ["en", "Tel.: 017 327 48 7"],
      ["en", "Call [us](tel:+37517327487)."],
      ["fr", "Téléphone : +33 1 70 18 99"],
      ["en", "Call +1 555 12345"],
    ],
    right: [
      ["en", "Tel. +375 17 327 48 76, fax: + 375 17 327 48 77; 714 + 3750 people"],
      ["en", "Tel. 8 017 327 48 76, phone: 375 17 327 48 76, mobile 8 (029) 123-45-67, ext. 12, fax 112."],
    ],
  },
  mail: {
    wrong: [
      ["en", "Write to anna@gmial.com"],
      ["ru", "Пишите: anna@example.con"],
      ["en", "Write to anna@undp,org"],
      ["en", "Write to anna @undp.org"],
      ["en", "Write to anna@undp. org"],
      ["en", "Write to anna@@undp.org or to press@undp@org"],
      ["en", "Write to anna@undp"],
      ["en", "notes: Write to anna@undp..org\n---\nIt is new."],
    ],
    right: [
      ["en", "Write to anna@gmail.com, anna@mail.by or [us](mailto:press@undp.org)."],
      ["en", "Follow @undp on the network, at Meadows@Peirce, by 3 @ 5, or `a@b`."],
    ],
  },
  confirmed: { wrong: [], right: [] },
  "private-data": {
    wrong: [
      ["ru", "Паспорт MP1234567 выдан в Минске."],
      ["en", "Pay to GB82 WEST 1234 5698 7654 32."],
      ["en", "Her card 4111 1111 1111 1111 was used."],
      ["be", "Асабісты нумар 3120590A001PB5."],
    ],
    right: [
      ["en", "The passport of 714 people, GB82 WEST 1234 5698 7654 33, and order 4111 1111 1111 1112."],
      ["en", "Call +375 17 327 48 76. Report 2017-01-27-0001, ISBN 978-3-16-148410-0."],
    ],
  },
};
