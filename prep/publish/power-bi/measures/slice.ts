/**
 * DAX that reads one figure of the own figures: the frequency that the indicator is meant to be
 * read at, everybody, and the latest period in
 * view, unless a slicer or an axis says otherwise. Two figures are never mixed: where a choice is
 * not one, there is none.
 */
export const SLICE = `VAR _Frequency = [Reading frequency]
VAR _Breakdown = [Reading breakdown]
VAR _Group = [Reading group]
VAR _Service = [Reading service]
VAR _Method = [Reading method]`;

const FILTERS = [
  ["Frequency", "_Frequency"],
  ["Breakdown", "_Breakdown"],
  ["Breakdown value", "_Group"],
  ["Service", "_Service"],
  ["Method", "_Method"],
].map(([column, variable]) => `'KPI values'[${column}] = ${variable}`);

const kept = (filters: readonly string[]): string =>
  filters.map((filter) => `        KEEPFILTERS ( ${filter} )`).join(",\n");

/** The expression over the rows of the slice, whatever their period, with more filters. */
export const overPeriods = (
  expression: string,
  ...filters: readonly string[]
): string => `CALCULATE (
        ${expression},
${kept([...FILTERS, ...filters])}
    )`;

/**
 * DAX that gives what a column says in the one row that is read; the newest source stands where
 * there are several.
 */
export function ofFigure(column: string): string {
  const period = "'KPI values'[Period end] = _End";
  return `VAR _End = [Period end]
${SLICE}
VAR _Source =
    ${overPeriods("MAX ( 'KPI values'[Source key] )", period)}
RETURN
    ${overPeriods(`MAX ( 'KPI values'[${column}] )`, period, "'KPI values'[Source key] = _Source")}`;
}
