/** An error set into a text of the corpus: a few words of it, and what stands in their place. */
export interface Planted {
  readonly kind: string;
  /** A file of digitalgov/news (public domain). */
  readonly file: string;
  readonly find: string;
  readonly put: string;
  /** Fields that the release has besides. */
  readonly fields?: string;
}

/** An error in a text of our own, for what that corpus lacks: `⟦right⇒wrong⟧`. */
export interface Written {
  readonly kind: string;
  readonly lang: string;
  /** Fields, a line of three hyphens and a text. */
  readonly text: string;
}

/**
 * Errors as editors make them, set into texts before the rules that find them were written. They measure the check
 * (`planted.ts`); the rules are not made for them, so leave them as they are when a rule changes, and add others.
 */
export const planted: readonly Planted[] = [
  {
    kind: "letters for a figure",
    file: "2017/04/2017-04-20-oip-seeks-your-participation-in-the-development-of-the-national-foia-portal.md",
    find: "While we’re working on",
    put: "Some XX agencies have joined so far. While we’re working on",
  },
  {
    kind: "letters for a figure",
    file: "2024/09/2024-09-13-datagov-launches-metrics-tools.md",
    find: "These views needed to cover",
    put: "These views, xx,xxx a day, needed to cover",
  },
  {
    kind: "letters for a figure",
    file: "2014/09/2014-09-16-trends-on-tuesday-the-mobile-tipping-point.md",
    find: "A new mobile world is just",
    put: "The pilot costs $XX million. A new mobile world is just",
  },
  {
    kind: "to be confirmed",
    file: "2014/06/2014-06-25-case-studies-in-thunderclap.md",
    find: "Tell us: Has your agency",
    put: "The next webinar is on 16 July at the Smith Auditorium (TBC). Tell us: Has your agency",
  },
  {
    kind: "to be confirmed",
    file: "2016/06/2016-06-08-a-problem-without-definition-is-a-challenge-without-a-solution.md",
    find: "A problem definition workshop can help.",
    put: "Speakers: Denys Resnick, TBD. A problem definition workshop can help.",
  },
  {
    kind: "to be confirmed",
    file: "2013/07/2013-07-18-how-to-create-a-customer-experience-index.md",
    find: "Keeping it simple was one of",
    put: "It covers TK offices. Keeping it simple was one of",
  },
  {
    kind: "brackets to fill in",
    file: "2014/05/2014-05-28-government-it-is-a-small-world.md",
    find: "It would document the value",
    put: "It was signed by [insert name]. It would document the value",
  },
  {
    kind: "brackets to fill in",
    file: "2015/08/2015-08-20-three-new-mobile-apps-honor-fallen-veterans-overseas.md",
    find: "Want to learn more about how",
    put: "The fourth app comes out on [DATE]. Want to learn more about how",
  },
  {
    kind: "brackets to fill in",
    file: "2018/02/2018-02-05-using-journey-mapping-streamline-processes-across-agencies.md",
    find: "### The Exercise Steps",
    put: "The office serves [●] travelers a year.\n\n### The Exercise Steps",
  },
  {
    kind: "brackets to fill in",
    file: "2013/12/2013-12-05-u-s-census-bureau-dwellr-app.md",
    find: "(Another plus: If",
    put: "“It is simple to use,” said <name>, the project’s lead.\n\n(Another plus: If",
  },
  {
    kind: "brackets to fill in",
    file: "2012/02/2012-02-22-dol-labor-stats-app.md",
    find: "## How It Worked",
    put: "The contract was won by ________ in 2011.\n\n## How It Worked",
  },
  {
    kind: "question marks",
    file: "2013/11/2013-11-21-coast-guard-hswl-app.md",
    find: "Not in the Coast Guard but",
    put: "It has been downloaded ??? times since May. Not in the Coast Guard but",
  },
  {
    kind: "filler text",
    file: "2014/04/2014-04-04-heatmapping-tools-show-whats-hot-on-your-pages.md",
    find: "The downsides to this method",
    put: "Lorem ipsum dolor sit amet, consectetur adipiscing elit.\n\nThe downsides to this method",
  },
  {
    kind: "note to a colleague",
    file: "2019/03/2019-03-26-a-year-in-life-a-pif.md",
    find: "## Deeper Dive",
    put: "There are 36 fellows this year [check with HR].\n\n## Deeper Dive",
  },
  {
    kind: "note to a colleague",
    file: "2013/12/2013-12-03-census-mobile-app-showcases-local-statistics.md",
    find: "Coming soon, you will see",
    put: "(Stephen, please confirm the figure before we send this out)\n\nComing soon, you will see",
  },
  {
    kind: "note to a colleague",
    file: "2015/11/2015-11-19-is-there-a-generic-equivalent-to-my-brand-name-drug-find-out-with-fda-ob-express.md",
    find: "Each list item links to",
    put: "==NB: ask Maria for the final number here== Each list item links to",
  },
  {
    kind: "note to a colleague",
    file: "2015/04/2015-04-16-nci-reaching-the-public-via-sms-to-change-behaviors.md",
    find: "**SmokefreeTXT Program’s Success**",
    put: "TODO: add a quote from the director\n\n**SmokefreeTXT Program’s Success**",
  },
  {
    kind: "tracked changes",
    file: "2012/03/2012-03-05-myds-web-app.md",
    find: "## How It Worked",
    put: "Commented [JD1]: Is that the right version?\n\n## How It Worked",
  },
  {
    kind: "tracked changes",
    file: "2013/07/2013-07-04-mobile-gov-for-independence-day.md",
    find: "Browse all of the free apps",
    put: "Browse {--some--}{++all++} of the free apps",
  },
  {
    kind: "share above the whole",
    file: "2014/03/2014-03-14-customize-your-own-amazing-social-media-report-infographic.md",
    find: "You can even customize",
    put: "Today 140 % of agencies use it. You can even customize",
  },
  {
    kind: "share above the whole",
    file: "2016/05/2016-05-23-kids-gov-reenvisioned.md",
    find: "With a new knowledge of",
    put: "About 106 percent of the teachers asked said yes. With a new knowledge of",
  },
  {
    kind: "mail address",
    file: "2015/08/2015-08-14-what-is-mobile-device-compatibility-testing.md",
    find: "## Additional Resources",
    put: "Write to testing@gsa,gov for more.\n\n## Additional Resources",
  },
  {
    kind: "mail address",
    file: "2016/10/2016-10-21-gao-to-congress-federal-agencies-are-making-a-difference-through-open-innovation.md",
    find: "That last one is key",
    put: "Contact: challenge @gsa.gov.\n\nThat last one is key",
  },
  {
    kind: "mail address",
    file: "2013/09/2013-09-17-digital-analytics-program-goes-to-the-moon.md",
    find: "Zooming in on one",
    put: "Questions go to dap@@gsa.gov. Zooming in on one",
  },
  {
    kind: "bold as heading",
    file: "2017/04/2017-04-20-oip-seeks-your-participation-in-the-development-of-the-national-foia-portal.md",
    find: "FOIA requesters and agency personnel:",
    put: "**How to take part**\n\nFOIA requesters and agency personnel:",
  },
  {
    kind: "name two ways",
    file: "2016/06/2016-06-08-a-problem-without-definition-is-a-challenge-without-a-solution.md",
    find: "look like, Resnick says",
    put: "look like, Resnik says",
  },
  {
    kind: "name two ways",
    file: "2015/04/2015-04-16-nci-reaching-the-public-via-sms-to-change-behaviors.md",
    find: "When Augustson was asked",
    put: "When Augusston was asked",
  },
  {
    kind: "name two ways",
    file: "2019/03/2019-03-26-a-year-in-life-a-pif.md",
    find: "_Zach Goldfine is",
    put: "Goldfyne has led two projects.\n\n_Zach Goldfine is",
  },
  {
    kind: "acronym two ways",
    file: "2014/08/2014-08-25-preserving-fish-and-wildlife-service-history-through-open-data-initiative.md",
    find: "says Jana Newman, chief of the NRPC’s",
    put: "says Jana Newman, chief of the NPRC’s",
  },
  {
    kind: "acronym two ways",
    file: "2013/07/2013-07-18-how-to-create-a-customer-experience-index.md",
    find: "executives and managers throughout OCSIT",
    put: "executives and managers throughout OSCIT",
  },
  {
    kind: "million and billion",
    file: "2013/12/2013-12-03-census-mobile-app-showcases-local-statistics.md",
    find: "We are eager to see",
    put: "The survey of those 30 billion Americans goes on. We are eager to see",
  },
  {
    kind: "million and billion",
    file: "2014/09/2014-09-16-trends-on-tuesday-the-mobile-tipping-point.md",
    find: "According to [CIO Magazine]",
    put: "That is 1.25 million smartphones in one year. According to [CIO Magazine]",
  },
  {
    kind: "paragraph twice",
    file: "2022/01/2022-01-03-webinar-recap-key-takeaways-on-simplifying-hazard-communications-with-plain-language.md",
    find: "NWS is exploring three",
    put: "However, NWS gathered feedback indicating that people find these terms confusing and cannot interpret them properly.\n\nNWS is exploring three",
  },
  {
    kind: "quote without end",
    file: "2014/08/2014-08-25-preserving-fish-and-wildlife-service-history-through-open-data-initiative.md",
    find: "easy to store and share information.” We",
    put: "easy to store and share information. We",
  },
  {
    kind: "quote without end",
    file: "2016/06/2016-06-08-a-problem-without-definition-is-a-challenge-without-a-solution.md",
    find: "than you anticipate,” Shaw says",
    put: "than you anticipate, Shaw says",
  },
  {
    kind: "dates that contradict",
    file: "2013/07/2013-07-18-how-to-create-a-customer-experience-index.md",
    find: "Our next steps are to begin",
    put: "The training runs from 24 to 14 August 2013. Our next steps are to begin",
  },
  {
    kind: "dates that contradict",
    file: "2014/06/2014-06-25-case-studies-in-thunderclap.md",
    find: "In case you missed it, you",
    put: "The webinar was on Friday, June 19, 2014. In case you missed it, you",
  },
  {
    kind: "dates that contradict",
    file: "2018/02/2018-02-05-using-journey-mapping-streamline-processes-across-agencies.md",
    find: "Based on our findings, agencies",
    put: "Apply from March 20, 2018 to March 5, 2018. Based on our findings, agencies",
  },
  {
    kind: "no such day",
    file: "2016/05/2016-05-23-kids-gov-reenvisioned.md",
    find: "In order to serve a dynamic",
    put: "The new site opens on September 31. In order to serve a dynamic",
  },
  {
    kind: "no such time",
    file: "2014/05/2014-05-28-government-it-is-a-small-world.md",
    find: "When they met in late February",
    put: "The session began at 9:75 a.m. When they met in late February",
  },
  {
    kind: "wrong year",
    file: "2016/01/2016-01-27-the-data-briefing-improving-the-federal-government-through-mobile-apps.md",
    find: "The challenge will be in",
    put: "By the end of 2061 all agencies will have one. The challenge will be in",
  },
  {
    kind: "wrong year",
    file: "2013/12/2013-12-05-u-s-census-bureau-dwellr-app.md",
    find: "You can find more great",
    put: "It was opened on December 3, 2031. You can find more great",
  },
  {
    kind: "wrong year",
    file: "2015/12/2015-12-03-fascinating-geysers-on-the-nps-yellowstone-geysers-app.md",
    find: "The photo gallery includes",
    put: "Last updated in November 20015. The photo gallery includes",
  },
  {
    kind: "title's figure",
    file: "2015/08/2015-08-20-three-new-mobile-apps-honor-fallen-veterans-overseas.md",
    find: 'title: "Three New Mobile Apps Honor',
    put: 'title: "130 New Mobile Apps Honor',
  },
  {
    kind: "link to nowhere",
    file: "2015/11/2015-11-19-is-there-a-generic-equivalent-to-my-brand-name-drug-find-out-with-fda-ob-express.md",
    find: "The help and support links",
    put: "See [the announcement](#). The help and support links",
  },
  {
    kind: "link to nowhere",
    file: "2013/11/2013-11-21-coast-guard-hswl-app.md",
    find: "This app puts an impressive",
    put: "[Read the leaflet](https://example.com/leaflet). This app puts an impressive",
  },
  {
    kind: "link to nowhere",
    file: "2012/02/2012-02-22-dol-labor-stats-app.md",
    find: "User interface (UI) standards",
    put: "The [report](http://link) tells more. User interface (UI) standards",
  },
  {
    kind: "link to another",
    file: "2024/09/2024-09-13-datagov-launches-metrics-tools.md",
    find: "[datagovhelp@gsa.gov](mailto:datagovhelp@gsa.gov)",
    put: "[datagovhelp@gsa.gov](mailto:jane.roe@gsa.gov)",
  },
  {
    kind: "draft in the title",
    file: "2013/12/2013-12-19-facebook-news-feed-algorithm-update-what-you-need-to-know.md",
    find: 'title: "Facebook News Feed',
    put: 'title: "DRAFT: Facebook News Feed',
  },
  {
    kind: "draft in the title",
    file: "2015/05/2015-05-08-customer-experience-and-user-experience-professionals-a-match-made-in-heaven.md",
    find: 'A Match Made in Heaven!"',
    put: 'A Match Made in Heaven! v3 final"',
  },
  {
    kind: "spelling",
    file: "2014/03/2014-03-14-customize-your-own-amazing-social-media-report-infographic.md",
    find: "How did our coordinated",
    put: "How did our coordiated",
  },
  {
    kind: "spelling",
    file: "2015/08/2015-08-14-what-is-mobile-device-compatibility-testing.md",
    find: "manual intervention is still",
    put: "manual intervetnion is still",
  },
  {
    kind: "spelling",
    file: "2016/10/2016-10-21-gao-to-congress-federal-agencies-are-making-a-difference-through-open-innovation.md",
    find: "every young person",
    put: "evrey young person",
  },
  {
    kind: "spelling",
    file: "2014/07/2014-07-23-the-api-briefing-mapping-food-deserts-the-usda-economic-research-services-gis-map-services.md",
    find: "are excellent resources for",
    put: "are excelent resources for",
  },
  {
    kind: "word and digits",
    file: "2013/09/2013-09-17-digital-analytics-program-goes-to-the-moon.md",
    find: "We never know when",
    put: "Seven (9) centers take part. We never know when",
  },
  {
    kind: "sentence cut off",
    file: "2012/07/2012-07-11-aids-gov-responsive-design.md",
    find: "goal in the near future.",
    put: "goal in the near future, so that",
  },
  {
    kind: "sentence cut off",
    file: "2018/02/2018-02-05-using-journey-mapping-streamline-processes-across-agencies.md",
    find: "between agency service offerings.",
    put: "between agency service offerings and the",
  },
  {
    kind: "bracket without end",
    file: "2013/12/2013-12-19-facebook-news-feed-algorithm-update-what-you-need-to-know.md",
    find: "Share opportunities for citizens",
    put: "Share (as told above opportunities for citizens",
  },
  {
    kind: "bracket without end",
    file: "2015/04/2015-04-16-nci-reaching-the-public-via-sms-to-change-behaviors.md",
    find: "The messages increase in frequency",
    put: "The messages) increase in frequency",
  },
  {
    kind: "embargo in the text",
    file: "2022/01/2022-01-03-webinar-recap-key-takeaways-on-simplifying-hazard-communications-with-plain-language.md",
    find: "If a snowstorm or tornado is headed",
    put: "EMBARGOED UNTIL 10:00 ON 12 JANUARY\n\nIf a snowstorm or tornado is headed",
  },
  {
    kind: "word twice",
    file: "2014/06/2014-06-25-case-studies-in-thunderclap.md",
    find: "was not enough time to reach the goal",
    put: "was not enough time to to reach the goal",
  },
  {
    kind: "sentences glued",
    file: "2014/05/2014-05-28-government-it-is-a-small-world.md",
    find: "informal collaborative networks. The",
    put: "informal collaborative networks.The",
  },
  {
    kind: "wrong word",
    file: "2015/12/2015-12-03-fascinating-geysers-on-the-nps-yellowstone-geysers-app.md",
    find: "Each eruption is quite different",
    put: "Each eruption has it's own show and is quite different",
  },
  {
    kind: "wrong word",
    file: "2014/08/2014-08-25-preserving-fish-and-wildlife-service-history-through-open-data-initiative.md",
    find: "available to the public, increasing",
    put: "available to the pubic, increasing",
  },
];

