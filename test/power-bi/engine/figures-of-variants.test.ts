import { expect } from "chai";
import { ask, type Filters, type Question } from "./engine";
import type { Row } from "./built";
import { figureRead, GIVEN, sameAsCell } from "./figure-read";
import { accessOf, readerOf, variants } from "./variants";

/** What is asked for in every context; all of it where nothing is chosen. */
const FEW = ["Value", "Numerator", "Denominator", "Target", "Given rating"].concat([
  "Period shown",
  "Given status",
]);

interface Context {
  readonly filters: Filters;
  readonly isIn: (day: string) => boolean;
  /** The area in view; null where several are, and no figure is shown of them. */
  readonly area: string | null;
  readonly reader?: Pick<Question, "role" | "user">;
}

describe("every measure of figures for every KPI, evaluated", function () {
  this.timeout(1_800_000);

  for (const [name, { world: make, areas, isPublished }] of Object.entries(variants))
    it(`is the star's with nothing chosen, a year, a month, an area, a role (${name})`, async () => {
      const world = await make();
      const daysOf = (column: string, value: string): ((day: string) => boolean) => {
        const days = new Set(
          world
            .table("date")
            .filter((row) => row[column] === value)
            .map(({ date }) => date),
        );
        return (day) => days.has(day);
      };
      const [first, second] = areas;
      const only = areas.length === 1 ? first : null;
      const chosen: Filters = only === null ? { "Area.Area code": [first] } : {};
      const any = (): boolean => true;
      // Where one area is in view and nothing else is chosen.
      const whole: Filters = second === undefined ? {} : { "Area.Area code": [second] };
      const contexts: Context[] = [
        { filters: only === null ? {} : whole, isIn: any, area: only },
        {
          filters: { ...chosen, "Date.Academic year": ["2023/24"] },
          isIn: daysOf("academic_year", "2023/24"),
          area: first,
        },
        {
          filters: { ...chosen, "Date.Month": ["Jun 2024"] },
          isIn: daysOf("month_label", "Jun 2024"),
          area: first,
        },
        ...(second === undefined
          ? []
          : [
              { filters: whole, isIn: any, area: second },
              { filters: { "Area.Area code": [first, second] }, isIn: any, area: null },
            ]),
        ...(isPublished ? [] : [{ filters: {}, isIn: any, area: first, reader: readerOf(first) }]),
      ];
      const columns = Object.keys(world.table("kpi_board")[0]);
      const all = Object.keys(GIVEN).filter((measure) => columns.includes(GIVEN[measure]));
      const wanted = world.table("indicator").flatMap(({ indicator_id: id }) =>
        contexts.map(({ filters, isIn, area, reader }) => {
          const has = (code: string): boolean => figureRead(world, id, isIn, code) !== null;
          // Of several areas in view one may be the only one that has figures.
          const shown = area ?? (areas.filter(has).length > 1 ? null : areas.find(has));
          const row: Row | null = shown ? figureRead(world, id, isIn, shown) : null;
          return {
            id,
            row,
            measures: filters === whole ? all : FEW,
            filters: { ...filters, "Indicator.Indicator id": [id] },
            ...reader,
          };
        }),
      );
      const answers = await ask(world.folder, wanted, isPublished ? undefined : accessOf(areas));
      const wrong = wanted.flatMap(({ id, row, filters, measures }, i) =>
        measures
          .filter((measure) => !sameAsCell(answers[i][measure], row?.[GIVEN[measure]] ?? ""))
          .map(
            (measure) =>
              `${id} ${JSON.stringify(filters)} ${measure}: ` +
              `${JSON.stringify(answers[i][measure])} for ${row?.[GIVEN[measure]]}`,
          ),
      );
      expect(wrong).to.deep.equal([]);
      const figures = wanted.filter(({ row }) => row?.value).length;
      expect(figures, "figures compared").to.be.greaterThan(isPublished ? 15 : 50);
      if (isPublished)
        expect(wanted.some(({ row }) => row?.status === "suppressed")).to.equal(true);
    });
});
