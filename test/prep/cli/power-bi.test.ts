import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect } from "chai";
import { checkedProject } from "../../../prep/publish/power-bi/checked-project";
import { powerBiInputs } from "../../../prep/cli/power-bi";
import type { PowerBiOptions } from "../../../prep/cli/power-bi";
import { defaultOf } from "../../../prep/setting";
import { settingsDeclaration } from "../../../prep/settings-file/declaration";
import { Stop } from "../../../prep/stop";
import type { Settings } from "../../../prep/settings";
import { PROJECT } from "../../../prep/publish/power-bi/project";
import { sampleStar } from "../publish/power-bi/sample-star";
import { somePackage, someVisual } from "../publish/power-bi/some-visual";

const settings = defaultOf(settingsDeclaration) as Settings;
const csvOnly: Settings = { ...settings, output: { ...settings.output, formats: ["csv"] } };

describe("the Power BI options of build", function () {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "power-bi-"))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const place = async (options: Partial<PowerBiOptions>, of = settings) =>
    (await powerBiInputs({ report: true, ...options }, of, "some/out"))?.place;
  const refused = async (options: Partial<PowerBiOptions>, of = settings): Promise<string> => {
    const error = await powerBiInputs({ report: true, ...options }, of, "some/out").then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).to.be.instanceOf(Stop);
    return (error as Stop).message;
  };

  it("make nothing with --no-report", async () =>
    expect(await place({ report: false })).to.equal(undefined));

  it("read the format that is asked for, else Parquet where it is written", async () => {
    expect(await place({})).to.deep.equal({
      kind: "folder",
      format: "parquet",
      folder: resolve("some/out"),
    });
    expect(await place({ format: "csv" })).to.include({ format: "csv" });
    expect(await place({}, csvOnly)).to.include({ format: "csv" });
    expect(await refused({ format: "parquet" }, csvOnly)).to.include("output.formats");
  });

  it("find the site of a SharePoint folder", async () => {
    const at = (sharepoint: string) => place({ sharepoint });
    expect(
      await at("https://council.sharepoint.com/sites/SEND/Shared%20Documents/out/"),
    ).to.include({
      folder: "Shared%20Documents/out",
      site: "https://council.sharepoint.com/sites/SEND",
    });
    expect(await at("https://council.sharepoint.com/teams/SEND/Documents")).to.include({
      format: "csv",
      folder: "Documents",
      site: "https://council.sharepoint.com/teams/SEND",
    });
    expect(await refused({ sharepoint: "https://council.sharepoint.com/teams/SEND" })).to.include(
      "no address",
    );
    expect(await at("https://council.sharepoint.com/Documents")).to.include({
      folder: "Documents",
      site: "https://council.sharepoint.com",
    });
    expect(await refused({ sharepoint: "C:\\out" })).to.include("no address");
  });

  it("read a lakehouse, which takes Parquet alone", async () => {
    expect(await place({ fabric: true })).to.deep.equal({ kind: "lakehouse" });
    expect(await refused({ fabric: true }, csvOnly)).to.include("Parquet");
    expect(await refused({ fabric: true, format: "csv" })).to.include("--format csv");
    expect(await refused({ fabric: true, sharepoint: "https://a.sharepoint.com/b" })).to.include(
      "--sharepoint",
    );
  });

  it("name the project as the settings do, with ids of its own for each council, profile and name", async () => {
    const inputs = (await powerBiInputs({ report: true }, settings, "out"))!;
    const named = await powerBiInputs(
      { report: true },
      { ...settings, powerBi: { name: "SEND-North" } },
      "out",
    );
    const star = await sampleStar();
    const ids = (project: ReturnType<typeof checkedProject>): string[] =>
      [...project!.files]
        .filter(([path]) => path.endsWith(".platform"))
        .map(([, text]) => /"logicalId": "(.*)"/.exec(String(text))![1]);
    // What is published holds no people.
    const withoutPeople = new Map(
      [...star].filter(([, { declaration }]) =>
        declaration.columns.every(({ name }) => !/^(?:mh_)?person_key$/.test(name)),
      ),
    );
    const all = [
      checkedProject(star, inputs, {}),
      checkedProject(star, named!, {}),
      checkedProject(withoutPeople, inputs, { profile: "public" }),
    ];
    expect(ids(all[0])).to.deep.equal(ids(checkedProject(star, inputs, {})));
    expect(new Set(all.flatMap(ids)).size).to.equal(6);
    const paths = [...all[1]!.files.keys()];
    expect(paths).to.include("SEND-North.pbip");
    expect(paths.filter((path) => /(?:^|\/)SEND\./.test(path))).to.deep.equal([]);
  });

  it("embed a visual, and say when a file is none or lacks what the report needs", async () => {
    const file = join(folder, "some.pbiviz");
    expect(await refused({ visual: file })).to.include("it is not there");
    writeFileSync(file, "text");
    expect(await refused({ visual: file })).to.include("not a packaged Power BI visual");
    writeFileSync(file, somePackage());
    const inputs = (await powerBiInputs({ report: true, visual: file }, settings, "out"))!;
    expect(
      [...checkedProject(await sampleStar(), inputs, {})!.files.keys()].filter((path) =>
        path.includes("CustomVisuals"),
      ),
    ).to.have.length(2);
    const star = await sampleStar();
    expect(() =>
      checkedProject(star, { ...inputs, visual: someVisual(["indicator"]) }, {}),
    ).to.throw(Stop, "no field well value");
  });

  it("close the cases to readers that the authority is not listed for", async () => {
    const text = String(
      checkedProject(
        await sampleStar(),
        (await powerBiInputs({ report: true }, settings, "out"))!,
        {},
      )!.files.get(`${PROJECT}.SemanticModel/definition/roles/Area reader.tmdl`),
    );
    expect(text)
      .to.include("tablePermission 'EHC requests'")
      .and.to.include('INTERSECT ( { "999" }');
  });
});
