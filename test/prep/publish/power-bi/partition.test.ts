import { expect } from "chai";
import { powerBiProject, PROJECT } from "../../../../prep/publish/power-bi/project";
import { places, sampleProject } from "./some-project";
import { sampleStar } from "./sample-star";

/** The Power Query of each table and shared query. */
async function queriesOf(name: string): Promise<{ name: string; m: string }[]> {
  const { model } = await sampleProject(null, places[name]);
  return [
    ...model.queries,
    ...model.tables.flatMap((table) =>
      "m" in table.source ? [{ name: table.name, m: table.source.m }] : [],
    ),
  ];
}

describe("what gives the tables of the project their rows", () => {
  it("names each file in the query itself, so that a scheduled refresh takes the source", async () => {
    const { model } = await sampleProject(null, places.parquet);
    expect(model.queries.map(({ name }) => name)).to.deep.equal(["DataFolder"]);
    for (const { name, source } of model.tables)
      if (name !== "Key measures")
        expect("m" in source && source.m, name).to.match(
          /File\.Contents\(DataFolder & "\\(?:star\\[a-z_]+\.parquet|checks\\[a-z]+\.csv|access\.csv)"\)/,
        );
    expect(await queriesOf("csv")).not.to.satisfy((all: { m: string }[]) =>
      all.some(({ m }) => m.includes(".parquet")),
    );
  });

  it("asks SharePoint for each file once, the days of two tables twice, by its address under one site, and lists nothing", async () => {
    const queries = await queriesOf("sharepoint");
    const asked = queries.flatMap(({ m }) => [...m.matchAll(/Web\.Contents\(([^)]*)\)/g)]);
    expect(queries.some(({ m }) => /SharePoint\.(?:Files|Contents|Tables)/.test(m))).to.equal(
      false,
    );
    const paths = asked.map(([, text]) => {
      const match = /^SharePointSite, \[RelativePath = DataFolder & "(\/[^"]+\.csv)"\]$/.exec(text);
      return match![1];
    });
    const twice = paths.filter((path, i) => paths.indexOf(path) !== i);
    expect(twice).to.deep.equal(["/star/date.csv"]);
    expect(paths.length).to.be.greaterThan(20);
    for (const { m } of queries)
      if (m.includes("Web.Contents")) expect(m).to.include("Binary.Buffer(Web.Contents");
  });

  it("reads a lakehouse's tables where they lie, with ids that fabric-cicd puts in", async () => {
    const star = await sampleStar();
    const { model, files } = powerBiProject({
      tables: [...star.values()].map(({ declaration }) => declaration),
      place: places.lakehouse,
      authorities: ["999"],
      visual: null,
    });
    expect(await queriesOf("lakehouse")).to.have.length(1);
    for (const { source, columns } of model.tables) {
      expect(source).to.have.property("entity");
      expect(columns.every(({ from }) => "source" in from)).to.equal(true);
    }
    const folder = `${PROJECT}.SemanticModel/definition`;
    const expression = String(files.get(`${folder}/expressions.tmdl`));
    const found = [...String(files.get("parameter.yml")).matchAll(/find_value: "([^"]+)"/g)];
    expect(found).to.have.length(2);
    for (const [, id] of found) expect(expression).to.include(id);
    expect(String(files.get(`${folder}/tables/Area.tmdl`))).to.include(
      "\tpartition Area = entity\n\t\tmode: directLake\n\t\tsource\n\t\t\tentityName: area\n",
    );
  });
});
