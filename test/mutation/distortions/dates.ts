import {
  columnsOfKind,
  dateIn,
  monthName,
  withColumns,
  type Cells,
  type Written,
} from "../csv-table";
import { dayFromIso } from "../../../prep/calendar/day";
import { ofCells, ofText, someOf, type Distortion } from "../distortion";

const TABLES = { sources: ["sen2", "school-census", "mhsds"] } as const;

/** Day 1 of Excel's calendar in ours; it counts a day that never was. */
const EXCEL = 25_569;

/** Every date of a file written anew; null where it has none. */
const allDates = (cells: Cells, write: (date: Written) => string): Cells | null => {
  const columns = columnsOfKind(cells, "date");
  // Where no day is above 12 nothing tells days from months, and figures are rightly in doubt.
  const tells = cells
    .slice(1)
    .some((row) => columns.some((at) => Number(dateIn(row[at])?.day) > 12));
  return !tells ? null : withColumns(cells, columns, (cell) => write(dateIn(cell)!));
};

const written = (name: string, write: (date: Written) => string): Distortion =>
  ofCells("nothing", TABLES, name, (cells) => allDates(cells, write));

/** Some dates of one column written anew. */
const someDates =
  (share: number, write: (date: Written) => string) =>
  (cells: Cells, random: Parameters<typeof someOf>[2]): Cells | null => {
    const columns = columnsOfKind(cells, "date");
    if (columns.length === 0) return null;
    const column = random.pick(columns);
    const filled = cells.flatMap((row, at) => (at > 0 && row[column] !== "" ? [at - 1] : []));
    const chosen = [...someOf(filled.length, share, random)].map((at) => filled[at]);
    return withColumns(cells, [column], (cell, row) =>
      chosen.includes(row) ? write(dateIn(cell)!) : cell,
    );
  };

const some = (name: string, share: number, write: (date: Written) => string): Distortion =>
  ofCells("values", TABLES, name, someDates(share, write));

/** How dates are written, and what becomes of them. */
export const dates: readonly Distortion[] = [
  written("dates as 16/01/2025", ({ year, month, day }) => `${day}/${month}/${year}`),
  written("dates as 16-Jan-2025", ({ year, month, day }) => `${day}-${monthName(month)}-${year}`),
  written("dates as 16 Jan 2025", ({ year, month, day }) => `${day} ${monthName(month)} ${year}`),
  written("dates as 2025-01-16", ({ year, month, day }) => `${year}-${month}-${day}`),
  written(
    "dates as 2025-01-16T00:00:00",
    ({ year, month, day }) => `${year}-${month}-${day}T00:00:00`,
  ),
  written("dates as 16/01/2025 00:00", ({ year, month, day }) => `${day}/${month}/${year} 00:00`),
  written(
    "dates as 16/1/2025",
    ({ year, month, day }) => `${Number(day)}/${Number(month)}/${year}`,
  ),
  written("dates as 16/01/25", ({ year, month, day }) => `${day}/${month}/${year.slice(2)}`),
  written(
    "dates as 16-Jan-25",
    ({ year, month, day }) => `${day}-${monthName(month)}-${year.slice(2)}`,
  ),
  written("dates as 16.01.2025", ({ year, month, day }) => `${day}.${month}.${year}`),
  written("dates as Excel's numbers", ({ year, month, day }) =>
    String(dayFromIso(`${year}-${month}-${day}`)! + EXCEL),
  ),
  some("words in place of some dates", 0.15, () => "to be confirmed"),
  some("days that do not exist", 0.1, ({ year }) => `31/02/${year}`),
  some("years far off", 0.1, ({ month, day }) => `${day}/${month}/2925`),
  some("dates without a year", 0.2, ({ month, day }) => `${day} ${monthName(month)}`),
  some("dates cut to a month", 0.3, ({ year, month }) => `${monthName(month)} ${year}`),
  some("hashes in place of dates", 0.2, () => "########"),
  some("question marks after dates", 0.1, ({ year, month, day }) => `${day}/${month}/${year}?`),
  some("a column of dates unreadable", 1, () => "see file"),
  ofCells("values", TABLES, "dates written month first", (cells) => {
    const columns = columnsOfKind(cells, "date");
    const shows = cells
      .slice(1)
      .some((row) => columns.some((column) => Number(dateIn(row[column])?.day ?? 0) > 12));
    return shows ? allDates(cells, ({ year, month, day }) => `${month}/${day}/${year}`) : null;
  }),
  ofText(
    "values",
    { forms: ["xml"], ...TABLES },
    "words in place of some dates of XML",
    (text, random) => {
      const found = [...text.matchAll(/>\d{4}-\d{2}-\d{2}</g)].map(({ index }) => index);
      const chosen = [...someOf(found.length, 0.1, random)].map((at) => found[at]);
      return text.replace(/>\d{4}-\d{2}-\d{2}</g, (date, at: number) =>
        chosen.includes(at) ? ">unknown<" : date,
      );
    },
  ),
];
