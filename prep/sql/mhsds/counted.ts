import { cohortIndicators } from "../../collections/mhsds/indicators/access-indicators";
import { mhsdsIndicators } from "../../collections/mhsds/indicators/indicators";
import type { CountBy } from "../../indicators/indicator";

/** What is counted of the rows of a month, under its indicator's id. */
export type MonthIndicator = CountBy<"month">;

/** Every indicator that a job counts by month, in the order of the records. */
export const monthIndicators: readonly MonthIndicator[] = mhsdsIndicators
  .filter((indicator) => !cohortIndicators.includes(indicator))
  .flatMap(({ id, count }) =>
    count?.clock === "month" ? [{ ...count, id } as MonthIndicator] : [],
  );

/** Those that are counted of a view. */
export const monthIndicatorsOf = (view: string): readonly MonthIndicator[] =>
  monthIndicators.filter((count) => count.view.name === view);

/** Every indicator of waits that a job counts, in the order of the records. */
export const eventIndicators: readonly CountBy<"event">[] = mhsdsIndicators.flatMap(
  ({ id, count }) => (count?.clock === "event" ? [{ ...count, id } as CountBy<"event">] : []),
);
