import { expect } from "chai";
import { isoOf } from "../../../prep/calendar/day";
import { writeBladeCsv } from "../../../prep/sample/write/blade-csv";
import type { BuildResult } from "../../../prep/results";
import { build, bytesOf, rowsOf, text, type MemoryFile } from "./run";
import { active, issued, person, request, smallReturn } from "./small-return";

const RETURN = smallReturn(2025, [
  person(1, request("2024-03-18", "2024-04-02", {}, issued("2024-06-25"), active())),
  person(2, request("2024-04-04", "2024-05-05", {}, issued("2024-08-08"), active())),
  person(3, request("2024-05-06", "2024-06-06", {}, issued("2024-09-19"), active())),
]);
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** The return as COLLECT exports it, every date of some tables written anew. */
const written = (
  write: (year: string, month: string, day: string) => string,
  tables: RegExp,
): MemoryFile[] =>
  writeBladeCsv(RETURN).map(({ name, chunks }) => {
    const csv = new TextDecoder().decode(bytesOf(chunks));
    const dates = /(\d{4})-([A-Z][a-z]{2})-(\d{2}) 00:00:00/g;
    const two = (word: string): string => String(MONTHS.indexOf(word) + 1).padStart(2, "0");
    return text(
      name,
      tables.test(name)
        ? csv.replace(dates, (_, year: string, month: string, day: string) =>
            write(year, two(month), day),
          )
        : csv,
    );
  });

const EVERYTHING = /\.csv$/;
const days = ({ star }: BuildResult): string[] =>
  rowsOf(star, "ehc_request").map(({ received_date }) =>
    typeof received_date === "number" ? isoOf(received_date) : String(received_date),
  );
const rules = (result: BuildResult): string[] =>
  result.findings
    .filter(({ rule }) => /^K0[56]$/.test(rule))
    .map(({ rule, table, field }) => `${rule} ${table} ${field}`);
const figures = ({ star }: BuildResult): unknown[] => rowsOf(star, "kpi_value");

describe("dates that an export writes in its own way", () => {
  let plain: BuildResult;
  before(async () => void (plain = await build(written(() => "", /none/))));

  for (const [name, write] of [
    ["16/01/25", (y: string, m: string, d: string) => `${d}/${m}/${y.slice(2)}`],
    [
      "16-Jan-25",
      (y: string, m: string, d: string) => `${d}-${MONTHS[Number(m) - 1]}-${y.slice(2)}`,
    ],
    ["16/01/2025", (y: string, m: string, d: string) => `${d}/${m}/${y}`],
    ["16 January 2025 at midnight", (y: string, m: string, d: string) => `${d}/${m}/${y} 00:00`],
  ] as const)
    it(`gives the same figures from ${name}`, async () => {
      const result = await build(written(write, EVERYTHING));
      expect(days(result)).to.deep.equal(days(plain));
      expect(figures(result)).to.have.length.above(100);
      expect(figures(result)).to.deep.equal(figures(plain));
      expect(rules(result).filter((rule) => rule.startsWith("K05"))).to.deep.equal([]);
    });

  it("reads no date of a month-first column, and says so once a column", async () => {
    const result = await build(written((y, m, d) => `${m}/${d}/${y}`, /_requests\.csv$/));
    expect(rules(result)).to.deep.equal([
      "K05 requests receiveddate",
      "K05 requests requestoutcomedate",
    ]);
    expect(days(plain)).to.include("2024-03-18");
    expect(days(result).filter((day) => /^\d/.test(day))).to.deep.equal([]);
  });

  it("reads a column that fits both orders day first, and says so", async () => {
    const result = await build(
      written((y, m, d) => `${Number(d) > 12 ? "03" : d}/${m}/${y}`, /_requests\.csv$/),
    );
    expect(rules(result)).to.deep.equal([
      "K06 requests receiveddate",
      "K06 requests requestoutcomedate",
    ]);
    expect(days(result)).to.include.members(["2024-04-04", "2024-05-06"]);
  });

  it("takes a birth in a year of two digits that is to come for no date, and no age for it", async () => {
    const result = await build(written((_, month, day) => `${day}/${month}/38`, /_person\.csv$/));
    const ages = figures(result).filter(
      (row) =>
        (row as { breakdown: string }).breakdown === "age_band" &&
        /^ehc_plans_(maintained|issued)$/.test((row as { indicator_id: string }).indicator_id),
    );
    expect(ages).to.not.be.empty;
    expect(ages.filter((row) => (row as { status: string }).status === "ok")).to.deep.equal([]);
    expect(
      result.findings.filter(
        ({ rule, field }) => rule !== "K06" && field?.toLowerCase() === "personbirthdate",
      ),
    ).to.have.length(3);
  });
});
