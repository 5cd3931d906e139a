import { expect } from "chai";
import { collections } from "../../../../prep/collections/index";
import { indicatorNames } from "../../../../prep/reference/indicator-names";
import { knowledgeOf } from "../../../../prep/stages/knowledge";
import type { Unit } from "../../../../src/kpi/unit";
import { fixtureText } from "../../../fixture";
import { build, rowsOf, text } from "../../pipeline/run";

const catalogue = new Map(knowledgeOf(collections).indicators.map((entry) => [entry.id, entry]));

/** How a board prints 45 of a unit. */
const PRINTED: Readonly<Partial<Record<Unit, string>>> = {
  percent: "45%",
  gbp: "£45",
  per_100: "45 per 100",
  per_1000: "45 per 1,000",
  per_10000: "45 per 10,000",
  per_100000: "45 per 100,000",
  text: "Families say that they are heard.",
};

const boardOf = (rows: readonly (readonly string[])[], headings = ["KPI", "Mar 25"]): string =>
  [headings, ...rows].map((cells) => cells.map((cell) => `"${cell}"`).join(",")).join("\n");

async function kpisOf(board: string) {
  const result = await build([text("board.csv", board)], { authority: "839" });
  const kpis = rowsOf(result.star, "indicator");
  return { result, kpis, byName: new Map(kpis.map((row) => [String(row.indicator_name), row])) };
}

describe("a KPI of a board", () => {
  it("by a name that boards give an indicator is that indicator, with its unit, lens and section", async () => {
    const names = indicatorNames();
    expect(new Set(names.map(({ name }) => name)).size).to.equal(320);
    // Of several names of one indicator, and of the units of one name, each board has one.
    const rounds = [0, 1, 2, 3].map((round) =>
      names.filter(
        (one, i) =>
          names.slice(0, i).filter(({ id, name }) => id === one.id || name === one.name).length ===
          round,
      ),
    );
    const found = new Set<string>();
    for (const round of rounds) {
      const rows = round.map(({ id, name }) => [name, PRINTED[catalogue.get(id)!.unit] ?? "45"]);
      const { byName } = await kpisOf(boardOf(rows));
      for (const { id, name } of round) {
        const [row, entry] = [byName.get(name)!, catalogue.get(id)!];
        if (row.indicator_id !== id) continue;
        found.add(name);
        // A rate without its base stays one: the sheet does not say per how many.
        const unit = row.unit === "score" ? "score" : entry.unit;
        if (unit === "score") expect(entry.unit, name).to.match(/^score$|^per_/);
        expect([row.unit, row.lens, row.section, row.polarity], name).to.deep.equal([
          unit,
          entry.lens,
          entry.section,
          entry.polarity,
        ]);
      }
    }
    const others = names.filter(({ name }) => !found.has(name)).map(({ name }) => name);
    expect(others).to.deep.equal([]);
  });

  it("whose name says count or rate is the count where its figures are whole numbers", async () => {
    const name = "Data-quality error count/rate of records (data cleansing)";
    const unitOf = async (figure: string): Promise<string> => {
      const { kpis } = await kpisOf(boardOf([[name, figure]]));
      return kpis.map(({ indicator_id, unit }) => `${unit} ${indicator_id}`.slice(0, 27)).join();
    };
    expect(await unitOf("45")).to.equal("count data_quality_errors");
    expect(await unitOf("4.5")).to.equal("score data_quality_error_co");
    expect(await unitOf("45%")).to.equal("percent data_quality_error_");
  });

  it("in any spelling of the name is that indicator; a count is never its share", async () => {
    const { byName } = await kpisOf(
      boardOf([
        ["% of new EHC Plans issued in 20 wks", "67%"],
        ["Number of new EHC plans issued within 20 weeks", "40"],
        ["EHC plans maintained", "4,010"],
      ]),
    );
    expect([...byName].map(([name, { indicator_id }]) => `${name}: ${indicator_id}`)).to.deep.equal(
      [
        "% of new EHC Plans issued in 20 wks: ehc_plans_within_20_weeks_pct",
        "Number of new EHC plans issued within 20 weeks: number_of_new_ehc_plans_issued_within_20_weeks",
        "EHC plans maintained: ehc_plans_maintained",
      ],
    );
  });

  it("of a group is the group's, and never the whole's", async () => {
    const { kpis } = await kpisOf(
      boardOf([
        ["No. of Suspensions", "90"],
        ["No. of Suspensions for EHCP pupils", "30"],
      ]),
    );
    expect(kpis.map(({ indicator_id, polarity }) => `${indicator_id} ${polarity}`)).to.deep.equal([
      "suspensions lower",
      "suspensions_ehc lower",
    ]);
  });

  it("that wants the other direction than the catalogue is told and not judged", async () => {
    const headings = ["KPI", "Required direction of travel", "Mar 25", "Target"];
    const { result, kpis } = await kpisOf(
      boardOf([["% of new EHC plans issued within 20 weeks", "▼", "67%", "60%"]], headings),
    );
    expect(kpis[0].polarity).to.equal("neutral");
    expect(rowsOf(result.star, "kpi_value")[0].rating).to.equal("not_rated");
    expect(result.findings.map(({ rule }) => rule)).to.include("B56");
  });

  it("that is counted too stands under one id, rated by the board's target, and a difference is told", async () => {
    const board = boardOf(
      [["Number of new EHC plans issued", "3", "10", "Higher"]],
      ["KPI", "2024", "Target", "Good is"],
    );
    const result = await build([
      text("sen2.xml", fixtureText("sen2-two-people.xml")),
      text("board.csv", board),
    ]);
    const rows = rowsOf(result.star, "kpi_value").filter(
      (row) =>
        row.indicator_id === "ehc_plans_issued" &&
        row.area_role === "own" &&
        row.breakdown === "all" &&
        row.frequency === "calendar_year" &&
        row.period_end === "2024-12-31",
    );
    expect(rows.map(({ origin, target }) => `${origin} ${target}`).sort()).to.deep.equal([
      "counted 10",
      "sheet 10",
    ]);
    const drift = result.findings.filter(({ rule }) => rule === "B57");
    expect(drift.map(({ record }) => record)).to.deep.equal(["ehc_plans_issued"]);
    expect(drift[0].message).to.match(/2024: 3 in board\.csv, 1 counted\./);
  });
});
