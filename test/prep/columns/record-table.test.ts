import { desc, escape, op } from "arquero";
import { expect } from "chai";
import {
  recordGroupsOf,
  recordsOf,
  recordTable,
  valuesOf,
} from "../../../prep/columns/record-table";

interface Visit {
  readonly school: string;
  readonly day: number;
  readonly hours: number | null;
}

const visits: readonly Visit[] = [
  { school: "b", day: 3, hours: 1 },
  { school: "a", day: 2, hours: null },
  { school: "a", day: 2, hours: 5 },
  { school: "b", day: 1, hours: 4 },
  { school: "c", day: 9, hours: 7 },
];

describe("a table of records", () => {
  it("gives back the very records in the order of the verbs, those that are equal in their own order", () => {
    const inOrder = recordsOf<Visit>(recordTable(visits, ["day"]).orderby("day"));
    expect(inOrder.map((visit) => visits.indexOf(visit))).to.deep.equal([3, 1, 2, 0, 4]);
  });

  it("has the groups as they first came up, also where rows were filtered out afterwards", () => {
    const grouped = recordTable(visits, ["school", "day", "hours"])
      .groupby("school")
      .filter(escape(({ hours, day }: Visit) => hours !== null && day !== 3))
      .orderby(desc("day"));
    expect(
      recordGroupsOf<Visit>(grouped).map((group) => group.map(({ hours }) => hours)),
    ).to.deep.equal([[4], [5], [7]]);
  });

  it("takes columns that are worked out of the records", () => {
    const table = recordTable(visits, { early: ({ day }) => day < 3, one: () => 1 });
    const counted = table.groupby("early").rollup({ count: op.sum("one") });
    expect(valuesOf(counted, "count")).to.deep.equal([2, 3]);
  });

  it("has no groups and no rows where there are no records", () => {
    const none = recordTable<Visit>([], ["school", "day"]);
    const latest = none.groupby("school").orderby("day");
    expect(recordGroupsOf(latest)).to.deep.equal([]);
    expect(recordsOf(none.dedupe("school").lookup(none, "school", "day"))).to.deep.equal([]);
    expect(
      none
        .groupby("school")
        .rollup({ day: op.sum("day") })
        .objects(),
    ).to.deep.equal([]);
  });
});
