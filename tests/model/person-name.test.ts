import { expect, test } from "vitest";
import { isOfficeName, nameParts } from "../../src/model/person-name.ts";

test.each([
  ["Anna Kavalenka", "Kavalenka|Anna|"],
  ["Anna Maria Kavalenka", "Kavalenka|Anna|Maria"],
  ["Jean-Pierre DUPONT", "DUPONT|Jean-Pierre|"],
  ["Sean O’Neil", "O’Neil|Sean|"],
  ["Ludwig van der Berg", "van der Berg|Ludwig|"],
  ["Ana de las Heras", "de las Heras|Ana|"],
  ["María José de la Cruz", "de la Cruz|María|José"],
  ["J. Smith", "Smith|J.|"],
  ["Чэнь Юйлань", "Юйлань|Чэнь|"],
  ["Анна Коваленко", "Коваленко|Анна|"],
  ["Анна Ивановна Коваленко", "Коваленко|Анна|Ивановна"],
  ["Коваленко Анна Ивановна", "Коваленко|Анна|Ивановна"],
  ["Мікалай Іванавіч Кавалёў", "Кавалёў|Мікалай|Іванавіч"],
])("the person %s is sorted by the family name", (name, parts) => {
  const { family, given, additional } = nameParts(name);
  expect([family, given, additional].join("|")).toBe(parts);
});

test.each([
  "Press Office",
  "UNDP Press Office",
  "Highland Lakes Press Office",
  "Ministry of Health",
  "Friends of the Lakes",
  "Rivers Partnership",
  "Clean Water Alliance",
  "Lakes Network",
  "Smith Foundation",
  "Rivers & Lakes Trust",
  "Réseau Rivières",
  "Fundación Ríos",
  "Pressestelle Nord",
  "Партнёрство Реки",
  "Фонд Реки",
  "Пресс-служба ПРООН",
  "Прэс-служба ПРААН",
  "Отдел по связям со СМИ",
  "Équipe médias",
  "Oficina de Prensa",
  "陈雨兰",
  "莉娜·达尔瓦齐",
  "لينا الدروازي",
  "Madonna",
  "Anna Коваленко",
  "Press Desk 24",
  "Anna Kavalenka (duty)",
  "de Silva",
])("%s is kept whole", (name) => {
  expect(nameParts(name)).toEqual({ family: name, given: "", additional: "" });
});

test("an office is told from a person by its words", () => {
  expect(
    ["Press Office", "Rivers NGO", "Пресс-служба ПРООН", "Media Team", "Centre de presse"].every(isOfficeName),
  ).toBe(true);
  expect(["Anna Kavalenka", "Marie Ngo", "Мария Центнер-Волк", "陈雨兰"].some(isOfficeName)).toBe(false);
});
