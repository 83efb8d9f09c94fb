/** The texts of a new office, which its editors change. */
interface Texts {
  readonly description: (name: string) => string;
  readonly pressOffice: string;
  readonly title: string;
  readonly body: string;
}

const english: Texts = {
  description: (name) => `Press releases from ${name}, with their quotes, figures and contacts.`,
  pressOffice: "Press Office",
  title: "A new home for our press releases",
  body: `From today, all our press releases are here: with who said it, how it is spelled and whom to call.

Write what happened, who did it, and what it changes for whom. The first paragraph stands in lists, feeds and search results.`,
};

const others: Readonly<Record<string, Texts>> = {
  ar: {
    description: (name) => `بيانات صحفية من ${name} مع الاقتباسات والأرقام وجهات الاتصال.`,
    pressOffice: "المكتب الصحفي",
    title: "موقع جديد لبياناتنا الصحفية",
    body: `ابتداءً من اليوم تجدون جميع بياناتنا الصحفية هنا: من قال ماذا، وكيف تُكتب الأسماء، وبمن يمكن الاتصال.

اكتبوا ما حدث ومن قام به وما الذي يغيّره ولمن. تظهر الفقرة الأولى في القوائم والخلاصات ونتائج البحث.`,
  },
  be: {
    description: (name) => `Прэс-рэлізы: ${name}. З цытатамі, лічбамі і кантактамі.`,
    pressOffice: "Прэс-служба",
    title: "Новы дом для нашых прэс-рэлізаў",
    body: `Ад сёння ўсе нашы прэс-рэлізы тут: хто гэта сказаў, як гэта пішацца і каму тэлефанаваць.

Напішыце, што адбылося, хто гэта зрабіў і што гэта мяняе і для каго. Першы абзац трапляе ў спісы, стужкі і вынікі пошуку.`,
  },
  es: {
    description: (name) => `Comunicados de prensa de ${name}, con citas, cifras y contactos.`,
    pressOffice: "Oficina de prensa",
    title: "Un nuevo sitio para nuestros comunicados de prensa",
    body: `Desde hoy, todos nuestros comunicados de prensa están aquí: quién lo dijo, cómo se escribe y a quién llamar.

Escriba qué ocurrió, quién lo hizo y qué cambia y para quién. El primer párrafo aparece en las listas, los canales y los resultados de búsqueda.`,
  },
  fr: {
    description: (name) => `Communiqués de presse : ${name}. Citations, chiffres et contacts.`,
    pressOffice: "Service de presse",
    title: "Un nouveau site pour nos communiqués de presse",
    body: `Dès aujourd'hui, tous nos communiqués de presse sont ici : qui l'a dit, comment cela s'écrit et qui appeler.

Écrivez ce qui s'est passé, qui l'a fait, ce que cela change et pour qui. Le premier paragraphe figure dans les listes, les flux et les résultats de recherche.`,
  },
  ru: {
    description: (name) => `Пресс-релизы: ${name}. С цитатами, цифрами и контактами.`,
    pressOffice: "Пресс-служба",
    title: "Новый дом для наших пресс-релизов",
    body: `С сегодняшнего дня все наши пресс-релизы здесь: кто это сказал, как это пишется и кому звонить.

Напишите, что произошло, кто это сделал, что это меняет и для кого. Первый абзац попадает в списки, ленты и результаты поиска.`,
  },
  zh: {
    description: (name) => `${name}新闻稿，附引语、数据和联系方式。`,
    pressOffice: "新闻办公室",
    title: "我们的新闻稿有了新网站",
    body: `从今天起，我们的全部新闻稿都在这里：谁说的、怎么写、该联系谁。

请写明发生了什么、由谁完成、为谁带来了什么变化。第一段会显示在列表、订阅源和搜索结果中。`,
  },
};

/** Returns the texts of a new office in a language; in English if there are none. */
export function textsIn(lang: string): Texts {
  return others[lang.split("-")[0] ?? ""] ?? english;
}
