import { createHash } from "node:crypto";
import { expect } from "chai";
import { holdings } from "../../../prep/sql/job";
import { runMain } from "../cli/run-main";
import { differences, type Told } from "./figures";
import { unlike, wordsOfFacts } from "./facts";
import {
  factsOfStar,
  figuresOfStar,
  printedJob,
  SETTINGS,
  toldOfRows,
  type DuckdbJob,
} from "./two-engines";
import { changed, worldFiles } from "./worlds";

describe("the figures of the printed SQL in DuckDB", function () {
  let job: DuckdbJob;
  before(() => {
    job = printedJob();
  });
  after(() => job.remove());

  /** The figures of a build of the command line. */
  function ofCommand(files: ReadonlyMap<string, string>): Told[] {
    const run = runMain(
      "build",
      { ...Object.fromEntries(files), "send-scorecard.json": SETTINGS },
      ["--authority", "999"],
    );
    expect(run.status, run.said).to.be.oneOf([0, 1]);
    return toldOfRows(run.table("star/kpi_value.csv"));
  }

  async function expectEqual(
    files: ReadonlyMap<string, string>,
    fewest: number,
    tell: (files: ReadonlyMap<string, string>) => Told[] | Promise<Told[]> = figuresOfStar,
  ): Promise<void> {
    const [star, printed] = [await tell(files), await job.figures(files)];
    expect(differences(star, printed).slice(0, 20)).to.deep.equal([]);
    expect(star.filter(({ isEmpty }) => !isEmpty).length).to.be.greaterThan(fewest);
    expect(new Set(printed.map(({ indicator }) => indicator)).size).to.equal(
      holdings.counted.length,
    );
  }

  it("are those of the star, of both versions with errors planted", () =>
    expectEqual(worldFiles({ people: 200, seed: 5 }, { errors: 30 }), 30_000, ofCommand));

  it("are those of version 5 in a file a month, with another seed", () =>
    expectEqual(worldFiles({ people: 150, seed: 8 }, { version: 5, byMonth: true }), 10_000));

  it("are those of a warehouse and of a research environment", async () => {
    const world = { people: 80, seed: 3, months: 14 };
    for (const headers of ["warehouse", "research"] as const)
      await expectEqual(worldFiles(world, { version: 6, headers }), 3000);
  });

  it("are not there where a month, a provider's month or a table is not", () => {
    const files = worldFiles({ people: 120, seed: 6, months: 18 }, {});
    const without = changed(files, "MHS000Header", (cells, at) => {
      const start = cells[at("ReportingPeriodStartDate")];
      return start.startsWith("2024-09") ||
        (start.startsWith("2025-03") && cells[at("OrgIDProvider")] === "RZZ")
        ? null
        : cells;
    });
    for (const name of [...without.keys()]) if (name.includes("MHS005")) without.delete(name);
    // The rows of a submission without a header still tell of it.
    for (const table of ["MHS001", "MHS101"])
      for (const [name, content] of changed(without, table, (cells, at) =>
        ["1494", "1500"].includes(cells[at("UniqMonthID")]) ? null : cells,
      ))
        without.set(name, content);
    return expectEqual(without, 3000);
  });

  it("are not there, or with care, where values that they rest on cannot be read", () => {
    const files = worldFiles({ people: 120, seed: 4, months: 14 }, { version: 6 });
    const spoilt = changed(
      changed(files, "MHS101", (cells, at, row) =>
        row % 9 === 0
          ? cells.with(at("ReferralRequestReceivedDate"), "2024-13-01")
          : row % 40 === 1
            ? cells.with(at("SourceOfReferralMH"), "XX")
            : cells,
      ),
      "MHS201",
      (cells, at, row) => (row % 3 === 0 ? cells.with(at("AttendStatus"), "Z") : cells),
    );
    return expectEqual(spoilt, 2000);
  });

  it("go with facts and dimensions that are those of the star, row for row", async () => {
    const files = worldFiles({ people: 150, seed: 21, months: 20 }, { errors: 12 });
    const star = await factsOfStar(files);
    expect(star.get("mh_contact")!.length).to.be.greaterThan(300);
    expect(unlike(wordsOfFacts(star), wordsOfFacts(await job.facts(files, "999")))).to.deep.equal(
      [],
    );
  });

  it("leave out those who have opted out, by their id or its digest", async () => {
    const files = worldFiles({ people: 60, seed: 22, months: 14 }, { version: 6 });
    const ids = [...files]
      .filter(([name]) => name.includes("MHS001"))
      .flatMap(([, content]) => {
        const [head, ...lines] = content.split("\r\n").map((line) => line.split(","));
        const at = head.indexOf("Person_ID");
        return lines.map((cells) => cells[at]);
      })
      .filter((id) => id);
    const out = [...new Set(ids)].slice(0, 20);
    const digests = out.map((id) => createHash("sha256").update(id).digest("hex"));
    const star = wordsOfFacts(await factsOfStar(files, ["Person_ID", ...out]));
    expect(star.length).to.be.below(wordsOfFacts(await factsOfStar(files)).length - 5);
    for (const list of [out, digests]) {
      const listed = list.map((id) => `(''${id}'')`).join(", ");
      const rows = await job.facts(files, "999", {
        opted_out_from: `SELECT * FROM (VALUES ${listed}) AS o(person_id)`.replaceAll("''", "'"),
      });
      expect(unlike(star, wordsOfFacts(rows))).to.deep.equal([]);
    }
  });
});
