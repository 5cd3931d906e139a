import type { Every, Figure } from "./truth";

/** A way of writing a period: its cell, and whether it can be told for certain. */
export interface Spelling {
  readonly every: readonly Every[];
  readonly certain: boolean;
  readonly cell: (figure: Figure) => unknown;
}

const LONG =
  "January February March April May June July August September October November December".split(
    " ",
  );
const two = (n: number): string => String(n).padStart(2, "0");
const parts = (day: Date): [year: number, month: number, day: number] => [
  day.getUTCFullYear(),
  day.getUTCMonth(),
  day.getUTCDate(),
];
const iso = (day: Date): string => day.toISOString().slice(0, 10);
const dayFirst = (day: Date): string => {
  const [y, m, d] = parts(day);
  return `${two(d)}/${two(m + 1)}/${y}`;
};
const local = (day: Date): Date => new Date(...parts(day));
const serial = (day: Date): number => day.getTime() / 86_400_000 + 25_569;
/** The financial year that a day lies in, by its first year. */
const fiscal = (day: Date): number => day.getUTCFullYear() - (day.getUTCMonth() < 3 ? 1 : 0);
const quarter = (day: Date): number => Math.floor(((day.getUTCMonth() + 9) % 12) / 3) + 1;
const split = (year: number, mark = "/"): string => `${year}${mark}${two((year + 1) % 100)}`;
const month = (day: Date): string => LONG[day.getUTCMonth()];
const short = (day: Date): string => month(day).slice(0, 3);
const year = (day: Date): number => day.getUTCFullYear();

const ALL: readonly Every[] = ["day", "week", "month", "quarter", "year"];
const spelled = (
  every: readonly Every[],
  cell: (figure: Figure) => unknown,
  certain = true,
): Spelling => ({ every, cell, certain });

/** Every way of writing periods that the tables of strangers are known for. */
export const SPELLINGS: Readonly<Record<string, Spelling>> = {
  date: spelled(ALL, ({ from }) => local(from)),
  isoText: spelled(ALL, ({ from }) => iso(from)),
  isoTime: spelled(ALL, ({ from }) => `${iso(from)}T00:00:00`),
  lastDay: spelled(["month", "quarter"], ({ to }) => local(to)),
  dayFirst: spelled(["day", "week", "month"], ({ from }) => dayFirst(from)),
  lastDayText: spelled(["month", "quarter"], ({ to }) => dayFirst(to)),
  monthFirst: spelled(
    ["month"],
    ({ to }) => `${two(to.getUTCMonth() + 1)}/${two(to.getUTCDate())}/${year(to)}`,
    false,
  ),
  serial: spelled(["day", "week", "month"], ({ from }) => serial(from), false),
  serialText: spelled(["day", "week", "month"], ({ from }) => String(serial(from)), false),
  dayName: spelled(
    ["day", "week"],
    ({ from }) => `${from.getUTCDate()} ${month(from)} ${year(from)}`,
  ),
  monthLong: spelled(["month"], ({ from }) => `${month(from)} ${year(from)}`),
  monthShort: spelled(["month"], ({ from }) => `${short(from)} ${year(from)}`),
  monthDash: spelled(["month"], ({ from }) => `${short(from)}-${two(year(from) % 100)}`),
  monthUpper: spelled(
    ["month"],
    ({ from }) => ` ${short(from).toUpperCase()} ${two(year(from) % 100)}`,
  ),
  yearMonth: spelled(["month"], ({ from }) => `${year(from)} ${month(from)}`),
  yearDashMonth: spelled(
    ["month"],
    ({ from }) => `${year(from)}-${two(from.getUTCMonth() + 1)}`,
    false,
  ),
  monthSlashYear: spelled(["month"], ({ from }) => `${two(from.getUTCMonth() + 1)}/${year(from)}`),
  yearMonthNumber: spelled(
    ["month"],
    ({ from }) => year(from) * 100 + from.getUTCMonth() + 1,
    false,
  ),
  monthAlone: spelled(["month"], ({ from }) => month(from), false),
  monthNumber: spelled(["month"], ({ from }) => from.getUTCMonth() + 1, false),
  sortedMonth: spelled(
    ["month"],
    ({ from }) => `${two(((from.getUTCMonth() + 9) % 12) + 1)} ${short(from)}`,
    false,
  ),
  fiscalMonth: spelled(
    ["month"],
    ({ from }) => `M${((from.getUTCMonth() + 9) % 12) + 1} ${split(fiscal(from))}`,
  ),
  weekCommencing: spelled(["week"], ({ from }) => `w/c ${dayFirst(from)}`),
  weekEnding: spelled(["week"], ({ to }) => `Week ending ${dayFirst(to)}`),
  fiscalQuarter: spelled(["quarter"], ({ from }) => `Q${quarter(from)} ${split(fiscal(from))}`),
  fiscalQuarterShort: spelled(
    ["quarter"],
    ({ from }) => `Q${quarter(from)} ${split(fiscal(from)).slice(2)}`,
  ),
  fiscalQuarterAfter: spelled(
    ["quarter"],
    ({ from }) => `${split(fiscal(from))} Q${quarter(from)}`,
  ),
  quarterAlone: spelled(["quarter"], ({ from }) => `Q${quarter(from)}`, false),
  calendarQuarter: spelled(
    ["quarter"],
    ({ from }) => `Q${Math.floor(from.getUTCMonth() / 3) + 1} ${year(from)}`,
    false,
  ),
  quarterMonths: spelled(
    ["quarter"],
    ({ from, to }) => `${short(from)} - ${short(to)} ${year(to)}`,
  ),
  fiscalYear: spelled(["year"], ({ from }) => `FY${split(fiscal(from)).slice(2)}`),
  fiscalYearWords: spelled(["year"], ({ from }) => `Financial year ${split(fiscal(from))}`),
  yearSlash: spelled(["year"], ({ from }) => split(fiscal(from))),
  yearDash: spelled(["year"], ({ from }) => split(fiscal(from), "-"), false),
  yearLong: spelled(["year"], ({ from }) => `${fiscal(from)}/${fiscal(from) + 1}`),
  yearNumber: spelled(["year"], ({ from }) => fiscal(from)),
  yearText: spelled(["year"], ({ from }) => String(fiscal(from))),
};

/** The levels of Power BI's own date hierarchy, as the cells of its columns. */
export const hierarchyOf = ({ from }: Figure, every: Every): readonly unknown[] => [
  year(from),
  ...(every === "year" ? [] : [`Qtr ${Math.floor(from.getUTCMonth() / 3) + 1}`]),
  ...(every === "year" || every === "quarter" ? [] : [month(from)]),
  ...(every === "day" || every === "week" ? [from.getUTCDate()] : []),
];
