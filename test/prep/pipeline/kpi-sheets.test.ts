import { readFileSync } from "node:fs";
import { expect } from "chai";
import { authoritiesIn } from "../../../prep/reference/authorities-in-text";
import { kpiTemplate } from "../../../prep/sources/kpi-sheet/template";
import type { BuildResult } from "../../../prep/results";
import { kpiValue } from "../../../prep/star/kpi-value";
import { boardPaperCsv } from "../../board-paper";
import { build, rowsOf, text } from "./run";

const PAPER = readFileSync("test/fixtures/kpi-sheet/board-paper.csv", "utf8");
const PUBLISHED = [
  "time_period,time_identifier,geographic_level,country_code,country_name,region_code," +
    "region_name,new_la_code,old_la_code,la_name,breakdown_topic,breakdown,plans_issued_den," +
    "plans_issued_den_ex,plans_issued_within_20_weeks,plans_issued_20_weeks_ex," +
    "pc_plans_issued_within_20_weeks,PC_plans_issued_20_weeks_ex",
  "2024,Calendar year,National,E92000001,England,,,,,,All EHC plans issued,All EHC plans " +
    "issued,1000,900,460,420,46.0,46.7",
  "2024,Calendar year,Local authority,E92000001,England,E12000009,South " +
    "West,E06000058,839,Somewhere,All EHC plans issued,All EHC plans " +
    "issued,100,90,70,66,70.0,73.3",
  "2024,Calendar year,Local authority,E92000001,England,E12000006,East of " +
    "England,E06000055,822,Elsewhere,All EHC plans issued,All EHC plans " +
    "issued,10,10,5,5,50.0,50.0",
  "",
].join("\r\n");

/**
 * Figures of one key stand once: the key of `kpi_value` is unique over sheets, publications and
 * counts.
 */
function expectUniqueKeys(result: BuildResult): void {
  const keys = rowsOf(result.star, "kpi_value").map((row) =>
    JSON.stringify(kpiValue.key.map((column) => row[column])),
  );
  expect(new Set(keys).size).to.equal(keys.length);
}

