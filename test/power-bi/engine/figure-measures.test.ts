import { rmSync } from "node:fs";
import { dirname } from "node:path";
import { expect } from "chai";
import { templateColumns } from "../../../prep/sources/kpi-sheet/template-columns";
import { ask, type Filters, type Question } from "./engine";
import { built, type Built, type Row } from "./built";
import { figureRead, sameAsCell } from "./figure-read";

/** Two KPIs of one name, and one that is a count beside England's. */
const sheet = (): string => {
  const row = (values: Row): string =>
    templateColumns.map(({ heading }) => values[heading] ?? "").join(",");
  const board = { "Better when": "higher", Frequency: "monthly", Period: "Mar 25" };
  return [
    templateColumns.map(({ heading }) => heading).join(","),
    row({ ...board, Indicator: "Seen in time", Section: "Voice", Unit: "%", Value: "61" }),
    row({ ...board, Indicator: "seen in time", Section: "Health", Unit: "%", Value: "47" }),
    row({ ...board, Indicator: "Families met", Section: "Voice", Unit: "number", Value: "41" }),
    row({
      ...board,
      Indicator: "Content with the service",
      Section: "Voice",
      Unit: "%",
      Value: "70",
      Target: "75",
      England: "66",
      "Statistical neighbours": "68 (2023)",
    }),
    // A counted KPI of which the board prints one month.
    row({
      ...board,
      Indicator: "New EHC plans issued within 20 weeks",
      Section: "Timeliness",
      Unit: "%",
      Value: "41.5",
      Target: "60",
    }),
    "",
  ].join("\r\n");
};

const TIMELY = "ehc_plans_within_20_weeks_pct";
const MEASURES = ["Value", "Numerator", "Denominator", "Target", "Rating", "Period shown"];
const SOURCE = "Source of the figure";
/** Names of files; of more than two, the first and how many more. */
const few = (files: string): string => {
  const names = files.split("; ");
  return names.length > 2 ? `${names[0]} and ${names.length - 1} more` : files;
};
const GROUP_MEASURES = ["Value", "Numerator", "Denominator"];

