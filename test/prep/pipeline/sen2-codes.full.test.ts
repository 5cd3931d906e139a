import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { csvRows } from "../../csv-rows";
import { bundleProgram, removeProgram, runProgram, writeFiles } from "./command-line";
import { text } from "./run";
import {
  active,
  issued,
  need,
  person,
  placement,
  request,
  smallReturn,
  xmlFile,
} from "./small-return";

/** A plan of a young person with direct payments and work-based learning by their letters. */
const plan = (n: number, payment: string, work: string) => {
  const one = person(
    n,
    request(
      "2024-02-01",
      "2024-03-01",
      {},
      issued("2024-06-03", { PB: "1", OA: "0", DP: payment }),
      active({}, [placement({ SENsetting: "OTH", WBP: work }), need("ASD", "1")]),
    ),
  );
  one.values.PersonBirthDate = "2007-05-10";
  return one;
};

describe("letters of work-based learning and direct payments", function () {
  let place: string;
  before(bundleProgram);
  after(removeProgram);
  beforeEach(() => (place = mkdtempSync(join(tmpdir(), "codes-"))));
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  function figures(letters: readonly (readonly [string, string])[], settings = "{}") {
    writeFiles(join(place, "in"), [
      xmlFile(
        smallReturn(
          2025,
          letters.map(([payment, work], n) => plan(n + 1, payment, work)),
        ),
      ),
      text("send-scorecard.json", settings),
    ]);
    runProgram(place, [
      "build",
      "in",
      "--config",
      "in/send-scorecard.json",
      "--out",
      "out",
      "--quiet",
    ]);
    const read = (path: string) => csvRows(readFileSync(join(place, "out", path), "utf8"));
    const values = read("star/kpi_value.csv");
    return {
      findings: read("checks/findings.csv").filter(({ rule }) => rule === "C01").length,
      figure: (id: string, group = "all|all") => {
        const row = values.find(
          (one) =>
            one.indicator_id === id &&
            one.frequency === "census" &&
            `${one.breakdown}|${one.breakdown_value}` === group,
        );
        return row && (row.status === "ok" ? row.value : row.status);
      },
    };
  }

  it("are those of the SEN2 schemas", () => {
    const { findings, figure } = figures([
      ["I", "S"],
      ["E", "A"],
      ["E", ""],
      ["", "T"],
    ]);
    expect(findings).to.equal(0);
    expect(
      ["all|all", "direct_payment|education", "direct_payment|integrated"].map((group) =>
        figure("personal_budgets_by_component", group),
      ),
    ).to.deep.equal(["3", "2", "1"]);
    expect(figure("integrated_personal_budgets")).to.equal("1");
    expect(
      ["all|all", "work_based_learning|supported_internship"].map((group) =>
        figure("in_training_with_plan", group),
      ),
    ).to.deep.equal(["3", "1"]);
  });

  it("give no figure where one is not known, unless the settings say what it means", () => {
    const given = [["Q", "S"]] as const;
    const unknown = figures(given);
    expect(unknown.findings).to.equal(1);
    expect(unknown.figure("personal_budgets_by_component")).to.equal("not_available");
    expect(unknown.figure("integrated_personal_budgets")).to.equal("not_available");
    expect(unknown.figure("in_training_with_plan")).to.equal("1");
    const named = figures(given, '{ "directPaymentCodes": { "Q": "integrated" } }');
    expect(named.findings).to.equal(0);
    expect(named.figure("integrated_personal_budgets")).to.equal("1");
  });
});
