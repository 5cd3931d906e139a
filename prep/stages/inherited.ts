import type { Finding, RowCount } from "../check/finding";
import type { Collection, Heir, Inheritance, UsedRows } from "../collections/collection";
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

/** Extracts of one authority, with how many rows of predecessors' tables count for it. */
interface OwnExtracts {
  readonly extracts: Extracts;
  readonly used: readonly UsedRows[];
}

const OWN_SINCE =
  "It has returns of its own of that day or before, which alone count from then on.";

/** Why nothing of a collection's extract of a predecessor counts; null where it is divided. */
const whyNot = (collection: Collection, needsDirectory: boolean): string | null =>
  !collection.inherit
    ? "Its records cannot be divided by where children live."
    : needsDirectory
      ? "Who of its children live there is known only with a postcode directory in the folder."
      : null;

/** The finding that nothing of an extract counts. */
const notCounted = (
  collection: Collection,
  extract: unknown,
  authority: string,
  why: string,
): Finding =>
  fileFinding(
    "F27",
    collection.filesOf(extract)[0],
    `${named(authority)} followed ${named(collection.authorityOf!(extract)!)}. ${why}`,
  );

/** Row counts in which those of divided tables are the rows that count, for whomever is built. */
export function withUsed(rows: readonly RowCount[], used: readonly UsedRows[]): RowCount[] {
  const keyOf = ({ file, table }: Pick<RowCount, "file" | "table">): string => `${file}\n${table}`;
  const counts = new Map<string, number>();
  for (const one of used) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + one.rows);
  return rows.map((row) => {
    // Several authorities share the header.
    const rowsOut = Math.min(row.rowsOut, counts.get(keyOf(row)) ?? row.rowsOut);
    return { ...row, rowsOut, rowsRejected: row.rowsIn - rowsOut };
  });
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
): OwnExtracts {
  const before = successions().rows.filter(
    ({ predecessor, successor }) => successor === authority && !built.includes(predecessor),
  );
  if (before.length === 0) return { extracts: all, used: [] };
  const { directory } = all.sources;
  const inheritance: Inheritance = {
    authority,
    predecessors: before.map(({ predecessor }) => predecessor),
    heirOf: heirIn(authority, directory),
  };
  const findings: Finding[] = [];
  const used: UsedRows[] = [];
  const extractsOf = new Map<string, readonly unknown[]>();
  for (const collection of collections) {
    const extracts = all.of(collection);
    const of = (extract: unknown): string => collection.authorityOf?.(extract) ?? "";
    const theirs = extracts.filter((extract) => inheritance.predecessors.includes(of(extract)));
    if (theirs.length === 0) continue;
    const isDivided = theirs.some((extract) =>
      before.some(({ predecessor, isWhole }) => !isWhole && predecessor === of(extract)),
    );
    const why = whyNot(collection, isDivided && directory === null);
    if (why !== null || !collection.inherit) {
      findings.push(...theirs.map((one) => notCounted(collection, one, authority, why!)));
      continue;
    }
    const own = extracts.filter((extract) => of(extract) === authority);
    const inherited = collection.inherit(theirs, own, inheritance);
    findings.push(
      ...inherited.findings,
      ...inherited.people.map((one) => divided(authority, one)),
      ...inherited.left.map((one) => notCounted(collection, one, authority, OWN_SINCE)),
    );
    used.push(...inherited.used);
    // Those that are not divided are left out by their authority, as others' are.
    extractsOf.set(collection.id, [
      ...extracts.filter((one) => !theirs.includes(one) || inherited.left.includes(one)),
      ...inherited.extracts,
    ]);
  }
  return {
    used,
    extracts: {
      ...all,
      of: <Extract>(of: Pick<Collection<Extract>, "id" | "read">) =>
        (extractsOf.get(of.id) as readonly Extract[] | undefined) ?? all.of(of),
      findings: [...all.findings, ...findings],
    },
  };
}
