import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import writeXlsx from "write-excel-file/universal";
import { dayFromIso } from "../../../../prep/calendar/day";
import { annexA } from "../../../../prep/collections/sen2/lists/annex-a";
import { plansList } from "../../../../prep/collections/sen2/lists/plans-list";
import type { Sen2Model } from "../../../../prep/collections/sen2/model/model";
import { annexLists, type AnnexLists } from "../../../../prep/lists/annex-a/annex-lists";
import { readLists } from "../../../../prep/lists/annex-a/read-lists";
import { makeSample } from "../../../../prep/sample/make-sample";
import { sampleFiles } from "../../../../prep/sample/sample-files";
import { plainSheets } from "../../plain-sheets";
import { bundleProgram, removeProgram, runProgram } from "../../pipeline/command-line";
import { bytesOf, runList } from "../../pipeline/run";

type Cells = (string | number | null)[];

const headings = [
  "Unique ID",
  "upn",
  "ULN",
  "Date of  birth",
  "Gender",
  "Ethnicity",
  "Date initial EHC plan issued",
  "Date updated EHC plan issued",
  "Date EHC plan last reviewed",
  "SEN primary need",
  "Main education establishment - URN",
  "Main education establishment - phase",
  "Subsidiary education establishment - phase (dual registration)",
  "Elective home education",
  "Suspensions",
  "Permanent exclusions",
  "Absence",
  "Pupil Premium",
  "Known to children\u2019s social care?",
  "Which children\u2019s social care team?",
  "Does the child or young person have a disability?",
];
const good: Cells = [
  "1",
  "A839200016001",
  null,
  "03/05/2016",
  "b) Female",
  "a) WBRI",
  "2022-03-01",
  null,
  45962,
  "k) ASD",
  100001,
  "b) Primary",
  null,
  "b) No",
  0,
  0,
  "4.2%",
  "b) No",
  "b) No",
  null,
  "a) Yes",
];
const with_ = (changes: Record<number, string | number | null>): Cells =>
  good.map((cell, i) => (i in changes ? changes[i] : cell));

async function workbook(
  sheet: string,
  rows: readonly Cells[],
  heads: readonly string[] = headings,
): Promise<Uint8Array> {
  const blob = await writeXlsx([
    {
      sheet,
      data: [heads.map((value) => ({ value, type: String })), ...rows.map((row) => [...row])],
    },
  ]).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

describe("a filled-in Annex A workbook", () => {
  it("is read by its headings, with any dash and apostrophe, and dates in any form", async () => {
    const [list] = readLists(
      await plainSheets(
        await workbook("list 1", [good, [], with_({ 3: "May 2016", 14: "two", 20: null })]),
      ),
    );
    expect([list.list, list.lines, list.missing]).to.deep.equal([1, [2, 4], []]);
    expect(list.rows[0]).to.deep.include({
      uniqueId: "1",
      birth: dayFromIso("2016-05-03"),
      initialPlan: dayFromIso("2022-03-01"),
      lastReview: dayFromIso("2025-11-01"),
      urn: "100001",
      absence: 4.2,
      suspensions: 0,
      disability: "a) Yes",
      socialCareTeam: null,
    });
    expect(list.rows[1]).to.deep.include({ birth: null, suspensions: null, disability: null });
    expect(list.unreadable).to.deep.equal([
      { line: 4, heading: "Date of birth" },
      { line: 4, heading: "Suspensions" },
    ]);
  });

  it("says which headings it lacks, and leaves out sheets that are not lists", async () => {
    const [list] = readLists(
      await plainSheets(await workbook("List_1", [good.slice(0, 20)], headings.slice(0, 20))),
    );
    expect(list.missing).to.deep.equal(["Does the child or young person have a disability?"]);
    expect(readLists(await plainSheets(await workbook("Plans", [good])))).to.deep.equal([]);
  });

  it("is what was written, cell by cell", async () => {
    const sample = makeSample({ people: 120, years: 2, seed: 89 });
    const files = [...sampleFiles(sample)].map(({ name, chunks }) => ({
      name,
      chunks: [bytesOf(chunks)],
    }));
    let written: AnnexLists | null = null;
    const { made } = await runList(
      {
        ...annexA,
        make: (model: Sen2Model | null, source, options) => {
          const day = model!.periods.at(-1)!.plansEnd;
          written = annexLists(source, {
            day,
            list: (children) => plansList(model!, day, children),
          });
          return annexA.make(model, source, options);
        },
      },
      files,
      { names: false, within: 14 },
    );
    const [plans, support] = readLists(await plainSheets(bytesOf(made.files[0].chunks)));
    expect(plans.rows).to.deep.equal(written!.plans.rows);
    expect(plans.rows.length).to.be.greaterThan(50);
    expect([support.rows.length, plans.missing, plans.unreadable]).to.deep.equal([0, [], []]);
  });
});

describe("send-scorecard check-annex-a", function () {
  let place: string;
  before(bundleProgram);
  after(removeProgram);
  beforeEach(() => (place = mkdtempSync(join(tmpdir(), "annex-"))));
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  const run = (...args: string[]) =>
    runProgram(place, ["check-annex-a", ...args], { SEND_SCORECARD_KEY: "" });

  it("names the rows that fail each check, without a value of theirs", async () => {
    const twin = with_({ 0: "2", 20: null });
    writeFileSync(
      join(place, "filled.xlsx"),
      await workbook("List_1", [
        good,
        twin,
        with_({ 0: "3", 1: "T839200016003", 8: "01/11/2030" }),
      ]),
    );
    const { status, stdout, stderr } = run("filled.xlsx", "--as-at", "2026-01-15", "--json");
    expect(status, stderr).to.equal(1);
    expect(
      JSON.parse(stdout).failed.map(
        ({ check, severity, rows }: { check: string; severity: string; rows: number[] }) => [
          check,
          severity,
          rows,
        ],
      ),
    ).to.deep.equal([
      ["103", "error", [3]],
      ["105d", "query", [4]],
      ["109", "error", [2, 3]],
    ]);
    expect(run("filled.xlsx", "--as-at", "2026-01-15").stdout).to.match(
      /109 +error +2 +The UPN is in the list more than once\. +2, 3/,
    );
    expect(stdout + run("filled.xlsx").stdout).not.to.match(/839200016|2016-05-03|ASD/);
    writeFileSync(join(place, "right.xlsx"), await workbook("List_1", [good]));
    expect(run("right.xlsx", "--as-at", "2026-01-15")).to.deep.include({ status: 0 });
  });

  it("says what to do with a file that is none", async () => {
    writeFileSync(join(place, "text.xlsx"), "no workbook");
    writeFileSync(join(place, "other.xlsx"), await workbook("Plans", [good]));
    for (const [args, status, words] of [
      [["gone.xlsx"], 3, /it is not there/],
      [["text.xlsx"], 3, /could not be read as a workbook/],
      [["other.xlsx"], 3, /neither a sheet List_1 nor a sheet List_2/],
      [["other.xlsx", "--as-at", "soon"], 2, /It must be a date/],
    ] as const) {
      const result = run(...args);
      expect(result.status, result.stderr).to.equal(status);
      expect(result.stderr)
        .to.match(words)
        .and.not.to.match(/ {4}at /);
    }
  });
});
