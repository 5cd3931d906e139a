import { isoOf, type Day } from "../../../prep/calendar/day";
import { monthEnd, monthOf, monthStart, type MonthIndex } from "../../../prep/calendar/periods";
import { periodsIn } from "../periods";
import type { makeMhsds } from "../../../prep/sample/mhsds/mhsds";
import { ACCESS_IDS, countAccessOf, countTwoContactsOf } from "./access-counts";
import { cohortByMonth } from "./cohort-counts";
import { makeCells, type Cell, type Cells } from "./cells";
import { countMonthsOf, MONTH_COUNTS } from "./month-counts";
import { loadedOf, type Loaded } from "./seen";
import { childServices } from "./services";
import { countWaitsOf, FOUR_WEEKS } from "./wait-counts";

/** One figure that a count of the sample's mental health extract must give. */
export interface ExpectedHealthValue {
  readonly indicator_id: string;
  /**
   * month, quarter, calendar_year, academic_year, financial_year, rolling_12_months or
   * year_to_date.
   */
  readonly frequency: string;
  readonly period_end: string;
  /**
   * Who is counted: everyone in the extract, those who live in a council's area, or those of an
   * integrated care board by practice or residence.
   */
  readonly area_basis: "everyone" | "council" | "icb";
  /** Number of the council, ODS code of the board; empty for everyone. */
  readonly area_code: string;
  readonly breakdown: string;
  readonly breakdown_value: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Unrounded. */
  readonly value: number | null;
  readonly status: "ok" | "not_available" | "not_applicable";
  /**
   * Referrals left out of a wait, because they were received before the first loaded month; empty
   * where nothing is.
   */
  readonly left_out: number | null;
}

type Figure = Pick<
  ExpectedHealthValue,
  "numerator" | "denominator" | "value" | "status" | "left_out"
>;
type Summary = (cells: readonly Cell[]) => Figure;

const AREAS = ["everyone|", "council|999", "icb|QKS"];
const NOT_AVAILABLE: Figure = {
  numerator: null,
  denominator: null,
  value: null,
  status: "not_available",
  left_out: null,
};
const NOBODY: Cell = { top: 0, bottom: 0, days: [], leftOut: 0 };
const ok = (
  numerator: number | null,
  denominator: number | null,
  value: number,
  left_out: number | null = null,
): Figure => ({ numerator, denominator, value, status: "ok", left_out });
const total = (cells: readonly Cell[], read: (cell: Cell) => number): number =>
  cells.reduce((sum, cell) => sum + read(cell), 0);

const count: Summary = (cells) =>
  ok(
    total(cells, ({ top }) => top),
    null,
    total(cells, ({ top }) => top),
  );
const percent: Summary = (cells) => {
  const [top, bottom] = [total(cells, (cell) => cell.top), total(cells, (cell) => cell.bottom)];
  return bottom === 0
    ? { ...NOT_AVAILABLE, numerator: top, denominator: 0, status: "not_applicable" }
    : ok(top, bottom, (100 * top) / bottom);
};

/** A figure of the waits of some cells. */
const ofDays =
  (
    make: (days: readonly number[]) => readonly [numerator: number | null, value: number],
    empty: number | null = null,
  ): Summary =>
  (cells) => {
    const days = cells.flatMap((cell) => cell.days).sort((a, b) => a - b);
    const leftOut = total(cells, (cell) => cell.leftOut);
    if (days.length === 0)
      return {
        ...NOT_AVAILABLE,
        numerator: empty,
        denominator: 0,
        status: "not_applicable",
        left_out: leftOut,
      };
    const [numerator, value] = make(days);
    return ok(numerator, days.length, value, leftOut);
  };
const sumOf = (days: readonly number[]): number => days.reduce((sum, each) => sum + each, 0);
const median = ofDays((days) => [
  null,
  (days[Math.ceil(days.length / 2) - 1] + days[Math.floor(days.length / 2)]) / 2,
]);
const p90 = ofDays((days) => [null, days[Math.ceil(days.length * 0.9) - 1]]);
const longest = ofDays((days) => [null, days[days.length - 1]]);
const mean = ofDays((days) => [sumOf(days), sumOf(days) / days.length], 0);
const within4Weeks = ofDays(
  (days) => [
    days.filter((each) => each <= 27).length,
    (100 * days.filter((each) => each <= 27).length) / days.length,
  ],
  0,
);
const waits: Summary = (cells) => ({
  ...count(cells.map((cell) => ({ ...cell, top: cell.days.length }))),
  left_out: total(cells, ({ leftOut }) => leftOut),
});

