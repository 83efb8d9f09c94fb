/** What artificial intelligence can have made of a text. */
export const aiUses = ["translation", "draft"] as const;

/** How a picture can have been made. */
export const pictureMakings = ["camera", "hand", "partly-ai", "ai"] as const;
export type PictureMaking = (typeof pictureMakings)[number];

/** Whether artificial intelligence wrote a text, and whether a person answers for it. */
export type TextMaking = "none" | { readonly ai: (typeof aiUses)[number]; readonly reviewed: boolean };

/** The sources of the IPTC's list (https://cv.iptc.org/newscodes/digitalsourcetype/), each with its name in schema.org. */
const sources = {
  camera: { code: "digitalCapture", schema: "https://schema.org/DigitalCaptureDigitalSource" },
  hand: { code: "digitalCreation", schema: "https://schema.org/DigitalArtDigitalSource" },
  "partly-ai": {
    code: "compositeWithTrainedAlgorithmicMedia",
    schema: "https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource",
  },
  ai: { code: "trainedAlgorithmicMedia", schema: "https://schema.org/TrainedAlgorithmicMediaDigitalSource" },
} as const satisfies Readonly<Record<PictureMaking, { readonly code: string; readonly schema: string }>>;

const IPTC = "http://cv.iptc.org/newscodes/digitalsourcetype/";

/** Returns how a picture was made, as machines read it: the address of the IPTC's code, and the name of schema.org. */
export function digitalSource(making: PictureMaking) {
  const { code, schema } = sources[making];
  return { uri: IPTC + code, schema };
}

/** Returns the same of a text: one that AI drafted and nobody read is AI's; all others have a person's work in them. */
export function textSource(making: TextMaking): ReturnType<typeof digitalSource> {
  if (making === "none") return digitalSource("hand");
  return digitalSource(making.ai === "draft" && !making.reviewed ? "ai" : "partly-ai");
}

/** Returns how a picture was made by what stands in its file: a code of the IPTC, or its address. */
export function makingIn(code: unknown): PictureMaking | undefined {
  const own = String(code).split("/").at(-1);
  return own === "compositeSynthetic" ? "partly-ai" : pictureMakings.find((making) => sources[making].code === own);
}

/** Returns the key of the words that say how a text was made. */
export function makingMessage(making: TextMaking): string {
  return making === "none" ? "making.none" : `making.${making.ai}.${making.reviewed ? "reviewed" : "unread"}`;
}

/** Returns the key of the words that say of a picture that AI made it, or a part of it; undefined where it did not. */
export function pictureMessage(making: PictureMaking | undefined): string | undefined {
  return making === "ai" || making === "partly-ai" ? `picture.${making}` : undefined;
}
