import { createPublicKey, type KeyObject } from "node:crypto";
import { attempt } from "./attempt.ts";
import { sha256 } from "./hash.ts";

/** A public key (Ed25519) of the signatures of releases. */
export interface PublicKey {
  /** The beginning of the SHA-256 of the key in SPKI form. */
  readonly id: string;
  /** PEM, as OpenSSL reads it. */
  readonly pem: string;
}

/** Returns a key as it is published. */
export function publicKey(key: KeyObject): PublicKey {
  const spki = key.export({ type: "spki", format: "der" });
  return { id: sha256(spki).slice(0, 16), pem: key.export({ type: "spki", format: "pem" }).toString() };
}

/** Reads a public key; undefined if a text is no key for Ed25519, or a private one. */
export function publicKeyOf(pem: string): PublicKey | undefined {
  if (/PRIVATE/.test(pem)) return undefined;
  const key = attempt(() => createPublicKey(pem));
  return key?.asymmetricKeyType === "ed25519" ? publicKey(key) : undefined;
}
