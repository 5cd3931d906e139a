import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { collections } from "../../../prep/collections/index";
import { writtenModel, type WrittenModel } from "../../../prep/publish/power-bi/read/written-model";
import { drillPages } from "../../../prep/publish/power-bi/report/drill-pages";
import { knowledgeOf } from "../../../prep/stages/knowledge";
import type { RowMeasure } from "../../../prep/star/declaration";
import { reportPages } from "../../../scripts/preview/report-pages.mjs";
import { builtSample, type Built, type Row } from "./built";
import { rowsShown, type Filters, type Value } from "./engine";

/** What is looked at: a year, or of facts with many rows its last month that has some. */
const YEAR = "2024/25";
const MANY = 150;
const { rowMeasures } = knowledgeOf(collections);
const nameOf = ({ name, denominator }: RowMeasure): string => (denominator ? `${name} (%)` : name);

/** What each page lists: columns of a fact, and the measures that find its rows. */
const drills = drillPages.map(({ page: { name, visuals } }) => {
  const { roles, only } = visuals.find(({ type }) => type === "tableEx")!;
  const fields = Object.values(roles).flat();
  const named = (kind: string): string[] =>
    fields.flatMap((field) => (field.kind === kind ? [field.name] : []));
  const [{ table: fact }] = fields;
  return { name, fact, shown: named("Column"), counted: named("Measure"), only: only?.name };
});
type Drill = (typeof drills)[number];

/** The measures of a page, which are all over one fact and by one date. */
const measuresOf = ({ counted }: Drill): RowMeasure[] =>
  counted.map((name) => rowMeasures.find((measure) => nameOf(measure) === name)!);

/** What a measure says of one row; null where the row is not in what it counts, or out of. */
function said({ numerator, denominator }: RowMeasure, row: Row): number | null {
  if (denominator === undefined) return Number(row[numerator]);
  return Number(row[denominator]) > 0 ? Number(row[numerator]) / Number(row[denominator]) : null;
}

const same = (found: Value, wanted: number | null): boolean =>
  wanted === null || wanted === 0
    ? found === null || found === wanted
    : typeof found === "number" && Math.abs(found - wanted) < 1e-9;

describe("the rows behind a figure, evaluated", function () {
  this.timeout(600_000);
  let world: Built;
  let model: WrittenModel;
  before(async () => {
    world = await builtSample();
    const definition = join(world.folder, "power-bi/SEND.SemanticModel/definition");
    const files = readdirSync(definition, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".tmdl"))
      .map((path): [string, string] => [path, readFileSync(join(definition, path), "utf8")]);
    model = writtenModel(new Map(files));
  });

  it("have a page for every measure over rows, which the report holds", () => {
    const counted = drills.flatMap((drill) => drill.counted);
    // The rows of sessions missed are those of absence.
    const missing = rowMeasures.map(nameOf).filter((name) => !counted.includes(name));
    expect(missing).to.deep.equal(["Sessions missed"]);
    const pages = reportPages(join(world.folder, "power-bi")).map(({ title }) => title);
    expect(pages).to.include.members(drills.map(({ name }) => name));
  });

  for (const drill of drills)
    it(`are those that count in the time chosen, numerator and denominator told apart (${drill.name})`, async () => {
      const { fact, shown, counted, only } = drill;
      const measures = measuresOf(drill);
      const [{ fact: star, date, snapshot }] = measures;
      for (const measure of measures)
        expect([measure.fact, measure.date]).to.deep.equal([star, date]);
      const dates = world.table("date").filter((row) => row.academic_year === YEAR);
      const months = new Map(dates.map((row) => [row.date, row.month_label]));
      const ids = measures.map(({ indicator }) => indicator);
      // Days of which the figures are known: of others no row is shown.
      const known = new Set(
        world
          .table("kpi_board")
          .filter((row) => ids.includes(row.indicator_id) && row.status === "ok")
          .map((row) => row.period_end),
      );
      const inYear = world
        .table(star)
        .filter((row) => months.has(row[date]) && (!snapshot || known.has(row[date])));
      const latest = inYear
        .map((row) => row[date])
        .sort()
        .at(-1)!;
      const isOfMonth = snapshot === true || inYear.length > MANY;
      const chosen: Filters = isOfMonth
        ? { "Date.Month": [months.get(latest)!] }
        : { "Date.Academic year": [YEAR] };
      const onDay = inYear.filter((row) =>
        snapshot
          ? row[date] === latest
          : !isOfMonth || months.get(row[date]) === months.get(latest),
      );
      const isCounted = (row: Row): boolean =>
        only === undefined
          ? measures.some((measure) => said(measure, row) !== null)
          : said(measures[counted.indexOf(only)], row) === 1;
      const wanted = onDay.filter(isCounted);
      const columns = shown.map((name) => `${fact}.${name}`);
      const { columns: declared } = model.tables.find(({ name }) => name === fact)!;
      const sourceOf = (label: string): string => {
        const { from } = declared.find(({ name }) => name === label)!;
        return "source" in from ? from.source : "";
      };
      // A date that is not the table's own: the measures alone find rows by it.
      const isOwn = model.relationships.some(
        ({ from, to, active }) =>
          active && to.table === "Date" && from.table === fact && sourceOf(from.column) === date,
      );
      const [{ rows, more }] = await rowsShown(world.folder, [
        {
          columns,
          measures: counted,
          filters: chosen,
          apart: isOwn ? [] : Object.keys(chosen),
          ...(only === undefined ? {} : { only }),
          rows: 100_000,
        },
      ]);
      expect(more).to.equal(false);
      const key = sourceOf(shown[0]);
      const byKey = new Map(rows.map((row) => [String(row[0]), row.slice(columns.length)]));
      expect([...byKey.keys()].sort(), "rows").to.deep.equal(wanted.map((row) => row[key]).sort());
      expect(wanted.length, "rows").to.be.greaterThan(0);
      const wrong = wanted.flatMap((row) =>
        measures.flatMap((measure, i) => {
          const found = byKey.get(row[key])![i];
          return same(found, said(measure, row))
            ? []
            : [`${row[key]} ${counted[i]}: ${JSON.stringify(found)} for ${said(measure, row)}`];
        }),
      );
      expect(wrong).to.deep.equal([]);
    });
});
