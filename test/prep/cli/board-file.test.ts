import { expect } from "chai";
import { workbookBytes, type WorkbookSheet } from "../../../prep/publish/workbook";
import { runMain } from "./run-main";

const SHEET = `Indicator,Section,Better when,Unit,Frequency,Period,Value,Target
Complaints,Quality,lower,number,monthly,Jan 26,12,
Complaints,Quality,lower,number,monthly,Feb 26,16,
% of new EHCPs issued within 20 weeks (including exceptions),Timeliness,higher,per cent,monthly,Jan 26,55%,95%
% of new EHCPs issued within 20 weeks (including exceptions),Timeliness,higher,per cent,monthly,Feb 26,67%,95%
Visits,Quality,higher,number,monthly,Feb 26,7,5
`;

const BOARD = [
  "KPI,Printed name,Number,Section,Sub-section,Headline,Better when,Target,Target from,Target 2,Target 2 from,Tolerance,Baseline,Baseline date,Owner,Lead,Words instead of a figure",
  "ehc_plans_within_20_weeks_pct,New plans in 20 weeks,A1,Pathway,Timeliness,yes,higher,50%,,60%,01/02/2026,5 points,41%,2022/23,Head of SEND,SEND manager,",
  "Audit findings,,A2,Quality,,,,,,,,,,,,,Audits start in May 2026.",
  "complaints,,A3,Quality,,no,lower,14,,,,2,,,Head of SEND,,",
  "",
].join("\n");

const NOTES = `KPI,Period,Commentary,Action,Due date,Progress
A1,Jan 26,Slow start.,Second panel.,30/04/2026,
New plans in 20 weeks,Feb 26,Better.,,,on track
`;

const build = (files: Readonly<Record<string, string | Uint8Array>>) =>
  runMain("build", { "kpi/sheet.csv": SHEET, ...files }, ["--no-report", "--authority", "839"]);
type Built = ReturnType<typeof build>;

const findings = ({ table }: Built): string[] =>
  table("checks/findings.csv")
    .filter(({ rule }) => /^B(8|90)/.test(rule))
    .map(({ rule, file, table: sheet, field }) =>
      [rule, file, sheet, field].filter((one) => one !== "").join(" "),
    );
const ratings = ({ table }: Built): string[] =>
  table("star/kpi_value.csv").map(
    ({ indicator_id, period_label, target, rating }) =>
      `${indicator_id} ${period_label} ${target} ${rating}`,
  );

/** A sheet of a workbook from lines of CSV without quotes. */
const sheetOf = (name: string, csv: string): WorkbookSheet => {
  const [headings, ...rows] = csv
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  return {
    name,
    columns: headings.map((heading) => ({ heading, type: "text", width: 12 })),
    rows: rows.map((row) => row.map((cell) => cell || null)),
  };
};

const json = JSON.stringify({
  kpis: [
    {
      kpi: "ehc_plans_within_20_weeks_pct",
      printed_name: "New plans in 20 weeks",
      number: "A1",
      section: "Pathway",
      "sub-section": "Timeliness",
      headline: true,
      better_when: "higher",
      targets: [{ target: "50%" }, { target: "60%", from: "2026-02-01" }],
      tolerance: "5 points",
      baseline: "41%",
      baseline_date: "2022/23",
      owner: "Head of SEND",
      lead: "SEND manager",
    },
    {
      kpi: "Audit findings",
      number: "A2",
      section: "Quality",
      "words instead of a figure": "Audits start in May 2026.",
    },
    {
      kpi: "complaints",
      number: "A3",
      section: "Quality",
      headline: false,
      better_when: "lower",
      targets: [{ target: 14 }],
      tolerance: 2,
      owner: "Head of SEND",
    },
  ],
  notes: [
    {
      kpi: "A1",
      period: "Jan 26",
      commentary: "Slow start.",
      action: "Second panel.",
      due_date: "30/04/2026",
    },
    { kpi: "A1", period: "Feb 26", commentary: "Better.", progress: "on track" },
  ],
});

const forms: Readonly<Record<string, () => Promise<Record<string, string | Uint8Array>>>> = {
  csv: async () => ({ "board.csv": BOARD, "notes.csv": NOTES }),
  xlsx: async () => ({
    "board.xlsx": await workbookBytes([sheetOf("Board", BOARD), sheetOf("Notes", NOTES)]),
  }),
  json: async () => ({ "board.json": json }),
};