interface WaitMeasure {
  readonly id: string;
  /** Id of the cells. */
  readonly of: string;
  readonly quarters: boolean;
  readonly figure: Summary;
}

const statistics = (which: "first" | "second"): WaitMeasure[] =>
  Object.entries({ median, mean, p90, longest }).map(([name, figure]) => ({
    id: `mh_wait_${which}_contact_days_${name}`,
    of: `mh_wait_${which}_contact_days`,
    quarters: false,
    figure,
  }));
/** Those left out are told, so that who reads a figure can say what the gate does with it. */
const due: Summary = (cells) => ({
  ...percent(cells),
  left_out: total(cells, ({ leftOut }) => leftOut),
});
export const DUE = "mh_due_within_4_weeks_pct";
const WAIT_MEASURES: readonly WaitMeasure[] = [
  ...statistics("first"),
  ...statistics("second"),
  {
    id: "mh_within_4_weeks_pct",
    of: "mh_within_4_weeks_pct",
    quarters: false,
    figure: within4Weeks,
  },
  {
    id: DUE,
    of: DUE,
    quarters: false,
    figure: due,
  },
  { id: "mhs130", of: "mhs130", quarters: true, figure: waits },
  { id: "mhs131", of: "mhs130", quarters: true, figure: median },
  { id: "mhs132", of: "mhs130", quarters: true, figure: p90 },
];
const WAITING: readonly (readonly [string, Summary])[] = [
  ["mhs133", waits],
  ["mhs134", median],
  ["mhs135", p90],
];

/** Groups that somebody is in, by `id area`. */
function groupsBy(cells: Cells): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map<string, Set<string>>();
  for (const key of cells.all.keys()) {
    const [id, , , area, group] = key.split(" ");
    groups.set(`${id} ${area}`, (groups.get(`${id} ${area}`) ?? new Set(["all|all"])).add(group));
  }
  return groups;
}

function row(
  id: string,
  frequency: string,
  end: Day,
  area: string,
  group: string,
  figure: Figure,
): ExpectedHealthValue {
  const [area_basis, area_code] = area.split("|");
  const [breakdown, breakdown_value] = group.split("|");
  return {
    indicator_id: id,
    frequency,
    period_end: isoOf(end),
    area_basis: area_basis as ExpectedHealthValue["area_basis"],
    area_code,
    breakdown,
    breakdown_value,
    ...figure,
  };
}

function* ofMonths(
  cells: Cells,
  { first, last }: Loaded,
  sent: (provider: string, month: MonthIndex) => boolean,
): Generator<ExpectedHealthValue> {
  const groups = groupsBy(cells);
  for (const id of [...MONTH_COUNTS, "mh_not_attended_pct"])
    for (const area of AREAS)
      for (const group of groups.get(`${id} ${area}`) ?? ["all|all"])
        for (let month = first; month <= last; month++) {
          const [breakdown, value] = group.split("|");
          const silent = breakdown === "provider" && !sent(value, month);
          const cell = cells.all.get(`${id} month ${monthEnd(month)} ${area} ${group}`);
          if (cell || silent || group === "all|all")
            yield row(
              id,
              "month",
              monthEnd(month),
              area,
              group,
              silent
                ? NOT_AVAILABLE
                : (id === "mh_not_attended_pct" ? percent : count)([cell ?? NOBODY]),
            );
        }
}

