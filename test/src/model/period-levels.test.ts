import { expect } from "chai";
import type powerbi from "powerbi-visuals-api";
import { joinPeriodLevels } from "../../../src/model/period-levels";
import { dataViewOf } from "../../../page/visual/data-view";

/** A data view whose period is a column for each level. */
function withLevels(levels: readonly (readonly (string | number | null)[])[]): powerbi.DataView {
  const view = dataViewOf(levels[0].map(() => ({ indicator: "A", period: 1, value: 1 })));
  const { categories = [] } = view.categorical!;
  const [indicator, period] = categories;
  view.categorical!.categories = [
    indicator,
    ...levels.map((values) => ({ ...period, values: [...values] })),
  ] as powerbi.DataViewCategoryColumn[];
  return view;
}

const joined = (...levels: Parameters<typeof withLevels>[0]): unknown[] | undefined =>
  joinPeriodLevels(withLevels(levels))
    ?.categorical?.categories?.filter(({ source }) => source.roles?.period)
    .map(({ values }) => [...values])
    .at(0);

describe("a hierarchy of dates in the period well", () => {
  it("is one period for each row, as deep as its levels go", () => {
    const years = [2024, 2024, 2023];
    const quarters = ["Qtr 1", "Qtr 2", "Qtr 4"];
    const months = ["March", "April", "December"];
    expect(joined(years, quarters)).to.deep.equal(["Qtr 1 2024", "Qtr 2 2024", "Qtr 4 2023"]);
    expect(joined(years, quarters, months)).to.deep.equal([
      "March 2024",
      "April 2024",
      "December 2023",
    ]);
    expect(joined(years, quarters, months, [15, 1, 31])).to.deep.equal([
      "15 March 2024",
      "1 April 2024",
      "31 December 2023",
    ]);
  });

  it("leaves a row of a higher level, and a blank one, as they are", () => {
    expect(joined([2024, 2024, null], ["Qtr 1", null, null])).to.deep.equal([
      "Qtr 1 2024",
      "2024",
      "",
    ]);
  });

  it("leaves any other data view as it is", () => {
    const view = withLevels([["Mar 2024"]]);
    expect(joinPeriodLevels(view)).to.equal(view);
    expect(joinPeriodLevels(undefined)).to.equal(undefined);
  });
});
