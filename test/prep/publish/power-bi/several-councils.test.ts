import { expect } from "chai";
import { checkedProject } from "../../../../prep/publish/power-bi/checked-project";
import { build } from "../../pipeline/run";
import { active, issued, person, request, smallReturn, xmlFile } from "../../pipeline/small-return";
import { places } from "./some-project";

const returnOf = (authority: string, first: number) =>
  xmlFile(
    smallReturn(
      2025,
      [0, 1, 2].map((n) =>
        person(first + n, request("2024-02-01", "2024-03-01", {}, issued("2024-06-03"), active())),
      ),
      { LEA: authority },
    ),
    `${authority}.xml`,
  );

describe("the Power BI project of a build of several councils", () => {
  it("is made, and opens people by the council that they are of, lists of the checks to nobody", async () => {
    const { star } = await build([returnOf("838", 1), returnOf("839", 11)], {
      authorities: ["838", "839"],
    });
    const { model } = checkedProject(star, { place: places.csv, visual: null, name: null })!;
    const area = model.relationships.find(
      ({ from, to }) => from.table === "Person" && to.table === "Area",
    );
    expect(area).to.deep.include({ active: true });
    const [areaReader, schoolReader] = model.roles.map(({ filters }) => filters);
    // The filter on areas reaches the people and all about them: no code of a council opens them.
    expect(Object.keys(areaReader).sort()).to.deep.equal([
      "Access",
      "Area",
      "Finding",
      "Rows read",
    ]);
    for (const filters of [areaReader, schoolReader])
      for (const list of ["Finding", "Rows read"]) expect(filters[list]).to.equal("FALSE ()");
    expect(schoolReader.Area).to.include("SUMMARIZE ( 'Placements', Person[Of authority] )");
  });
});
