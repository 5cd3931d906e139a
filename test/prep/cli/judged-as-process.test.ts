import { expect } from "chai";
import { MONTH_NAMES } from "../../../src/kpi/day-number";
import { runMain } from "./run-main";

const NOISE = [50, 52, 49, 51, 50, 48, 52, 50, 49, 51, 50, 51];

/** A sheet with a column for each month, from January 2023 on. */
const sheetOf = (values: readonly number[]): Record<string, string> => {
  const months = values.map(
    (_, i) => `${MONTH_NAMES[i % 12].slice(0, 3)} ${2023 + Math.floor(i / 12)}`,
  );
  const head = ["Indicator", "Section", "Better when", "Unit", "Frequency", ...months, "Target"];
  const row = ["Seen in time", "Health", "higher", "per cent", "monthly", ...values, 60];
  return { "kpi.csv": `${head.join()}\n${row.join()}\n` };
};

describe("the judgement of a long series on the command line", () => {
  it("is by special cause from twelve figures on", () => {
    const { table } = runMain("build", sheetOf([...NOISE, 49, 80]), ["--authority", "839"]);
    const judged = table("star/kpi_value.csv")
      .filter(({ indicator_id }) => indicator_id === "seen_in_time")
      .sort((a, b) => (a.period_end < b.period_end ? -1 : 1))
      .slice(-3)
      .map(({ value, movement, judgement }) => [value, movement, judgement]);
    expect(judged).to.deep.equal([
      ["51", "up", "steady"],
      ["49", "down", "steady"],
      ["80", "up", "improving"],
    ]);
  });
});
