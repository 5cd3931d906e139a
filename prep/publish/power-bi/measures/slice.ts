import { boardRating, RATED_LABELS } from "../../../star/board-tables";
import { kpiBoard, kpiBreakdown } from "../../../star/kpi-tables";
import { tableName } from "../model/business-names";

const BOARD = tableName(kpiBoard);
const BREAKDOWNS = tableName(kpiBreakdown);
const RATINGS = tableName(boardRating);

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

const VARIABLES: Readonly<Record<string, string>> = {
  Frequency: "_Frequency",
  Service: "_Service",
  "Area code": "_Area",
};

const sliceOf = (table: string): string[] =>
  Object.entries(VARIABLES)
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

const CAUTION = `[Comparability] = "caution"`;
const KNOWN = `{ "ok", "not_applicable" }`;

/** DAX that gives 1 where the board in view has a rating of its own of the figure that is read. */
export const ratedByBoard = `VAR _End = [Period end]
${SLICE}
VAR _Board = [Reading board]
VAR _Rows =
    ${calculate("COUNTROWS ( 'Board ratings' )", [
      ...sliceOf(RATINGS),
      "'Board ratings'[Board] = _Board",
      "'Board ratings'[Period end] = _End",
    ])}
RETURN
    IF ( _Rows > 0, 1 )`;

/** Tells by 0 that a group without a row of its own is known to hold nobody. */
export const NOBODY = "Nobody in the group";

/**
 * 0 where the figures of the group that is read are left out, for nobody is in it: the counted
 * figure of everybody is known in that period, and is itself 0 or has another group beside it, and
 * no group of the breakdown is unknown or doubted for itself (as `kpi_breakdown` says). Only counts: a share of nobody is none. The group is one that the indicator
 * has in some period, for breakdowns of one name may have other groups elsewhere.
 */
export const NOBODY_IN_GROUP = (() => {
  const whole = [
    ...["Frequency", "Service", "Area code"].map(
      (column) => `'${BOARD}'[${column}] = ${VARIABLES[column]}`,
    ),
    `'${BOARD}'[Method] = "counted"`,
    `'${BOARD}'[Status] IN ${KNOWN}`,
    `ISBLANK ( '${BOARD}'[Denominator] )`,
    `'${BOARD}'[Period end] = _End`,
  ];
  const rows = (filters: readonly string[], ...off: readonly string[]): string =>
    calculate(
      `COUNTROWS ( '${BREAKDOWNS}' )${off.map((one) => `,\n        REMOVEFILTERS ( ${one} )`).join("")}`,
      [...filters, `'${BREAKDOWNS}'[Breakdown] = _Breakdown`],
    );
  const inPeriod = whole
    .filter((filter) => !filter.startsWith("ISBLANK") && !filter.includes("[Status]"))
    .map((filter) => filter.replace(BOARD, BREAKDOWNS));
  const ofGroup = `'${BREAKDOWNS}'[Breakdown value] = _Group`;
  const status = `'${BREAKDOWNS}'[Status] IN ${KNOWN}`;
  const everyGroup = [`'${BREAKDOWNS}'[Breakdown value]`, `'${BREAKDOWNS}'[Group name]`];
  return `VAR _End = [Period end]
VAR _Frequency = [Reading frequency]
VAR _Service = [Reading service]
VAR _Area = [Reading area]
${GROUP}
VAR _Whole =
    ${calculate(`MAX ( '${BOARD}'[Numerator] )`, whole)}
VAR _Own =
    ${rows([...inPeriod, ofGroup])}
VAR _Beside =
    ${rows([...inPeriod, status], ...everyGroup)}
VAR _Unknown =
    ${rows([...inPeriod, `NOT ${status}`], ...everyGroup)}
VAR _Doubts =
    ${rows([...inPeriod, `'${BREAKDOWNS}'${CAUTION}`], ...everyGroup)}
VAR _DoubtsOfWhole =
    ${calculate(`COUNTROWS ( '${BOARD}' )`, [...whole, `'${BOARD}'${CAUTION}`])}
VAR _Ever =
    ${rows([ofGroup], "'Date'")}
RETURN
    IF (
        _Breakdown <> "all" && _Group <> "all"
            && NOT ISBLANK ( _Whole )
            && ISBLANK ( _Own )
            && NOT ISBLANK ( _Ever )
            && ISBLANK ( _Unknown )
            && ( ISBLANK ( _Doubts ) || NOT ISBLANK ( _DoubtsOfWhole ) )
            && ( _Whole = 0 || _Beside > 0 ),
        0
    )`;
})();

/** What a group of nobody says in a column, where it says anything; `board` is what the whole says. */
const ofNobody: Readonly<Record<string, (board: string) => string>> = {
  Value: () => `[${NOBODY}]`,
  Numerator: () => `[${NOBODY}]`,
  Status: () => `IF ( NOT ISBLANK ( [${NOBODY}] ), "ok" )`,
  Period: (board) => `IF ( NOT ISBLANK ( [${NOBODY}] ), ${board} )`,
  "Comparability note": (board) => `IF ( NOT ISBLANK ( [${NOBODY}] ), ${board} )`,
};

/**
 * DAX that gives what a column says in the one row that is read: the board's figure, else where a
 * group is chosen or drawn the group's figure of the same period. What the board alone has is blank
 * for a group. Where boards rate by themselves, a rating is that of the board in view.
 */
export function ofFigure(column: string, isRatedByBoards = false): string {
  const read = (table: string, ...filters: readonly string[]): string =>
    calculate(`MAX ( '${table}'[${column}] )`, [
      ...sliceOf(table),
      ...filters,
      `'${table}'[Period end] = _End`,
    ]).replaceAll("\n", "\n    ");
  const hasGroups = kpiBreakdown.columns.some(({ label }) => label === column);
  const group = read(
    BREAKDOWNS,
    `'${BREAKDOWNS}'[Breakdown] = _Breakdown`,
    `'${BREAKDOWNS}'[Breakdown value] = _Group`,
  );
  const nobody = ofNobody[column]?.(read(BOARD));
  const isOfBoard = isRatedByBoards && RATED_LABELS.has(column);
  const whole = isOfBoard
    ? `IF (
            [Rated by the board] = 1,
            ${read(RATINGS, "'Board ratings'[Board] = _Board").replaceAll("\n", "\n    ")},
            ${read(BOARD).replaceAll("\n", "\n    ")}
        )`
    : read(BOARD);
  const ofGroup = `,\n        ${nobody ? `COALESCE (\n            ${group},\n            ${nobody}\n        )` : group}`;
  return `VAR _End = [Period end]
${SLICE}
${GROUP}
${isOfBoard ? `VAR _Board = [Reading board]\n` : ""}RETURN
    IF (
        _Breakdown = "all" && _Group = "all",
        ${whole}${hasGroups ? ofGroup : ""}
    )`;
}
