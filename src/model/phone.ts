import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/max";
import { memoized } from "./memo.ts";

/** A phone number as it is dialled (E.164, ITU-T, for `tel:`) and as it is read. */
export interface Phone {
  readonly dialled: string;
  readonly read: string;
}

/** Parses a phone number written in any way; undefined where it can be nobody's. `country` (ISO 3166-1) serves numbers without a country code. */
export const phoneOf = memoized((number: string, country?: string): Phone | undefined => {
  const parsed = parsePhoneNumberFromString(number, country ? { defaultCountry: country as CountryCode } : {});
  return parsed?.isValid() ? { dialled: parsed.number, read: parsed.formatInternational() } : undefined;
});
