import { join } from "node:path";
import { expect } from "chai";
import { collections } from "../../../prep/collections/index";
import { knowledgeOf } from "../../../prep/stages/knowledge";
import type { RowMeasure } from "../../../prep/star/declaration";
import {
  chosenOn,
  pageValues,
  reportPages,
  type PageValues,
  type ReportPage,
} from "../../../scripts/preview/report-pages.mjs";
import { builtSample, type Built, type Row } from "./built";
import { figureRead } from "./figure-read";

const YEAR = "2024/25";
const rowMeasures = new Map(
  knowledgeOf(collections).rowMeasures.map((measure): [string, RowMeasure] => [
    measure.denominator ? `${measure.name} (%)` : measure.name,
    measure,
  ]),
);
/** Measures of figures, and the column of `kpi_value` that they say. */
const FIGURES: Readonly<Record<string, string>> = {
  Value: "value",
  Numerator: "numerator",
  Denominator: "denominator",
  Target: "target",
  "Period shown": "period_label",
  "Rows looked at": "rows_eligible",
  "Rows not counted": "rows_left_out",
};
/** Columns that visuals are drawn by, with the breakdown and, of names, where their codes stand. */
const GROUPS: Readonly<Record<string, readonly [breakdown: string, table: string, label: string]>> =
  {
    "Need.Need name": ["primary_need", "need", "need_label"],
    "Age band.Age band": ["age_band", "age_band", "age_band_words"],
    "Setting group.Setting group name": ["setting_group", "setting_group", "setting_group_label"],
  };

type Context = Readonly<Record<string, string>>;
type Cell =
  ReturnType<PageValues["values"]["get"]> extends infer Held
    ? NonNullable<Held> extends { readonly rows: readonly (readonly (infer One)[])[] }
      ? One
      : never
    : never;

const same = (found: Cell, wanted: string | number | null): boolean =>
  wanted === null || wanted === ""
    ? found === null
    : typeof found === "number"
      ? Math.abs(found - Number(wanted)) < 1e-9
      : found === wanted;

