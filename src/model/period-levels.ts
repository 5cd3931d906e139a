import type powerbi from "powerbi-visuals-api";
import { textIn } from "./cell";

/** A quarter says nothing beside a month of it. */
const QUARTER = /^q(?:uarter|tr)? ?[1-4]$/i;
const MONTH = /^[a-z]{3,9}$/i;

/**
 * A data view whose period is a hierarchy of dates (year, quarter, month, day, as Power BI makes of
 * every date), as one with a single column of periods such as `15 March 2024`. Any other stays as it
 * is.
 */
export function joinPeriodLevels(
  dataView: powerbi.DataView | undefined,
): powerbi.DataView | undefined {
  const categories = dataView?.categorical?.categories ?? [];
  const levels = categories.filter(({ source }) => source.roles?.period);
  if (!dataView || levels.length < 2) return dataView;
  const [first] = levels;
  const joined = {
    ...first,
    values: first.values.map((_, row) => {
      const parts = levels.flatMap(({ values }) => textIn(values[row]) ?? []);
      const month = parts.some((part) => MONTH.test(part));
      return parts
        .filter((part) => !(month && QUARTER.test(part)))
        .reverse()
        .join(" ");
    }),
  };
  return {
    ...dataView,
    categorical: {
      ...dataView.categorical,
      categories: categories
        .filter((column) => column === first || !levels.includes(column))
        .map((column) => (column === first ? joined : column)),
    },
  };
}