function* ofAccess(cells: Cells, { first, last }: Loaded): Generator<ExpectedHealthValue> {
  const groups = groupsBy(cells);
  for (const area of AREAS) {
    for (const id of ACCESS_IDS)
      for (const group of groups.get(`${id} ${area}`) ?? ["all|all"])
        for (let month = first; month <= last; month++) {
          const cell = cells.all.get(`${id} rolling_12_months ${monthEnd(month)} ${area} ${group}`);
          if (cell || group === "all|all")
            yield row(
              id,
              "rolling_12_months",
              monthEnd(month),
              area,
              group,
              month - first < 11 ? NOT_AVAILABLE : count([cell ?? NOBODY]),
            );
        }
    for (let month = first; month <= last; month++) {
      const april = month - ((month + 9) % 12);
      yield row(
        "mhs69",
        "year_to_date",
        monthEnd(month),
        area,
        "all|all",
        april < first
          ? NOT_AVAILABLE
          : count([
              cells.all.get(`mhs69 year_to_date ${monthEnd(month)} ${area} all|all`) ?? NOBODY,
            ]),
      );
    }
  }
}

function* ofWaits(cells: Cells, { first, last }: Loaded): Generator<ExpectedHealthValue> {
  const groups = groupsBy(cells);
  const [from, to] = [monthStart(first), monthEnd(last)];
  for (const { id, of, quarters, figure } of WAIT_MEASURES) {
    const knownFrom = from + (id === DUE ? FOUR_WEEKS : 0);
    for (const area of AREAS)
      for (const group of groups.get(`${of} ${area}`) ?? ["all|all"])
        for (const { frequency, start, end } of periodsIn(from, to)) {
          if (
            (quarters && frequency !== "quarter") ||
            (frequency === "rolling_12_months" && (start < knownFrom || end > to))
          )
            continue;
          const until = Math.min(end, to);
          if (start < knownFrom) {
            if (group === "all|all") yield row(id, frequency, until, area, group, NOT_AVAILABLE);
            continue;
          }
          const months = Array.from({ length: monthOf(until) - monthOf(start) + 1 }, (_, i) =>
            monthEnd(monthOf(start) + i),
          );
          const found = months.flatMap(
            (month) => cells.all.get(`${of} wait ${month} ${area} ${group}`) ?? [],
          );
          if (found.length > 0 || group === "all|all")
            yield row(id, frequency, until, area, group, figure(found));
        }
  }
  for (const [id, figure] of WAITING)
    for (const area of AREAS)
      for (let month = first; month <= last; month++)
        if (month % 3 === 2)
          yield row(
            id,
            "quarter",
            monthEnd(month),
            area,
            "all|all",
            figure([cells.all.get(`mhs133 wait ${monthEnd(month)} ${area} all|all`) ?? NOBODY]),
          );
}

/**
 * Share of those with a plan, of whom the linkage table speaks, who have an open referral: of the
 * authority, whoever's address the health service knows.
 */
function* ofCohort(
  sample: ReturnType<typeof makeMhsds>,
  loaded: Loaded,
): Generator<ExpectedHealthValue> {
  for (const { month, counts } of cohortByMonth(sample, loaded))
    yield row(
      "ehc_cohort_with_open_mh_referral_pct",
      "month",
      monthEnd(month),
      "council|999",
      "all|all",
      counts ? percent([{ ...NOBODY, top: counts.open, bottom: counts.linked }]) : NOT_AVAILABLE,
    );
}

/**
 * What the measures of mental health services must come to, worked out person by person from what
 * truly happened, as far as the submissions that were sent tell it. It shares no code
 * with the reading and counting of extracts. `version` is that of the files where it is one
 * throughout: only the measures of children's services (CYP01, CYP23, CYP32) depend on it.
 * Groups that nobody is in are left out.
 */
export function* expectedMhsds(
  sample: ReturnType<typeof makeMhsds>,
  version?: 5 | 6,
): Generator<ExpectedHealthValue> {
  const { patients, submissions, first, last } = sample;
  const loaded = loadedOf(first, last, version);
  const services = childServices(patients, loaded);
  const cells = makeCells();
  for (const patient of patients) {
    countMonthsOf(patient, loaded, services, cells);
    countWaitsOf(patient, loaded, cells);
    countAccessOf(patient, loaded, cells);
    countTwoContactsOf(patient, loaded, cells);
    cells.next();
  }
  const sent = new Set(submissions.map(({ provider, month }) => `${provider.code} ${month}`));
  yield* ofMonths(cells, loaded, (provider, month) => sent.has(`${provider} ${month}`));
  yield* ofAccess(cells, loaded);
  yield* ofWaits(cells, loaded);
  yield* ofCohort(sample, loaded);
}
