import type powerbi from "powerbi-visuals-api";

type Cells = readonly unknown[];
type Column = powerbi.DataViewValueColumn;

const hasRole = ({ source }: { source: powerbi.DataViewMetadataColumn }, role: string): boolean =>
  source.roles?.[role] === true;

/** Measures that rate the value: of several values nobody knows which. */
const OF_ONE_VALUE = ["ownStatus", "ownDirection"];

/**
 * A data view with several value measures, or without the indicator field, as one in which each
 * measure is a KPI: its rows follow those of the measure before. Targets go with the values in their
 * order where there are as many; else with none, as no single measure of a status or direction goes
 * with several values. Any other data view stays as it is.
 */
export function measuresAsRows(
  dataView: powerbi.DataView | undefined,
): powerbi.DataView | undefined {
  const { categories = [], values = [] as unknown as Column[] } = dataView?.categorical ?? {};
  const measures = values.filter((column) => hasRole(column, "value"));
  const named = categories.find((column) => hasRole(column, "indicator"));
  if (!dataView || measures.length === 0 || (measures.length === 1 && named)) return dataView;
  const targets = values.filter((column) => hasRole(column, "target"));
  const count = measures.length;
  const rows = measures[0].values.length;
  const repeated = (cells: Cells): unknown[] => measures.flatMap(() => [...cells]);
  const nameOf = (measure: Column, row: number): string =>
    [named?.values[row], measure.source.displayName].filter(Boolean).join(": ");
  return {
    ...dataView,
    categorical: {
      categories: [
        {
          source: { displayName: "", roles: { indicator: true } },
          values: measures.flatMap((measure) =>
            Array.from({ length: rows }, (_, row) => nameOf(measure, row)),
          ),
        },
        ...categories
          .filter((column) => column !== named)
          .map((column) => ({ ...column, values: repeated(column.values) })),
      ],
      values: [
        stacked(measures, "value"),
        ...(targets.length === count ? [stacked(targets, "target")] : []),
        ...values
          .filter((column) => !measures.includes(column) && !targets.includes(column))
          .filter((column) => count === 1 || !OF_ONE_VALUE.some((role) => hasRole(column, role)))
          .map((column) => ({ ...column, values: repeated(column.values), objects: undefined })),
      ],
    },
  } as unknown as powerbi.DataView;
}

/** Columns below one another, each figure with the format of its own. */
function stacked(columns: readonly Column[], role: string): object {
  return {
    source: { displayName: role, roles: { [role]: true } },
    values: columns.flatMap(({ values }) => [...values]),
    highlights: columns.every(({ highlights }) => highlights)
      ? columns.flatMap(({ highlights }) => [...highlights!])
      : undefined,
    objects: columns.flatMap(({ values, objects, source }) =>
      values.map((_, row) => objects?.[row] ?? { general: { formatString: source.format } }),
    ),
  };
}