describe("what the pages of the report hold, evaluated", function () {
  this.timeout(900_000);
  let world: Built;
  let pages: readonly ReportPage[];
  let values: PageValues["values"];
  let kpi: string;
  before(async () => {
    world = await builtSample();
    kpi = world
      .table("indicator")
      .find((row) => row.indicator_id === "ehc_plans_within_20_weeks_pct")!.indicator_name;
    const project = join(world.folder, "power-bi");
    pages = reportPages(project);
    const evaluated = pageValues(world.folder, project, pages, { kpi, year: YEAR });
    expect(evaluated.why).to.equal(null);
    values = evaluated.values;
  });

  const daysIn = (column: string, value: string): string[] =>
    world
      .table("date")
      .filter((row) => row[column] === value)
      .map(({ date }) => date);

  /** The period that a row of a visual speaks of, as a figure has it; null for no one period. */
  function periodOf({ fact, date, snapshot }: RowMeasure, context: Context) {
    const days = context["Date.Month"]
      ? daysIn("month_label", context["Date.Month"])
      : context["Date.Academic year"]
        ? daysIn("academic_year", context["Date.Academic year"])
        : null;
    if (days === null) return null;
    const [first, last] = [days[0], days.at(-1)!];
    if (!snapshot) return { start: first, end: last };
    const held = world
      .table(fact)
      .map((row) => row[date])
      .filter((day) => day >= first && day <= last)
      .sort();
    return { start: null, end: held.at(-1) ?? null };
  }

  /** What a measure over rows says in a context, by the star; undefined where it has no such figure. */
  function ofRows(measure: RowMeasure, context: Context): string | number | null | undefined {
    const period = periodOf(measure, context);
    const groups = Object.keys(context).filter((column) => column in GROUPS);
    const other = Object.keys(context).filter(
      (column) => !(column in GROUPS) && !column.startsWith("Date."),
    );
    if (period === null || groups.length > 1 || other.length > 0) return undefined;
    const [breakdown, group] = groups.map((column) => {
      const [name, table, label] = GROUPS[column];
      const row = world.table(table).find((one) => one[label] === context[column])!;
      return [name, row[table]];
    })[0] ?? ["all", "all"];
    const row = world
      .whole("kpi_value")
      .find(
        (one) =>
          one.indicator_id === measure.indicator &&
          one.method === "counted" &&
          one.breakdown === breakdown &&
          one.breakdown_value === group &&
          one.period_end === period.end &&
          (period.start === null
            ? ["month", "census"].includes(one.frequency)
            : one.period_start === period.start),
      );
    if (row === undefined) return undefined;
    if (!["ok", "not_applicable"].includes(row.status)) return null;
    if (!measure.denominator) return Number(row.numerator);
    return Number(row.denominator) === 0 ? null : Number(row.numerator) / Number(row.denominator);
  }

  /** What a measure of figures says in a context. */
  function ofFigures(column: string, context: Context): string | undefined {
    const {
      "Indicator.Indicator": name,
      "Board figures.Period": ofBoard,
      "KPI period.Period": label = ofBoard,
      "KPI period.Period end": end,
      "Date.Academic year": year,
      ...other
    } = context;
    if (name === undefined || Object.keys(other).some((one) => !one.startsWith("Indicator.")))
      return undefined;
    // Periods of several lengths may have one last day.
    if (end !== undefined && label === undefined) return undefined;
    const { indicator_id: id } = world
      .table("indicator")
      .find((row) => row.indicator_name === name)!;
    const days = new Set(
      world.table("kpi_board").flatMap((row) => (row.period_label === label ? row.period_end : [])),
    );
    const inYear = year === undefined ? null : new Set(daysIn("academic_year", year));
    const row: Row | null = figureRead(
      world,
      id,
      (day) => (label === undefined || days.has(day)) && (inYear === null || inYear.has(day)),
    );
    return row === null || (label !== undefined && row.period_label !== label)
      ? undefined
      : row[column];
  }

  it("is the star's in every row of every native visual, and blank where the star has none", () => {
    const wrong: string[] = [];
    const compared = new Map<string, number>();
    const made: string[] = [];
    for (const page of pages)
      for (const visual of page.visuals) {
        const chosen = Object.entries(chosenOn(page, { kpi, year: YEAR })).map(
          ([column, [value]]): [string, string] => [column, value],
        );
        for (const row of values.get(visual.name)?.rows ?? []) {
          const drawn = visual.columns.flatMap(({ table, name }, i): [string, string][] =>
            row[i] === null ? [] : [[`${table}.${name}`, String(row[i])]],
          );
          const context = Object.fromEntries([...chosen, ...drawn]);
          for (const [i, name] of visual.measures.entries()) {
            const found = row[visual.columns.length + i];
            const what = `${page.title}, ${visual.title}: ${name} ${JSON.stringify(context)}`;
            if (typeof found === "object" && found !== null) wrong.push(`${what}: ${found.error}`);
            const ofRow = rowMeasures.get(name);
            const wanted = ofRow
              ? ofRows(ofRow, context)
              : name in FIGURES
                ? ofFigures(FIGURES[name], context)
                : undefined;
            if (wanted === undefined) continue;
            if (name === "Rows looked at") made.push(page.title);
            compared.set(page.title, (compared.get(page.title) ?? 0) + 1);
            const isGroupOfNobody = wanted === 0 && found === null;
            if (!same(found, wanted) && !isGroupOfNobody)
              wrong.push(`${what}: ${JSON.stringify(found)} for ${wanted}`);
          }
        }
      }
    expect(wrong).to.deep.equal([]);
    expect([...compared.keys()]).to.include.members([
      "Timeliness",
      "Plans and placements",
      "Annual reviews",
      "Needs",
      "Data book",
      "Trend",
      "Print (A4)",
      "One KPI",
    ]);
    for (const [page, count] of compared) expect(count, page).to.be.greaterThan(1);
    // Each page of cases says how its figures were made.
    expect(made).to.include.members([
      "Timeliness",
      "Plans and placements",
      "Annual reviews",
      "Needs",
      "Attendance",
    ]);
    expect([...compared.values()].reduce((a, b) => a + b, 0)).to.be.greaterThan(300);
  });

  it("is nothing on no page", () => {
    const empty = pages.filter((page) =>
      page.visuals
        .filter(
          ({ type, view, columns, measures }) =>
            type !== "slicer" && view === null && columns.length + measures.length > 0,
        )
        .some(({ name }) => (values.get(name)?.rows ?? []).length > 0)
        ? false
        : page.visuals.every(({ view }) => view === null),
    );
    // Rows behind a figure are there once it is chosen: drill-through.test.ts opens each of them.
    const behind = /^Behind: /;
    expect(empty.map(({ title }) => title).filter((title) => !behind.test(title))).to.deep.equal(
      [],
    );
  });
});
