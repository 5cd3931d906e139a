import { expect } from "chai";
import { dayFromIso } from "../../../../prep/calendar/day";
import { annexA } from "../../../../prep/collections/sen2/lists/annex-a";
import { censusFiles, samplePupils } from "../../../../prep/sample/census/census-files";
import { CENSUSES } from "../../../../prep/sample/census/censuses";
import { hasPlanInForce } from "../../../../prep/sample/plan-in-force";
import { expectedPlans, expectedSupport, type ExpectedRow } from "../../../oracle/expected-annex-a";
import { makeSample } from "../../../../prep/sample/make-sample";
import { sampleFiles } from "../../../../prep/sample/sample-files";
import { readWorkbook } from "../../../../prep/scan/workbook/read-workbook";
import { plainSheets } from "../../plain-sheets";
import { cellText, sheetRows } from "../../../../prep/scan/workbook/sheet-rows";
import { bytesOf, runList, type MemoryFile } from "../../pipeline/run";

const SEED = 53;
const sample = makeSample({ people: 700, years: 3, seed: SEED });
const lives = [...sample.history.lives()];
const pupils = samplePupils(sample, SEED, 500);

const filesOf = (
  forms: readonly ("xml" | "blade-csv")[],
  census: Parameters<typeof censusFiles>[1],
): MemoryFile[] =>
  [...sampleFiles(sample, { forms })]
    .map(({ name, chunks }) => ({ name, chunks: [bytesOf(chunks)] }))
    .concat(
      censusFiles(pupils, census).map(({ name, chunks }) => ({ name, chunks: [bytesOf(chunks)] })),
    );

/** Columns that no source has, and the Unique ID, which is not in the life histories. */
const NOT_COMPARED = [
  "Unique ID",
  "Pupil Premium",
  "Known to children's social care?",
  "Which children's social care team?",
  "Does the child or young person have a disability?",
];

/** The rows of a list in the written workbook as text by heading. */
async function rowsIn(
  workbook: Uint8Array,
  sheet: string,
): Promise<Record<string, string | null>[]> {
  const { sheets, problems } = await readWorkbook(workbook);
  expect(problems).to.deep.equal([]);
  const [headings, ...rows] = sheets.map(sheetRows).find(({ name }) => name === sheet)!.rows;
  return rows.map((row) =>
    Object.fromEntries(
      headings.map((heading, i) => [String(heading), row[i] === null ? null : cellText(row[i])]),
    ),
  );
}

const withoutId = (rows: readonly Record<string, string | null>[]): string[] =>
  rows
    .map((row) =>
      JSON.stringify(
        Object.fromEntries(
          Object.entries(row).filter(([heading]) => !NOT_COMPARED.includes(heading)),
        ),
      ),
    )
    .sort();
const asText = (rows: readonly ExpectedRow[]): string[] =>
  rows.map((row) => JSON.stringify(row)).sort();

const lists = async (files: readonly MemoryFile[], asAt: string | null = null) =>
  runList(
    annexA,
    files,
    { names: false, within: 14 },
    { asAt: asAt === null ? null : dayFromIso(asAt) },
  );

