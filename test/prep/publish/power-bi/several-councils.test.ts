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
    const made = checkedProject(star, { place: places.csv, visual: null, name: null })!;
    const { model } = made;
    const pagesOf = (project: typeof made) =>
      [...project.files]
        .filter(([path]) => path.endsWith("/page.json"))
        .map(([path, content]) => {
          const { displayName } = JSON.parse(String(content)) as Record<string, unknown>;
          const folder = path.slice(0, -"page.json".length);
          const visuals = [...project.files]
            .filter(([of]) => of.startsWith(folder) && of.endsWith("/visual.json"))
            .map(([, one]) => String(one));
          const isChoice = (one: string): boolean =>
            /"visualType": ?"slicer"/.test(one) && one.includes('"Area name"');
          return { name: displayName, choices: visuals.filter(isChoice).length };
        });
    const pages = pagesOf(made);
    expect(pages.filter(({ name }) => name === "Areas side by side")).to.have.length(1);
    const choicesOn = (name: string) => pages.find((page) => page.name === name)!.choices;
    for (const name of ["Scorecard", "Headlines", "Trend", "Neighbours", "Timeliness"])
      expect(choicesOn(name), name).to.equal(1);
    expect(choicesOn("Areas side by side")).to.equal(0);
    const { star: alone } = await build([returnOf("838", 1)], { authority: "838" });
    const single = checkedProject(alone, { place: places.csv, visual: null, name: null })!;
    expect(
      pagesOf(single).filter(({ name, choices }) => choices > 0 || name === "Areas side by side"),
    ).to.deep.equal([]);

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
