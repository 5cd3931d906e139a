import type { Day } from "../calendar/day";
import { readDay } from "../calendar/read-day";
import type { Mhsds } from "../collections/mhsds/extract";
import type { Chosen } from "./choose-extracts";

/** The newest day that the returns and censuses say they were made or, where they do not say, speak of, and that the mental health data speak of; null where none is loaded. */
export function newestDay(
  { returns, censuses }: Pick<Chosen, "returns" | "censuses">,
  mhsds: Pick<Mhsds, "end"> | null,
): Day | null {
  const made = [
    ...returns.map(({ dateTime, referenceDate }) => readDay(dateTime) ?? referenceDate),
    ...censuses.flatMap(({ tables: { schoolcensus }, referenceDate }) => [
      referenceDate,
      ...schoolcensus.text("datetime").dictionary.flatMap((text) => readDay(text) ?? []),
    ]),
    ...(mhsds === null ? [] : [mhsds.end]),
  ];
  return made.reduce<Day | null>(
    (newest, day) => (newest === null || day > newest ? day : newest),
    null,
  );
}