describe("a scorecard from a KPI sheet alone", () => {
  it("is built without any extract: sections in order, ratings, reasons and the sheet's own words", async () => {
    const result = await build([text("board-paper.csv", PAPER)], { authority: "839" });
    const indicators = rowsOf(result.star, "indicator");
    expect(indicators.length).to.equal(24);
    expect(
      indicators.map(({ section }) => section).filter((section, i, all) => section !== all[i - 1]),
    ).to.deep.equal([
      "Plans",
      "Health",
      "Mediation",
      "Workforce",
      "Exclusions",
      "Engagement",
      "Sufficiency",
    ]);
    const now = rowsOf(result.star, "kpi_value").filter(
      (row) =>
        row.area_role === "own" &&
        ["2025-09-30", "2025-10-31", "2025-12-31"].includes(String(row.period_end)),
    );
    expect(now.length).to.equal(24);
    expect(now.filter(({ rating }) => rating !== "not_rated").length).to.equal(6);
    expect(now.find(({ status }) => status === "being_scoped")!.status_text).to.contain(
      "being scoped",
    );
    expect(result.rows.find(({ file }) => file === "board-paper.csv")).to.include({
      rowsIn: 24,
      rowsOut: 24,
      rowsRejected: 0,
    });
    expect(result.findings.map(({ rule }) => rule)).to.include.members([
      "B30",
      "B31",
      "B32",
      "B40",
    ]);
    expectUniqueKeys(result);
  });

  it("keeps owner, commentary and action of any layout, and knows at which frequency each KPI is read", async () => {
    const paper = PAPER.trimEnd()
      .split(/\r?\n/)
      .map(
        (line, i) =>
          `${line},${i === 0 ? "Owner,Commentary,Action" : `Post ${i},"Words, many",Step ${i}`}`,
      )
      .join("\r\n");
    const result = await build([text("board-paper.csv", paper)], { authority: "839" });
    const indicators = rowsOf(result.star, "indicator");
    expect(
      indicators.map(({ owner, commentary, action }) => [owner, commentary, action]),
    ).to.deep.equal(indicators.map((_, i) => [`Post ${i + 1}`, "Words, many", `Step ${i + 1}`]));
    const frequencies = new Map(
      indicators.map(({ indicator_name, frequency, figure_frequency }) => [
        String(indicator_name),
        `${frequency} in columns of a ${figure_frequency}`,
      ]),
    );
    expect(frequencies.get("% of audits judged good (quarterly update)")).to.equal(
      "quarter in columns of a month",
    );
    expect(frequencies.get("% of new plans issued within 20 weeks")).to.equal(
      "month in columns of a month",
    );
  });

  it("stands beside published statistics and a second sheet", async () => {
    const result = await build(
      [
        text("board-paper.csv", PAPER),
        { name: "template.xlsx", chunks: [kpiTemplate()] },
        text("timeliness.csv", PUBLISHED),
      ],
      { authority: "839" },
    );
    const rows = rowsOf(result.star, "kpi_value").filter(
      ({ indicator_id }) => indicator_id === "ehc_plans_within_20_weeks_pct",
    );
    expect(
      rows.map(({ area_role, method, value }) => `${area_role} ${method} ${value}`),
    ).to.deep.equal([
      "own published 70",
      "england published 46",
      "neighbour published 50",
      "neighbour_average mean 50",
      "neighbour_average median 50",
      "neighbour_average pooled 50",
    ]);
    expect(rows[0]).to.include({ rank: 1, rank_of: 2, quartile: 1 });
    expect(rows[3]).to.include({ area_count: 1, neighbour_model: "2025-05" });
    expect(result.reconciliation).to.deep.equal([]);
    expectUniqueKeys(result);
  });

  it("is compared by a neighbour model that the council supplies", async () => {
    const result = await build(
      [
        text("board-paper.csv", PAPER),
        text("timeliness.csv", PUBLISHED),
        text(
          "reference/our-neighbours.csv",
          "la_code,neighbour_code,rank\r\n839,822,1\r\n839,Atlantis,2\r\n",
        ),
      ],
      { authority: "839" },
    );
    const mean = rowsOf(result.star, "kpi_value").find(
      ({ indicator_id, method }) =>
        indicator_id === "ehc_plans_within_20_weeks_pct" && method === "mean",
    )!;
    expect(mean).to.include({ value: 50, area_count: 1, neighbour_model: "our-neighbours" });
    expect(
      result.files.find(({ name }) => name.endsWith("our-neighbours.csv"))!.recognisedAs,
    ).to.equal("neighbour model (authorities: 1)");
    expect(result.findings.filter(({ rule }) => rule === "N01").length).to.equal(1);
  });

  it("takes a real board paper whole", async () => {
    const result = await build([text("board-paper.csv", boardPaperCsv())], { authority: "839" });
    const now = rowsOf(result.star, "kpi_value").filter(
      (row) =>
        row.area_role === "own" &&
        ["month 2024-03-31", "term 2023-12-31", "half_term 2024-02-14"].includes(
          `${row.frequency} ${row.period_end}`,
        ),
    );
    expect(rowsOf(result.star, "indicator").length).to.equal(98);
    expect(now.length).to.equal(98);
    expect(now.filter(({ value }) => value === null).length).to.equal(31);
    // 17 have a figure and a target; one of them wants less of what is better higher.
    expect(now.filter(({ rating }) => rating !== "not_rated").length).to.equal(16);
    const contrary = result.findings.filter(({ rule }) => rule === "B56");
    expect(contrary.map(({ record }) => record)).to.deep.equal(["A29"]);
    expect(
      result.findings.filter(({ rule }) => ["B30", "B31", "B32"].includes(rule)).length,
    ).to.equal(13);
    expectUniqueKeys(result);
  });
});

/** A sheet in the layout of our template; each row is KPI, period, value and comment. */
const sheetOf = (...rows: readonly string[]): string =>
  [
    "Indicator,Section,Better when,Unit,Frequency,Period,Value,Target,Commentary",
    ...rows.map((row) => {
      const [name, period, value, comment = ""] = row.split("|");
      return `${name},Timeliness,higher,percent,monthly,${period},${value},90,${comment}`;
    }),
    "",
  ].join("\r\n");

