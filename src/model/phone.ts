import library from "google-libphonenumber";
import { memoized } from "./memo.ts";

const { PhoneNumberFormat, PhoneNumberUtil } = library;

/** A phone number as it is dialled (E.164, ITU-T, for `tel:`) and as it is read. */
export interface Phone {
  readonly dialled: string;
  readonly read: string;
}

/** Parses a phone number in any notation; undefined if it is not valid. `country` (ISO 3166-1) is that of numbers without a country code. */
export const phoneOf = memoized((written: string, country?: string): Phone | undefined => {
  const util = PhoneNumberUtil.getInstance();
  try {
    const number = util.parse(written, country);
    if (!util.isValidNumber(number)) return undefined;
    const read = util.format(number, PhoneNumberFormat.INTERNATIONAL).replaceAll("-", " ");
    return { dialled: util.format(number, PhoneNumberFormat.E164), read };
  } catch {
    return undefined;
  }
});
