import { type AgentOptions, request as askOpen } from "node:http";
import { request as askSecret } from "node:https";
import { setTimeout as pause } from "node:timers/promises";
import {
  type RequestFilteringAgentOptions as Filter,
  RequestFilteringHttpAgent,
  RequestFilteringHttpsAgent,
} from "request-filtering-agent";

const SECONDS = 15;
const MOST_HOPS = 10;

/** A site's answer about an address that leaves no doubt. */
export type Certain =
  | { readonly is: "there" }
  | { readonly is: "gone"; readonly said: string }
  | { readonly is: "moved"; readonly to: string };

/** A site's answer where nothing is certain, because a page may be there for readers and refuse programs. */
interface Unsure {
  readonly is: "unsure";
  readonly why: string;
  /** Whether it is worth asking once more. */
  readonly again?: boolean;
}

/**
 * Asks sites, and never a computer inside an office: every connection, that of a redirect too, is refused where the name
 * stands for an address that is not the public's, at the moment it is made. `network` says how names are looked up.
 */
export class Sites {
  readonly #open: RequestFilteringHttpAgent;
  readonly #secret: RequestFilteringHttpsAgent;

  constructor(network: AgentOptions & Filter = {}) {
    this.#open = new RequestFilteringHttpAgent(network);
    this.#secret = new RequestFilteringHttpsAgent(network);
  }

  /** Asks the site of an address, and once more where it did not answer, because a network can stutter. */
  async judge(address: string): Promise<Certain | Unsure> {
    const first = await this.#follow(address);
    if (first.is !== "unsure" || !first.again) return first;
    await pause(500);
    return await this.#follow(address);
  }

  /** Follows redirects by hand, to tell those that are for good. */
  async #follow(address: string): Promise<Certain | Unsure> {
    let at = address;
    let isForGood = true;
    try {
      for (let hop = 0; hop <= MOST_HOPS; hop++) {
        const url = new URL(at);
        if (!/^https?:$/.test(url.protocol)) return notPublic;
        const { status, location } = await this.#ask(url);
        if (location !== undefined) {
          isForGood &&= status === 301 || status === 308;
          at = new URL(location, url).href;
        } else if (status === 404 || status === 410) {
          return { is: "gone", said: `its site answers ${status} (${status === 404 ? "not found" : "gone for ever"})` };
        } else if (status >= 200 && status < 300) {
          return isForGood && hop > 0 ? { is: "moved", to: at } : { is: "there" };
        } else return { is: "unsure", why: `answers ${status}`, again: status >= 500 };
      }
      return { is: "unsure", why: "redirects without end" };
    } catch (error) {
      return failure(error);
    }
  }

  /** Asks for the head, and for the page where the head is refused: many sites answer only the latter rightly. */
  async #ask(url: URL): Promise<Reply> {
    const head = await this.#request(url, "HEAD");
    return head.status < 400 ? head : await this.#request(url, "GET");
  }

  #request(url: URL, method: "HEAD" | "GET"): Promise<Reply> {
    const [ask, agent] = url.protocol === "https:" ? [askSecret, this.#secret] : [askOpen, this.#open];
    return new Promise((resolve, reject) => {
      const asked = ask(url, {
        method,
        agent,
        signal: AbortSignal.timeout(SECONDS * 1000),
        headers: { "user-agent": "Dateline (link check)", accept: "text/html,*/*" },
      });
      asked.on("error", reject).on("response", (response) => {
        response.destroy();
        const { statusCode: status = 0, headers } = response;
        const isRedirect = status >= 300 && status < 400 && headers.location !== undefined;
        resolve({ status, ...(isRedirect ? { location: headers.location } : {}) });
      });
      asked.end();
    });
  }
}

interface Reply {
  readonly status: number;
  readonly location?: string | undefined;
}

const notPublic: Unsure = { is: "unsure", why: "an address that is not asked: not public" };

function failure(error: unknown): Certain | Unsure {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOTFOUND") return { is: "gone", said: "there is no such site" };
  if (error instanceof Error && /^DNS lookup .* is not allowed/.test(error.message)) return notPublic;
  const isSlow = error instanceof Error && error.name === "AbortError";
  const why = isSlow ? `no answer in ${SECONDS} s` : `no connection${code ? ` (${code})` : ""}`;
  return { is: "unsure", why, again: true };
}
