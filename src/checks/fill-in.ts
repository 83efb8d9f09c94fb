/** Begins what tells somebody what to put in, in the languages that offices write. */
export const FILL_IN =
  /^(?:insert|add|fill in|enter|put(?= (?:in|the|a|your|here))|replace|update|provide|specify|choose|select|to be (?:added|confirmed|checked|completed|inserted|updated|verified|decided|agreed|announced|provided|supplied)|вставить|вставьте|указать|укажите|добавить|добавьте|впишите|вписать|уточняется|дополнить|заполнить|заполните|уставіць|дадаць|insérer|ajouter|compléter|à (?:compléter|confirmer|insérer|ajouter|venir|préciser|définir)|insertar|agregar|añadir|completar|poner|por (?:confirmar|definir|completar|determinar)|a (?:confirmar|completar|definir)|إدراج|أضف|أدخل|يُستكمل|للتأكيد|插入|填写|填入|待定|待确认|待补充)(?![\p{L}\p{N}])/iu;

/** The same where it cannot be meant for readers. */
export const PUT_IN =
  /^(?:insert|add|fill in|вставить|вставьте|добавить|insérer|ajouter|insertar|agregar|añadir|插入)\s(?:(?:the|an?|your|le|la|une?|el|los) )?/iu;

/** What is filled in, by its name. */
const THING =
  "(?:full |first |last |job |official |exact |final |country |city |phone |press |web )?(?:name|surname|title|position|function|role|date|day|month|year|time|number|figure|percentage|amount|sum|place|venue|location|city|town|country|region|quote|link|url|address|e-?mail|phone|photo|picture|image|logo|organi[sz]ation|partner|project|spokesperson|speaker|headline|caption|source|text|details)s?(?: here| (?:of|and|from|for|or)(?: \\p{L}+){1,3})?|имя|фамилия|имя[, ]+фамилия|имя и фамилия|ф\\.?\\s?и\\.?\\s?о\\.?|должность|название|дата|число|цифра|цифры|количество|сумма|место|город|страна|область|ссылка|цитата|адрес|телефон|фото|имя, должность|імя|пасада|лічба|дата|назва|nom|prénom|nom et (?:titre|fonction|prénom)|prénom et nom|fonction|titre|lieu|date|heure|chiffre|nombre|montant|lien|ville|pays|citation|adresse|nombre|apellidos?|nombre y (?:cargo|apellidos?)|cargo|fecha|hora|lugar|cifra|número|monto|importe|enlace|ciudad|país|cita|dirección|الاسم|التاريخ|المكان|العدد|المنصب|اسم|تاريخ|姓名|名字|日期|地点|数字|数量|职务|名称|链接";
export const IS_THING = new RegExp(
  `^(?:${THING})(?:(?<=\\p{Script=Cyrillic})(?: \\p{L}+){1,2}| (?:du|des?|de la|de los|de las|del|de l['’]|d['’]) ?\\p{L}+)?$`,
  "iu",
);

/** Capitals that call something by its name: [MINISTER NAME]. */
export const IS_CALLED = /^\p{Lu}{2,}(?:[ _/-]+\p{Lu}{2,}){1,5}$/u;
