import {
  columnsOfKind,
  csvText,
  cellsOf,
  withColumns,
  bytesOfText,
  type Cells,
} from "../csv-table";
import { ofBytes, ofCells, ofText, shuffled, someOf, type Distortion } from "../distortion";

const TABLES = { sources: ["sen2", "school-census", "mhsds", "published"] } as const;
const CSV = { forms: ["csv"] } as const;

/** The columns of every row in the order given. */
const reordered = (cells: Cells, order: readonly number[]): Cells =>
  cells.map((row) => order.map((column) => row[column] ?? ""));

const withHeadings = ([headings, ...rows]: Cells, write: (heading: string) => string): Cells => [
  headings.map(write),
  ...rows,
];

/** A line put in among the rows, not before the first. */
const lineWithin = (text: string, line: string, at: number): string => {
  const lines = text.split("\r\n");
  if (lines.length < 4) return text;
  lines.splice(2 + (at % (lines.length - 3)), 0, line);
  return lines.join("\r\n");
};

const written = (name: string, writing: Parameters<typeof csvText>[1]): Distortion =>
  ofBytes("nothing", CSV, name, (bytes) => bytesOfText(csvText(cellsOf(bytes), writing)));

/** Two columns that a person could take for one another, by their headings. */
const PAIRS: readonly (readonly [string, string])[] = [
  ["receiveddate", "requestoutcomedate"],
  ["requestoutcome", "exported"],
  ["assessmentoutcome", "assessmentoutcomedate"],
  ["startdate", "ceasedate"],
  ["entrydate", "leavingdate"],
  ["entrydate", "dob"],
  ["lastreview", "reviewoutcome"],
  ["sentype", "sentyperank"],
  ["sessions", "attendancereason"],
  ["sex", "ethnicity"],
  ["personbirthdate", "upn"],
  ["referralrequestreceiveddate", "servdischdate"],
  ["carecontdate", "attendstatus"],
  ["uniqservreqid", "person_id"],
];

