import { rmSync } from "node:fs";
import { dirname } from "node:path";
import { built, builtSample, RETURNS, type Built } from "./built";
import { COUNCILS, fiveCouncils } from "./five-councils";

/** A build that writes another model, or another star below it. */
export interface Variant {
  /** The build, which is made once for all tests of a run; they leave it as it is. */
  readonly world: () => Promise<Built>;
  /** Codes of the areas that its figures are of. */
  readonly areas: readonly string[];
  readonly isPublished?: true;
}

function once(make: () => Promise<Built>): () => Promise<Built> {
  let made: Promise<Built> | null = null;
  return () =>
    (made ??= make().then((world) => {
      process.on("exit", () => rmSync(dirname(world.folder), { recursive: true, force: true }));
      return world;
    }));
}

/** Somebody who may see an area. */
export const readerOf = (area: string) => ({
  role: "Area reader",
  user: `area-${area}@example.org`,
});

/** The list of readers, one for each area. */
export const accessOf = (areas: readonly string[]): string =>
  ["user,area_code,setting_id", ...areas.map((area) => `${readerOf(area).user},${area},`), ""].join(
    "\r\n",
  );

const small = (...options: readonly string[]): Variant["world"] =>
  once(() => built({}, { sample: RETURNS, options, access: accessOf(["999"]) }));

export const fiveInOne = once(() =>
  built(fiveCouncils(), {
    sample: false,
    options: COUNCILS.flatMap((area) => ["--authority", area]),
  }),
);

/** Builds of each kind, by what they are called. */
export const variants: Readonly<Record<string, Variant>> = {
  "the sample": { world: builtSample, areas: ["999"] },
  "read as CSV": { world: small("--format", "csv"), areas: ["999"] },
  "of a Fabric lakehouse": { world: small("--fabric"), areas: ["999"] },
  "for the public": { world: small("--profile", "public"), areas: ["999"], isPublished: true },
  "of five councils": { world: fiveInOne, areas: COUNCILS },
};
