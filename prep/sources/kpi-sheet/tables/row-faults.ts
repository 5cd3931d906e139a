import { textAt } from "./grid";
import { kindSaid } from "./kind-words";
import { labelInside } from "./label-words";
import { periodSaid } from "./period-words";
import { headingText, isBlank, isNoteText, isSummaryName, isTotalName } from "./row-kinds";
import { isKindRow, labelAt, type Carried, type TableContext } from "./table-context";
import { isAsideWord } from "./value-words";

/** What is wrong with a row: which rule, and where. */
export interface RowFault {
  readonly rule: "B05" | "B06" | "B07" | "B48" | "B54" | "B70";
  readonly line: number;
  readonly field: string | null;
}

/** Whether the rows of a table up to the first blank one all have a number. */
export function everyRowNumbered(context: TableContext): boolean {
  const { grid, area, labels } = context;
  if (!labels.has("number")) return false;
  let seen = 0;
  for (let row = area.headings + 1; row < area.end; row++) {
    if (isBlank(grid, row, area)) break;
    if (headingText(grid, row, area) !== null) continue;
    if (labelAt(context, row, "number") === "") return false;
    seen++;
  }
  return seen > 1;
}

/** Why a row is left out; null where it is read. */
export function faultOf(
  context: TableContext,
  row: number,
  carried: Carried,
  hasNumbers: boolean,
): RowFault["rule"] | null {
  const { grid, labels, area } = context;
  const name = labelAt(context, row, "name");
  const own = [...labels.values()]
    .map(({ at }) => textAt(grid, row, at))
    .filter((text) => text !== "");
  const isArea = labels.has("area") && !labels.has("name");
  if (!isArea && isTotalName(name === "" ? (own[0] ?? textAt(grid, row, area.left)) : name))
    return "B06";
  if (context.periods.some(({ at }) => isTotalName(textAt(grid, row, at)))) return "B06";
  if (context.periods.some(({ at }) => isAsideOfPeriod(textAt(grid, row, at)))) return "B54";
  if (isSummaryName(name)) return "B54";
  if (
    carried.isAfterBlank &&
    hasNumbers &&
    labelAt(context, row, "number") === "" &&
    !isKindRow(context, row)
  )
    return "B54";
  if (!labels.has("name")) return null;
  if (name === "" && (carried.name === "" || !isTold(context, row, carried))) return "B05";
  if (isUnknownKind(context, row)) return "B48";
  if (isNoteText(name) && context.figures.every(({ at }) => textAt(grid, row, at) === ""))
    return "B54";
  return null;
}

/** Whether a period is one of a forecast or the like, which is no figure. */
const isAsideOfPeriod = (text: string): boolean =>
  labelInside(periodSaid(text).rest) === "left_out";

/**
 * Whether a column without a heading that says which figures stand in a row (target, England) says
 * something in this one that is not understood.
 */
function isUnknownKind(context: TableContext, row: number): boolean {
  const words = labelAt(context, row, "kind");
  const isHeaded = context.labels.get("kind")?.text !== "";
  return words !== "" && !isHeaded && kindSaid(words).rest !== "" && !isAsideWord(words);
}

/** Whether a row without a name says how it differs from the one above it. */
const isTold = (context: TableContext, row: number, { labels }: Carried): boolean =>
  (["kind", "area", "group", "metric"] as const).some((of) => {
    const column = context.labels.get(of);
    return column !== undefined && textAt(context.grid, row, column.at) !== "";
  }) ||
  !["", labels.get("unit")].includes(labelAt(context, row, "unit")) ||
  context.periods.some(({ at }) => textAt(context.grid, row, at) !== "");
