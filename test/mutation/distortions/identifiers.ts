import { columnsOfKind, withColumns, type Cells } from "../csv-table";
import { ofCells, someOf, type Distortion } from "../distortion";
import type { Random } from "../../../prep/sample/random";

const TABLES = { sources: ["sen2", "school-census", "mhsds"] } as const;

/** Columns of keys and codes, by heading. */
const KEYS = /tableid$|person_id$|uniqservreqid$|uniqsubmissionid$|uniqcarecontid$/i;
const CODES =
  /^(sex|ethnicity|ethniccategory|requestoutcome|requestsource|assessmentoutcome|ceasereason|reviewoutcome|sensetting|sentype|sentyperank|attendancereason|category|senprovision|enrolstatus|attendstatus|sourceofreferralmh|primreasonreferralmh|servteamtypereftomh|consmechanismmh|servteamtypemh|ncyearactual)$/i;
const FLAGS = /^(True|False)$/;

const named = ([headings]: Cells, name: RegExp): number[] =>
  headings.flatMap((heading, column) => (name.test(heading) ? [column] : []));

const filledRows = (cells: Cells, column: number): number[] =>
  cells.flatMap((row, at) => (at > 0 && (row[column] ?? "") !== "" ? [at - 1] : []));

/** Some values of one of the columns with such a heading written anew. */
const someValues =
  (name: RegExp, share: number, write: (cell: string) => string) =>
  (cells: Cells, random: Random): Cells | null => {
    const columns = named(cells, name).filter((column) => filledRows(cells, column).length > 0);
    if (columns.length === 0) return null;
    const column = random.pick(columns);
    const filled = filledRows(cells, column);
    const chosen = [...someOf(filled.length, share, random)].map((at) => filled[at]);
    return withColumns(cells, [column], (cell, row) => (chosen.includes(row) ? write(cell) : cell));
  };

const flags = (yes: string, no: string): Distortion =>
  ofCells(
    "nothing",
    { sources: ["sen2", "school-census"] },
    `flags as ${yes} and ${no}`,
    ([headings, ...rows]) => [
      headings,
      ...rows.map((row) =>
        row.map((cell) => (FLAGS.test(cell) ? (cell === "True" ? yes : no) : cell)),
      ),
    ],
  );

/** Codes and numbers of institutions as a spreadsheet saves numbers, `1.0`. */
const NUMBERS =
  /^(requestsource|ceasereason|sentyperank|placementrank|urn|ukprn|sessions|termlysessionspossible)$/i;

/** Keys, codes, flags and numbers, and what spreadsheets make of them. */
export const identifiers: readonly Distortion[] = [
  flags("1", "0"),
  flags("Y", "N"),
  flags("TRUE", "FALSE"),
  flags("yes", "no"),
  ofCells("nothing", { sources: ["sen2", "school-census"] }, "codes as 1.0", (cells) =>
    withColumns(cells, named(cells, NUMBERS), (cell) => (/^\d+$/.test(cell) ? `${cell}.0` : cell)),
  ),
  ofCells("nothing", { sources: ["sen2", "school-census"] }, "numbers without .0", (cells) =>
    withColumns(cells, columnsOfKind(cells, "number"), (cell) => cell.replace(/\.0$/, "")),
  ),
  ofCells("nothing", TABLES, "codes in small letters", (cells) =>
    withColumns(cells, named(cells, CODES), (cell) => cell.toLowerCase()),
  ),
  ofCells("nothing", { sources: ["mhsds"] }, "codes that lost their zeros", (cells) =>
    withColumns(
      cells,
      named(cells, /^(attendstatus|consmechanismmh|servteamintagegroup|primreasonreferralmh)$/i),
      (cell) => cell.replace(/^0(?=\d)/, ""),
    ),
  ),
  ofCells("values", TABLES, "ids as 4.61169E+18", (cells) => {
    const columns = columnsOfKind(cells, "long id");
    return columns.length === 0
      ? null
      : withColumns(cells, columns, (cell) => Number(cell).toExponential(5).replace("e+", "E+"));
  }),
  ofCells("values", TABLES, "ids cut to fifteen digits", (cells) => {
    const columns = columnsOfKind(cells, "long id");
    return columns.length === 0
      ? null
      : withColumns(cells, columns, (cell) => cell.slice(0, 15) + "0".repeat(cell.length - 15));
  }),
  ofCells("values", TABLES, "keys with thousands marked", (cells) =>
    withColumns(cells, named(cells, KEYS), (cell) => cell.replace(/\B(?=(\d{3})+$)/g, ",")),
  ),
  ofCells("values", TABLES, "keys without their first letter or digit", (cells, random) => {
    const columns = named(cells, KEYS);
    return columns.length === 0
      ? null
      : withColumns(cells, [random.pick(columns)], (cell) => cell.slice(1));
  }),
  ofCells(
    "values",
    TABLES,
    "some keys blank",
    someValues(KEYS, 0.1, () => ""),
  ),
  ofCells(
    "values",
    TABLES,
    "some keys of nobody",
    someValues(KEYS, 0.15, (cell) => `${cell}9`),
  ),
  ofCells(
    "values",
    TABLES,
    "some codes that no set has",
    someValues(CODES, 0.15, () => "QQ7"),
  ),
  ofCells(
    "values",
    TABLES,
    "a column of codes unknown",
    someValues(CODES, 1, () => "n/k"),
  ),
  ofCells(
    "values",
    TABLES,
    "#N/A in place of some codes",
    someValues(CODES, 0.2, () => "#N/A"),
  ),
  ofCells(
    "values",
    TABLES,
    "suppression signs for codes",
    someValues(CODES, 0.2, () => "*"),
  ),
  ofCells(
    "values",
    { sources: ["sen2", "school-census"] },
    "flags that say neither",
    someValues(
      /^(rya|week20|pb|sen_?unitindicator|resourcedprovisionindicator|parttime)$/i,
      0.3,
      () => "maybe",
    ),
  ),
  ofCells(
    "values",
    { sources: ["school-census"] },
    "numbers with a decimal comma",
    someValues(/^(sessions|termlysessionspossible)$/i, 1, (cell) => cell.replace(".", ",")),
  ),
  ofCells(
    "values",
    { sources: ["school-census"] },
    "#VALUE! in place of some numbers",
    someValues(/^(sessions|termlysessionspossible)$/i, 0.2, () => "#VALUE!"),
  ),
  ofCells(
    "values",
    { sources: ["school-census"] },
    "numbers below zero",
    someValues(/^(sessions|termlysessionspossible)$/i, 0.2, (cell) => `-${cell}`),
  ),
  ofCells("values", TABLES, "some rows twice", (cells, random) => {
    const chosen = someOf(cells.length - 1, 0.1, random);
    return cells.flatMap((row, at) => (chosen.has(at - 1) ? [row, row] : [row]));
  }),
  ofCells("values", { sources: ["sen2"] }, "another council's number", (cells) => {
    const columns = named(cells, /^lea$/i);
    return columns.length === 0 ? null : withColumns(cells, columns, () => "839");
  }),
  ofCells("values", { sources: ["sen2"] }, "another year's number", (cells) => {
    const columns = named(cells, /^year$/i);
    return columns.length === 0 ? null : withColumns(cells, columns, () => "2023");
  }),
];
