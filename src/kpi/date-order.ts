/**
 * In which order a column writes day and month: `iso` needs none, `either` fits both, `mixed` fits
 * neither.
 */
export type DateOrder = "iso" | "day-first" | "month-first" | "either" | "mixed";

/** Of 100 dates that show their order, so many of the other order are slips of the pen. */
const SLIPS = 1;

const NUMERIC = /^(\d{1,2})([-/.])(\d{1,2})\2(?:\d{4}|\d{2})(?:[T ].*)?$/;

/**
 * The order of day and month in a column, from its distinct texts: a part above 12 can only be the
 * day. Month names and ISO dates
 * show no order, nor do 5/5 and texts that are no dates. Where both orders occur, the rarer one is
 * a slip up to 1 in 100.
 */
export function dateOrderOf(texts: Iterable<string>): DateOrder {
  let [dayFirst, monthFirst, open] = [0, 0, 0];
  for (const text of texts) {
    const match = NUMERIC.exec(text.trim());
    if (!match) continue;
    const [first, second] = [Number(match[1]), Number(match[3])];
    if (first > 12 && second <= 12) dayFirst += 1;
    else if (second > 12 && first <= 12) monthFirst += 1;
    else if (first <= 12 && first !== second) open += 1;
  }
  if (dayFirst === 0 && monthFirst === 0) return open > 0 ? "either" : "iso";
  const limit = ((dayFirst + monthFirst) * SLIPS) / 100;
  if (monthFirst <= limit) return "day-first";
  return dayFirst <= limit ? "month-first" : "mixed";
}

/** What becomes of a date column: read, read day first with a caution, or not at all. */
export type DateColumnVerdict = "read" | "caution" | "refuse";

/**
 * The verdict on each date column of one file, in their order. A month-first or mixed column is
 * refused. One that fits both orders is
 * read day first with a caution; where another column of the file is month first it is refused too,
 * where another is day first that
 * decides.
 */
export function judgeDateColumns(orders: readonly DateOrder[]): DateColumnVerdict[] {
  const [monthFirst, dayFirst] = [orders.includes("month-first"), orders.includes("day-first")];
  return orders.map((order) => {
    if (order === "month-first" || order === "mixed") return "refuse";
    if (order !== "either") return "read";
    if (monthFirst) return "refuse";
    return dayFirst ? "read" : "caution";
  });
}
