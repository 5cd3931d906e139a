import { apartByUnit } from "./apart-by-unit";
import { isForeignHeadings } from "./foreign-headings";
import { cellText, filledIn, textAt } from "./grid";
import { kindSaid } from "./kind-words";
import { periodSaid, type YearSaid } from "./period-words";
import { entriesOf } from "./row-entries";
import { everyRowNumbered, faultOf, type RowFault } from "./row-faults";
import { headingText, isBlank, isSectionText } from "./row-kinds";
import { namesOf } from "./row-names";
import { ratingsOf, withRatings, type RowRating } from "./row-ratings";
import { isKindRow, labelAt, type Carried, type Entry, type TableContext } from "./table-context";
import { isAsideWord, isRatingWord } from "./value-words";

interface ReadTableRows {
  readonly entries: readonly Entry[];
  readonly faults: readonly RowFault[];
  readonly rowsIn: number;
  readonly rejected: number;
}

/** Reads the rows below the headings of a table. */
export function readTableRows(context: TableContext): ReadTableRows {
  const { grid, area } = context;
  const entries: Entry[] = [];
  const faults: RowFault[] = [];
  const carried: Carried = {
    name: "",
    section: context.section,
    kpi: "",
    isAfterBlank: false,
    year: null,
    labels: new Map(),
  };
  const ratings: RowRating[] = [];
  const names = namesOf(context);
  const hasNumbers = everyRowNumbered(context);
  let [rowsIn, rejected, isForeign] = [0, 0, false];
  for (let row = area.headings + 1; row < area.end; row++) {
    if (isBlank(grid, row, area)) {
      carried.isAfterBlank = true;
      continue;
    }
    const alone = headingText(grid, row, area);
    if (alone !== null && !isKindRow(context, row)) {
      const year = yearAlone(alone);
      if (year !== null) carried.year = year;
      else if (isSectionText(alone) && leadsToFigures(context, row)) {
        headRows(context, carried, { row, words: alone });
      }
      continue;
    }
    if (isHeadingsAgain(context, row)) {
      isForeign = false;
      rowsIn++;
      rejected++;
      faults.push({ rule: "B07", line: row + 1, field: null });
      continue;
    }
    if (!hasContent(context, row)) continue;
    rowsIn++;
    isForeign ||= isForeignHeadings(context, row);
    if (isForeign) {
      rejected++;
      faults.push({ rule: "B48", line: row + 1, field: null });
      continue;
    }
    const fault = faultOf(context, row, carried, hasNumbers);
    if (fault !== null) {
      rejected++;
      faults.push({ rule: fault, line: row + 1, field: null });
      continue;
    }
    const kindWords = asideWords(context, row);
    if (kindWords !== null) {
      if (isRatingWord(kindWords)) ratings.push(...ratingsOf(context, row, carried));
      continue;
    }
    const read = entriesOf(context, row, carried, names);
    const contrary = read.contrary.map(({ text }) => text.replace(/\s+/g, " "));
    for (const field of contrary) faults.push({ rule: "B70", line: row + 1, field });
    if (read.entries.length === 0 && (contrary.length > 0 || isNameless(context, row))) {
      rejected++;
      if (contrary.length === 0) faults.push({ rule: "B05", line: row + 1, field: null });
    }
    entries.push(...read.entries);
  }
  return { entries: apartByUnit(withRatings(entries, ratings)), faults, rowsIn, rejected };
}

/** Takes the words of a lone text for the rows below: their section, or the KPI of their areas. */
function headRows(
  { grid, area, areSectionsKpis }: TableContext,
  carried: Carried,
  { row, words }: { readonly row: number; readonly words: string },
): void {
  if (areSectionsKpis) {
    if (carried.kpi !== "" && headingText(grid, row - 1, area) === carried.kpi)
      carried.section = carried.kpi;
    carried.kpi = words;
  } else carried.section = words;
  carried.name = "";
  carried.isAfterBlank = false;
}

/** Words that call what stands in a row no figures, such as `Variance` or `RAG`; null for none. */
const asideWords = (context: TableContext, row: number): string | null =>
  [labelAt(context, row, "kind"), ...context.periods.map(({ at }) => textAt(context.grid, row, at))]
    .filter((text) => text !== "" && isAsideWord(text))
    .at(0) ?? null;

/** Whether a row has figures, and nothing names the KPI that they are of. */
const isNameless = ({ grid, figures }: TableContext, row: number): boolean =>
  figures.some(({ at }) => cellText(grid.rows[row][at]) !== "");

/** The year that a lone text names and nothing else. */
function yearAlone(text: string): YearSaid | null {
  const { year, period, part, rest } = periodSaid(text);
  return period === null && part === null && kindSaid(rest).rest === "" ? year : null;
}

/** Whether a row has a figure, or a name with another word beside it. */
function hasContent(context: TableContext, row: number): boolean {
  const { grid, area, figures } = context;
  const isFilled = figures.some(({ at }) => textAt(grid, row, at) !== "");
  return isFilled || filledIn(grid, row, area.left, area.right).length > 1;
}

/** Whether rows with figures follow a lone text before the next blank row. */
function leadsToFigures({ grid, area, figures }: TableContext, row: number): boolean {
  for (let at = row + 1; at < area.end; at++) {
    if (isBlank(grid, at, area)) {
      if (at > row + 1) return false;
      continue;
    }
    if (headingText(grid, at, area) === null)
      return figures.some((column) => textAt(grid, at, column.at) !== "");
  }
  return false;
}

/** Whether the words of the lowest headings stand again in a row. */
function isHeadingsAgain({ grid, area }: TableContext, row: number): boolean {
  const filled = filledIn(grid, row, area.left, area.right);
  return (
    filled.length > 1 &&
    filled.every(
      (at) =>
        textAt(grid, row, at) === textAt(grid, area.headings, at) ||
        textAt(grid, row, at) === textAt(grid, area.top, at),
    )
  );
}
