import { rmSync } from "node:fs";
import { dirname } from "node:path";
import { expect } from "chai";
import { ask, type Value } from "./engine";
import { built, type Built, type Row } from "./built";

/** Builds that write another model, or another star below it. */
const variants: Readonly<Record<string, readonly string[]>> = {
  "read as CSV": ["--format", "csv"],
  "of a Fabric lakehouse": ["--fabric"],
  "for the public": ["--profile", "public"],
};

/** Returns alone: what differs is how they are written. */
const SMALL = { people: 200, years: 2, seed: 3, pupils: 0, mentalHealth: 0 };

const same = (found: Value, wanted: string): boolean =>
  wanted === ""
    ? found === null
    : typeof found === "number" && Math.abs(found - Number(wanted)) < 1e-9;

describe("variants of the project, evaluated", function () {
  this.timeout(900_000);

  for (const [name, options] of Object.entries(variants))
    describe(name, () => {
      let world: Built;
      before(async () => (world = await built({}, { sample: SMALL, options })));
      after(() => rmSync(dirname(world.folder), { recursive: true, force: true }));

      it("shows the figures of its star for every KPI in a year, and nothing where it has none", async () => {
        const year = (row: Row): boolean =>
          row.period_end >= "2024-09-01" && row.period_end <= "2025-08-31";
        const frequencies = new Map(
          world.table("indicator").map((row) => [row.indicator_id, row.figure_frequency]),
        );
        const counted = world
          .table("kpi_board")
          .filter((row) => row.method === "counted" && row.service === "all" && year(row));
        const wanted = [...frequencies].flatMap(([id, frequency]) => {
          const rows = counted
            .filter((row) => row.indicator_id === id && row.frequency === frequency)
            .sort((a, b) => (a.period_end < b.period_end ? -1 : 1));
          const row = rows.filter(({ status }) => status === "ok").at(-1) ?? rows.at(-1);
          return row ? [{ id, row }] : [];
        });
        const answers = await ask(
          world.folder,
          wanted.map(({ id }) => ({
            measures: ["Value", "Numerator", "Data status"],
            filters: { "Indicator.Indicator id": [id], "Date.Academic year": ["2024/25"] },
          })),
        );
        const wrong = wanted.flatMap(({ id, row }, i) =>
          same(answers[i].Value, row.value) && same(answers[i].Numerator, row.numerator)
            ? []
            : [`${id}: ${JSON.stringify(answers[i])} for ${row.value} (${row.numerator})`],
        );
        expect(wrong).to.deep.equal([]);
        // Of so few people a published build hides many figures.
        const least = options.includes("--profile") ? 15 : 30;
        expect(wanted.filter(({ row }) => row.value !== "").length).to.be.greaterThan(least);
        if (options.includes("--profile"))
          expect(wanted.filter(({ row }) => row.status === "suppressed").length).to.be.greaterThan(
            0,
          );
      });
    });
});
