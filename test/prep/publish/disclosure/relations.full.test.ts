import { expect } from "chai";
import { mhsdsIndicators } from "../../../../prep/collections/mhsds/indicators/indicators";
import { partsOfAll } from "../../../../prep/indicators/counted-as";
import { figureParts, rollDays } from "../../../../prep/publish/disclosure/figure-parts";
import { figureTables } from "../../../../prep/publish/disclosure/figure-tables";
import { allFiles } from "../../../../prep/sample/all-files";
import { kpiValueRows, type KpiValueRow } from "../../../../prep/star/kpi-value-row";
import { build } from "../../pipeline/run";

const mhsdsCountedAs = partsOfAll(mhsdsIndicators);

describe("the sums between figures", function () {
  async function check(
    mentalHealth: number,
    wanted: (row: KpiValueRow) => boolean,
  ): Promise<{ checked: number; rests: number }> {
    // As for a published build: the gate stands behind disclosure control.
    const { star, knowledge } = await build(
      [...allFiles({ people: 400, years: 3, seed: 5, pupils: 300, mentalHealth })],
      { coverage: { cautionAbove: 1, notAvailableAbove: 100 } },
    );
    const rows = kpiValueRows(star.get("kpi_value")!).filter(
      (row) => (row.value !== null || row.status === "not_applicable") && wanted(row),
    );
    const rolls = rollDays(rows);
    const made = rows.map((row) => ({
      row,
      parts: figureParts(row, knowledge.countedAs.get(row.indicator_id), "", rolls),
    }));
    expect(made.filter(({ parts }) => parts.kind === "unchecked")).to.deep.equal([]);
    const { tables } = figureTables(made, knowledge.relations, {
      threshold: 5,
      roundTo: 1,
      showZeros: true,
      centilePeople: 10,
      showUnchecked: false,
    });
    const values = new Map<number, number>();
    for (const { row, span, value } of tables.cells) {
      if (row.at.length === 1) values.set(row.at[0], value);
      if (span !== undefined) values.set(span, value);
    }
    let [checked, rests] = [0, 0];
    for (const { at, by } of [...tables.relations, ...tables.coarse!]) {
      const open = at.filter((unknown) => !values.has(unknown));
      const sum = at.reduce((total, unknown, i) => total + by[i] * (values.get(unknown) ?? 0), 0);
      if (open.length === 0) {
        checked++;
        expect(sum).to.be.closeTo(0, 1e-6);
      } else if (open.length === 1) {
        // What a whole has beside its parts is never below zero.
        rests++;
        expect(-sum * by[at.indexOf(open[0])]).to.be.at.least(-1e-6);
      }
    }
    for (const { row, value } of tables.cells) {
      if (row.at.length < 2 || row.at.some((unknown) => !values.has(unknown))) continue;
      checked++;
      expect(
        row.at.reduce((total, unknown, i) => total + row.by[i] * values.get(unknown)!, 0),
      ).to.be.closeTo(value, 1e-6);
    }
    return { checked, rests };
  }

  it("hold in the sample, every one of them", async () => {
    const { checked, rests } = await check(0, () => true);
    expect(checked).to.be.greaterThan(20_000);
    expect(rests).to.be.greaterThan(5_000);
  });

  it("hold for mental health measures that count referrals and contacts", async () => {
    const adds = (id: string): boolean =>
      [mhsdsCountedAs.get(id)?.numerator, mhsdsCountedAs.get(id)?.denominator].every(
        (part) => part === null || part?.time === "month",
      );
    const { checked, rests } = await check(
      300,
      ({ indicator_id }) => mhsdsCountedAs.has(indicator_id) && adds(indicator_id),
    );
    expect(checked).to.be.greaterThan(2_000);
    expect(rests).to.be.greaterThan(200);
  });
});
