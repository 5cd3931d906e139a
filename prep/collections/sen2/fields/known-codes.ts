import { ukprnFault } from "../../../check/identifiers/ukprn";
import { urnFault } from "../../../check/identifiers/urn";
import { codeSets, OTHER_AUTHORITY, type CodeSetName } from "./code-sets";
import { extendedEthnicities } from "../../../reference/extended-ethnicities";
import type { FieldType } from "../../../columns/decoded-columns";
import type { Sen2Field } from "./fields";

const shapes: Partial<Record<FieldType, (value: string) => boolean>> = {
  authority: (value) => /^\d{3}$/.test(value) || value === OTHER_AUTHORITY,
  urn: (value) => urnFault(value) === null,
  // A provider's number that does not begin with 1 is still no name.
  ukprn: (value) => ukprnFault(value) !== "format",
};

/** Sets whose codes the settings may name otherwise: any short code of them is kept. */
export const settableSets: readonly CodeSetName[] = ["WorkBased", "DirectPayments"];

/** One or two letters or digits. */
const isLocalCode = (value: string): boolean => /^[A-Z0-9]{1,2}$/.test(value);

/**
 * True for the values of a field that may go on into the star: those of its code set, numbers of
 * the right shape. Anything else could be a
 * name or an identifier that slipped into the wrong column; it is reported and goes no further
 * (docs/reading-education.md).
 */
export function isKnownCode({ type, codes }: Sen2Field): (value: string) => boolean {
  const shape = shapes[type];
  if (shape) return shape;
  if (codes === undefined) return () => false;
  if (settableSets.includes(codes)) return isLocalCode;
  const known = new Set<string>(codeSets[codes].map(({ code }) => code));
  if (codes === "Ethnicity") for (const code of extendedEthnicities()) known.add(code);
  return (value) => known.has(value);
}
