import type { BuildResult } from "../results";
import type { AreaHelpers, AreaShare } from "./area-helpers";
import type { AreaToRead } from "./areas-to-build";
import type { PartOfBuild, PartsOfBuild } from "./join-builds";

type Build = (area: AreaToRead) => BuildResult;

/** What building an authority gave, or threw. */
type Outcome<Part> = { readonly part: Part } | { readonly error: unknown };

function tried<Part>(build: () => Part): Outcome<Part> {
  try {
    return { part: build() };
  } catch (error) {
    return { error };
  }
}

/** The part of an outcome. Throws what building threw. */
function partOf<Part>(outcome: Outcome<Part>): Part {
  if ("error" in outcome) throw outcome.error;
  return outcome.part;
}

const authorityOf = ({ settings: { authority } }: AreaToRead): string => authority ?? "";

/**
 * Builds authorities in turn, the first one here and the others by whoever is free; what a helper
 * could not build is built here. What is thrown is what the first in the list threw, as without
 * helpers.
 */
export async function buildAreas(
  [first, ...others]: readonly AreaToRead[],
  build: Build,
  helpers: AreaHelpers | null,
): Promise<PartsOfBuild> {
  const one = build(first);
  const made = new Map<number, Outcome<PartOfBuild>>();
  const places = others.map((_, i) => i + 1);
  if (helpers) {
    for (let at = helpers.claim(); at <= others.length; at = helpers.claim())
      made.set(
        at,
        tried(() => build(others[at - 1])),
      );
    if (made.size < others.length)
      for (const [at, part] of await helpers.built()) made.set(at, { part });
  }
  const rest = places.map((at) => ({
    authority: authorityOf(others[at - 1]),
    result: partOf(made.get(at) ?? { part: build(others[at - 1]) }),
  }));
  return [{ authority: authorityOf(first), result: one }, ...rest];
}

/** Builds the authorities that it claims beside another thread; one that fails is left to that. */
export function buildShare(
  areas: readonly AreaToRead[],
  build: Build,
  { claim, give }: AreaShare,
): void {
  for (let at = claim(); at < areas.length; at = claim()) {
    const made = tried(() => build(areas[at]));
    if ("part" in made) give(at, made.part);
  }
}
