import { expect } from "chai";
import { strFromU8, unzipSync } from "fflate";
import { annexA } from "../../../../prep/collections/sen2/lists/annex-a";
import type { CaseListResult } from "../../../../prep/lists/case-list";
import type { ReturnRecord } from "../../../../prep/sample/return-record";
import type { AllSettings } from "../../../../prep/collections/index";
import { plainSheets } from "../../plain-sheets";
import { cellText, type SheetRows } from "../../../../prep/scan/workbook/sheet-rows";
import { schoolXml, pupil } from "../../collections/school-census/one-school";
import { bytesOf, runList, text, type MemoryFile } from "../../pipeline/run";
import {
  active,
  issued,
  need,
  person,
  placement,
  request,
  smallReturn,
  xmlFile,
} from "../../pipeline/small-return";

type Values = Record<string, string>;

/**
 * A child of an invented return with a plan of June 2024 at a school, with parts replaced; `birth`
 * tells the children apart.
 */
function child(
  n: number,
  birth: string,
  {
    who = {},
    plan = {},
    needs = [need("ASD", "1")],
    at = { URN: "990001" },
  }: { who?: Values; plan?: Values; needs?: ReturnRecord[]; at?: Values } = {},
): ReturnRecord {
  const made = person(
    n,
    request(
      "2024-01-15",
      "2024-02-20",
      {},
      issued("2024-06-03"),
      active({ LastReview: "2024-12-10", ...plan }, [placement(at), ...needs]),
    ),
  );
  return { ...made, values: { ...made.values, PersonBirthDate: birth, ...who } };
}

/** Two children under the UPN of the first. */
const sharedUpn = child(20, "2013-01-20").values.UPN;

/**
 * What each birth date is there to show: the checks that its row must fail, besides 103, which
 * every row fails.
 */
const people: readonly (readonly [birth: string, record: ReturnRecord, fails: string])[] = [
  ["2013-01-10", child(10, "2013-01-10"), ""],
  ["2013-01-11", child(11, "2013-01-11", { who: { UPN: "", UPNunknown: "UN2" } }), "107"],
  ["2013-01-12", child(12, "2013-01-12", { who: { Sex: "" } }), "101b"],
  ["2013-01-13", child(13, "2013-01-13", { who: { Ethnicity: "" } }), "101c"],
  ["2013-01-14", child(14, "2013-01-14", { needs: [] }), "101d"],
  ["2013-01-15", child(15, "2013-01-15", { at: { SENsetting: "OLA" } }), "108a"],
  ["2013-01-16", child(16, "2013-01-16", { plan: { LastReview: "2031-01-01" } }), "105d"],
  ["2013-01-17", child(17, "2013-01-17", { plan: { LastReview: "2024-05-01" } }), "106b"],
  [
    "2013-01-18",
    child(18, "2013-01-18", {
      plan: { PhaseTransferDueDate: "2024-02-15", PhaseTransferFinalDate: "2024-02-10" },
    }),
    "106a",
  ],
  [
    "2013-01-19",
    child(19, "2013-01-19", {
      plan: { PhaseTransferDueDate: "2024-02-15", PhaseTransferFinalDate: "2032-02-10" },
    }),
    "105c",
  ],
  ["2013-01-20", child(20, "2013-01-20"), "109"],
  [
    "2014-01-20",
    child(21, "2014-01-20", { who: { UPN: sharedUpn, Surname: "Marrowdale", Forename: "Quill" } }),
    "109",
  ],
  ["1999-01-17", child(22, "1999-01-17"), "102a"],
  ["1999-01-16", child(23, "1999-01-16"), "102b"],
  ["2027-02-01", child(24, "2027-02-01"), "105a"],
  ["", child(25, ""), "101a"],
];

const returned = xmlFile(
  smallReturn(
    2025,
    people.map(([, record]) => record),
  ),
);

const listed = (files: readonly MemoryFile[], settings: Partial<AllSettings> = {}) =>
  runList(annexA, files, { names: false, within: 14 }, settings);

const sheetsOf = async ({ files }: CaseListResult): Promise<Map<string, SheetRows>> => {
  const read = await Promise.all(files.map(({ chunks }) => plainSheets(bytesOf(chunks))));
  return new Map(read.flat().map((sheet) => [sheet.name, sheet] as const));
};
const table = ({ rows: [headings, ...rows] }: SheetRows): Record<string, string>[] =>
  rows.map((row) =>
    Object.fromEntries(headings.map((heading, i) => [String(heading), cellText(row[i])])),
  );

