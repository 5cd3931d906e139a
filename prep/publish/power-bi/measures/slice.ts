import { kpiBoard, kpiBreakdown } from "../../../star/kpi-tables";
import { tableName } from "../model/business-names";

const BOARD = tableName(kpiBoard);
const BREAKDOWNS = tableName(kpiBreakdown);

/**
 * DAX that says which figure is read: of the frequency that the indicator is meant to be read at,
 * of one service and area, and of each period the one of several origins that is marked as shown,
 * unless a slicer or an axis says otherwise. Two figures of a period are never mixed: where a choice
 * is not one, there is none.
 */
export const SLICE = `VAR _Frequency = [Reading frequency]
VAR _Service = [Reading service]
VAR _Method = SELECTEDVALUE ( 'Board figures'[Method] )
VAR _AnyMethod = NOT ISFILTERED ( 'Board figures'[Method] )
VAR _Area = [Reading area]`;

const GROUP = `VAR _Breakdown = [Reading breakdown]
VAR _Group = [Reading group]`;

const sliceOf = (table: string): string[] =>
  [
    ["Frequency", "_Frequency"],
    ["Service", "_Service"],
    ["Area code", "_Area"],
  ]
    .map(([column, variable]) => `'${table}'[${column}] = ${variable}`)
    .concat(
      `'${table}'[Shown] = 1 || NOT _AnyMethod`,
      `'${table}'[Method] = _Method || _AnyMethod`,
    );

const calculate = (expression: string, filters: readonly string[]): string => `CALCULATE (
        ${expression},
${filters.map((filter) => `        KEEPFILTERS ( ${filter} )`).join(",\n")}
    )`;

/** The expression over the board's figures of the slice, whatever their period. */
export const overPeriods = (expression: string, ...filters: readonly string[]): string =>
  calculate(expression, [...sliceOf(BOARD), ...filters]);

/**
 * DAX that gives what a column says in the one row that is read: the board's figure, else where a
 * group is chosen or drawn the group's figure of the same period. What the board alone has is blank
 * for a group.
 */
export function ofFigure(column: string): string {
  const read = (table: string, ...filters: readonly string[]): string =>
    calculate(`MAX ( '${table}'[${column}] )`, [
      ...sliceOf(table),
      ...filters,
      `'${table}'[Period end] = _End`,
    ]).replaceAll("\n", "\n    ");
  const hasGroups = kpiBreakdown.columns.some(({ label }) => label === column);
  const ofGroup = `,
        ${read(BREAKDOWNS, `'${BREAKDOWNS}'[Breakdown] = _Breakdown`, `'${BREAKDOWNS}'[Breakdown value] = _Group`)}`;
  return `VAR _End = [Period end]
${SLICE}
${GROUP}
RETURN
    IF (
        _Breakdown = "all" && _Group = "all",
        ${read(BOARD)}${hasGroups ? ofGroup : ""}
    )`;
}
