import { expect } from "chai";
import { collections } from "../../../prep/collections/index";
import { knowledgeOf } from "../../../prep/stages/knowledge";
import type { RowMeasure } from "../../../prep/star/declaration";
import { ask, type Filters, type Question, type Value } from "./engine";
import { builtSample, type Built, type Row } from "./built";

const { rowMeasures } = knowledgeOf(collections);
const nameOf = ({ name, denominator }: RowMeasure): string => (denominator ? `${name} (%)` : name);

/** Columns that a breakdown of the figures is drawn by. */
const COLUMNS: Readonly<Record<string, string>> = {
  primary_need: "Need.Need",
  age_band: "Age band.Age band code",
  setting_group: "Setting group.Setting group",
  sex: "Person.Sex code",
  ethnicity_group: "Person.Ethnicity group code",
};
/** Periods that have days of their own, those of no date slicer included. */
const PERIODS = new Set(
  ["month", "quarter", "calendar_year", "academic_year", "financial_year"].concat([
    "term",
    "half_term",
    "year_to_date",
    "rolling_12_months",
  ]),
);

interface Wanted extends Question {
  readonly measure: string;
  /** The measure as the star has it; null where it has none. */
  readonly value: number | null;
  /** A group that the star has at 0 may be left out of a table. */
  readonly mayLack: boolean;
  readonly what: string;
}

/** What a row of `kpi_value` says that a measure over rows must say. */
function valueOf({ status, numerator, denominator }: Row, isShare: boolean): number | null {
  if (status !== "ok" && status !== "not_applicable") return null;
  if (!isShare) return Number(numerator);
  return Number(denominator) === 0 ? null : Number(numerator) / Number(denominator);
}

const isRight = (found: Value, { value, mayLack }: Wanted): boolean =>
  value === null || (mayLack && value === 0 && found === null)
    ? found === null
    : typeof found === "number" && Math.abs(found - value) < 1e-9;

describe("measures over rows, evaluated", function () {
  this.timeout(600_000);
  let world: Built;
  let days: readonly string[];
  let figures: ReadonlyMap<string, readonly Row[]>;
  before(async () => {
    world = await builtSample();
    days = world.table("date").map(({ date }) => date);
    const byIndicator = new Map<string, Row[]>();
    for (const row of world.whole("kpi_value")) {
      if (row.area_role !== "own" || row.method !== "counted") continue;
      const list = byIndicator.get(row.indicator_id) ?? [];
      byIndicator.set(row.indicator_id, list);
      list.push(row);
    }
    figures = byIndicator;
  });

  const daysOf = ({ period_start, period_end }: Row): string[] =>
    days.filter((day) => day >= period_start && day <= period_end);
  const heldDays = ({ fact, date }: RowMeasure): Set<string> =>
    new Set(world.table(fact).map((row) => row[date]));

  const wantedOf = (measure: RowMeasure, row: Row, filters: Filters): Wanted => ({
    measure: nameOf(measure),
    measures: [nameOf(measure)],
    filters,
    value: valueOf(row, measure.denominator !== undefined),
    mayLack: row.breakdown !== "all",
    what: `${nameOf(measure)}, ${row.frequency} to ${row.period_end}, ${row.breakdown_value}`,
  });

  async function wrongOf(wanted: readonly Wanted[]): Promise<string[]> {
    const answers = await ask(world.folder, wanted);
    return wanted.flatMap((one, i) => {
      const found = answers[i][one.measure];
      return isRight(found, one)
        ? []
        : [`${one.what}: ${JSON.stringify(found)} for ${String(one.value)}`];
    });
  }

  it("are the star's in every period of events, and blank where it has none", async () => {
    const wanted = rowMeasures
      .filter(({ snapshot }) => !snapshot)
      .flatMap((measure) =>
        (figures.get(measure.indicator) ?? [])
          .filter(({ breakdown, frequency }) => breakdown === "all" && PERIODS.has(frequency))
          .map((row) => wantedOf(measure, row, { "Date.Date": daysOf(row) })),
      );
    expect(wanted.length).to.be.greaterThan(500);
    expect(wanted.filter(({ value }) => value === null).length).to.be.greaterThan(50);
    expect(await wrongOf(wanted)).to.deep.equal([]);
  });

  it("are the star's on every day that a table of snapshots holds, and blank where it has none", async () => {
    const wanted = rowMeasures
      .filter(({ snapshot }) => snapshot)
      .flatMap((measure) => {
        const held = heldDays(measure);
        return (figures.get(measure.indicator) ?? [])
          .filter(
            ({ breakdown, frequency, period_end }) =>
              breakdown === "all" &&
              (frequency === "month" || frequency === "census") &&
              held.has(period_end),
          )
          .map((row) => wantedOf(measure, row, { "Date.Date": [row.period_end] }));
      });
    expect(wanted.length).to.be.greaterThan(100);
    expect(await wrongOf(wanted)).to.deep.equal([]);
  });

  it("are the star's by group, and blank for a group of which too little was read", async () => {
    const asked = rowMeasures
      .filter(({ fact }) => !fact.startsWith("mh_"))
      .flatMap((measure) => {
        const held = measure.snapshot ? heldDays(measure) : null;
        const all = figures.get(measure.indicator) ?? [];
        // Where the whole is not available, no group is shown of it.
        const whole = new Map(
          all
            .filter(({ breakdown }) => breakdown === "all")
            .map((row) => [`${row.frequency} ${row.period_end}`, row.status]),
        );
        return all
          .filter(
            ({ breakdown, frequency, period_end }) =>
              breakdown in COLUMNS &&
              (held === null
                ? frequency === "calendar_year" || frequency === "academic_year"
                : frequency === "census" && held.has(period_end)),
          )
          .map((row) =>
            wantedOf(
              measure,
              whole.get(`${row.frequency} ${row.period_end}`) === "not_available"
                ? { ...row, status: "not_available" }
                : row,
              {
                "Date.Date": held === null ? daysOf(row) : [row.period_end],
                [COLUMNS[row.breakdown]]: [row.breakdown_value],
              },
            ),
          );
      });
    // All that are absent, and every seventh of the others: the engine takes its time.
    const wanted = asked.filter(({ value }, i) => value === null || i % 7 === 0);
    expect(wanted.length).to.be.greaterThan(300);
    expect(await wrongOf(wanted)).to.deep.equal([]);
  });

  it("have parts that add up to the whole, on one day for all of them", async () => {
    const groups = world.table("setting_group").map(({ setting_group }) => setting_group);
    const ask1 = (filters: Filters): Question => ({ measures: ["Open plans"], filters });
    const years = ["2023/24", "2024/25", "2025/26"];
    const questions = [{}, ...years.map((year) => ({ "Date.Academic year": [year] }))].flatMap(
      (when) => [
        ask1(when),
        ...groups.map((group) => ask1({ ...when, "Setting group.Setting group": [group] })),
      ],
    );
    const answers = (await ask(world.folder, questions)).map((answer) => answer["Open plans"]);
    const size = groups.length + 1;
    for (let at = 0; at < answers.length; at += size) {
      const [whole, ...parts] = answers.slice(at, at + size);
      expect(parts.reduce<number>((sum, part) => sum + Number(part ?? 0), 0)).to.equal(whole);
      expect(whole).to.be.greaterThan(0);
    }
  });
});
