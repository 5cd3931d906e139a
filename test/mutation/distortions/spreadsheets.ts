import {
  bytesOfText,
  cellsOf,
  columnsOfKind,
  csvText,
  dateIn,
  monthName,
  withColumns,
  type Cells,
} from "../csv-table";
import { inPlace, ofBytes, ofCells, ofText, someOf, type Distortion } from "../distortion";
import { sheetRow, STYLES } from "../kpi-files";
import { dayFromIso, isoOf } from "../../../prep/calendar/day";
import { madeWorkbook } from "../../prep/scan/workbook/made";

const TABLES = { sources: ["sen2", "school-census", "mhsds"] } as const;
const EDUCATION = { sources: ["sen2", "school-census"] } as const;
const CSV = { forms: ["csv"] } as const;

const named = ([headings]: Cells, name: RegExp): number[] =>
  headings.flatMap((heading, column) => (name.test(heading) ? [column] : []));

/** Columns of a name written anew; null where there is none. */
const columnsNamed =
  (name: RegExp, write: (cell: string) => string) =>
  (cells: Cells): Cells | null => {
    const columns = named(cells, name);
    return columns.length === 0 ? null : withColumns(cells, columns, write);
  };

/** Every date of a file written anew; null where it has none. */
const dates =
  (write: (iso: string) => string) =>
  (cells: Cells): Cells | null => {
    const columns = columnsOfKind(cells, "date");
    return columns.length === 0
      ? null
      : withColumns(cells, columns, (cell) => {
          const { year, month, day } = dateIn(cell)!;
          return write(`${year}-${month}-${day}`);
        });
  };

const partsOf = (iso: string): readonly [string, string, string] =>
  iso.split("-") as unknown as readonly [string, string, string];

/** Clocks in Britain are an hour ahead from the last Sunday of March to the last of October. */
function isSummerTime(iso: string): boolean {
  const [year, month] = partsOf(iso).map(Number);
  if (month < 3 || month > 10) return false;
  if (month > 3 && month < 10) return true;
  const last = dayFromIso(`${year}-${String(month).padStart(2, "0")}-31`)!;
  // 1970-01-04 was a Sunday.
  const sunday = last - ((((last - 3) % 7) + 7) % 7);
  const day = dayFromIso(iso)!;
  return month === 3 ? day > sunday : day <= sunday;
}

/** Midnight of a day in Britain as a system writes it that keeps world time. */
const inWorldTime = (iso: string): string =>
  isSummerTime(iso) ? `${isoOf(dayFromIso(iso)! - 1)}T23:00:00Z` : `${iso}T00:00:00Z`;

const nth = (day: number): string =>
  day % 10 === 1 && day !== 11
    ? "st"
    : day % 10 === 2 && day !== 12
      ? "nd"
      : day % 10 === 3 && day !== 13
        ? "rd"
        : "th";

/** How else dates are written. */
const otherDates: readonly Distortion[] = [
  ofCells(
    "nothing",
    TABLES,
    "dates as 2025/01/16",
    dates((iso) => iso.replaceAll("-", "/")),
  ),
  ofCells(
    "nothing",
    TABLES,
    "dates as 20250116",
    dates((iso) => iso.replaceAll("-", "")),
  ),
  ofCells(
    "nothing",
    TABLES,
    "dates as January 16, 2025",
    dates((iso) => {
      const [year, month, day] = partsOf(iso);
      return `${monthName(month)} ${Number(day)}, ${year}`;
    }),
  ),
  ofCells(
    "nothing",
    TABLES,
    "dates as 16th Jan 2025",
    dates((iso) => {
      const [year, month, day] = partsOf(iso);
      return `${Number(day)}${nth(Number(day))} ${monthName(month)} ${year}`;
    }),
  ),
  ofCells(
    "nothing",
    TABLES,
    "dates with milliseconds",
    dates((iso) => `${iso} 00:00:00.000`),
  ),
  ofCells("nothing", TABLES, "dates in world time", dates(inWorldTime)),
  ofCells(
    "nothing",
    TABLES,
    "dates as Excel's numbers with a fraction",
    dates((iso) => `${dayFromIso(iso)! + 25_569}.0`),
  ),
  ofCells(
    "values",
    TABLES,
    "days of the week before dates",
    dates((iso) => {
      const [year, month, day] = partsOf(iso);
      return `Thu ${day} ${monthName(month)} ${year}`;
    }),
  ),
  ofCells(
    "values",
    TABLES,
    "dates as year, day, month",
    dates((iso) => {
      const [year, month, day] = partsOf(iso);
      return `${year}-${day}-${month}`;
    }),
  ),
  ofCells(
    "values",
    TABLES,
    "dates as month, day, short year",
    dates((iso) => {
      const [year, month, day] = partsOf(iso);
      return `${month}/${day}/${year.slice(2)}`;
    }),
  ),
  ofCells("values", TABLES, "some dates of a column month first", (cells, random) => {
    const columns = columnsOfKind(cells, "date").filter((column) =>
      cells.some((row) => Number(dateIn(row[column])?.day ?? 0) > 12),
    );
    if (columns.length === 0) return null;
    const column = random.pick(columns);
    return withColumns(cells, [column], (cell) => {
      const { year, month, day } = dateIn(cell)!;
      return Number(day) > 12 ? `${month}/${day}/${year}` : `${day}/${month}/${year}`;
    });
  }),
  ofCells("values", TABLES, "dates of the year 1900", (cells, random) => {
    const columns = columnsOfKind(cells, "date");
    if (columns.length === 0) return null;
    const column = random.pick(columns);
    const chosen = someOf(cells.length - 1, 0.3, random);
    return withColumns(cells, [column], (cell, row) => (chosen.has(row) ? "00/01/1900" : cell));
  }),
];

