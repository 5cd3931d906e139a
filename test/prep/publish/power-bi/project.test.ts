import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { lintProject } from "../../../../prep/publish/power-bi/lint/lint-project";
import { reachedFrom } from "../../../../prep/publish/power-bi/model/relationships";
import { powerBiProject, PROJECT } from "../../../../prep/publish/power-bi/project";
import * as kpiTables from "../../../../prep/star/kpi-tables";
import { kpiValue } from "../../../../prep/star/kpi-value";
import * as dimensions from "../../../../prep/star/dimensions";
import { sampleStar } from "./sample-star";
import { places, sampleProject } from "./some-project";
import { GUID, somePackage, someVisual } from "./some-visual";
import { unzipSync } from "fflate";

const capabilitiesFile = fileURLToPath(new URL("../../../../capabilities.json", import.meta.url));

describe("the Power BI project of the sample", function () {
  for (const [name, place] of Object.entries(places)) {
    it(`passes our linter with data from ${name}, with and without the visual`, async () => {
      const visual = someVisual();
      expect(lintProject((await sampleProject(visual, place)).files)).to.deep.equal([]);
      expect(lintProject((await sampleProject(null, place)).files)).to.deep.equal([]);
    });
  }

  it("is the same, to the byte, when it is made again", async () => {
    expect([...(await sampleProject(someVisual())).files]).to.deep.equal([
      ...(await sampleProject(someVisual())).files,
    ]);
  });

  it("has a table for each table of the star but the aliases and the whole list of figures, which is there by board, breakdowns and comparators", async () => {
    const { model } = await sampleProject(null);
    const names = model.tables.map(({ name }) => name);
    expect(names).to.include.members([
      "Board figures",
      "Breakdown figures",
      "Comparator figures",
      "Compared area",
      "EHC requests",
      "EHC caseload",
      "Date",
      "Date received",
      "Area",
      "Key measures",
      "Finding",
    ]);
    expect(names).not.to.include.members(["Person alias", "KPI values"]);
    expect(names).to.have.length((await sampleStar()).size - 2 + 1 + 2 + 1 + 1);
    const to = (from: string): string[] =>
      model.relationships
        .filter((relationship) => relationship.from.table === from)
        .map((relationship) => relationship.to.table);
    expect(to("Board figures")).to.include("Area");
    expect(to("Breakdown figures")).to.include("Area");
    expect(to("Comparator figures")).not.to.include("Area");
  });

  it("keeps the lineage of what stays when a table comes or goes", async () => {
    const star = [...(await sampleStar()).values()].map(({ declaration }) => declaration);
    const tags = (files: ReadonlyMap<string, string | Uint8Array>): string =>
      String(files.get(`${PROJECT}.SemanticModel/definition/tables/Area.tmdl`));
    const parts = { place: places.csv, authorities: ["999"], visual: null };
    expect(
      tags(
        powerBiProject({ ...parts, tables: star.filter(({ name }) => name !== "ehc_plan") }).files,
      ),
    ).to.equal(tags(powerBiProject({ ...parts, tables: star }).files));
  });

  it("has a format for every measure that gives no words", async () => {
    const { model } = await sampleProject(null);
    const measures = model.tables.flatMap((table) => table.measures);
    const without = measures.filter(
      ({ format, formatDax, text, hidden }) => !format && !formatDax && !text && !hidden,
    );
    expect(without.map(({ name }) => name)).to.deep.equal([]);
  });

  it("has lineage tags and names that are there once", async () => {
    const { files } = await sampleProject(someVisual());
    const tags = [...files.values()].flatMap((content) =>
      typeof content === "string"
        ? [...content.matchAll(/lineageTag: (.*)/g)].map(([, tag]) => tag)
        : [],
    );
    expect(tags.length).to.be.greaterThan(300);
    expect(new Set(tags).size).to.equal(tags.length);
    for (const tag of tags)
      expect(tag).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it("is made of figures alone where there is only a KPI sheet", () => {
    const tables = [
      dimensions.dateDimension,
      dimensions.areaDimension,
      dimensions.indicatorDimension,
      dimensions.sourceDimension,
      kpiValue,
      ...Object.values(kpiTables),
    ];
    const project = powerBiProject({
      tables,
      place: places.csv,
      authorities: ["839"],
      visual: null,
    });
    expect(lintProject(project.files)).to.deep.equal([]);
    expect(project.model.roles.map(({ name }) => name)).to.deep.equal(["Area reader"]);
  });

  it("takes a table that it has never heard of", async () => {
    const star = [...(await sampleStar()).values()].map(({ declaration }) => declaration);
    const outings = {
      name: "outing",
      kind: "fact",
      label: "Outing",
      description: "Sessions of pupils.",
      grain: "One pupil in one term",
      key: ["person_key"],
      columns: [
        {
          name: "person_key",
          type: "int64",
          label: "Person key",
          description: "Key.",
          hidden: true,
          references: "person.person_key",
        },
        {
          name: "term_end",
          type: "date",
          label: "Term end",
          description: "Last day.",
          references: "date.date",
        },
        {
          name: "sessions",
          type: "int64",
          label: "Sessions",
          description: "Sessions.",
          hidden: true,
        },
      ],
    } as const;
    const project = powerBiProject({
      tables: [...star, outings],
      place: places.csv,
      authorities: ["999"],
      visual: null,
    });
    expect(lintProject(project.files)).to.deep.equal([]);
    // A new table of people is closed to readers of a school until a role opens it.
    for (const { filters } of project.model.roles) expect(filters).to.have.property("Outings");
  });

  it("opens to readers of a school its pupils, and to every reader the comparators", async () => {
    const { model } = await sampleProject(null);
    const filters = new Map(model.roles.map((role) => [role.name, role.filters]));
    const closed = (role: string): string[] =>
      Object.entries(filters.get(role)!).flatMap(([table, dax]) =>
        dax === "FALSE ()" ? [table] : [],
      );
    expect(closed("School reader").sort()).to.deep.equal([
      "Access",
      "Annual reviews",
      "EHC plans",
      "EHC requests",
      "Finding",
      "Mental health contacts",
      "Mental health person",
      "Mental health referrals",
      "Phase transfers",
      "Plan needs",
      "Rows read",
    ]);
    expect(closed("Area reader")).to.deep.equal(["Access"]);
    // A filter flows from dimensions to facts: what is closed must not be above what a role opens.
    for (const { name } of model.roles) {
      for (const table of closed(name))
        expect(closed(name), `${name}, ${table}`).to.include.members([
          ...reachedFrom(table, model.relationships),
        ]);
      for (const table of Object.keys(filters.get(name)!))
        expect([...reachedFrom(table, model.relationships)], `${name}, ${table}`).not.to.include(
          "Comparator figures",
        );
    }
  });

  it("embeds a packaged visual byte for byte", async () => {
    const { files } = await sampleProject(someVisual());
    const entries = Object.entries(unzipSync(somePackage()));
    expect(entries).to.have.length(2);
    for (const [path, bytes] of entries)
      expect(files.get(`${PROJECT}.Report/CustomVisuals/${GUID}/${path}`)).to.deep.equal(bytes);
  });

  it("uses only field wells and settings that capabilities.json has", async function () {
    if (!existsSync(capabilitiesFile)) {
      console.log("      skipped: capabilities.json is made by npm run package");
      this.skip();
    }
    const { dataRoles, objects } = JSON.parse(readFileSync(capabilitiesFile, "utf8")) as {
      dataRoles: { name: string; kind: string }[];
      objects: Record<string, { properties: object }>;
    };
    const real = {
      ...someVisual(),
      roles: new Set(dataRoles.map(({ name }) => name)),
      kinds: new Map(dataRoles.map(({ name, kind }) => [name, kind])),
      objects: new Map(
        Object.entries(objects).map(([name, { properties }]) => [
          name,
          new Set(Object.keys(properties)),
        ]),
      ),
    };
    expect(lintProject((await sampleProject(real)).files)).to.deep.equal([]);
  });

  it("has no path longer than Windows takes below a folder of 90 characters", async () => {
    for (const path of (await sampleProject(someVisual())).files.keys())
      expect(path.length, path).to.be.lessThan(260 - 90 - "power-bi-2/".length);
  });
});
