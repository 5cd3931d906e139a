import type { Tolerance } from "./tolerance";
import type { Unit } from "./unit";

const FORMS: readonly (readonly [RegExp, (amount: number, upper: number) => Tolerance])[] = [
  [/^(\d+(?:\.\d+)?)$/, (amount) => ({ kind: "absolute", amount })],
  [
    /^(\d+(?:\.\d+)?) ?(?:pp|ppts?|% ?points?|points?|percentage points?)$/,
    (amount) => ({ kind: "percentage_points", amount }),
  ],
  [
    /^(\d+(?:\.\d+)?) ?(?:%|per ?cent) (?:of|from) (?:the )?target$/,
    (percent) => ({ kind: "percent_of_target", percent }),
  ],
  [
    /^(\d+(?:\.\d+)?) ?(?:to|-) ?(\d+(?:\.\d+)?)$/,
    (lower, upper) => ({ kind: "bounds", lower, upper }),
  ],
];

/**
 * A tolerance as people write it: `5`, `±5`, `5 points`, `within 5%` (points of a percentage), `10%
 * of target`, `90 to 95` (bounds);
 * undefined where it is not understood, null where blank. `5%` alone is a share of the target, where
 * the KPI is no percentage; of a percentage it may be points too, and is not understood.
 */
export function readTolerance(text: string, unit?: Unit): Tolerance | null | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[\u2010-\u2015]/g, "-")
    .replace(/\s+/g, " ");
  if (plain === "") return null;
  const amount = plain.replace(/^(?:±|\+ ?\/ ?-|within|tolerance:?) ?/, "");
  // "Within 5%" and "± 5%" of a percentage are points of it.
  const words = amount === plain ? amount : amount.replace(/^(\d+(?:\.\d+)?) ?%$/, "$1 points");
  const share = /^(\d+(?:\.\d+)?) ?(?:%|per ?cent)$/.exec(plain);
  if (share && unit !== undefined && unit !== "percent" && unit !== "percentage_points")
    return { kind: "percent_of_target", percent: Number(share[1]) };
  for (const [form, read] of FORMS) {
    const match = form.exec(words);
    if (match) return read(Number(match[1]), Number(match[2]));
  }
  return undefined;
}