/** A column that only one heading of these names is known to have. */
const UPN = /^upn$/i;
const NUMBERS = /^(urn|ukprn|uniquelearnernumber|uln|estab)$/i;

const ids: readonly Distortion[] = [
  ofCells(
    "nothing",
    EDUCATION,
    "UPNs in small letters",
    columnsNamed(UPN, (cell) => cell.toLowerCase()),
  ),
  ofCells(
    "nothing",
    EDUCATION,
    "UPNs with blanks within",
    columnsNamed(UPN, (cell) => `${cell.slice(0, 4)} ${cell.slice(4)}`),
  ),
  ofCells(
    "nothing",
    EDUCATION,
    "authority numbers as 999.0",
    columnsNamed(/^lea$/i, (cell) => `${cell}.0`),
  ),
  ofCells(
    "nothing",
    EDUCATION,
    "numbers of schools as 1.0",
    columnsNamed(NUMBERS, (cell) => `${cell}.0`),
  ),
  ofCells(
    "values",
    EDUCATION,
    "UPNs without their letter",
    columnsNamed(UPN, (cell) => cell.slice(1)),
  ),
  ofCells(
    "values",
    EDUCATION,
    "UPNs as 9.99E+11",
    columnsNamed(UPN, (cell) => Number(cell.slice(1, 12)).toExponential(2).replace("e+", "E+")),
  ),
  ofCells(
    "values",
    EDUCATION,
    "UPNs all alike",
    columnsNamed(UPN, () => "A999000000001"),
  ),
  ofCells(
    "values",
    EDUCATION,
    "numbers of schools as 1.41E+05",
    columnsNamed(/^urn$/i, (cell) =>
      cell === "" ? "" : Number(cell).toExponential(2).replace("e+", "E+"),
    ),
  ),
  ofCells("values", EDUCATION, "keys as 1.0E+02", (cells) => {
    const columns = named(cells, /tableid$/i);
    return columns.length === 0
      ? null
      : withColumns(cells, columns, (cell) =>
          /\d/.test(cell)
            ? Number(cell.replace(/\D/g, "")).toExponential(1).replace("e+", "E+")
            : cell,
        );
  }),
];

/** A table as a sheet of a workbook. */
const asWorkbook = (cells: Cells): Uint8Array =>
  madeWorkbook({
    sheets: { Export: cells.map((row, at) => sheetRow(at + 1, row)).join("") },
    styles: STYLES,
  });

