import { expect } from "chai";
import type { StarTable } from "../../../prep/star/declaration";
import { rowsTable } from "../../../prep/star/rows-table";
import { usedTables } from "../../../prep/star/used-tables";

const table = (
  name: string,
  kind: StarTable["kind"],
  references?: string,
): ReturnType<typeof rowsTable> =>
  rowsTable(
    {
      name,
      kind,
      label: name,
      description: "",
      grain: "",
      key: [],
      columns: [
        {
          name: "code",
          type: "text",
          label: "Code",
          description: "",
          ...(references ? { references } : {}),
        },
      ],
    },
    [],
  );

describe("the tables of a star", () => {
  it("leave out dimensions that no table points to, unless they always stay", () => {
    const tables = [
      table("need", "dimension"),
      table("age_band", "dimension"),
      table("area", "dimension"),
      table("plan_need", "fact", "need.code"),
      table("alone", "fact"),
    ];
    expect(
      usedTables(tables, new Set(["area"])).map(({ declaration }) => declaration.name),
    ).to.deep.equal(["need", "area", "plan_need", "alone"]);
  });
});
