import { expect } from "chai";
import { parse } from "csv-parse/sync";
import type { Finding } from "../../../prep/check/finding";
import { findingsCsv, rowsCsv, tasksOf, worklistCsv } from "../../../prep/publish/findings";
import { workPlaces } from "../../../prep/publish/work-places";

const finding = (changes: Partial<Finding>): Finding => ({
  rule: "P10",
  severity: "warning",
  file: "sen2.xml",
  table: "person",
  record: "person 1",
  line: 10,
  field: "upn",
  message: "The UPN's check letter does not fit.",
  action: "Correct the UPN.",
  ...changes,
});
const read = (chunks: Iterable<Uint8Array>): Record<string, string>[] =>
  parse(Buffer.concat([...chunks]), { columns: true, bom: true });

const nowhere = workPlaces(new Map(), []);
const worklist = (list: readonly Finding[]): Generator<Uint8Array> =>
  worklistCsv(tasksOf(list, nowhere));

const findings = [
  finding({ record: "person 2", line: 20 }),
  finding({ record: "person 2", line: 20, rule: "P12", field: "sex", action: "Give the sex." }),
  finding({
    record: "person 3",
    line: 30,
    rule: "P01",
    severity: "error",
    action: "Remove the repeated person.",
  }),
  finding({ record: "person 3", line: 31, rule: "R02", action: "Give the date." }),
  finding({}),
  finding({
    file: "a.csv",
    record: "",
    line: null,
    field: null,
    rule: "F01",
    severity: "error",
    table: "",
  }),
];

describe("findings and lists", () => {
  it("have errors first, then file, table and line", () => {
    const rows = read(findingsCsv(findings));
    expect(
      rows.map(({ severity, file, line, rule }) => [severity, file, line, rule]),
    ).to.deep.equal([
      ["error", "a.csv", "", "F01"],
      ["error", "sen2.xml", "30", "P01"],
      ["warning", "sen2.xml", "10", "P10"],
      ["warning", "sen2.xml", "20", "P10"],
      ["warning", "sen2.xml", "20", "P12"],
      ["warning", "sen2.xml", "31", "R02"],
    ]);
  });

  it("do not depend on the order in which the checks ran", () => {
    const bytes = (
      list: readonly Finding[],
      write: (list: readonly Finding[]) => Iterable<Uint8Array>,
    ): string => Buffer.concat([...write(list)]).toString("hex");
    const reversed = [...findings].reverse();
    expect(bytes(reversed, findingsCsv)).to.equal(bytes(findings, findingsCsv));
    expect(bytes(reversed, worklist)).to.equal(bytes(findings, worklist));
  });

  it("become one task for each record, the most errors first", () => {
    expect(read(worklist(findings))).to.deep.equal([
      {
        severity: "error",
        errors: "1",
        warnings: "1",
        file: "sen2.xml",
        table: "person",
        record: "person 3",
        line: "30",
        rules: "P01; R02",
        fields: "upn",
        what_to_do: "Remove the repeated person.; Give the date.",
        urn: "",
        school: "no_school",
        team: "",
      },
      {
        severity: "error",
        errors: "1",
        warnings: "0",
        file: "a.csv",
        table: "",
        record: "",
        line: "",
        rules: "F01",
        fields: "",
        what_to_do: "Correct the UPN.",
        urn: "",
        school: "no_school",
        team: "",
      },
      {
        severity: "warning",
        errors: "0",
        warnings: "2",
        file: "sen2.xml",
        table: "person",
        record: "person 2",
        line: "20",
        rules: "P10; P12",
        fields: "upn; sex",
        what_to_do: "Correct the UPN.; Give the sex.",
        urn: "",
        school: "no_school",
        team: "",
      },
      {
        severity: "warning",
        errors: "0",
        warnings: "1",
        file: "sen2.xml",
        table: "person",
        record: "person 1",
        line: "10",
        rules: "P10",
        fields: "upn",
        what_to_do: "Correct the UPN.",
        urn: "",
        school: "no_school",
        team: "",
      },
    ]);
  });

  it("count rows in, out and rejected", () => {
    const rows = read(
      rowsCsv([
        { file: "b.xml", table: "person", rowsIn: 3, rowsOut: 2, rowsRejected: 1 },
        { file: "a.xml", table: "person", rowsIn: 1, rowsOut: 1, rowsRejected: 0 },
      ]),
    );
    expect(rows).to.deep.equal([
      { file: "a.xml", table: "person", rows_in: "1", rows_out: "1", rows_rejected: "0" },
      { file: "b.xml", table: "person", rows_in: "3", rows_out: "2", rows_rejected: "1" },
    ]);
  });
});
