import { expect } from "chai";
import { makeSample } from "../../../prep/sample/make-sample";
import { sampleFiles } from "../../../prep/sample/sample-files";
import { bytesOf } from "../pipeline/run";
import { runMain } from "./run-main";

const returns = Object.fromEntries(
  [...sampleFiles(makeSample({ people: 60, years: 1, seed: 31 }))]
    .filter(({ name }) => /\.(xml|csv)$/i.test(name) && !/register|postcode/i.test(name))
    .map(({ name, chunks }) => [name, bytesOf(chunks)]),
);
const indicator = (id: string, filter: string): object => ({
  id,
  name: `Own ${id}`,
  section: "Timeliness",
  unit: "count",
  polarity: "neutral",
  frequency: "month",
  numerator: "Requests",
  source: "SEN2",
  count: { table: "ehc_request", date: "received_date", filter },
});

describe("an expression of a council's own list that does not end", function () {
  it("is stopped and named, and the others are counted", () => {
    const endless =
      "op.match('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab', /^(a+)+$/)";
    const { status, table } = runMain(
      "build",
      {
        ...returns,
        "own.json": JSON.stringify([
          indicator("own_endless", endless),
          indicator("own_received", "d.received == 1"),
        ]),
      },
      ["--no-report", "--fail-on", "error"],
      { SEND_SCORECARD_EXPRESSION_SECONDS: "0.5" },
    );
    expect(status).to.equal(1);
    const told = table("checks/findings.csv").filter(({ rule }) => rule === "F08");
    expect(told).to.have.length(1);
    expect(told[0].message).to.match(
      /own_endless: an expression did not end and was stopped after 0\.5 seconds/,
    );
    const ids = new Set(table("star/kpi_value.csv").map(({ indicator_id }) => indicator_id));
    expect(ids).to.include("own_received").and.not.to.include("own_endless");
  });
});