/** Lines, columns and rows, and what spreadsheets and systems put around them. */
export const shapes: readonly Distortion[] = [
  ofCells("nothing", {}, "columns in another order", (cells, random) =>
    reordered(
      cells,
      shuffled(
        cells[0].map((_, column) => column),
        random,
      ),
    ),
  ),
  ofCells("nothing", TABLES, "rows in another order", ([headings, ...rows], random) => [
    headings,
    ...shuffled(rows, random),
  ]),
  ofCells("nothing", {}, "headings in capitals", (cells) =>
    withHeadings(cells, (heading) => heading.toUpperCase()),
  ),
  ofCells("nothing", {}, "headings with blanks around them", (cells) =>
    withHeadings(cells, (heading) => ` ${heading}  `),
  ),
  ofCells("nothing", TABLES, "a column that nobody knows", (cells) =>
    cells.map((row, at) => [...row, at === 0 ? "Local note" : "seen"]),
  ),
  ofCells("nothing", {}, "empty columns at the end", (cells) =>
    cells.map((row) => [...row, "", ""]),
  ),
  ofText("nothing", CSV, "a title line", (text) => `Extract made for the board\r\n${text}`),
  ofText(
    "nothing",
    CSV,
    "title lines and a blank line",
    (text) => `SEND service\r\nOfficial - sensitive\r\n\r\n${text}`,
  ),
  ofText("nothing", CSV, "a sep= line", (text) => `sep=,\r\n${text}`),
  ofText("nothing", CSV, "blank lines before the headings", (text) => `\r\n\r\n${text}`),
  ofText("nothing", CSV, "a line of commas before the headings", (text) => `,,,,\r\n${text}`),
  ofText("nothing", CSV, "blank lines at the end", (text) => `${text}\r\n\r\n`),
  ofText("nothing", CSV, "lines of commas at the end", (text) => {
    const commas = ",".repeat(cellsOf(bytesOfText(text))[0].length - 1);
    return `${text}${commas}\r\n${commas}\r\n`;
  }),
  ofText("nothing", CSV, "blank lines between rows", (text, random) =>
    lineWithin(text, "", random.int(0, 999)),
  ),
  written("semicolons", { separator: ";" }),
  written("tabs", { separator: "\t" }),
  written("everything in quotes", { quoteAll: true }),
  written("semicolons and quotes", { separator: ";", quoteAll: true }),
  ofText("nothing", { ...CSV, ...TABLES }, "dashes under the headings", (text) => {
    const [headings] = cellsOf(bytesOfText(text));
    const line = headings.map((heading) => "-".repeat(Math.max(2, heading.length))).join(",");
    return text.replace("\r\n", `\r\n${line}\r\n`);
  }),
  ofText(
    "nothing",
    { ...CSV, ...TABLES },
    "a note of the system at the end",
    (text) => `${text}\r\n(${text.split("\r\n").length - 2} rows affected)\r\n`,
  ),
  ofCells("nothing", TABLES, "NULL where there is no value", ([headings, ...rows]) => [
    headings,
    ...rows.map((row) => row.map((cell) => cell || "NULL")),
  ]),
  ofCells("nothing", TABLES, "blanks around values", ([headings, ...rows]) => [
    headings,
    ...rows.map((row) => row.map((cell) => cell && ` ${cell} `)),
  ]),
  ofText("nothing", CSV, "text guards on numbers", (text) => {
    const cells = cellsOf(bytesOfText(text));
    const columns = [...columnsOfKind(cells, "number"), ...columnsOfKind(cells, "long id")];
    return columns.length === 0
      ? null
      : csvText(withColumns(cells, columns, (cell) => `="${cell}"`));
  }),
  ofCells("nothing", TABLES, "apostrophes before numbers", (cells) =>
    withColumns(
      cells,
      [...columnsOfKind(cells, "number"), ...columnsOfKind(cells, "long id")],
      (cell) => `'${cell}`,
    ),
  ),
  ofText("values", CSV, "no line end after the last row", (text) => text.replace(/\r\n$/, "")),
  ofText("values", CSV, "cut within a row", (text, random) =>
    text.slice(0, lineWithin(text, "\u0001", random.int(0, 999)).indexOf("\u0001") + 9),
  ),
  ofText("values", CSV, "cut within the headings", (text) => text.slice(0, text.indexOf(",") + 3)),
  ofText("values", { ...CSV, ...TABLES }, "half of the file", (text) => {
    const half = text.slice(0, text.length >> 1);
    return half.endsWith("\n") ? half.slice(0, -4) : half;
  }),
  ofText("values", { ...CSV, ...TABLES }, "a stray quote", (text, random) => {
    const lines = text.split("\r\n");
    if (lines.length < 4) return null;
    const at = random.int(1, lines.length - 2);
    lines[at] = lines[at].replace(",", ',"');
    return lines.join("\r\n");
  }),
  ofText("values", { ...CSV, ...TABLES }, "two stray quotes that swallow rows", (text, random) => {
    const lines = text.split("\r\n");
    if (lines.length < 6) return null;
    const at = random.int(1, lines.length - 4);
    lines[at] = lines[at].replace(",", ',"');
    lines[at + 2] = lines[at + 2].replace(/,(?=[^,]*$)/, '",');
    return lines.join("\r\n");
  }),
  ofText("values", { ...CSV, ...TABLES }, "a separator too many in some rows", (text, random) => {
    const lines = text.split("\r\n");
    if (lines.length < 3) return null;
    for (const at of someOf(lines.length - 2, 0.1, random))
      lines[at + 1] = lines[at + 1].replace(",", ",x,");
    return lines.join("\r\n");
  }),
  ofText("values", { ...CSV, ...TABLES }, "a separator lost in some rows", (text, random) => {
    const lines = text.split("\r\n");
    if (lines.length < 3) return null;
    for (const at of someOf(lines.length - 2, 0.1, random))
      lines[at + 1] = lines[at + 1].replace(",", "");
    return lines.join("\r\n");
  }),
  ofText("values", CSV, "no line of headings", (text) => text.slice(text.indexOf("\r\n") + 2)),
  ofText("values", { ...CSV, ...TABLES }, "the headings again among the rows", (text, random) =>
    lineWithin(text, text.slice(0, text.indexOf("\r\n")), random.int(0, 999)),
  ),
  ofText(
    "values",
    { ...CSV, ...TABLES },
    "a second table below",
    (text) => `${text}\r\nTeam,Cases,Note\r\nNorth,17,x\r\nSouth,12,y\r\n`,
  ),
  ofText("values", { ...CSV, ...TABLES }, "a field of two megabytes", (text, random) =>
    lineWithin(text, `${"x".repeat(2 << 20)},1,2,3`, random.int(0, 999)),
  ),
  ofCells("values", TABLES, "a row of totals", (cells) => [
    ...cells,
    cells[0].map((_, column) => (column === 0 ? "Total" : String(cells.length - 1))),
  ]),
  ofCells("values", TABLES, "two columns of one heading", (cells, random) => {
    const [from, to] = shuffled(
      cells[0].map((_, column) => column),
      random,
    );
    return cells.map((row, at) =>
      at === 0 ? row.map((cell, i) => (i === to ? row[from] : cell)) : row,
    );
  }),
  ofCells("values", TABLES, "a column missing", (cells, random) => {
    const gone = random.int(0, cells[0].length - 1);
    return cells.map((row) => row.filter((_, column) => column !== gone));
  }),
  ofCells("values", TABLES, "a heading misspelt", (cells, random) => {
    const at = random.int(0, cells[0].length - 1);
    return cells.map((row, line) =>
      line === 0 ? row.map((cell, column) => (column === at ? `${cell}x` : cell)) : row,
    );
  }),
  ofCells("values", TABLES, "headings swapped", (cells, random) => {
    const headings = cells[0].map((heading) => heading.toLowerCase());
    const found = PAIRS.filter((pair) => pair.every((heading) => headings.includes(heading)));
    if (found.length === 0) return null;
    const [a, b] = random.pick(found).map((heading) => headings.indexOf(heading));
    return cells.map((row, at) =>
      at === 0 ? row.map((cell, i) => (i === a ? row[b] : i === b ? row[a] : cell)) : row,
    );
  }),
];