describe("measures of figures, evaluated", function () {
  this.timeout(600_000);
  let world: Built;
  before(async () => {
    world = await built({ "board.csv": sheet() }, { keepsWhole: true });
  });
  after(() => rmSync(dirname(world.folder), { recursive: true, force: true }));

  const readOf = (id: string, isIn: (day: string) => boolean): Row | null =>
    figureRead(world, id, isIn);

  const columnOf: Readonly<Record<string, string>> = {
    Value: "value",
    Numerator: "numerator",
    Denominator: "denominator",
    Target: "target",
    Rating: "rating",
    "Period shown": "period_label",
  };

  it("are those of the star for every indicator, with no date chosen, in a year and in a month", async () => {
    const days = world.table("date");
    const contexts: readonly (readonly [Filters, (day: string) => boolean])[] = [
      [{}, () => true],
      ...(
        [
          ["Date.Academic year", "academic_year", "2024/25"],
          ["Date.Month", "month_label", "Mar 2025"],
        ] as const
      ).map(([column, name, value]): readonly [Filters, (day: string) => boolean] => {
        const held = new Set(days.filter((row) => row[name] === value).map(({ date }) => date));
        expect(held.size, `${name} ${value}`).to.be.greaterThan(27);
        return [{ [column]: [value] }, (day) => held.has(day)];
      }),
    ];
    const wanted = world.table("indicator").flatMap(({ indicator_id: id }) =>
      contexts.map(([filters, isIn]) => ({
        measures: MEASURES,
        filters: { ...filters, "Indicator.Indicator id": [id] },
        row: readOf(id, isIn),
        id,
      })),
    );
    const answers = await ask(world.folder, wanted);
    const wrong = wanted.flatMap(({ row, id, filters }, i) =>
      MEASURES.filter((name) => !sameAsCell(answers[i][name], row?.[columnOf[name]] ?? "")).map(
        (name) =>
          `${id} ${JSON.stringify(filters)} ${name}: ${JSON.stringify(answers[i][name])} for ${row?.[columnOf[name]]}`,
      ),
    );
    expect(wrong).to.deep.equal([]);
    expect(wanted.filter(({ row }) => row?.value).length).to.be.greaterThan(200);
  });

  it("say how a figure was made: rows, what was left out and why, from which files", async () => {
    const sources = new Map(world.table("source").map((row) => [row.source_key, row]));
    const wanted = world.table("indicator").flatMap(({ indicator_id: id }) => {
      const row = readOf(id, () => true);
      return row ? [{ id, row, source: sources.get(row.source_key) }] : [];
    });
    const answers = await ask(
      world.folder,
      wanted.map(({ id }) => ({
        measures: ["Rows looked at", "Rows not counted", "Not counted because", SOURCE],
        filters: { "Indicator.Indicator id": [id] },
      })),
    );
    const wrong = wanted.flatMap(({ id, row, source }, i) => {
      const found = answers[i];
      const isRight =
        sameAsCell(found["Rows looked at"], row.rows_eligible) &&
        sameAsCell(found["Rows not counted"], row.rows_left_out) &&
        sameAsCell(found["Not counted because"], row.left_out_reason) &&
        sameAsCell(found[SOURCE], source ? `${source.collection}: ${few(source.files)}` : "");
      return isRight ? [] : [`${id}: ${JSON.stringify(found)}`];
    });
    expect(wrong).to.deep.equal([]);
    expect(wanted.filter(({ source }) => source?.files).length).to.be.greaterThan(50);
    expect(wanted.filter(({ row }) => row.rows_eligible !== "").length).to.be.greaterThan(0);
  });

  it("are the group's of the period that the whole is read at, 0 of a group of nobody, and never the whole's", async () => {
    const groups = world
      .whole("kpi_value")
      .filter(
        ({ breakdown, area_role }) =>
          area_role === "own" && (breakdown === "primary_need" || breakdown === "sex"),
      );
    const keyOf = ({ indicator_id, breakdown, breakdown_value }: Row): string =>
      [indicator_id, breakdown, breakdown_value].join("|");
    const keys = new Set(groups.map(keyOf));
    const rowOf = (row: Row): string =>
      [keyOf(row), row.period_end, row.frequency, row.method].join("|");
    const written = world.table("kpi_value");
    const names = new Map(
      world
        .whole("kpi_breakdown")
        .map((row) => [`${row.breakdown}|${row.breakdown_value}`, row] as const),
    );
    const isWritten = new Set(written.map(rowOf));
    // A group that is nobody's in every period of its indicator is not known of.
    const known = new Set(written.map(keyOf));
    const wanted = [...keys]
      .filter((_, i) => i % 5 === 0)
      .map((key, i) => {
        const [id, breakdown, value] = key.split("|");
        const read = readOf(id, () => true)!;
        const row = groups.find(
          (one) =>
            one.indicator_id === id &&
            one.breakdown === breakdown &&
            one.breakdown_value === value &&
            one.period_end === read.period_end &&
            one.frequency === read.frequency &&
            one.method === read.method,
        );
        const name = names.get(`${breakdown}|${value}`)!;
        const isLeftOut = row !== undefined && !isWritten.has(rowOf(row));
        return {
          measures: [...GROUP_MEASURES, "Target"],
          // Every second one is asked for as the page shows it: by its names.
          filters: {
            "Indicator.Indicator id": [id],
            ...(i % 2 === 0
              ? {
                  "Breakdown figures.Breakdown": [breakdown],
                  "Breakdown figures.Breakdown value": [value],
                }
              : {
                  "Breakdown figures.Breakdown name": [name.breakdown_name],
                  "Breakdown figures.Group name": [name.group_name],
                }),
          },
          // A share of nobody that is left out has no parts either.
          row: known.has(key) && !(isLeftOut && row?.status !== "ok") ? row : undefined,
          key,
          isLeftOut,
        };
      });
    const answers = await ask(world.folder, wanted);
    const wrong = wanted.flatMap(({ row, key }, i) => [
      ...GROUP_MEASURES.filter(
        (name) => !sameAsCell(answers[i][name], row?.[columnOf[name]] ?? ""),
      ).map((name) => `${key} ${name}: ${JSON.stringify(answers[i][name])} for ${row?.value}`),
      ...(answers[i].Target === null ? [] : [`${key} has a target`]),
    ]);
    expect(wrong).to.deep.equal([]);
    expect(wanted.length).to.be.greaterThan(100);
    const leftOut = wanted.filter(({ isLeftOut, row }) => isLeftOut && row?.value === "0");
    expect(leftOut.length).to.be.greaterThan(10);
  });

  it("tell two KPIs of one name apart, compare no counts, and count KPIs to 0", async () => {
    const named = world.table("indicator").map(({ indicator_name: name }) => name.toLowerCase());
    expect(new Set(named).size).to.equal(named.length);
    const of = (name: string, ...measures: string[]): Question => ({
      measures,
      filters: { "Indicator.Indicator": [name] },
    });
    const [voice, health, content, families, none] = await ask(world.folder, [
      of("Seen in time (Voice)", "Value"),
      of("seen in time (Health)", "Value"),
      of(
        "Content with the service",
        "Value",
        "Target",
        "Rating",
        "England",
        "England period",
        "Neighbours",
        "Neighbours method",
        "Neighbours period",
      ),
      of("Families met", "Value", "England", "Difference from England"),
      {
        measures: ["KPIs", "KPIs met", "KPIs missed", "KPIs without data", "Exceptions"],
        filters: { "Date.Academic year": ["2003/04"], "Indicator.Lens": ["no such lens"] },
      },
    ]);
    expect([voice.Value, health.Value]).to.deep.equal([61, 47]);
    expect(content).to.deep.equal({
      Value: 70,
      Target: 75,
      Rating: "missed",
      England: 66,
      "England period": "Mar 2025, as the board's sheet prints it",
      Neighbours: 68,
      "Neighbours method": "published",
      "Neighbours period": "2023, as the board's sheet prints it",
    });
    expect(families).to.deep.equal({ Value: 41, England: null, "Difference from England": null });
    expect(new Set(Object.values(none))).to.deep.equal(new Set([0]));
  });

  it("are the board's own for the period that it prints, counted beside it", async () => {
    const at = (month: string): Question => ({
      measures: ["Value", "Origin", "Target", "Rating"],
      filters: { "Indicator.Indicator id": [TIMELY], "Date.Month": [month] },
    });
    const counted = (month: string): Row =>
      world
        .table("kpi_value")
        .find(
          (row) =>
            row.indicator_id === TIMELY &&
            row.period_label === month &&
            row.frequency === "month" &&
            row.origin === "counted" &&
            row.breakdown === "all",
        )!;
    const [printed, before] = await ask(world.folder, [at("Mar 2025"), at("Feb 2025")]);
    expect(printed).to.deep.equal({ Value: 41.5, Origin: "sheet", Target: 60, Rating: "missed" });
    expect(counted("Mar 2025").value).not.to.equal("41.5");
    expect(before).to.deep.equal({
      Value: Number(counted("Feb 2025").value),
      Origin: "counted",
      Target: 60,
      Rating: counted("Feb 2025").rating,
    });
  });

  it("show a reader in a role the listed area alone, comparators beside it", async () => {
    const filters = { "Indicator.Indicator": ["Content with the service"] };
    const [mine, nobody] = await ask(
      world.folder,
      ["head@council.example", "stranger@council.example"].map((user) => ({
        measures: ["Value", "England"],
        filters,
        role: "Area reader",
        user,
      })),
      "user,area_code,setting_id\r\nhead@council.example,999,\r\n",
    );
    expect(mine).to.deep.equal({ Value: 70, England: 66 });
    expect(nobody).to.deep.equal({ Value: null, England: null });
  });
});