describe("the Annex A workbooks", () => {
  it("tell of each planted mistake in the row where it stands, and count each check", async () => {
    const { made } = await listed([returned]);
    const sheets = await sheetsOf(made);
    const list = table(sheets.get("List_1")!);
    const findings = table(sheets.get("Findings")!);
    const of = (birth: string): string[] =>
      findings
        .filter(
          ({ List, Row }) => List === "List_1" && list[Number(Row) - 2]["Date of birth"] === birth,
        )
        .map(({ Check }) => Check);
    for (const [birth, , fails] of people)
      expect(of(birth), birth).to.deep.equal(["103", ...(fails === "" ? [] : [fails])].sort());
    expect(
      findings.every(
        ({ List, Row, "Unique ID": id }) =>
          List === "List_1" && list[Number(Row) - 2]["Unique ID"] === id,
      ),
    ).to.equal(true);
    const checks = table(sheets.get("Checks")!);
    expect(checks).to.have.length(29);
    for (const { Check, "Rows at fault": count } of checks)
      expect(Number(count), Check).to.equal(findings.filter((one) => one.Check === Check).length);
    expect(made.counts[1].slice(1)).to.deep.equal([
      people.length,
      findings.filter(({ Severity }) => Severity === "error").length,
      findings.filter(({ Severity }) => Severity === "query").length,
    ]);
  });

  it("have a sheet for a source that is not loaded, empty and said to be so", async () => {
    const { made } = await listed([returned]);
    const sheets = await sheetsOf(made);
    expect(sheets.get("List_2")!.rows).to.have.length(1);
    expect(table(sheets.get("About")!).map((row) => Object.values(row))).to.deep.include([
      "List_2, on SEN support (provision K) in the school census of",
      "none is loaded",
    ]);
    const notes = table(sheets.get("Notes")!);
    expect(notes.find(({ Column }) => Column === "Absence")).to.include({
      "List_1 filled": "0",
      "List_1 empty": String(people.length),
    });
    expect(
      notes.find(({ Column }) => Column === "Elective home education")!["List_2 filled"],
    ).to.equal("");
    const alone = await listed([
      schoolXml("one.xml", {
        onRoll: [pupil({ sen: "K" }), pupil({ upn: "T801200001002", sen: "N" })],
      }),
    ]);
    const ofCensus = await sheetsOf(alone.made);
    expect([
      ofCensus.get("List_1")!.rows.length,
      ofCensus.get("List_2")!.rows.length,
    ]).to.deep.equal([1, 2]);
  });

  it("tell absence and suspensions of the terms that the settings say a census tells of", async () => {
    const census = schoolXml("one.xml", { onRoll: [pupil({ sen: "K" })] });
    const termsWith = async (attendanceTermLag: number, suspensionTermLag: number) => {
      const schoolCensus = { attendanceTermLag, suspensionTermLag };
      const { made } = await listed([census], { schoolCensus });
      const about = table((await sheetsOf(made)).get("About")!).map((row) => Object.values(row));
      return about.flatMap(([what, term]) => (/of the term$/.test(what) ? [term] : []));
    };
    expect(await termsWith(1, 2)).to.deep.equal(["Autumn 2024", "Summer 2024"]);
    expect(await termsWith(0, 1)).to.deep.equal(["Spring 2025", "Autumn 2024"]);
  });

  it("have dates as dates of Excel, UPNs as text, and no formulas", async () => {
    const formula = child(30, "2013-02-01", { who: { UPN: "=1+1" } });
    const { made } = await listed([xmlFile(smallReturn(2025, [formula, child(31, "2013-02-02")]))]);
    const parts = unzipSync(bytesOf(made.files[0].chunks));
    const xml = strFromU8(parts["xl/worksheets/sheet1.xml"]);
    expect(xml).not.to.include("<f>").and.not.to.include("<f ");
    const cells = (await sheetsOf(made))
      .get("List_1")!
      .rows.slice(1)
      .map((row) => [row[1], row[3]]);
    expect(cells.map(([, birth]) => (birth as Date).toISOString())).to.have.members([
      "2013-02-01T00:00:00.000Z",
      "2013-02-02T00:00:00.000Z",
    ]);
    expect(cells.map(([upn]) => typeof upn)).to.deep.equal(["string", "string"]);
    expect(cells.map(([upn]) => upn)).to.include("=1+1");
  });

  it("leave out who has opted out, and say so", async () => {
    const { made } = await listed([
      returned,
      text("opt-out.csv", `upn\n${people[0][1].values.UPN}\n`, "optOut"),
    ]);
    const list = table((await sheetsOf(made)).get("List_1")!);
    expect(list).to.have.length(people.length - 1);
    expect(list.map((row) => row["Date of birth"])).not.to.include("2013-01-10");
    expect(
      table((await sheetsOf(made)).get("About")!).map((row) => Object.values(row)),
    ).to.deep.include(["People on the opt-out list", "left out of both lists"]);
  });

  it("say nothing of anybody on the screen", async () => {
    const { made, findings } = await listed([returned]);
    const said = JSON.stringify([made.counts, made.notes, findings]).toLowerCase();
    for (const [birth, { values }] of people)
      for (const value of [birth, values.UPN, values.Surname])
        if (value) expect(said).not.to.include(value.toLowerCase());
  });
});
