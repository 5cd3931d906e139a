import { readDay } from "../../calendar/read-day";
import type { CellValue } from "../../scan/workbook/sheet-cell";
import { cellText, type SheetRows } from "../../scan/workbook/sheet-rows";
import { columnsOfList, sheetName, type AnnexColumn } from "./columns";
import type { AnnexField, AnnexRow, ListNumber } from "./row";

/** A list as somebody filled it in. */
export interface ReadList {
  readonly list: ListNumber;
  readonly rows: readonly AnnexRow[];
  /** Row of the sheet of each row. */
  readonly lines: readonly number[];
  /** Headings that the sheet lacks: their columns are read as empty. */
  readonly missing: readonly string[];
  /** Cells that hold neither a date nor a number where one belongs; they are read as empty. */
  readonly unreadable: readonly { readonly line: number; readonly heading: string }[];
}

/** Names and headings as people write them: any dash, any apostrophe, any case and spacing. */
const folded = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\s_]+/g, " ")
    .trim();

/**
 * The value of a cell: a day, a number or a text; null where it is empty, undefined where it is not
 * what the column holds.
 */
function valueOf(cell: CellValue, type: AnnexColumn["type"]): string | number | null | undefined {
  const text = cellText(cell);
  if (text === "" || type === "text") return text || null;
  if (type === "day") return readDay(text) ?? undefined;
  const number = Number(text.replace(/%$/, ""));
  return Number.isFinite(number) ? number : undefined;
}

const nothing: AnnexRow = {
  uniqueId: null,
  upn: null,
  uln: null,
  birth: null,
  gender: null,
  ethnicity: null,
  initialPlan: null,
  updatedPlan: null,
  lastReview: null,
  need: null,
  urn: null,
  phase: null,
  subsidiaryPhase: null,
  homeEducation: null,
  suspensions: null,
  exclusions: null,
  absence: null,
  pupilPremium: null,
  socialCare: null,
  socialCareTeam: null,
  disability: null,
};

function readList(list: ListNumber, { rows: [headings = [], ...rows] }: SheetRows): ReadList {
  const names = headings.map((heading) => folded(cellText(heading)));
  const columns = columnsOfList(list).map((column) => ({
    ...column,
    at: names.indexOf(folded(column.heading)),
  }));
  const found: AnnexRow[] = [];
  const lines: number[] = [];
  const unreadable: ReadList["unreadable"][number][] = [];
  rows.forEach((cells, i) => {
    if (cells.every((cell) => cellText(cell) === "")) return;
    const line = i + 2;
    const values: Partial<Record<AnnexField, string | number | null>> = {};
    for (const { field, heading, type, at } of columns) {
      const value = at < 0 ? null : valueOf(cells[at] ?? null, type);
      if (value === undefined) unreadable.push({ line, heading });
      values[field] = value ?? null;
    }
    found.push({ ...nothing, ...(values as Partial<AnnexRow>) });
    lines.push(line);
  });
  return {
    list,
    rows: found,
    lines,
    missing: columns.filter(({ at }) => at < 0).map(({ heading }) => heading),
    unreadable,
  };
}

/**
 * The lists of a workbook by the names of its sheets, `List_1` and `List_2`; a list whose sheet is
 * not there is left out.
 */
export const readLists = (sheets: readonly SheetRows[]): ReadList[] =>
  ([1, 2] as const).flatMap((list) => {
    const sheet = sheets.find(({ name }) => folded(name) === folded(sheetName(list)));
    return sheet ? [readList(list, sheet)] : [];
  });
