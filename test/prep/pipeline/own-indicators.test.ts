import { expect } from "chai";
import { makeSample } from "../../../prep/sample/make-sample";
import { sampleFiles } from "../../../prep/sample/sample-files";
import { build, rowsOf, text, type MemoryFile } from "./run";

const files: MemoryFile[] = [...sampleFiles(makeSample({ people: 150, years: 2, seed: 31 }))].filter(({ name }) => !name.startsWith("answers/")).map(({ name, chunks }) => ({ name, chunks: [...chunks] }));
const indicator = (id: string, count: object): object => ({ id, name: `Own ${id}`, section: "Timeliness", unit: "count", polarity: "neutral", frequency: "month", numerator: "Requests", source: "SEN2", count });

describe("a council's own list of indicators beside its returns", function () {

  it("is counted, shown with its words, and refused entry by entry where it is wrong", async () => {
    const list = [
      indicator("own_received", { table: "ehc_request", date: "received_date", filter: "d.received == 1" }),
      indicator("own_wrong", { table: "ehc_request", date: "received_date", filter: "d.no_such_column == 1" }),
      indicator("ehc_plans_issued", { table: "ehc_request", date: "received_date" }),
    ];
    const { star, findings } = await build([...files, text("own-indicators.json", JSON.stringify(list))]);
    const months = (id: string): string[] => rowsOf(star, "kpi_value").filter((row) => row.indicator_id === id && row.frequency === "month" && row.breakdown === "all").map((row) => `${row.period_end} ${row.value} ${row.status}`);
    const ours = months("ehc_requests_received");
    expect(months("own_received").length).to.be.greaterThan(12);
    for (const row of months("own_received")) expect(ours).to.include(row);
    expect(rowsOf(star, "indicator").find(({ indicator_id }) => indicator_id === "own_received")).to.include({ indicator_name: "Own own_received", section: "Timeliness" });
    const wrong = findings.filter(({ rule }) => rule === "F08");
    expect(wrong.map(({ file }) => file)).to.deep.equal(["own-indicators.json", "own-indicators.json"]);
    expect(wrong.map(({ message }) => message).join("\n")).to.match(/the id is taken/).and.to.match(/own_wrong: an expression cannot be used/);
  });

  it("that is no JSON is a finding", async () => {
    const { findings } = await build([...files, text("own-indicators.json", "[ broken")]);
    expect(findings.filter(({ rule }) => rule === "F08").map(({ message }) => message)).to.deep.equal(["The list of own indicators is no JSON."]);
  });
});
