import { expect } from "chai";
import { censusFiles, samplePupils } from "../../../prep/sample/census/census-files";
import { makeSample } from "../../../prep/sample/make-sample";
import { sampleFiles } from "../../../prep/sample/sample-files";
import { build, rowsOf, text, type MemoryFile } from "./run";

const files: MemoryFile[] = [...sampleFiles(makeSample({ people: 150, years: 2, seed: 31 }))].map(
  ({ name, chunks }) => ({ name, chunks: [...chunks] }),
);
const indicator = (id: string, count: object): object => ({
  id,
  name: `Own ${id}`,
  section: "Timeliness",
  unit: "count",
  polarity: "neutral",
  frequency: "month",
  numerator: "Requests",
  source: "SEN2",
  count,
});

describe("a council's own list of indicators beside its returns", function () {
  it("is counted, shown with its words, and refused entry by entry where it is wrong", async () => {
    const list = [
      indicator("own_received", {
        table: "ehc_request",
        date: "received_date",
        filter: "d.received == 1",
      }),
      indicator("own_wrong", {
        table: "ehc_request",
        date: "received_date",
        filter: "d.no_such_column == 1",
      }),
      indicator("ehc_plans_issued", { table: "ehc_request", date: "received_date" }),
    ];
    const { star, findings } = await build([
      ...files,
      text("own-indicators.json", JSON.stringify(list)),
    ]);
    const months = (id: string): string[] =>
      rowsOf(star, "kpi_value")
        .filter(
          (row) => row.indicator_id === id && row.frequency === "month" && row.breakdown === "all",
        )
        .map((row) => `${row.period_end} ${row.value} ${row.status}`);
    const ours = months("ehc_requests_received");
    expect(months("own_received").length).to.be.greaterThan(12);
    for (const row of months("own_received")) expect(ours).to.include(row);
    expect(
      rowsOf(star, "indicator").find(({ indicator_id }) => indicator_id === "own_received"),
    ).to.include({ indicator_name: "Own own_received", section: "Timeliness" });
    const wrong = findings.filter(({ rule }) => rule === "F08");
    expect(wrong.map(({ file }) => file)).to.deep.equal([
      "own-indicators.json",
      "own-indicators.json",
    ]);
    expect(wrong.map(({ message }) => message).join("\n"))
      .to.match(/the id is taken/)
      .and.to.match(/own_wrong: an expression cannot be used/);
  });

  it("counts the tables of a school census by term, year and group, as our own indicators of the same definition", async () => {
    const sample = makeSample({ people: 60, years: 2, seed: 31 });
    const census = censusFiles(samplePupils(sample, 31, 120), ["collect-csv"]);
    const termly = (id: string, count: object, more: object = {}): object => ({
      ...indicator(id, count),
      frequency: "term",
      ...more,
    });
    const list = [
      termly("own_suspensions", {
        table: "suspension",
        date: "start_date",
        numerator: "d.suspended",
        breakdowns: ["reason_1"],
      }),
      termly(
        "own_absence",
        {
          table: "attendance",
          date: "term_end",
          numerator: "d.missed",
          denominator: "d.possible",
          breakdowns: ["sen_provision"],
        },
        { unit: "percent", frequency: "academic_year" },
      ),
      termly("own_pupils", {
        table: "census_pupil",
        date: "census_date",
        filter: "d.on_roll == 1",
        breakdowns: ["phase"],
      }),
      termly("own_by_month", { table: "suspension", date: "start_date" }, { frequency: "month" }),
    ];
    const { star, findings } = await build([
      ...census,
      text("own-indicators.json", JSON.stringify(list)),
    ]);
    const figures = rowsOf(star, "kpi_value");
    const lines = (id: string, breakdown: string, frequency: string): string[] =>
      figures
        .filter(
          (row) =>
            row.indicator_id === id &&
            row.breakdown === breakdown &&
            row.frequency === frequency &&
            row.status === "ok" &&
            row.numerator !== 0,
        )
        .map((row) =>
          [
            row.period_end,
            row.breakdown_value,
            row.numerator,
            row.denominator,
            row.value,
            row.source_key,
          ].join(" "),
        )
        .sort();
    for (const [own, ours, breakdown, frequency] of [
      ["own_suspensions", "suspensions", "all", "term"],
      ["own_absence", "absence_rate_pct", "all", "term"],
      ["own_absence", "absence_rate_pct", "sen_provision", "academic_year"],
      ["own_pupils", "pupils_on_roll", "phase", "term"],
    ])
      expect(lines(own, breakdown, frequency), own).to.deep.equal(
        lines(ours, breakdown, frequency),
      );
    expect(lines("own_suspensions", "reason_1", "term")).to.deep.equal(
      lines("suspensions", "reason", "term"),
    );
    for (const id of ["own_suspensions", "own_absence", "own_pupils"])
      expect(lines(id, "all", "term").length, id).to.be.greaterThan(2);
    expect(
      findings.filter(({ rule }) => rule === "F08").map(({ message }) => message),
    ).to.deep.equal([
      "Indicator own_by_month: suspension cannot be counted by month. It can by: term, year_to_date, academic_year.",
    ]);
  });

  it("that is no JSON is a finding", async () => {
    const { findings } = await build([...files, text("own-indicators.json", "[ broken")]);
    expect(
      findings.filter(({ rule }) => rule === "F08").map(({ message }) => message),
    ).to.deep.equal(["The list of own indicators is no JSON."]);
  });
});
