import { expect } from "chai";
import { dayFromIso } from "../../../prep/calendar/day";
import type { RuleText } from "../../../prep/check/rule";
import { readRuns, runsCsv, withRun } from "../../../prep/publish/run-list";
import { totalsBefore, trend, trendRows, type TrendRun } from "../../../prep/publish/trend";
import { workPlaces } from "../../../prep/publish/work-places";

const rule = (id: string, severity: RuleText["severity"]): RuleText => ({
  id,
  severity,
  table: "person",
  field: null,
  message: "",
  action: "",
  basis: "",
});
const rules = [rule("P10", "error"), rule("P12", "warning"), rule("R01", "error")];

const schools = new Map([
  [
    "urn:100001",
    { id: "urn:100001", urn: "100001", name: "Sample Primary", settingGroup: "mainstream_academy" },
  ],
]);
const noTeams = workPlaces(schools, []);
const teams = workPlaces(schools, [{ school: "100001", settingGroup: null, team: "=North" }]);

const source = (errors: number, warnings: number): Parameters<typeof trendRows>[0] => ({
  rules,
  summary: [
    { rule: "P10", severity: "error", count: errors },
    { rule: "P12", severity: "warning", count: warnings },
  ],
  bySchool: [
    { rule: "P10", severity: "error", school: "urn:100001", count: errors - 1 },
    { rule: "P10", severity: "error", school: null, count: 1 },
    { rule: "P12", severity: "warning", school: null, count: warnings },
  ],
});
const run = (input: string, errors: number, places = teams): TrendRun => ({
  dataDate: dayFromIso("2026-01-29"),
  input: `in-${input.repeat(12)}`,
  product: "0.1.0",
  found: trendRows(source(errors, 3), places),
});

/** Errors of a run in all. */
const errorsOf = ({ found }: TrendRun): number =>
  found
    .filter(({ breakdown, severity }) => breakdown === "all" && severity === "error")
    .reduce((sum, { count }) => sum + count, 0);

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}
const textOf = (runs: readonly TrendRun[]): string =>
  Buffer.concat([...runsCsv(trend, runs)]).toString("utf8");

describe("the trend of error counts", () => {
  it("has every rule in all, those that found nothing with 0, and schools and teams where something was found", () => {
    expect(
      trendRows(source(5, 3), noTeams).map(({ severity, rule: id, breakdown, value, count }) => [
        severity,
        id,
        breakdown,
        value,
        count,
      ]),
    ).to.deep.equal([
      ["error", "P10", "all", "all", 5],
      ["error", "R01", "all", "all", 0],
      ["warning", "P12", "all", "all", 3],
      ["error", "P10", "school", "no_school", 1],
      ["error", "P10", "school", "urn:100001", 4],
      ["warning", "P12", "school", "no_school", 3],
    ]);
    expect(
      trendRows(source(5, 3), teams)
        .filter(({ breakdown }) => breakdown === "team")
        .map(({ value, count }) => [value, count]),
    ).to.deep.equal([
      ["=North", 4],
      ["not_assigned", 1],
      ["not_assigned", 3],
    ]);
  });

  it("is carried on: a run over other extracts comes last, one over the same takes its own place", () => {
    const first = withRun([], run("a", 150));
    const both = withRun(first, run("b", 120));
    expect(both.map(errorsOf)).to.deep.equal([150, 120]);
    expect(withRun(both, run("b", 120))).to.deep.equal(both);
    expect(withRun(both, run("a", 149)).map(errorsOf)).to.deep.equal([149, 120]);
    expect([
      totalsBefore(both, both[1].input),
      totalsBefore(both, both[0].input),
      totalsBefore(first, first[0].input),
    ]).to.deep.equal([{ error: 150, warning: 3 }, null, null]);
  });

  it("is read back as it was written, formulas defused on the way", async () => {
    const runs = [run("a", 150), { ...run("b", 120, noTeams), dataDate: null }];
    const text = textOf(runs);
    expect(text).to.include("'=North");
    expect(await readRuns(trend, bytes(text))).to.deep.equal(runs);
    expect(textOf((await readRuns(trend, bytes(text)))!)).to.equal(text);
  });

  it("is read as Excel saves it, and not at all when it is spoilt", async () => {
    const text = textOf([run("a", 150), run("b", 120)]);
    expect(await readRuns(trend, bytes(text.replaceAll("2026-01-29", "29/01/2026")))).to.deep.equal(
      [run("a", 150), run("b", 120)],
    );
    const spoilt = [
      (line: string) => line.replace("error", "fehler"),
      (line: string) => line.replace(/^1,/, "3,"),
      (line: string) => line.replace(/,\d+$/, ",many"),
      (line: string) => line.replace("in-a", "in-x"),
      (line: string) => line.replace("2026-01-29", "soon"),
    ];
    for (const [i, spoil] of spoilt.entries()) {
      const lines = text.split("\r\n");
      expect(spoil(lines[2]), `${i}`).not.to.equal(lines[2]);
      lines[2] = spoil(lines[2]);
      expect(await readRuns(trend, bytes(lines.join("\r\n"))), `${i}`).to.equal(null);
    }
    expect(await readRuns(trend, bytes("run,severity\n1,error\n"))).to.equal(null);
  });
});
