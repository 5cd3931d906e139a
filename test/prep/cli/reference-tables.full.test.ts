import { expect } from "chai";
import { makeSample } from "../../../prep/sample/make-sample";
import { sampleFiles } from "../../../prep/sample/sample-files";
import { bytesOf } from "../pipeline/run";
import { runMain, type MainRun } from "./run-main";

const files = new Map(
  [...sampleFiles(makeSample({ people: 40, years: 1, seed: 7 }), { forms: ["xml"] })].map(
    ({ name, chunks }) => [name, new TextDecoder("windows-1252").decode(bytesOf(chunks))],
  ),
);
const WARDS = ["E05000001", "E05000002", "E05000003"];
files.set(
  "localities.csv",
  `WD24CD,Locality\r\n${WARDS.map((ward) => `${ward},North\r\n`).join("")}`,
);

/** The files, those whose name holds a word changed. */
const changed = (
  word: string,
  change: (text: string) => string,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...files].map(([name, text]) => [name, name.includes(word) ? change(text) : text]),
  );

const figures = (run: MainRun): string[] =>
  run
    .table("star/kpi_value.csv")
    .map((row) =>
      [
        row.indicator_id,
        row.period_end,
        row.frequency,
        row.breakdown,
        row.breakdown_value,
        row.value,
        row.status,
        row.comparability,
      ].join(" "),
    );
const said = (run: MainRun, rule: string): string[] =>
  run
    .table("checks/findings.csv")
    .filter((finding) => finding.rule === rule)
    .map(({ file }) => file);

describe("tables that others are looked up in, on the command line", function () {
  it("are the same below titles, with semicolons, dashes, decimals and notes", () => {
    const whole = figures(
      runMain(
        "build",
        changed("none", (text) => text),
      ),
    );
    expect(whole.length).to.be.greaterThan(1000);
    const titled = (text: string): string =>
      `Extract of 1 September 2025\r\n\r\nFor use here\r\n${text}`;
    const dressed = Object.fromEntries(
      [...files].map(([name, text]) => [name, name.endsWith(".csv") ? titled(text) : text]),
    );
    expect(figures(runMain("build", dressed))).to.deep.equal(whole);
    const saved = changed("/edubasealldata", (text) =>
      titled(text).replace(/^(\d{6}),/gm, "$1.0,"),
    );
    expect(figures(runMain("build", saved))).to.deep.equal(whole);
  });

  it("opt out whom a list names before it breaks off", () => {
    const upns = [...files.get("sen2/SEN2_2026.xml")!.matchAll(/<UPN>([A-Z0-9]{13})<\/UPN>/g)].map(
      ([, upn]) => upn,
    );
    const run = runMain("build", {
      ...changed("none", (text) => text),
      "opt-out.csv": `UPN\r\n${upns.slice(0, 5).join("\r\n")}\r\n"${upns[6]}`,
    });
    const [row] = run
      .table("checks/rows.csv")
      .filter(({ table }) => table.includes("opt-out list"));
    expect(Number(row.rows_rejected)).to.be.at.least(5);
  });

  it("are left out whole where they break off, with an error that says so", () => {
    for (const word of ["/edubasealldata", "postcode-directory", "localities"]) {
      const run = runMain(
        "build",
        changed(word, (text) => text.slice(0, text.indexOf("\r\n", text.length / 2) + 4)),
      );
      expect(said(run, "F21"), word).to.have.length(1);
      expect(run.status, word).to.equal(1);
      const rows = run.table("checks/rows.csv").filter(({ file }) => file.includes(word.slice(1)));
      expect(rows.map(({ rows_out }) => rows_out)).to.deep.equal(["0"]);
    }
  });
});