describe("a board file", function () {
  for (const [form, make] of Object.entries(forms))
    it(`as ${form} rates, orders and describes the KPIs of sheets`, async () => {
      const built = build(await make());
      expect(findings(built), built.said).to.deep.equal([]);
      expect(ratings(built)).to.have.members([
        "ehc_plans_within_20_weeks_pct Jan 2026 50 met",
        "ehc_plans_within_20_weeks_pct Feb 2026 60 met",
        "complaints Jan 2026 14 met",
        "complaints Feb 2026 14 near",
        "visits Feb 2026 5 met",
        "audit_findings Feb 2026  not_rated",
      ]);
      const indicators = built.table("star/indicator.csv");
      expect(indicators.map(({ indicator_name }) => indicator_name)).to.deep.equal([
        "New plans in 20 weeks",
        "Audit findings",
        "Complaints",
        "Visits",
      ]);
      expect(indicators[0]).to.include({
        section: "Pathway",
        subsection: "Timeliness",
        sheet_reference: "A1",
        headline: "true",
        owner: "Head of SEND",
        lead: "SEND manager",
        commentary: "Better.",
        action: "Second panel.",
        action_due: "2026-04-30",
        progress: "on track",
        baseline: "41",
        baseline_date: "2023-08-31",
      });
      expect(built.table("star/kpi_note.csv")).to.have.length(2);
      expect(
        built
          .table("star/kpi_target.csv")
          .filter(({ origin }) => origin.startsWith("Board file"))
          .map(({ valid_from, target }) => `${valid_from} ${target}`),
      ).to.have.members([" 50", "2026-02-01 60", " 14"]);
      const words = built
        .table("star/kpi_value.csv")
        .find(({ indicator_id }) => indicator_id === "audit_findings")!;
      expect(words).to.include({ value: "", text_value: "Audits start in May 2026." });
    });

  it("may lie in one workbook with the sheet that has the figures", async () => {
    const built = runMain(
      "build",
      {
        "all.xlsx": await workbookBytes([
          sheetOf("Figures", SHEET),
          sheetOf("Board", BOARD),
          sheetOf("Notes", NOTES),
        ]),
      },
      ["--no-report", "--authority", "839"],
    );
    expect(built.said).to.include("board file (KPIs: 3, notes: 2), KPI sheet");
    expect(ratings(built)).to.include.members([
      "ehc_plans_within_20_weeks_pct Feb 2026 60 met",
      "complaints Feb 2026 14 near",
    ]);
  });

  it("may be one of several: the first rates a KPI, and where they differ that is told", async () => {
    const heading = "KPI,Printed name,Number,Section,Rating rule,Target\n";
    const built = build({
      "boards.xlsx": await workbookBytes([
        sheetOf(
          "Improvement",
          `${heading}Complaints,,I1,Quality,percent_10,15\nVisits,,I2,Quality,,8`,
        ),
        sheetOf(
          "Partnership",
          `${heading}Visits,Home visits,P1,Families,,8\nComplaints,,P2,Voice,,9`,
        ),
      ]),
    });
    expect(findings(built)).to.deep.equal(["B86 boards.xlsx Partnership"]);
    expect(
      built
        .table("star/board_kpi.csv")
        .map((row) => `${row.board} ${row.board_order} ${row.printed_name} ${row.section}`),
    ).to.deep.equal([
      "Improvement 1 Complaints Quality",
      "Improvement 2 Visits Quality",
      "Partnership 1 Home visits Families",
      "Partnership 2 Complaints Voice",
    ]);
    const rows = built.table("star/kpi_value.csv");
    const complaints = rows.find(({ value }) => value === "16")!;
    expect(complaints).to.include({ target: "15", rating: "near", rating_profile: "percent_10" });
    expect(rows.find(({ value }) => value === "7")!.rating).to.equal("missed");
  });

  it("leaves nothing that people wrote in a build for publishing", () => {
    const { table, said } = runMain(
      "build",
      { "kpi/sheet.csv": SHEET, "board.csv": BOARD, "notes.csv": NOTES },
      ["--no-report", "--authority", "839", "--profile", "public"],
    );
    const indicators = table("star/indicator.csv");
    expect(
      indicators.map(({ indicator_name }) => indicator_name),
      said,
    ).to.include("New EHC plans issued within 20 weeks");
    const written = JSON.stringify([indicators, table("star/kpi_value.csv")]);
    for (const words of ["New plans in 20", "Pathway", "Head of SEND", "Audit", "panel", "Better"])
      expect(written).not.to.include(words);
    expect(Object.keys(indicators[0])).not.to.include.members(["owner", "lead", "baseline"]);
    expect(table("star/kpi_note.csv")).to.deep.equal([]);
    expect(table("star/board_kpi.csv")).to.deep.equal([]);
  });

  it("tells each wrong cell by its place, and uses nothing of it", () => {
    const built = build({
      "board.csv": [
        "KPI,Printed name,Sub-section,Headline,Better when,Target,Target from,Target 2,Target 2 from,Tolerance,Unit,Rating rule,Mood",
        "complaints,,,maybe,sideways,about 5,,,,a bit,,,happy",
        "ehc_plans_within_20_weeks_pct,,,,lower,0.95,,,,,,,",
        "visits,,,,,5,Feb 26,6,01/02/2026,,per cent,strict,",
        "visits,,,,,5,,,,,,,",
        ",,,,,5,,,,,,,",
        "Unheard of,,,,,5,,,,,,,",
        "",
      ].join("\n"),
      "notes.csv": "KPI,Period,Commentary,Progress\nvisits,soon,x,\nnobody,Jan 26,x,\n",
    });
    expect(findings(built)).to.have.members([
      "B82 board.csv M (Mood)",
      "B83 board.csv D2 (Headline)",
      "B83 board.csv E2 (Better when)",
      "B83 board.csv F2 (Target)",
      "B83 board.csv J2 (Tolerance)",
      "B84 board.csv Better when",
      "B85 board.csv Target",
      "B90 board.csv F4 (Target)",
      "B83 board.csv L4 (Rating rule)",
      "B85 board.csv Unit",
      "B81 board.csv KPI",
      "B80 board.csv A6 (KPI)",
      "B88 board.csv KPI",
      "B83 notes.csv B2 (Period)",
      "B87 notes.csv KPI",
    ]);
    const rated = built
      .table("star/kpi_value.csv")
      .filter(({ rating }) => rating !== "not_rated")
      .map(({ indicator_id }) => indicator_id);
    expect(rated).to.deep.equal(["visits"]);
  });
});
