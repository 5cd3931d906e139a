import { expect } from "chai";
import { parse } from "csv-parse/sync";
import { dayFromIso } from "../../../../prep/calendar/day";
import { foiMeasures } from "../../../../prep/collections/sen2/lists/foi-measures";
import type { FoiPack, FoiRequest } from "../../../../prep/publish/foi/foi-pack";
import { expectedEvents, expectedOpen } from "../../../oracle/expected-foi";
import { makeSample, type SampleOptions } from "../../../../prep/sample/make-sample";
import { sampleFiles } from "../../../../prep/sample/sample-files";
import { build, bytesOf, figuresOf, frameOf, runFoi, type MemoryFile } from "../../pipeline/run";

type Row = Record<string, string>;

const headings = new Map(foiMeasures.map(({ id, heading }) => [id, heading]));
/** Cases that are open on a day, by heading: what they are called here, and as a figure. */
const populations: Readonly<
  Record<string, { readonly id: keyof ReturnType<typeof expectedOpen>; readonly figure: string }>
> = {
  "Requests awaiting a decision": {
    id: "requests_awaiting",
    figure: "ehc_requests_awaiting_decision",
  },
  "Assessments under way": { id: "assessments_open", figure: "ehc_assessments_open" },
  "Plans in force": { id: "plans_in_force", figure: "ehc_plans_maintained" },
};
const bands: Readonly<Record<string, string>> = {
  "0-4": "Aged 0 to 4",
  "5-10": "Aged 5 to 10",
  "11-15": "Aged 11 to 15",
  "16-19": "Aged 16 to 19",
  "20-25": "Aged 20 to 25",
  other_age: "Other ages",
  not_recorded: "Age not recorded",
};

const textOf = ({ files }: FoiPack, path: string): string =>
  Buffer.concat([...files.find((file) => file.path === path)!.chunks]).toString("utf8");
const rowsOf = (pack: FoiPack, path: string): Row[] =>
  parse(textOf(pack, path), { columns: true, bom: true });

const filesOf = (
  options: SampleOptions,
): { sample: ReturnType<typeof makeSample>; files: MemoryFile[] } => {
  const sample = makeSample(options);
  return {
    sample,
    files: [...sampleFiles(sample)].map(({ name, chunks }) => ({
      name,
      chunks: [bytesOf(chunks)],
    })),
  };
};
const packOf = async (
  files: readonly MemoryFile[],
  from: string,
  to: string,
  by: "week" | "month",
  profile: FoiRequest["profile"] = "internal",
  asAt: string | null = null,
): Promise<FoiPack> =>
  (
    await runFoi(
      files,
      { from: dayFromIso(from)!, to: dayFromIso(to)!, by, profile },
      { asAt: asAt === null ? null : dayFromIso(asAt) },
    )
  ).pack;

