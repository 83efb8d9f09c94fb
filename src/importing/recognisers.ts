import type { Recognise } from "./draft.ts";
import { adverts } from "./recognisers/adverts.ts";
import { captions } from "./recognisers/captions.ts";
import { contacts } from "./recognisers/contacts.ts";
import { date } from "./recognisers/date.ts";
import { figures } from "./recognisers/figures.ts";
import { goals } from "./recognisers/goals.ts";
import { embargo, head, reference } from "./recognisers/head.ts";
import { letter } from "./recognisers/letter.ts";
import { noise } from "./recognisers/noise.ts";
import { partners } from "./recognisers/partners.ts";
import { place } from "./recognisers/place.ts";
import { quotes } from "./recognisers/quotes.ts";
import { tail } from "./recognisers/tail.ts";
import { title } from "./recognisers/title.ts";
import { topics } from "./recognisers/topics.ts";
import { type } from "./recognisers/type.ts";

/** In this order: what goes first, then what needs the text as it was, then what changes it. */
export const recognisers: readonly Recognise[] = [
  ...[captions, noise, letter, adverts, head, embargo, title, type, reference, date, place, tail],
  ...[contacts, partners, goals, figures, topics],
  ...[quotes],
];
