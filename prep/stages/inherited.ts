import type { Finding } from "../check/finding";
import type { Collection, Heir, Inheritance } from "../collections/collection";
import { fileFinding } from "../extracts/file-rules";
import { authorityName } from "../reference/authorities";
import { successorOfDistrict } from "../reference/succession-districts";
import { successions } from "../reference/successions";
import type { PostcodeDirectory } from "../sources/postcode-directory/directory";
import type { Extracts } from "./extracts";

const named = (code: string): string => `${code} ${authorityName(code)}`;

/** Who answers for a child, by where the postcode lies and who followed the predecessor. */
const heirIn =
  (authority: string, directory: PostcodeDirectory | null): Inheritance["heirOf"] =>
  (predecessor, postcode) => {
    const heirs = successions().rows.filter((row) => row.predecessor === predecessor);
    if (heirs.every(({ isWhole }) => isWhole)) return "this";
    const place = postcode === null ? null : (directory?.place(postcode) ?? null);
    if (place === null) return "unknown";
    const byDistrict =
      place.district === null ? null : successorOfDistrict(predecessor, place.district);
    const heir = byDistrict ?? place.authority;
    if (heir === authority) return "this";
    return heirs.some(({ successor }) => successor === heir) ? "another" : "unknown";
  };

/** How many people of a predecessor's extract are counted, and why the others are not. */
function divided(
  authority: string,
  { file, predecessor, of }: { file: string; predecessor: string; of: Record<Heir, number> },
): Finding {
  const { this: own, another, unknown } = of;
  return fileFinding(
    "F28",
    file,
    `Of ${own + another + unknown} people of ${named(predecessor)}, ${own} count for ${named(authority)}. ${another} live where another authority followed; of ${unknown} the postcode is in neither.`,
  );
}

/**
 * What was read, as an authority that followed others wants it: of the predecessors' extracts what it
 * answers for is its own. Findings say how many people that is, or why nothing of an extract counts.
 * Extracts of a predecessor that is built too stay with it.
 */
export function withInherited(
  collections: readonly Collection[],
  all: Extracts,
  authority: string,
  built: readonly string[],
): Extracts {
  const before = successions().rows.filter(
    ({ predecessor, successor }) => successor === authority && !built.includes(predecessor),
  );
  if (before.length === 0) return all;
  const predecessors = before.map(({ predecessor }) => predecessor);
  const inheritance: Inheritance = {
    authority,
    predecessors,
    heirOf: heirIn(authority, all.sources.directory),
  };
  const findings: Finding[] = [];
  const extractsOf = new Map<string, readonly unknown[]>();
  for (const collection of collections) {
    const extracts = all.of(collection);
    const isBefore = (extract: unknown): boolean =>
      predecessors.includes(collection.authorityOf?.(extract) ?? "");
    const theirs = extracts.filter(isBefore);
    if (theirs.length === 0) continue;
    const needsDirectory = theirs.some((extract) =>
      before.some(
        ({ predecessor, isWhole }) => !isWhole && predecessor === collection.authorityOf!(extract),
      ),
    );
    const why = !collection.inherit
      ? "Its records cannot be divided by where children live."
      : needsDirectory && all.sources.directory === null
        ? "Who of its children live there is known only with a postcode directory in the folder."
        : null;
    if (why !== null || !collection.inherit) {
      findings.push(
        ...theirs.flatMap((extract) =>
          collection
            .filesOf(extract)
            .slice(0, 1)
            .map((file) =>
              fileFinding(
                "F27",
                file,
                `${named(authority)} followed ${named(collection.authorityOf!(extract)!)}. ${why}`,
              ),
            ),
        ),
      );
      continue;
    }
    const { extracts: own, people } = collection.inherit(theirs, inheritance);
    findings.push(...people.map((one) => divided(authority, one)));
    extractsOf.set(collection.id, [...extracts.filter((one) => !isBefore(one)), ...own]);
  }
  return {
    ...all,
    of: <Extract>(of: Pick<Collection<Extract>, "id" | "read">) =>
      (extractsOf.get(of.id) as readonly Extract[] | undefined) ?? all.of(of),
    findings: [...all.findings, ...findings],
  };
}
