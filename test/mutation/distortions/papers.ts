import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { bytesOfText, cellsOf, csvText, withColumns, type Cells } from "../csv-table";
import { ofBytes, ofCells, ofFiles, someOf, type Distortion } from "../distortion";
import type { Random } from "../../../prep/sample/random";

const SHEET = "xl/worksheets/sheet1.xml";
const PAPER = { sources: ["sheet"] } as const;
const PUBLISHED = { sources: ["published"] } as const;

/** A distortion of the worksheet of a workbook. */
const ofSheet = (
  loses: Distortion["loses"],
  name: string,
  write: (sheet: string, random: Random) => string,
): Distortion =>
  ofBytes(loses, { forms: ["workbook"] }, name, (bytes, random) => {
    const parts = unzipSync(bytes);
    const before = strFromU8(parts[SHEET]);
    const sheet = write(before, random);
    return sheet === before
      ? null
      : zipSync({ ...parts, [SHEET]: strToU8(sheet) }, { mtime: "2020-01-01" });
  });

/** Cells of months, from column H. */
const MONTH = /<c r="([H-M]\d+)"><v>(\d+)<\/v><\/c>/g;

const words = (at: string, text: string): string =>
  `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** A share of the cells of months as words. */
const asWords =
  (share: number, write: (value: string) => string) =>
  (sheet: string, random: Random): string => {
    const chosen = someOf([...sheet.matchAll(MONTH)].length, share, random);
    let n = -1;
    return sheet.replace(MONTH, (cell, at: string, value: string) =>
      chosen.has((n += 1)) ? words(at, write(value)) : cell,
    );
  };

const headings = (write: (month: string) => string) => (sheet: string) =>
  sheet.replace(
    /<t>(Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Jan|Feb|Mar)<\/t>/g,
    (_, month: string) => `<t>${write(month)}</t>`,
  );

const FULL: Readonly<Record<string, string>> = {
  ...{ Apr: "April", May: "May", Jun: "June", Jul: "July", Aug: "August", Sep: "September" },
  ...{ Oct: "October", Nov: "November", Dec: "December", Jan: "January", Feb: "February" },
  Mar: "March",
};
const yearOf = (month: string): number => (["Jan", "Feb", "Mar"].includes(month) ? 26 : 25);

const current =
  (share: number, write: (value: string) => string) =>
  (cells: Cells, random: Random): Cells => {
    const chosen = someOf(cells.length - 1, share, random);
    return withColumns(cells, [cells[0].indexOf("current_value_text")], (cell, row) =>
      chosen.has(row) ? write(cell) : cell,
    );
  };

const numbers =
  (write: (value: string) => string) =>
  (cells: Cells): Cells => {
    const from = cells[0].indexOf("plans_issued_den");
    const columns = cells[0].flatMap((_, column) => (column >= from ? [column] : []));
    return withColumns(cells, columns, write);
  };

/** What people write into the cells of boards, and what publishers do. */
export const papers: readonly Distortion[] = [
  ofSheet(
    "nothing",
    "numbers as text",
    asWords(1, (value) => value),
  ),
  ofSheet(
    "nothing",
    "months in capitals",
    headings((month) => month.toUpperCase()),
  ),
  ofSheet(
    "nothing",
    "months in full above",
    headings((month) => FULL[month]),
  ),
  ofSheet(
    "nothing",
    "months with their year",
    headings((month) => `${month} ${yearOf(month)}`),
  ),
  ofSheet("nothing", "results of formulas as words", (sheet) =>
    sheet.replace(
      MONTH,
      (_, at: string, value: string) => `<c r="${at}" t="str"><f>A1&amp;""</f><v>${value}</v></c>`,
    ),
  ),
  ofSheet(
    "values",
    "numbers in brackets",
    asWords(0.4, (value) => `(${value})`),
  ),
  ofSheet(
    "values",
    "numbers with pounds",
    asWords(0.4, (value) => `£${value}`),
  ),
  ofSheet(
    "values",
    "numbers with an asterisk",
    asWords(0.4, (value) => `${value}*`),
  ),
  ofSheet(
    "values",
    "numbers with notes",
    asWords(0.4, (value) => `${value} (provisional)`),
  ),
  ofSheet(
    "values",
    "two numbers in cells",
    asWords(0.4, (value) => `${value}/${value}`),
  ),
  ofSheet(
    "values",
    "numbers with a question mark",
    asWords(0.4, (value) => `${value}?`),
  ),
  ofSheet("values", "a hidden row", (sheet) =>
    sheet.replace('<row r="3"', '<row r="3" hidden="1"'),
  ),
  ofSheet("values", "a hidden column", (sheet) =>
    sheet.replace("<sheetData>", '<cols><col min="9" max="9" hidden="1"/></cols><sheetData>'),
  ),
  ofCells(
    "values",
    PAPER,
    "arrows behind numbers",
    current(0.4, (value) => `${value} \u25b2`),
  ),
  ofCells(
    "values",
    PAPER,
    "numbers in words",
    current(0.4, () => "twelve"),
  ),
  ofCells(
    "values",
    PAPER,
    "numbers below a sign",
    current(0.4, (value) => `>${value}`),
  ),
  ofCells(
    "nothing",
    PUBLISHED,
    "decimals with zeros behind",
    numbers((value) => (value.includes(".") ? `${value}00` : value)),
  ),
  ofCells(
    "values",
    PUBLISHED,
    "per cent signs behind shares",
    numbers((value) => (value.includes(".") ? `${value}%` : value)),
  ),
  ofCells(
    "values",
    PUBLISHED,
    "decimal commas in shares",
    numbers((value) => value.replace(".", ",")),
  ),
  ofFiles("values", PUBLISHED, "another edition that differs", (files, file) => [
    ...files,
    {
      ...file,
      name: file.name.replace(/(\.\w+)$/, "-revised$1"),
      bytes: bytesOfText(
        csvText(
          numbers((value) => (value.includes(".") ? value : String(Number(value) + 1)))(
            cellsOf(file.bytes),
          ),
        ),
      ),
    },
  ]),
];
