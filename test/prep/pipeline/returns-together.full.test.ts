import { expect } from "chai";
import { dayFromIso } from "../../../prep/calendar/day";
import { NothingToBuild } from "../../../prep/nothing-to-build";
import type { Finding } from "../../../prep/check/finding";
import { writeBladeCsv } from "../../../prep/sample/write/blade-csv";
import { active, issued, person, request, smallReturn, xmlFile } from "./small-return";
import { build, bytesOf, check, figuresOf, rowsOf, text } from "./run";

const of = (findings: readonly Finding[], rule: string): Finding[] =>
  findings.filter((finding) => finding.rule === rule);
const plan = (n: number, received: string, decided: string, start: string) =>
  person(n, request(received, decided, {}, issued(start), active()));

describe("several returns", function () {
  it("leave the months of a year without a return not available, never 0", async () => {
    const first = smallReturn(2024, [plan(1, "2023-02-01", "2023-03-01", "2023-06-01")]);
    const last = smallReturn(2026, [
      person(
        1,
        request(
          "2023-02-01",
          "",
          { RequestOutcome: "H" },
          issued("2023-06-01", {}, { AssessmentOutcome: "H", AssessmentOutcomeDate: "" }),
          active(),
        ),
      ),
      plan(2, "2025-02-03", "2025-03-01", "2025-06-01"),
    ]);
    const { star } = await build([xmlFile(first), xmlFile(last)]);
    const figure = figuresOf(star);
    const received = (end: string, frequency = "month") => [
      figure("ehc_requests_received", end, frequency)?.value,
      figure("ehc_requests_received", end, frequency)?.status,
    ];
    expect(received("2023-02-28")).to.deep.equal([1, "ok"]);
    expect(received("2023-12-31")).to.deep.equal([0, "ok"]);
    for (const end of ["2024-01-31", "2024-02-29", "2024-12-31"])
      expect(received(end), end).to.deep.equal([null, "not_available"]);
    expect(received("2025-02-28")).to.deep.equal([1, "ok"]);
    for (const [end, frequency] of [
      ["2024-12-31", "calendar_year"],
      ["2024-03-31", "financial_year"],
      ["2024-08-31", "academic_year"],
      ["2025-03-31", "financial_year"],
    ])
      expect(received(end, frequency), end).to.deep.equal([null, "not_available"]);
    expect(received("2024-12-31", "rolling_12_months")).to.deep.equal([undefined, undefined]);
    // Plans are known up to the census day of January 2024, so not at the month's end; then from
    // January 2025.
    expect(figure("ehc_plans_maintained", "2023-12-31")!.value).to.equal(1);
    expect(figure("ehc_plans_maintained", "2024-01-18", "census")!.value).to.equal(1);
    for (const end of ["2024-01-31", "2024-06-30", "2024-12-31"])
      expect(figure("ehc_plans_maintained", end), end).to.include({
        value: null,
        status: "not_available",
      });
    expect(figure("ehc_plans_maintained", "2025-01-31")!.value).to.equal(1);
    expect(figure("ehc_plans_maintained", "2025-06-30")!.value).to.equal(2);
    // H does not take away what the earlier return dated.
    expect(
      rowsOf(star, "ehc_request").map(({ received_date, decision, decision_date }) => [
        received_date,
        decision,
        decision_date,
      ]),
    ).to.have.deep.members([
      ["2023-02-01", "Y", "2023-03-01"],
      ["2025-02-03", "Y", "2025-03-01"],
    ]);
  });

  it("count a plan that vanishes up to the last return that has it, and say so", async () => {
    const stays = plan(2, "2023-02-01", "2023-03-01", "2023-06-01");
    const { star, findings } = await build([
      xmlFile(smallReturn(2024, [plan(1, "2023-02-01", "2023-03-01", "2023-06-01"), stays])),
      xmlFile(smallReturn(2025, [stays])),
    ]);
    const figure = figuresOf(star);
    expect(figure("ehc_plans_maintained", "2023-12-31")!.value).to.equal(2);
    expect(figure("ehc_plans_maintained", "2024-01-18", "census")!.value).to.equal(2);
    expect(figure("ehc_plans_maintained", "2024-01-31")!.value).to.equal(1);
    expect(of(findings, "X01")).to.have.length(1);
    expect(of(findings, "X01")[0]).to.include({
      file: "2024.xml",
      severity: "warning",
      record: "person 1 / requests 1 / assessment 1 / namedplan 1",
    });
  });

  it("count an open request that vanishes up to the end of the period that has it", async () => {
    const { star } = await build([
      xmlFile(smallReturn(2024, [person(1, request("2023-11-20", ""))])),
      xmlFile(smallReturn(2025, [plan(2, "2024-02-01", "2024-03-01", "2024-06-01")])),
    ]);
    const figure = figuresOf(star);
    expect(figure("ehc_requests_awaiting_decision", "2023-12-31")!.value).to.equal(1);
    expect(figure("ehc_requests_awaiting_decision", "2024-01-31")!.value).to.equal(0);
    expect(figure("ehc_requests_received", "2023-11-30")!.value).to.equal(1);
  });

  it("keep a request that a later return calls decided without a date, among those received", async () => {
    const later = person(
      1,
      request("2023-11-20", "", { RequestOutcome: "H" }, issued("2024-03-04"), active()),
    );
    const { star } = await build([
      xmlFile(smallReturn(2024, [person(1, request("2023-11-20", ""))])),
      xmlFile(smallReturn(2025, [later])),
    ]);
    const figure = figuresOf(star);
    expect(figure("ehc_requests_received", "2023-11-30")!.value).to.equal(1);
    expect(figure("ehc_requests_awaiting_decision", "2023-12-31")!.value).to.equal(1);
    expect(figure("ehc_requests_awaiting_decision", "2024-01-31")!.value).to.equal(0);
    expect(figure("ehc_assessments_open", "2024-01-31")!.value).to.equal(1);
    expect(figure("ehc_plans_issued", "2024-03-31")!.value).to.equal(1);
  });

  it("take an event from the return of its year where two contradict each other, and say so (X02)", async () => {
    const told = (decided: string) =>
      person(1, request("2023-11-20", decided, {}, issued("2024-03-04"), active()));
    const { star, findings } = await build([
      xmlFile(smallReturn(2024, [told("2023-12-20")])),
      xmlFile(smallReturn(2025, [told("2023-12-28")])),
    ]);
    expect(rowsOf(star, "ehc_request")).to.have.length(1);
    expect(rowsOf(star, "ehc_request")[0]).to.include({ decision_date: "2023-12-20" });
    expect(of(findings, "X02").map(({ file, field }) => [file, field])).to.deep.equal([
      ["2025.xml", "RequestOutcomeDate"],
    ]);
  });

  it("say where one child has two requests of the same day (X03)", async () => {
    const twice = person(
      1,
      request("2024-02-01", "2024-03-01", { RequestOutcome: "N" }),
      request("2024-02-01", "2024-03-01", { RequestOutcome: "N" }),
    );
    const { findings, star, rows } = await build([xmlFile(smallReturn(2025, [twice]))]);
    expect(of(findings, "X03").map(({ record }) => record)).to.deep.equal([
      "person 1 / requests 2",
    ]);
    expect(rowsOf(star, "ehc_request")).to.have.length(1);
    expect(rows.find(({ table }) => table === "requests")).to.include({ rowsIn: 2, rowsOut: 2 });
  });

  it("read the newer of two files of the same return, and leave the other out whole (H04)", async () => {
    const old = smallReturn(2025, [plan(1, "2024-02-01", "2024-03-01", "2024-06-01")]);
    const newer = smallReturn(
      2025,
      [
        plan(1, "2024-02-01", "2024-03-01", "2024-06-01"),
        plan(2, "2024-02-02", "2024-03-01", "2024-06-01"),
      ],
      { DateTime: "2025-03-01T10:00:00" },
    );
    const { star, findings, rows } = await build([
      ...writeBladeCsv(old).map(({ name, chunks }) => ({
        name: `old/${name}`,
        chunks: [...chunks],
      })),
      xmlFile(newer),
    ]);
    expect(of(findings, "H04")).to.have.length(1);
    expect(figuresOf(star)("ehc_requests_received", "2024-12-31", "calendar_year")!.value).to.equal(
      2,
    );
    for (const row of rows)
      expect(row.rowsRejected, `${row.file} ${row.table}`).to.equal(
        row.file.startsWith("old/") ? row.rowsIn : 0,
      );
  });

  it("read a file once that is given twice (F02), and leave another authority's out (F05)", async () => {
    const mine = xmlFile(smallReturn(2025, [plan(1, "2024-02-01", "2024-03-01", "2024-06-01")]));
    const theirs = xmlFile(
      smallReturn(2025, [plan(2, "2024-02-01", "2024-03-01", "2024-06-01")], { LEA: "839" }),
      "theirs.xml",
    );
    const { findings, star, rows } = await build([mine, { ...mine, name: "copy.xml" }, theirs], {
      authority: "999",
    });
    expect(of(findings, "F02").map(({ file }) => file)).to.deep.equal(["copy.xml"]);
    expect(of(findings, "F05").map(({ file }) => file)).to.deep.equal(["theirs.xml"]);
    expect(rowsOf(star, "ehc_request")).to.have.length(1);
    expect(
      rows
        .filter(({ file }) => file === "theirs.xml")
        .every(({ rowsIn, rowsRejected }) => rowsIn === rowsRejected),
    ).to.equal(true);
    const undecided = await build([mine, theirs]).catch((error: unknown) => error);
    expect(undecided)
      .to.be.instanceOf(NothingToBuild)
      .and.to.have.property("message")
      .that.includes("839, 999");
    expect(
      (await check([mine, theirs], { authority: "999" })).findings.map(({ rule }) => rule),
    ).to.include("F05");
  });

  it("count an in-year pull up to its extract date, with part periods that say so", async () => {
    const pull = smallReturn(
      2026,
      [plan(1, "2025-02-03", "2025-03-01", "2025-06-02"), person(2, request("2025-09-01", ""))],
      { ReferenceDate: "2025-09-12" },
    );
    const { star } = await build([xmlFile(pull)]);
    const figure = figuresOf(star);
    expect(figure("ehc_requests_received", "2025-08-31")).to.include({
      value: 0,
      comparability: "comparable",
    });
    expect(figure("ehc_requests_received", "2025-09-12")).to.include({
      value: 1,
      comparability: "caution",
    });
    expect(figure("ehc_requests_received", "2025-09-12", "calendar_year")).to.include({
      value: 2,
      comparability: "caution",
    });
    expect(figure("ehc_requests_received", "2025-09-30")).to.equal(undefined);
    expect(figure("ehc_plans_maintained", "2025-09-12", "census")!.value).to.equal(1);
    expect(figure("ehc_requests_awaiting_decision", "2025-09-12", "census")!.value).to.equal(1);
    expect(figure("ehc_plans_maintained", "2025-09-30")).to.equal(undefined);
  });

  it("leave out a return that speaks of no day up to the one the build stops at", async () => {
    const files = [
      xmlFile(smallReturn(2024, [plan(1, "2023-02-01", "2023-03-01", "2023-06-01")])),
      xmlFile(smallReturn(2026, [plan(1, "2023-02-01", "2023-03-01", "2023-06-01")])),
    ];
    expect(
      of((await build(files, { asAt: dayFromIso("2024-12-31") })).findings, "F07").map(
        ({ file }) => file,
      ),
    ).to.deep.equal(["2026.xml"]);
  });

  it("give the people read so far of a file that is cut off, and an error", async () => {
    const whole = bytesOf(
      xmlFile(
        smallReturn(
          2025,
          [1, 2, 3].map((n) => plan(n, "2024-02-01", "2024-03-01", "2024-06-01")),
        ),
      ).chunks,
    );
    const cut = new TextDecoder().decode(whole);
    const { star, findings, rows } = await build([
      text("cut.xml", cut.slice(0, cut.lastIndexOf("<ActivePlans>") + 20)),
    ]);
    expect(rowsOf(star, "person").length).to.be.within(2, 3);
    expect(
      of(findings, "F03").some(({ severity, file }) => severity === "error" && file === "cut.xml"),
    ).to.equal(true);
    for (const { rowsIn, rowsOut, rowsRejected } of rows)
      expect(rowsIn).to.equal(rowsOut + rowsRejected);
    // Nobody knows how many people are missing: no figure of them.
    const received = figuresOf(star)("ehc_requests_received", "2024-02-29")!;
    expect([received.value, received.status]).to.deep.equal([null, "not_available"]);
    expect(received.left_out_reason).to.match(/read only in part/);
  });

  it("reject orphans, repeated ids and repeated records of an export, and count them (K01, K02, K04)", async () => {
    const files = writeBladeCsv(
      smallReturn(
        2025,
        [1, 2, 3].map((n) => plan(n, "2024-02-01", "2024-03-01", "2024-06-01")),
      ),
    );
    const changed = files.map(({ name, chunks }) => {
      const lines = new TextDecoder().decode(bytesOf(chunks)).trimEnd().split("\r\n");
      if (name.endsWith("_person.csv")) lines.splice(2, 1, lines[1]);
      if (name.endsWith("_senneed.csv")) lines.push(lines[1].replace(/^[^,]*/, "2025SE99"));
      return text(name, `${lines.join("\r\n")}\r\n`);
    });
    const { rows, findings } = await build(changed);
    const count = (table: string) =>
      rows
        .filter((row) => row.table === table)
        .map(({ rowsIn, rowsOut, rowsRejected }) => [rowsIn, rowsOut, rowsRejected])[0];
    expect(count("person")).to.deep.equal([3, 2, 1]);
    for (const table of [
      "requests",
      "assessment",
      "namedplan",
      "plandetail",
      "activeplans",
      "placementdetail",
    ])
      expect(count(table), table).to.deep.equal([3, 2, 1]);
    expect(count("senneed")).to.deep.equal([4, 2, 2]);
    expect([
      of(findings, "K01").length,
      of(findings, "K02").length,
      of(findings, "K04").length,
    ]).to.deep.equal([1, 7, 1]);
  });
});
