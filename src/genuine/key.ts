import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";
import { attempt } from "../model/attempt.ts";
import { type PublicKey, publicKey } from "../model/key.ts";

/** The signer of the manifest of a build. */
export interface Signer {
  readonly id: string;
  readonly sign: (text: string) => Uint8Array;
}

/** Returns a new pair of keys (Ed25519): the private one in one line, for a secret, and the public one. */
export function newKeys(): { readonly secret: string; readonly key: PublicKey } {
  const pair = generateKeyPairSync("ed25519");
  const secret = pair.privateKey.export({ type: "pkcs8", format: "der" }).toString("base64");
  return { secret, key: publicKey(pair.publicKey) };
}

/** Returns the signer for a secret: one line as `newKeys` returns it, or a PEM; undefined if it is no such key. */
export function signerOf(secret: string): Signer | undefined {
  const key = attempt(() =>
    secret.includes("-----BEGIN")
      ? createPrivateKey(secret.replaceAll("\\n", "\n"))
      : createPrivateKey({ key: Buffer.from(secret.trim(), "base64"), format: "der", type: "pkcs8" }),
  );
  if (key?.asymmetricKeyType !== "ed25519") return undefined;
  return { id: publicKey(createPublicKey(key)).id, sign: (text) => sign(null, Buffer.from(text), key) };
}

/** Whether a signature is that of a text by a key in SPKI form, base64. */
export function isSigned(text: string, signature: Uint8Array, spki: string): boolean {
  const key = { key: Buffer.from(spki, "base64"), format: "der", type: "spki" } as const;
  return attempt(() => verify(null, Buffer.from(text), createPublicKey(key), signature)) ?? false;
}

/** The key in SPKI form, base64: what is between the first and the last line of its PEM. */
export function spkiOf({ pem }: Pick<PublicKey, "pem">): string {
  return pem.replace(/-----[^-]+-----|\s/g, "");
}
