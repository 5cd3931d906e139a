import { expect } from "chai";
import type { Rule } from "../../../prep/check/rule";
import { runRules, together, type Locate } from "../../../prep/check/run";

/** As the documents say. */
const LISTED_PER_RULE = 1000;

const rule = (id: string, find: Rule<number>["find"]): Rule<number> => ({
  id,
  severity: "error",
  table: "a",
  field: "x",
  message: `Message of ${id}.`,
  action: `Action of ${id}.`,
  basis: "",
  find,
});

/** Tables a and b are in one file, c in another. */
const locate: Locate = (table, row, field) => ({
  file: table === "c" ? "two.csv" : "one.csv",
  record: row < 0 ? "" : `${table} ${row}`,
  line: row < 0 ? null : row + 1,
  field,
});

const rows = (count: number, table?: string): { row: number; table?: string }[] =>
  Array.from({ length: count }, (_, row) => ({ row, table }));

describe("running rules", () => {
  it("makes findings of hits, with the rule's own words unless the hit has better", () => {
    const { findings, summary } = runRules(
      [
        rule("T1", () => [
          { row: 2 },
          { row: 0, table: "b", field: null, message: "Other words.", severity: "warning" },
        ]),
      ],
      0,
      locate,
    );
    expect(findings).to.deep.equal([
      {
        rule: "T1",
        severity: "error",
        file: "one.csv",
        table: "a",
        record: "a 2",
        line: 3,
        field: "x",
        message: "Message of T1.",
        action: "Action of T1.",
      },
      {
        rule: "T1",
        severity: "warning",
        file: "one.csv",
        table: "b",
        record: "b 0",
        line: 1,
        field: null,
        message: "Other words.",
        action: "Action of T1.",
      },
    ]);
    expect(summary).to.deep.equal([
      { rule: "T1", severity: "error", count: 1 },
      { rule: "T1", severity: "warning", count: 1 },
    ]);
  });

  it("gives the source to each rule and leaves silent rules out of the summary", () => {
    const { summary } = runRules(
      [rule("T1", (count) => rows(count)), rule("T2", () => [])],
      3,
      locate,
    );
    expect(summary).to.deep.equal([{ rule: "T1", severity: "error", count: 3 }]);
  });

  it("lists 1,000 findings of a rule in a file, says how many more there are, and counts them all", () => {
    const hits = [...rows(900), ...rows(LISTED_PER_RULE + 600, "b"), ...rows(5, "c")];
    const { findings, summary } = runRules([rule("T1", () => hits)], 0, locate);
    const [first, second] = ["one.csv", "two.csv"].map((file) =>
      findings.filter((finding) => finding.file === file),
    );
    expect(first).to.have.length(LISTED_PER_RULE + 1);
    expect(first[LISTED_PER_RULE].message).to.contain("1,500 more");
    expect(second).to.have.length(5);
    expect(summary).to.deep.equal([{ rule: "T1", severity: "error", count: hits.length }]);
  });

  it("lists exactly 1,000 without a word about more", () => {
    expect(runRules([rule("T1", () => rows(LISTED_PER_RULE))], 0, locate).findings).to.have.length(
      LISTED_PER_RULE,
    );
  });

  it("counts by school, beyond what is listed too, and names the school in the findings that have one", () => {
    const schoolOf = (_: string, row: number): string | null =>
      row < 0 ? null : row % 3 === 0 ? "urn:100001" : row % 3 === 1 ? "urn:100002" : null;
    const { findings, bySchool } = runRules(
      [
        rule("T1", () => [
          ...rows(LISTED_PER_RULE + 500),
          { row: -1, severity: "warning" as const },
        ]),
      ],
      0,
      locate,
      schoolOf,
    );
    expect(bySchool).to.deep.equal([
      { rule: "T1", severity: "error", school: "urn:100001", count: 500 },
      { rule: "T1", severity: "error", school: "urn:100002", count: 500 },
      { rule: "T1", severity: "error", school: null, count: 500 },
      { rule: "T1", severity: "warning", school: null, count: 1 },
    ]);
    expect(findings.slice(0, 3).map((finding) => finding.school ?? null)).to.deep.equal([
      "urn:100001",
      "urn:100002",
      null,
    ]);
    expect("school" in findings[2]).to.equal(false);
    expect(
      together([
        { findings, summary: [], bySchool },
        { findings: [], summary: [], bySchool: bySchool.slice(2, 3) },
      ]).bySchool.find(({ school, severity }) => school === null && severity === "error")!.count,
    ).to.equal(1000);
  });
});