export const written: readonly Written[] = [
  {
    kind: "letters for a figure",
    lang: "ru",
    text: "В Сморгони открыт новый центр. В нём будут учиться ⟦60⇒ХХ⟧ пограничников в год.\n\nЦентр построен на средства Европейского союза.",
  },
  {
    kind: "to be confirmed",
    lang: "fr",
    text: "Le centre ouvre ses portes à Smarhon.\n\nLa visite de presse aura lieu le ⟦3 mars⇒3 mars (à confirmer)⟧ à dix heures.",
  },
  {
    kind: "to be confirmed",
    lang: "es",
    text: "El centro abre sus puertas en Smarhon.\n\nHablará la ministra, ⟦Ana Pérez⇒[por confirmar]⟧, ante la prensa.",
  },
  {
    kind: "brackets to fill in",
    lang: "ru",
    text: "В Сморгони открыт новый центр.\n\nНа церемонии выступил ⟦Иван Коваль⇒[ФИО]⟧, начальник управления.",
  },
  {
    kind: "brackets to fill in",
    lang: "en",
    text: "figures:\n  - { value: ⟦714⇒XXX⟧, label: people got help }\n---\nThe centre in Smarhon has been open for three years. It helps victims of trafficking.",
  },
  {
    kind: "brackets to fill in",
    lang: "en",
    text: "summary: The centre in Smarhon trains ⟦60⇒[number]⟧ officers a year, from all regions.\n---\nThe centre was opened on Friday. It has two classrooms and a library.",
  },
  {
    kind: "note to a colleague",
    lang: "ru",
    text: "В Сморгони открыт новый центр⟦.⇒ (уточнить у Ольги).⟧\n\nВ нём два класса и библиотека.",
  },
  {
    kind: "note to a colleague",
    lang: "fr",
    text: "Le centre accueille 60 agents par an⟦.⇒ [à vérifier avec Paul].⟧\n\nIl compte deux salles et une bibliothèque.",
  },
  {
    kind: "tracked changes",
    lang: "ru",
    text: "В Сморгони открыт новый центр.\n\n⟦⇒Примечание [ОК2]: дата верна?\n\n⟧В нём два класса и библиотека.",
  },
  {
    kind: "share above the whole",
    lang: "ru",
    text: "Центр работает три года. ⟦Около 90 %⇒Около 190 %⟧ участников нашли работу.",
  },
  {
    kind: "mail address",
    lang: "en",
    text: "The centre was opened on Friday. Journalists write to ⟦press@example.org⇒press@example@org⟧ by noon.",
  },
  {
    kind: "mail address",
    lang: "fr",
    text: "Le centre est ouvert. Contact : ⟦presse@exemple.org⇒presse@exemple .org⟧ avant midi.",
  },
  {
    kind: "phone number",
    lang: "en",
    text: "The centre was opened on Friday. For interviews call ⟦+375 17 327 48 76⇒+375 17 327 48 7⟧ on weekdays.",
  },
  {
    kind: "phone number",
    lang: "en",
    text: "The centre was opened on Friday. For interviews call ⟦+375 29 123 45 67⇒+375 29 123 45 678⟧, Anna Kavalenka.",
  },
  {
    kind: "phone number",
    lang: "ru",
    text: "Центр открыт в пятницу.\n\nТел.: ⟦8 017 327 48 76⇒8 017 327 48 7⟧, пресс-служба.",
  },
  {
    kind: "phone number",
    lang: "fr",
    text: "Le centre est ouvert.\n\nTéléphone : ⟦+33 1 70 18 99 00⇒+33 1 70 18 99⟧ (service de presse)",
  },
  {
    kind: "bold as heading",
    lang: "ru",
    text: "В Сморгони открыт новый центр.\n\n⟦## О центре⇒**О центре**⟧\n\nВ нём два класса и библиотека на пять тысяч книг.",
  },
  {
    kind: "name two ways",
    lang: "ru",
    text: "title: Ковальчук открыл новый центр\n---\nМинистр Пётр Ковальчук открыл центр в Сморгони.\n\nПо словам ⟦Ковальчука⇒Кавальчука⟧, в нём будут учиться пограничники.",
  },
  {
    kind: "name two ways",
    lang: "en",
    text: "The centre was opened by Anna Kavalenka, who leads the office.\n\n> We need peace, and we need it now.\n>\n> — Anna ⟦Kavalenka⇒Kavalenko⟧, Resident Representative",
  },
  {
    kind: "acronym two ways",
    lang: "en",
    text: "title: ⟦BGTC⇒BGCT⟧ opens its doors\n---\nThe Border Guard Training Centre (BGTC) was opened on Friday. The BGTC has two classrooms.",
  },
  {
    kind: "million and billion",
    lang: "en",
    text: "title: European Union gives ⟦4.5 million⇒4.5 billion⟧ euros for a centre\n---\nThe European Union gives 4.5 million euros for the centre in Smarhon.",
  },
  {
    kind: "paragraph twice",
    lang: "es",
    text: "El centro abre sus puertas en Smarhon, con dos aulas y una biblioteca para sesenta agentes al año.\n\nLa obra duró tres años.⟦⇒\n\nEl centro abre sus puertas en Smarhon, con dos aulas y una biblioteca para sesenta agentes al año.⟧",
  },
  {
    kind: "quote without end",
    lang: "en",
    text: "The centre was opened on Friday.\n\n“We need peace,⟦” said⇒ said⟧ Anna Kavalenka, who leads the office.",
  },
  {
    kind: "dates that contradict",
    lang: "en",
    text: 'title: Press tour of the centre on ⟦9 March⇒19 March⟧\ntype: media-advisory\nevent: { start: "2018-03-09 10:00 +03:00", place: Smarhon }\n---\nOn 9 March 2018 journalists can see the new centre.',
  },
  {
    kind: "title's figure",
    lang: "fr",
    text: "title: Un centre pour ⟦714⇒741⟧ victimes\n---\nEn trois ans, 714 victimes de la traite ont été aidées.",
  },
  {
    kind: "link to nowhere",
    lang: "en",
    text: "The centre was opened on Friday. Read [the report](⟦https://www.un.org/report⇒https://www.un.org/INSERT-LINK⟧) for more.",
  },
  {
    kind: "draft in the title",
    lang: "ru",
    text: "title: Открыт новый центр⟦⇒ (черновик)⟧\n---\nВ Сморгони открыт новый центр для пограничников.",
  },
  {
    kind: "spelling",
    lang: "ru",
    text: "В Сморгони открыт новый центр. Он построен при ⟦поддержке⇒поддежке⟧ Европейского союза.",
  },
  {
    kind: "spelling",
    lang: "en",
    text: "The centre was opened on Friday. The ⟦government⇒goverment⟧ paid for the building.",
  },
];
