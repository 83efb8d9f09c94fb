import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/max";

/** A phone number as it is dialled (E.164, ITU-T, for `tel:`) and as it is read. */
export interface Phone {
  readonly dialled: string;
  readonly read: string;
}

/** Parses a phone number written in any way; undefined where it can be nobody's. `country` (ISO 3166-1) serves numbers without a country code. */
export function phoneOf(number: string, country?: string): Phone | undefined {
  const key = `${country} ${number}`;
  if (!cache.has(key)) cache.set(key, parse(number, country));
  return cache.get(key);
}

/** The press office's number stands on every page: it is parsed once. */
const cache = new Map<string, Phone | undefined>();

function parse(number: string, country: string | undefined): Phone | undefined {
  const parsed = parsePhoneNumberFromString(number, country ? { defaultCountry: country as CountryCode } : {});
  return parsed?.isValid() ? { dialled: parsed.number, read: parsed.formatInternational() } : undefined;
}
