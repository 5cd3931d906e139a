import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { withColumns, type Cells } from "../csv-table";
import { ofBytes, ofCells, someOf, type Distortion } from "../distortion";
import { letter, sheetRow } from "../kpi-files";
import type { Random } from "../../../prep/sample/random";

const SHEET = "xl/worksheets/sheet1.xml";
const WORKBOOK = "xl/workbook.xml";
const RELATIONS = "xl/_rels/workbook.xml.rels";

type Parts = Record<string, string>;

/** A distortion of the parts of a workbook. */
const ofParts = (
  loses: Distortion["loses"],
  name: string,
  write: (parts: Parts, random: Random) => Parts | null,
): Distortion =>
  ofBytes(loses, { forms: ["workbook"] }, name, (bytes, random) => {
    const parts = Object.fromEntries(
      Object.entries(unzipSync(bytes)).map(([part, content]) => [part, strFromU8(content)]),
    );
    const written = write(parts, random);
    return (
      written &&
      zipSync(
        Object.fromEntries(Object.entries(written).map(([part, text]) => [part, strToU8(text)])),
        { mtime: "2020-01-01" },
      )
    );
  });

/** A distortion of the worksheet of a workbook. */
const ofSheet = (
  loses: Distortion["loses"],
  name: string,
  write: (sheet: string, random: Random) => string,
): Distortion =>
  ofParts(loses, name, (parts, random) => ({ ...parts, [SHEET]: write(parts[SHEET], random) }));

