import library from "google-libphonenumber";
import { attempt } from "./attempt.ts";
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
  const number = attempt(() => util.parse(written, country));
  if (!number || !util.isValidNumber(number)) return undefined;
  const read = util.format(number, PhoneNumberFormat.INTERNATIONAL).replaceAll("-", " ");
  return { dialled: util.format(number, PhoneNumberFormat.E164), read };
});
