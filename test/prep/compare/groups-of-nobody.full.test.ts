import { expect } from "chai";
import { listOf, type Listed } from "../../../prep/star/list-of";
import { partsThatDiffer } from "../../figure-parts";
import { sampleBuild, sampleStar } from "../publish/power-bi/sample-star";

const of = ({ indicator_id, area_code, period_end, frequency, service, method, origin }: Listed) =>
  JSON.stringify([indicator_id, area_code, period_end, frequency, service, method, origin]);
const ofGroup = (row: Listed): string =>
  JSON.stringify([of(row), row.breakdown, row.breakdown_value]);
const ofBreakdown = (row: Listed): string => JSON.stringify([of(row), row.breakdown]);

/** What a reader of the written rows knows of a group that has none, as the dictionary says. */
function readerOf(written: readonly Listed[]): (row: Listed) => "0" | "nobody" | "nothing" {
  const wholes = new Map(
    written.filter(({ breakdown }) => breakdown === "all").map((row) => [of(row), row]),
  );
  const known = (row: Listed): boolean => ["ok", "not_applicable"].includes(String(row.status));
  const breakdowns = new Set(written.filter(known).map(ofBreakdown));
  const isDoubted = (row: Listed): boolean =>
    row.comparability === "caution" && wholes.get(of(row))?.comparability !== "caution";
  const unknown = new Set(written.filter((row) => !known(row) || isDoubted(row)).map(ofBreakdown));
  return (row) => {
    const whole = wholes.get(of(row));
    if (!whole || !known(whole) || unknown.has(ofBreakdown(row))) return "nothing";
    const isEmpty = !whole.numerator && !whole.denominator;
    if (!isEmpty && !breakdowns.has(ofBreakdown(row))) return "nothing";
    return whole.denominator === null && whole.numerator !== null ? "0" : "nobody";
  };
}

describe("groups of nobody in what is written", function () {
  this.timeout(600_000);
  let whole: readonly Listed[];
  let written: readonly Listed[];
  let rowsOf: (table: string) => readonly Listed[];
  before(async () => {
    const star = await sampleStar();
    const { star: less } = await sampleBuild("buildOwn");
    whole = listOf(star.get("kpi_value")!);
    written = listOf(less.get("kpi_value")!);
    rowsOf = (table) => listOf(less.get(table)!);
  });

  it("are left out where those that stay say so, and nowhere else", () => {
    const kept = new Set(written.map(ofGroup));
    const read = readerOf(written);
    const left = whole.filter((row) => !kept.has(ofGroup(row)));
    const wrong = left.filter((row) =>
      row.status === "ok"
        ? read(row) !== "0" || row.value !== 0
        : row.status !== "not_applicable" || row.value !== null || read(row) !== "nobody",
    );
    expect(wrong.map(ofGroup)).to.deep.equal([]);
    expect(left.length).to.be.greaterThan(whole.length / 5);
    for (const status of ["ok", "not_applicable"])
      expect(left.filter((row) => row.status === status).length).to.be.greaterThan(500);
  });

  it("say nothing of a group that the build could not tell, nor of one that it never had", () => {
    const all = new Set(whole.map(ofGroup));
    const groups = new Map<string, Set<string>>();
    const group = (row: Listed): string => JSON.stringify([row.indicator_id, row.breakdown]);
    for (const row of whole)
      groups.set(
        group(row),
        (groups.get(group(row)) ?? new Set()).add(String(row.breakdown_value)),
      );
    const read = readerOf(written);
    const notTold = whole.filter(
      ({ status, breakdown }) => breakdown !== "all" && status === "not_available",
    );
    expect(notTold.length).to.be.greaterThan(50);
    for (const row of notTold)
      for (const value of groups.get(group(row))!) {
        const other = { ...row, breakdown_value: value };
        if (!all.has(ofGroup(other))) expect(read(other), ofGroup(other)).to.equal("nothing");
      }
  });

  it("leave every other row as it was, in its order, and the parts alike", () => {
    const kept = new Set(written.map(ofGroup));
    const texts = (rows: readonly Listed[]): string[] => rows.map((row) => JSON.stringify(row));
    const stay = texts(whole.filter((row) => kept.has(ofGroup(row))));
    expect(texts(written).filter((row, i) => row !== stay[i])).to.deep.equal([]);
    expect(written.length).to.equal(stay.length);
    expect(partsThatDiffer(rowsOf)).to.deep.equal([]);
  });

  it("keep a fall to 0, a doubt of their own and what is not available", () => {
    const kept = new Set(written.map(ofGroup));
    const said = whole.filter(
      (row) =>
        row.breakdown === "all" ||
        Boolean(row.previous && row.value === 0) ||
        Boolean(row.rows_left_out) ||
        row.status === "not_available",
    );
    expect(said.filter((row) => row.breakdown !== "all").length).to.be.greaterThan(50);
    expect(said.filter((row) => !kept.has(ofGroup(row)))).to.deep.equal([]);
  });
});
