import { phrase } from "./tables/fold";

/** Words of a board's own rating, by the colour they stand for. */
const RATINGS: Readonly<Record<string, string>> = {
  Red: "red|r|off target|below target|missed|not met|off track|worse than target|significantly off target|below tolerance|target not met|not achieved|underperforming",
  Amber:
    "amber|a|yellow|y|slightly off target|near target|within tolerance|inside tolerance|close to target|slightly below target|at risk|nearly met|just below target|within tolerance and target",
  Green:
    "green|g|on target|met|above target|at or above target|on track|achieved|target met|better than target|exceeding target|meeting target|at target",
  Blue: "blue|b|complete|completed",
};

const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(RATINGS).flatMap(([colour, words]) =>
    words.split("|").map((word): [string, string] => [word, colour]),
  ),
);

/** Fills and colour codes as spreadsheets give them, by their hue. */
function ratingOfColour(code: string): string | null {
  const digits = /^#?(?:ff)?([0-9a-f]{6})$/i.exec(code.trim())?.[1];
  if (!digits) return null;
  const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16));
  const most = Math.max(red, green, blue);
  const spread = most - Math.min(red, green, blue);
  if (spread < 60 || blue === most) return null;
  if (green === most && red < 0.9 * green) return "Green";
  if (red === most) return green > 0.55 * red ? "Amber" : "Red";
  return "Amber";
}

/** The colour that words or a colour code of a rating stand for; null for none, or not rated. */
export const printedRating = (text: string): string | null =>
  NAMES.get(phrase(text)) ?? ratingOfColour(text);
