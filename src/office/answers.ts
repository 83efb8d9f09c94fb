import type { Host } from "./hosts.ts";

/** The answers about a new office. */
export interface OfficeAnswers {
  readonly name: string;
  /** The first is the language of a release that does not say its own. */
  readonly languages: readonly string[];
  readonly country: string;
  readonly timezone: string;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly brand?: string | undefined;
  readonly action?: string | undefined;
  readonly origin: string;
  readonly host: Host;
}