/** What a spreadsheet program does to a file that somebody opened and saved. */
export const spreadsheets: readonly Distortion[] = [
  ...otherDates,
  ...ids,
  inPlace("values", { ...CSV, ...TABLES }, "a table saved as a workbook", (file) => {
    const cells = cellsOf(file.bytes);
    return cells.length < 2 || cells[0].length > 26
      ? null
      : [{ ...file, name: file.name.replace(/\.\w+$/, ".xlsx"), bytes: asWorkbook(cells) }];
  }),
  inPlace("nothing", CSV, "extension .xls of a text", (file) => [
    { ...file, name: file.name.replace(/\.\w+$/, ".xls") },
  ]),
  inPlace("nothing", CSV, "no extension", (file) => [
    { ...file, name: file.name.replace(/\.\w+$/, "") },
  ]),
  ofBytes("values", { ...CSV, ...TABLES }, "a web page of the table", (bytes) => {
    const rows = cellsOf(bytes).map((row) => `<tr><td>${row.join("</td><td>")}</td></tr>`);
    return bytesOfText(`<html><body><table>${rows.join("\n")}</table></body></html>`);
  }),
  ofBytes("values", { ...CSV, ...TABLES }, "the table as JSON", (bytes) => {
    const [headings, ...rows] = cellsOf(bytes);
    return rows.length === 0
      ? null
      : bytesOfText(
          JSON.stringify(
            rows.map((row) => Object.fromEntries(headings.map((heading, i) => [heading, row[i]]))),
          ),
        );
  }),
  ofBytes("nothing", CSV, "a byte-order mark and quotes", (bytes) =>
    bytesOfText(`\ufeff${csvText(cellsOf(bytes), { quoteAll: true })}`),
  ),
  ofBytes("nothing", CSV, "pipes", (bytes) =>
    bytesOfText(csvText(cellsOf(bytes), { separator: "|" })),
  ),
  ofText("nothing", CSV, "two carriage returns at each line", (text) =>
    text.replaceAll("\r\n", "\r\r\n"),
  ),
  ofText("values", CSV, "an end-of-file sign of old systems", (text) => `${text}\u001a`),
  ofText("nothing", CSV, "a comment line", (text) => `# made by the system\r\n${text}`),
  ofText(
    "values",
    { ...CSV, ...TABLES },
    "the file twice, one below the other",
    (text) => text + text,
  ),
  ofBytes("values", { ...CSV, ...TABLES }, "values in doubled quotes", (bytes) =>
    bytesOfText(
      csvText(
        cellsOf(bytes).map((row, at) => (at === 0 ? row : row.map((cell) => cell && `"${cell}"`))),
      ),
    ),
  ),
  ofText("values", { ...CSV, ...TABLES }, "a line break within a value", (text, random) => {
    const cells = cellsOf(bytesOfText(text));
    if (cells.length < 3) return null;
    const at = random.int(1, cells.length - 1);
    return csvText(
      cells.map((row, line) =>
        line === at ? row.map((cell, i) => (i === row.length - 1 ? `${cell}\n` : cell)) : row,
      ),
    );
  }),
  ofCells("nothing", TABLES, "hard blanks around values", ([headings, ...rows]) => [
    headings,
    ...rows.map((row) => row.map((cell) => cell && `\u00a0${cell}\u00a0`)),
  ]),
  ofCells("nothing", {}, "headings in small letters", ([headings, ...rows]) => [
    headings.map((heading) => heading.toLowerCase()),
    ...rows,
  ]),
  ofCells("values", TABLES, "headings with blanks within", ([headings, ...rows]) => [
    headings.map((heading) => heading.replace(/^(.{3})/, "$1 ")),
    ...rows,
  ]),
  ofCells("values", TABLES, "headings with footnotes", ([headings, ...rows]) => [
    headings.map((heading) => `${heading} [1]`),
    ...rows,
  ]),
  ofCells("values", TABLES, "rows moved by a column", ([headings, ...rows], random) => {
    const chosen = someOf(rows.length, 0.2, random);
    return [headings, ...rows.map((row, at) => (chosen.has(at) ? ["", ...row.slice(0, -1)] : row))];
  }),
  ofCells("values", TABLES, "all rows moved by a column", ([headings, ...rows]) => [
    headings,
    ...rows.map((row) => ["", ...row.slice(0, -1)]),
  ]),
  ofCells("nothing", TABLES, "a column of numbers before the others", (cells) =>
    cells.map((row, at) => [at === 0 ? "" : String(at - 1), ...row]),
  ),
  ofCells("nothing", TABLES, "an empty column among the others", (cells) =>
    cells.map((row) => [...row.slice(0, 2), "", ...row.slice(2)]),
  ),
  ofCells("values", TABLES, "a column twice", (cells, random) => {
    const column = random.int(0, cells[0].length - 1);
    return cells.map((row) => [...row, row[column]]);
  }),
  ofText("values", { ...CSV, ...TABLES }, "blanks at the end of rows left out", (text) =>
    text.replace(/,+(?=\r\n)/g, ""),
  ),
  ofCells("values", TABLES, "values cut to three letters", (cells, random) => {
    const column = random.int(0, cells[0].length - 1);
    return withColumns(cells, [column], (cell) => cell.slice(0, 3));
  }),
];