describe("a freedom of information pack", () => {
  it("has, week by week and in all, what the lives of the sample say", async () => {
    const {
      sample: { history },
      files,
    } = filesOf({ people: 500, years: 3, seed: 31 });
    const pack = await packOf(files, "2024-04-03", "2024-09-30", "week");
    const rows = rowsOf(pack, "events-by-week.csv");
    expect(rows.length).to.equal(28);
    for (const row of rows) {
      const truth = expectedEvents(history, dayFromIso(row.From)!, dayFromIso(row.To)!);
      const told = Object.fromEntries(
        Object.keys(truth).map((id) => [id, Number(row[headings.get(id)!])]),
      );
      expect({ week: row.Week, ...told }).to.deep.equal({ week: row.Week, ...truth });
    }
    expect(rows.filter(({ Remark }) => Remark !== "").map(({ Week }) => Week)).to.deep.equal([
      "2024-W14",
      "2024-W40",
    ]);
    for (const row of rowsOf(pack, "open-cases-by-week.csv").filter((_, i) => i % 7 === 0)) {
      const { id } = populations[row.Cases];
      const truth = expectedOpen(history, dayFromIso(row["As at"])!)[id];
      const told = Object.fromEntries(
        Object.entries(bands).flatMap(([band, heading]) =>
          row[heading] === "0" ? [] : [[band, Number(row[heading])]],
        ),
      );
      expect({ at: row["As at"], ...told }).to.deep.equal({ at: row["As at"], ...truth });
      expect(Number(row["All ages"])).to.equal(
        Object.values(truth).reduce((sum, value) => sum + value, 0),
      );
    }
  });

  it("has the figures of the build for whole months", async () => {
    const { files } = filesOf({ people: 500, years: 3, seed: 32 });
    const pack = await packOf(files, "2023-01-01", "2025-12-31", "month");
    const { star } = await build(files);
    const figure = figuresOf(star);
    const share = (id: string, end: string): (string | undefined)[] => {
      const found = figure(id, end);
      return [String(found?.numerator), String(found?.denominator)];
    };
    const rows = rowsOf(pack, "events-by-month.csv").slice(0, -1);
    expect(rows.length).to.equal(36);
    for (const row of rows) {
      const count = (id: string): string => String(figure(id, row.To)?.value);
      const of = (...ids: string[]): string[] => ids.map((id) => row[headings.get(id)!]);
      expect(of("requests_received", "decisions", "plans_issued", "plans_ceased")).to.deep.equal([
        count("ehc_requests_received"),
        count("ehc_request_decisions"),
        count("ehc_plans_issued"),
        count("ehc_plans_ceased"),
      ]);
      expect(of("refusals", "decisions")).to.deep.equal(share("ehc_requests_refused_pct", row.To));
      // The pack counts plans with a date of receipt and says so; a share of too few of the plans
      // issued is not shown by a build.
      for (const [id, ...columns] of [
        ["ehc_plans_within_20_weeks_pct", "plans_in_time", "plans_timed"],
        [
          "ehc_plans_within_20_weeks_excl_exceptions_pct",
          "plans_in_time_no_exception",
          "plans_timed_no_exception",
        ],
      ])
        if (figure(id, row.To)?.status === "not_available") {
          const [timed, issued] = of("plans_timed", "plans_issued").map(Number);
          expect(timed).to.be.lessThan(issued);
        } else expect(of(...columns)).to.deep.equal(share(id, row.To));
    }
    const meetings = frameOf(star, "annual_review").array("meeting_date") as number[];
    for (const row of rows)
      expect(Number(row["Annual reviews held"])).to.equal(
        meetings.filter((day) => day >= dayFromIso(row.From)! && day <= dayFromIso(row.To)!).length,
      );
    for (const row of rowsOf(pack, "open-cases-by-month.csv")) {
      const { figure: id } = populations[row.Cases];
      expect([row["As at"], id, row["All ages"]]).to.deep.equal([
        row["As at"],
        id,
        String(figure(id, row["As at"])?.value),
      ]);
      for (const [band, heading] of Object.entries(bands))
        expect(row[heading]).to.equal(
          String(figure(id, row["As at"], "month", `age_band|${band}`)?.value),
        );
    }
  });

  it("says x, not 0, where the extracts do not speak of the whole period", async () => {
    const { files } = filesOf({ people: 120, years: 1, seed: 33 });
    const rows = rowsOf(
      await packOf(files, "2024-12-01", "2026-02-28", "month"),
      "events-by-month.csv",
    );
    const told = (row: Row): string[] =>
      [row["Requests received"], row["Plans ceased"], row["Annual reviews held"]].map((cell) =>
        cell === "x" ? "x" : "known",
      );
    expect(rows.map((row) => [row.Month, ...told(row)].join(" "))).to.deep.equal([
      "Dec 2024 x x x",
      ...["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"].map(
        (month) => `${month} 2025 known known known`,
      ),
      "Jan 2026 x x x",
      "Feb 2026 x x x",
      "All x x x",
    ]);
    const cut = rowsOf(
      await packOf(files, "2025-05-01", "2025-06-30", "month", "internal", "2025-06-17"),
      "events-by-month.csv",
    );
    expect(cut.map(({ Month, "Plans ceased": ceased }) => [Month, ceased === "x"])).to.deep.equal([
      ["May 2025", false],
      ["Jun 2025", true],
      ["All", true],
    ]);
    const open = rowsOf(
      await packOf(files, "2025-12-01", "2026-01-15", "month"),
      "open-cases-by-month.csv",
    );
    expect(
      open.filter(({ "All ages": all }) => all === "x").map((row) => [row["As at"], row.Cases]),
    ).to.deep.equal([
      ["2026-01-15", "Requests awaiting a decision"],
      ["2026-01-15", "Assessments under way"],
    ]);
  });

  it("shows no number from 1 to 4 when it is for the public, and multiples of 5 for the NHS", async function () {
    this.timeout(900_000);
    const { files } = filesOf({ people: 400, years: 2, seed: 34 });
    for (const [profile, symbol] of [
      ["public", "c"],
      ["nhs", "*"],
    ] as const) {
      const pack = await packOf(files, "2024-01-01", "2025-12-31", "week", profile);
      const tables = ["events-by-week.csv", "open-cases-by-week.csv"].flatMap((path) =>
        rowsOf(pack, path),
      );
      const cells = tables.flatMap((row) =>
        Object.entries(row).flatMap(([name, value]) =>
          ["Week", "From", "To", "Remark", "As at", "Cases"].includes(name) ? [] : [value],
        ),
      );
      expect(cells.length).to.equal(pack.numbers);
      expect(cells.filter((cell) => cell === symbol).length)
        .to.equal(pack.hidden)
        .and.to.be.greaterThan(100);
      const shown = cells.filter((cell) => cell !== symbol);
      expect(shown.includes("0")).to.equal(profile === "public");
      expect(
        shown
          .filter((cell) => cell !== "0")
          .every(
            (cell) =>
              /^\d+$/.test(cell) &&
              Number(cell) >= 5 &&
              (profile === "public" || Number(cell) % 5 === 0),
          ),
      ).to.equal(true);
    }
  });

  it("has a covering note with every column, the period, the sources and how numbers are hidden", async () => {
    const { files } = filesOf({ people: 60, years: 2, seed: 35 });
    const note = textOf(
      await packOf(files, "2025-01-01", "2025-03-31", "week", "public"),
      "covering-note.md",
    );
    for (const heading of [...headings.values(), ...Object.keys(populations)])
      expect(note).to.include(`**${heading}**`);
    expect(note)
      .to.match(/Sampleshire \(invented\), 1 Jan 2025 to 31 Mar 2025/)
      .and.to.match(/SEN2 return 2026 \(.*\), as at 15 Jan 2026/)
      .and.to.match(/1 to 4 are hidden/)
      .and.to.match(/Langsrud/);
    const internal = textOf(
      await packOf(files, "2025-01-01", "2025-03-31", "week"),
      "covering-note.md",
    );
    expect(internal)
      .to.match(/NOTHING IS HIDDEN/)
      .and.not.to.match(/Langsrud/);
  });
});