/** A sheet with every row so many lower. */
const lower = (sheet: string, by: number): string =>
  sheet
    .replace(/<row r="(\d+)"/g, (_, row: string) => `<row r="${Number(row) + by}"`)
    .replace(/(<c r="[A-Z]+)(\d+)/g, (_, at: string, row: string) => at + (Number(row) + by));

const below = (sheet: string, rows: string): string =>
  sheet.replace("</sheetData>", `${rows}</sheetData>`);
const above = (sheet: string, rows: string, by: number): string =>
  lower(sheet, by).replace("<sheetData>", `<sheetData>${rows}`);

/** Cells of months, from column H. */
const MONTH = /<c r="([H-M]\d+)"><v>(\d+)<\/v><\/c>/g;

/** Some of the cells of months written anew. */
const someMonths = (
  sheet: string,
  share: number,
  random: Random,
  write: (at: string, value: string) => string,
): string => {
  const chosen = someOf([...sheet.matchAll(MONTH)].length, share, random);
  let n = -1;
  return sheet.replace(MONTH, (cell, at: string, value: string) =>
    chosen.has((n += 1)) ? write(at, value) : cell,
  );
};

const words = (at: string, text: string): string =>
  `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** A second sheet of a workbook, with the attributes that a workbook part gives it. */
const withSheet = (parts: Parts, name: string, attributes: string, sheet: string): Parts => ({
  ...parts,
  [WORKBOOK]: parts[WORKBOOK].replace(
    "</sheets>",
    `<sheet name="${name}" sheetId="2" r:id="rId2" ${attributes}/></sheets>`,
  ),
  [RELATIONS]: parts[RELATIONS].replace(
    "</Relationships>",
    '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/></Relationships>',
  ),
  "xl/worksheets/sheet2.xml": sheet,
});

const sheetOf = (rows: string): string =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;

/** Rows of per cent, whose cells become fractions that are shown as per cent. */
const asPercent = (sheet: string): string =>
  sheet.replace(/<row [^]*?<\/row>/g, (row) =>
    row.includes("<t>%</t>")
      ? row.replace(
          /<c r="(\w+)"><v>(\d+)<\/v><\/c>/g,
          (_, at: string, value: string) => `<c r="${at}" s="1"><v>${Number(value) / 100}</v></c>`,
        )
      : row,
  );

/** Words of cells as a table of strings of their own. */
function withSharedStrings(parts: Parts): Parts {
  const strings: string[] = [];
  const sheet = parts[SHEET].replace(
    /<c r="(\w+)" t="inlineStr"><is>([^]*?)<\/is><\/c>/g,
    (_, at: string, text: string) => {
      strings.push(text);
      return `<c r="${at}" t="s"><v>${strings.length - 1}</v></c>`;
    },
  );
  const items = strings.map((text) => `<si>${text}</si>`).join("");
  return {
    ...parts,
    [SHEET]: sheet,
    "xl/sharedStrings.xml": `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${items}</sst>`,
  };
}

const PAPER = { sources: ["sheet"] } as const;
const PUBLISHED = { sources: ["published"] } as const;

/** Some values of a board paper's current figures written anew. */
const current =
  (share: number, write: (value: string) => string) =>
  (cells: Cells, random: Random): Cells => {
    const column = cells[0].indexOf("current_value_text");
    const chosen = someOf(cells.length - 1, share, random);
    return withColumns(cells, [column], (cell, row) => (chosen.has(row) ? write(cell) : cell));
  };

const inColumn = (cells: Cells, heading: string, write: (cell: string, row: number) => string) =>
  withColumns(cells, [cells[0].indexOf(heading)], write);

const somePublished =
  (share: number, write: (value: string) => string) =>
  (cells: Cells, random: Random): Cells => {
    const from = cells[0].indexOf("plans_issued_den");
    const columns = cells[0].flatMap((_, column) => (column >= from ? [column] : []));
    const chosen = someOf((cells.length - 1) * columns.length, share, random);
    return withColumns(cells, columns, (cell, row) =>
      chosen.has(row * columns.length + random.int(0, columns.length - 1)) ? write(cell) : cell,
    );
  };

/** KPI sheets as workbooks, board papers as CSV, and published files. */
export const boards: readonly Distortion[] = [
  ofSheet("nothing", "cells shown as per cent", asPercent),
  ofSheet("nothing", "a title row", (sheet) =>
    above(sheet, sheetRow(1, ["SEND scorecard of the service"]), 2),
  ),
  ofSheet("nothing", "blank rows between", (sheet) =>
    sheet
      .replace(/<row r="(\d+)"/g, (_, row: string) => `<row r="${Number(row) * 2}"`)
      .replace(/(<c r="[A-Z]+)(\d+)/g, (_, at: string, row: string) => at + Number(row) * 2),
  ),
  ofSheet("nothing", "a blank first column", (sheet) =>
    sheet.replace(/<c r="([A-Z])/g, (_, at: string) => `<c r="${letter(at.charCodeAt(0) - 64)}`),
  ),
  ofSheet("nothing", "formulas with their results", (sheet, random) =>
    someMonths(
      sheet,
      0.5,
      random,
      (at, value) => `<c r="${at}"><f>SUM(A1:B2)</f><v>${value}</v></c>`,
    ),
  ),
  ofSheet("nothing", "merged cells of a section", (sheet) =>
    sheet
      .replace(/<c r="A[3-5]" t="inlineStr"><is><t>Quality<\/t><\/is><\/c>/g, "")
      .replace(
        "</sheetData>",
        '</sheetData><mergeCells count="1"><mergeCell ref="A2:A5"/></mergeCells>',
      ),
  ),
  ofParts("nothing", "words in a table of strings", withSharedStrings),
  ofParts("nothing", "a hidden empty sheet", (parts) =>
    withSheet(parts, "Lists", 'state="hidden"', sheetOf("")),
  ),
  ofParts("nothing", "a cover sheet", (parts) =>
    withSheet(
      parts,
      "Cover",
      "",
      sheetOf(sheetRow(1, ["Read me"]) + sheetRow(2, ["Made in Excel"])),
    ),
  ),
  ofParts("nothing", "a hidden sheet of old figures", (parts) =>
    withSheet(
      parts,
      "Old",
      'state="hidden"',
      parts[SHEET].replace(MONTH, (_, at: string) => `<c r="${at}"><v>1</v></c>`),
    ),
  ),
  ofSheet("values", "error cells", (sheet, random) =>
    someMonths(sheet, 0.3, random, (at) => `<c r="${at}" t="e"><v>#N/A</v></c>`),
  ),
  ofSheet("values", "formulas without results", (sheet, random) =>
    someMonths(sheet, 0.3, random, (at) => `<c r="${at}"><f>A1+1</f></c>`),
  ),
  ofSheet("values", "suppression signs in cells", (sheet, random) =>
    someMonths(sheet, 0.3, random, (at) =>
      words(at, random.pick(["&lt;5", "0 to 4", "*", "[c]", "low", "\u2013"])),
    ),
  ),
  ofSheet("values", "words in cells", (sheet, random) =>
    someMonths(sheet, 0.3, random, (at) =>
      words(at, random.pick(["tbc", "n/a", "awaiting data", "see note"])),
    ),
  ),
  ofSheet("values", "dates in cells of values", (sheet, random) =>
    someMonths(sheet, 0.3, random, (at) => words(at, "16/01/2025")),
  ),
  ofSheet("values", "numbers as 1.234,5", (sheet, random) =>
    someMonths(sheet, 0.3, random, (at, value) => words(at, `1.${value.padStart(3, "0")},5`)),
  ),
  ofSheet("values", "cells without months", (sheet) =>
    sheet.replace(/<t>(Apr|May|Jun)<\/t>/g, "<t>x$1x</t>"),
  ),
  ofSheet("values", "months of merged headings", (sheet) =>
    sheet
      .replace(/<c r="I1"[^]*?<\/c>/, "")
      .replace(
        "</sheetData>",
        '</sheetData><mergeCells count="1"><mergeCell ref="H1:I1"/></mergeCells>',
      ),
  ),
  ofSheet("values", "a row of totals in the sheet", (sheet) =>
    below(
      sheet,
      sheetRow(6, ["", "Total", "Number", "", "2025/26", "Monthly", 1, 2, 3, 4, 5, 6, 7]),
    ),
  ),
  ofSheet("values", "a second table in the sheet", (sheet) =>
    below(
      sheet,
      sheetRow(8, ["Team", "Indicator Name", "This month", "Last month"]) +
        sheetRow(9, ["North", "Audits judged good", 11, 12]),
    ),
  ),
  ofParts("values", "a second sheet of other figures", (parts) =>
    withSheet(
      parts,
      "Draft",
      "",
      parts[SHEET].replace(
        MONTH,
        (_, at: string, value: string) => `<c r="${at}"><v>${Number(value) + 1}</v></c>`,
      ),
    ),
  ),
  ofParts("values", "a sheet of another council", (parts) => ({
    ...parts,
    [WORKBOOK]: parts[WORKBOOK].replace('name="Scorecard"', 'name="Cornwall"'),
  })),
  ofParts("values", "a worksheet cut off", (parts) => ({
    ...parts,
    [SHEET]: parts[SHEET].slice(0, Math.floor(parts[SHEET].length * 0.7)),
  })),
  ofParts("values", "a worksheet missing", (parts) =>
    Object.fromEntries(Object.entries(parts).filter(([part]) => part !== SHEET)),
  ),
  ofCells("nothing", PAPER, "months in full", (cells) =>
    inColumn(
      inColumn(cells, "current_period", () => "September 2025"),
      "previous_period",
      () => "August 2025",
    ),
  ),
  ofCells("nothing", PAPER, "months as 2025-09", (cells) =>
    inColumn(
      inColumn(cells, "current_period", () => "2025-09"),
      "previous_period",
      () => "2025-08",
    ),
  ),
  ofCells("nothing", PAPER, "thousands marked with commas", (cells) =>
    inColumn(cells, "current_value_text", (cell) => cell.replace(/\B(?=(\d{3})+\b)/g, ",")),
  ),
  ofCells("nothing", PAPER, "a blank before per cent", (cells) =>
    inColumn(cells, "current_value_text", (cell) => cell.replace("%", " %")),
  ),
  ofCells(
    "values",
    PAPER,
    "signs of suppression",
    current(0.4, () => "<5"),
  ),
  ofCells(
    "values",
    PAPER,
    "bands in place of numbers",
    current(0.4, () => "0 to 4"),
  ),
  ofCells(
    "values",
    PAPER,
    "dashes in place of numbers",
    current(0.4, () => "\u2014"),
  ),
  ofCells(
    "values",
    PAPER,
    "error words in place of numbers",
    current(0.4, () => "#DIV/0!"),
  ),
  ofCells(
    "values",
    PAPER,
    "numbers as 1.234,5 in text",
    current(0.4, (value) => `1.234,${value}`),
  ),
  ofCells(
    "values",
    PAPER,
    "numbers with words",
    current(0.4, (value) => `about ${value}`),
  ),
  ofCells(
    "values",
    PAPER,
    "two numbers in a cell",
    current(0.4, (value) => `${value} / 17`),
  ),
  ofCells("values", PAPER, "periods that nobody can read", (cells, random) => {
    const chosen = someOf(cells.length - 1, 0.4, random);
    return inColumn(cells, "current_period", (cell, row) => (chosen.has(row) ? "last time" : cell));
  }),
  ofCells("values", PAPER, "periods without a year", (cells) =>
    inColumn(cells, "current_period", () => "Sep"),
  ),
  ofCells("values", PAPER, "a total in the paper", (cells) => [
    ...cells,
    cells[0].map((heading) =>
      heading === "kpi" ? "Total" : heading.endsWith("value_text") ? "99" : "",
    ),
  ]),
  ofCells("values", PAPER, "a paper of another council", (cells) =>
    inColumn(cells, "board", () => "Cornwall Council"),
  ),
  ofCells("values", PAPER, "a KPI twice with other figures", (cells) => [
    ...cells,
    cells[1].map((cell, column) => (cells[0][column] === "current_value_text" ? "901" : cell)),
  ]),
  ofCells(
    "values",
    PUBLISHED,
    "symbols in place of published figures",
    somePublished(0.2, () => "c"),
  ),
  ofCells(
    "values",
    PUBLISHED,
    "signs that nobody knows",
    somePublished(0.2, () => "??"),
  ),
  ofCells(
    "values",
    PUBLISHED,
    "published figures with thousands marked",
    somePublished(0.3, (value) => value.replace(/\B(?=(\d{3})+\b)/g, ",")),
  ),
  ofCells("values", PUBLISHED, "a published figure twice with other numbers", (cells) => [
    ...cells,
    cells[2].map((cell) =>
      /^\d+$/.test(cell) && cell.length < 4 && cell !== "999" ? `${cell}1` : cell,
    ),
  ]),
  ofCells("values", PUBLISHED, "a time that nobody can read", (cells) =>
    inColumn(cells, "time_period", (cell, row) => (row % 3 === 0 ? "later" : cell)),
  ),
  ofCells("values", PUBLISHED, "places without codes", (cells) =>
    inColumn(
      inColumn(cells, "new_la_code", () => ""),
      "old_la_code",
      () => "",
    ),
  ),
];
