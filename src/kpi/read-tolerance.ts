import type { Tolerance } from "./tolerance";

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
 * undefined where it is not understood, null where blank. `5%` alone may be points or a share of
 * the target: not understood.
 */
export function readTolerance(text: string): Tolerance | null | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[\u2010-\u2015]/g, "-")
    .replace(/\s+/g, " ");
  if (plain === "") return null;
  const amount = plain.replace(/^(?:±|\+ ?\/ ?-|within|tolerance:?) ?/, "");
  // "Within 5%" and "± 5%" of a percentage are points of it.
  const words = amount === plain ? amount : amount.replace(/^(\d+(?:\.\d+)?) ?%$/, "$1 points");
  for (const [form, read] of FORMS) {
    const match = form.exec(words);
    if (match) return read(Number(match[1]), Number(match[2]));
  }
  return undefined;
}
