import { expect } from "chai";
import { collections } from "../../../../prep/collections/index";
import { rowMeasuresOf } from "../../../../prep/publish/power-bi/measures/row-measures";
import { knowledgeOf } from "../../../../prep/stages/knowledge";
import { columnOf } from "../../../../prep/star/frame";
import type { StarData, StarValues } from "../../../../prep/star/frame";
import { sampleStar } from "./sample-star";

const { rowMeasures } = knowledgeOf(collections);

type Row = { start: number; end: number; numerator: number | null; denominator: number | null };

/** Sum of a 0/1 flag over the rows that a date, or a snapshot day, picks. */
function sum(
  { frame }: StarData,
  flag: string,
  date: string,
  picks: (day: number) => boolean,
): number {
  const [flags, days] = [columnOf(frame, flag), columnOf(frame, date)];
  let total = 0;
  for (let row = 0; row < flags.length; row++) {
    const day = days.at(row);
    if (typeof day === "number" && picks(day)) total += Number(flags.at(row) ?? 0);
  }
  return total;
}

describe("measures over the rows of the facts", function () {
  it("are made for every fact of the sample", async () => {
    const star = await sampleStar();
    const made = [...star.values()].flatMap(({ declaration }) => rowMeasuresOf(declaration));
    expect(made).to.have.length(rowMeasures.length);
  });

  it("sum flags that agree with kpi_value in every period of every frequency", async () => {
    const star = await sampleStar();
    const { frame } = star.get("kpi_value")!;
    const column = (name: string): StarValues => columnOf(frame, name);
    const [indicator, breakdown, role, status, start, end, numerator, denominator] = [
      "indicator_id",
      "breakdown",
      "area_role",
      "status",
      "period_start",
      "period_end",
      "numerator",
      "denominator",
    ].map(column);
    const figures = new Map<string, Row[]>();
    for (let row = 0; row < indicator.length; row++) {
      if (
        breakdown.at(row) !== "all" ||
        role.at(row) !== "own" ||
        !["ok", "not_applicable"].includes(String(status.at(row)))
      )
        continue;
      const id = String(indicator.at(row));
      const list = figures.get(id) ?? [];
      figures.set(id, list);
      list.push({
        start: Number(start.at(row)),
        end: Number(end.at(row)),
        numerator: numerator.at(row) as number | null,
        denominator: denominator.at(row) as number | null,
      });
    }
    let compared = 0;
    for (const measure of rowMeasures) {
      const fact = star.get(measure.fact)!;
      const held = figures.get(measure.indicator) ?? [];
      const days = new Set(
        Array.from({ length: fact.frame.numRows() }, (_, row) =>
          columnOf(fact.frame, measure.date).at(row),
        ),
      );
      for (const { start: first, end: last, numerator: top, denominator: bottom } of held) {
        // The caseload fact holds some days only: on others its measures speak of the last day
        // held.
        if (measure.snapshot && !days.has(last)) continue;
        const picks = (day: number): boolean =>
          measure.snapshot ? day === last : day >= first && day <= last;
        expect(
          sum(fact, measure.numerator, measure.date, picks),
          `${measure.name}, numerator on ${last}`,
        ).to.equal(top);
        if (measure.denominator)
          expect(
            sum(fact, measure.denominator, measure.date, picks),
            `${measure.name}, denominator on ${last}`,
          ).to.equal(bottom);
        compared++;
      }
    }
    expect(compared).to.be.greaterThan(500);
  });

  it("follow a date that is not the fact's first through the date table, without USERELATIONSHIP", async () => {
    const star = await sampleStar();
    const dax = new Map(
      [...star.values()]
        .flatMap(({ declaration }) => rowMeasuresOf(declaration))
        .map((measure) => [measure.name, measure.dax]),
    );
    expect(dax.get("Requests received")).to.include("SUM ( 'EHC requests'[Received] )");
    expect(dax.get("Decisions on requests")!.replace(/\s+/g, " ")).to.include(
      "CALCULATE ( SUM ( 'EHC requests'[Decided] ), REMOVEFILTERS ( 'Date' ), KEEPFILTERS ( TREATAS ( VALUES ( 'Date'[Date] ), 'EHC requests'[Decision date] ) ) )",
    );
    for (const text of dax.values()) expect(text).not.to.include("USERELATIONSHIP");
  });
});