describe("the Annex A lists of a sample", function () {
  const worlds: readonly (string | null)[] = [null, "2025-11-30", "2025-06-30", "2025-01-16"];
  for (const asAt of worlds)
    it(`are the sample's own answers ${asAt === null ? "on the last census day" : `as at ${asAt}`}`, async () => {
      const { made } = await lists(filesOf(["xml", "blade-csv"], ["xml", "collect-csv"]), asAt);
      const workbook = bytesOf(made.files[0].chunks);
      const day = asAt === null ? undefined : dayFromIso(asAt)!;
      const world = {
        lives,
        pupils,
        returns: sample.history.returns.filter(({ start }) => day === undefined || start <= day),
        ...(day === undefined ? {} : { asAt: day }),
      };
      const expected = [expectedPlans(world), expectedSupport(world)];
      for (const [i, sheet] of ["List_1", "List_2"].entries()) {
        const rows = await rowsIn(workbook, sheet);
        const [found, wanted] = [withoutId(rows), asText(expected[i])];
        const missing = wanted.filter((row) => !found.includes(row));
        expect(
          {
            missing: missing.slice(0, 3),
            extra: found.filter((row) => !wanted.includes(row)).slice(0, 3),
          },
          sheet,
        ).to.deep.equal({ missing: [], extra: [] });
        expect(found, sheet).to.deep.equal(wanted);
        expect(new Set(rows.map((row) => row["Unique ID"])).size, sheet).to.equal(rows.length);
        for (const heading of NOT_COMPARED.slice(1))
          expect(
            rows.every((row) => row[heading] === null),
            heading,
          ).to.equal(true);
        expect(rows.length, sheet).to.be.greaterThan(60);
      }
      expect(made.rows).to.equal(expected[0].length + expected[1].length);
      const last = Math.min(day ?? Infinity, sample.history.returns.at(-1)!.reference);
      const latest = CENSUSES.filter((census) => census.day <= (day ?? Infinity)).length - 1;
      const both = pupils.filter(
        ({ life, told }) =>
          life !== null &&
          told[latest].standing.sen === "K" &&
          told[latest].onRoll.some(({ status }) => status !== "S") &&
          hasPlanInForce(life, last, world.returns) !== null,
      );
      const about = (await plainSheets(bytesOf(made.files[1].chunks))).find(
        ({ name }) => name === "About",
      )!.rows;
      expect(about.find(([what]) => what === "Children in both lists")![1]).to.equal(
        String(both.length),
      );
    });

  it("are the sample's own answers where only school censuses are loaded", async () => {
    const { made } = await lists(
      filesOf(["xml"], ["xml", "collect-csv"]).filter(({ name }) => !name.startsWith("sen2/")),
    );
    const workbook = bytesOf(made.files[0].chunks);
    expect(withoutId(await rowsIn(workbook, "List_2"))).to.deep.equal(
      asText(expectedSupport({ lives: [], pupils, returns: [] })),
    );
    expect(await rowsIn(workbook, "List_1")).to.deep.equal([]);
  });

  it("hold what each column is there for", () => {
    const world = { lives, pupils, returns: sample.history.returns };
    const values = (rows: readonly ExpectedRow[], heading: string): Set<string | null> =>
      new Set(rows.map((row) => row[heading]));
    for (const rows of [expectedPlans(world), expectedSupport(world)]) {
      for (const heading of [
        "UPN",
        "Subsidiary education establishment – phase (dual registration)",
      ])
        expect(values(rows, heading), heading).to.include(null);
      for (const heading of [
        "Suspensions",
        "Absence",
        "Ethnicity",
        "SEN primary need",
        "Main education establishment – phase",
      ])
        expect(values(rows, heading).size, heading).to.be.greaterThan(2);
      for (const heading of [
        "Permanent exclusions",
        "Subsidiary education establishment – phase (dual registration)",
        "Gender",
      ])
        expect(values(rows, heading).size, heading).to.be.greaterThan(1);
    }
    for (const heading of [
      "ULN",
      "Date updated EHC plan issued",
      "Date EHC plan last reviewed",
      "Elective home education",
      "Main education establishment – URN",
    ])
      expect(values(expectedPlans(world), heading).size, heading).to.be.greaterThan(1);
  });

  it("are the same rows whatever the form of the extracts, and the same bytes for the same input", async () => {
    const [xml, csv, again] = await Promise.all([
      lists(filesOf(["xml"], ["xml"])),
      lists(filesOf(["blade-csv"], ["collect-csv"])),
      lists(filesOf(["xml"], ["xml"])),
    ]);
    for (const sheet of ["List_1", "List_2"]) {
      const [one, other] = await Promise.all(
        [xml, csv].map(({ made }) => rowsIn(bytesOf(made.files[0].chunks), sheet)),
      );
      expect(withoutId(one)).to.deep.equal(withoutId(other));
    }
    for (const [i, { chunks }] of xml.made.files.entries())
      expect(
        Buffer.from(bytesOf(chunks)).equals(Buffer.from(bytesOf(again.made.files[i].chunks))),
      ).to.equal(true);
  });
});
