import type { Tolerance } from "./tolerance";

const FORMS: readonly (readonly [RegExp, (amount: number, upper: number) => Tolerance])[] = [
  [/^(\d+(?:\.\d+)?)$/, (amount) => ({ kind: "absolute", amount })],
  [/^(\d+(?:\.\d+)?) ?(?:%|per ?cent)$/, (amount) => ({ kind: "percent", amount })],
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
 * A tolerance as people write it, in sheets, board files, settings and the visual alike: `5`, `±5`,
 * `within 5` (in the unit of the KPI), `5 points`, `5%`, `±5%` and `within 5%` (points of a
 * percentage, else of the target), `10% of target`, `90 to 95` (bounds); undefined where it is not
 * understood, null where blank.
 */
export function readTolerance(text: string): Tolerance | null | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[\u2010-\u2015]/g, "-")
    .replace(/\s+/g, " ");
  if (plain === "") return null;
  const words = plain.replace(/^(?:±|\+ ?\/ ?-|within|tolerance:?) ?/, "");
  for (const [form, read] of FORMS) {
    const match = form.exec(words);
    if (match) return read(Number(match[1]), Number(match[2]));
  }
  return undefined;
}
