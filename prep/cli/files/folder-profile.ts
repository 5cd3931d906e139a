import { readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { is, literal, looseObject, string, union } from "valibot";
import { OutputError } from "../../publish/output-error";
import { MANIFEST } from "../../publish/output-folder";

const marked = looseObject({
  product: looseObject({ name: literal("send-scorecard") }),
  disclosure: union([string(), looseObject({ profile: string() })]),
});

/** The disclosure profile of what a folder holds; null where it holds nothing of ours. */
export async function profileOf(folder: string): Promise<string | null> {
  try {
    const manifest: unknown = JSON.parse(await readFile(join(folder, MANIFEST), "utf8"));
    if (!is(marked, manifest)) return null;
    return typeof manifest.disclosure === "string"
      ? manifest.disclosure
      : manifest.disclosure.profile;
  } catch {
    return null;
  }
}

/**
 * Refuses a folder that holds a build of another disclosure profile, or lies in one: what a reader
 * is given must never lie beside what they must not see.
 * Looks also at what a killed run left beside the folder. Throws `OutputError`.
 */
export async function refuseOtherProfile(out: string, profile: string): Promise<void> {
  const folder = resolve(out);
  const ways = [folder, join(dirname(folder), `.${basename(folder)}.send-scorecard-old`)];
  for (let above = dirname(folder); above !== dirname(above); above = dirname(above))
    ways.push(above);
  for (const place of ways) {
    const there = await profileOf(place);
    if (there !== null && there !== profile)
      throw new OutputError(
        `${place} holds a build with the profile ${there}; one with the profile ${profile} must not lie there. Name another folder with --out.`,
      );
  }
}