const figuresOf = (result: BuildResult): string[] =>
  rowsOf(result.star, "kpi_value")
    .filter(({ area_role }) => area_role === "own")
    .map(
      ({ indicator_id, period_label, value, status, origin }) =>
        `${indicator_id} ${period_label} ${value} ${status} ${origin}`,
    )
    .sort();

describe("several KPI sheets in one folder", () => {
  it("give one figure a key: the final one, or none where they disagree, and say so", async () => {
    const march = sheetOf("In time|Mar 25|66|provisional", "Held|Mar 25|40|", "Seen|Mar 25|7|");
    const april = sheetOf(
      "In time|Mar 25|67|final",
      "In time|Apr 25|70|",
      "Held|Mar 25|41|",
      "Seen|Mar 25|7|",
    );
    const result = await build([text("march.csv", march), text("april.csv", april)], {
      authority: "839",
    });
    expect(figuresOf(result)).to.deep.equal([
      "held Mar 2025 null not_available sheet",
      "in_time Apr 2025 70 ok sheet",
      "in_time Mar 2025 67 ok sheet",
      "seen Mar 2025 7 ok sheet",
    ]);
    expectUniqueKeys(result);
    const clashes = result.findings.filter(({ rule }) => rule === "B52");
    expect(clashes.map(({ severity, record }) => `${severity} ${record}`).sort()).to.deep.equal([
      "error held",
      "error in_time",
    ]);
    for (const { message } of clashes)
      expect(message).to.match(/march\.csv.*april\.csv|april\.csv.*march\.csv/);
    const provisional = await build([text("march.csv", march)], { authority: "839" });
    const row = rowsOf(provisional.star, "kpi_value").find(
      ({ indicator_id }) => indicator_id === "in_time",
    )!;
    expect([row.value, row.comparability, row.comparability_note]).to.deep.equal([
      66,
      "caution",
      "Provisional, as the sheet says",
    ]);
  });

  it("leave out sheets and rows that name another council", async () => {
    const own = sheetOf("In time|Mar 25|66|");
    const other = sheetOf("In time|Mar 25|50|", "Held|Mar 25|40|");
    const result = await build([text("kpi/own.csv", own), text("kpi/dorset.csv", other)], {
      authority: "839",
    });
    expect(figuresOf(result)).to.deep.equal(["in_time Mar 2025 66 ok sheet"]);
    expect(result.findings.map(({ rule, file }) => `${rule} ${file}`)).to.deep.equal([
      "B50 kpi/dorset.csv",
    ]);
    expect(result.rows.find(({ file }) => file === "kpi/dorset.csv")).to.include({
      rowsIn: 2,
      rowsOut: 0,
      rowsRejected: 2,
    });
    const both = own
      .trimEnd()
      .split("\r\n")
      .flatMap((line, i) =>
        i === 0 ? [`Area,${line}`] : [`Dorset,${line.replace("66", "1")}`, `839,${line}`],
      );
    const areas = await build([text("areas.csv", `${both.join("\r\n")}\r\n`)], {
      authority: "839",
    });
    expect(figuresOf(areas)).to.deep.equal(["in_time Mar 2025 66 ok sheet"]);
    expect(areas.findings.map(({ rule }) => rule)).to.deep.equal(["B51"]);
  });

  it("say why nothing can be built where all are of others", async () => {
    const refused = await build([text("dorset.csv", sheetOf("In time|Mar 25|66|"))], {
      authority: "839",
    }).catch((error: Error) => error.message);
    expect(refused).to.match(/dorset\.csv: The sheet names another council/);
  });

  it("name a council by whole names, longest first, and not where the word means something else", () => {
    expect(authoritiesIn("North Somerset SEND board")).to.deep.equal(["802"]);
    expect(authoritiesIn("Somerset and Bristol")).to.have.members(["933", "801"]);
    for (const none of ["KS2 reading", "NHS Dorset ICB", "Greater Manchester", "Yorkshire", "KPIs"])
      expect(authoritiesIn(none), none).to.deep.equal([]);
    expect(authoritiesIn("Reading Borough Council")).to.deep.equal(["870"]);
  });
});
