import { array, is, looseObject, literal, number, object, optional, string } from "valibot";

const ours = looseObject({
  product: looseObject({ name: literal("send-scorecard") }),
  content: optional(string()),
  name: optional(string()),
  files: array(object({ path: string(), bytes: number(), sha256: string() })),
});

/** What the manifest of an output of ours says; null for the text of any other file. */
export function ownManifest(text: string) {
  try {
    const manifest: unknown = JSON.parse(text);
    return is(ours, manifest) ? manifest : null;
  } catch {
    return null;
  }
}
