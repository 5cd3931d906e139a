import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "chai";
import { powerBiCommand } from "../../../prep/cli/commands/power-bi";
import { run } from "../../../prep/cli/program";
import { enginePython } from "../../../scripts/engine.mjs";
import { built, type Built } from "./built";
import { COUNCILS, fiveCouncils } from "./five-councils";

interface Checked {
  readonly exitCode: number;
  readonly projects: readonly {
    readonly faults: readonly { readonly rule: string; readonly where: string }[];
    readonly engine: { readonly measures: number | null; readonly why: string | null };
  }[];
}

describe("power-bi check, with an engine", function () {
  this.timeout(600_000);
  let world: Built;
  before(async () => {
    world = await built(fiveCouncils(), { sample: false, options: ["--authority", COUNCILS[0]] });
  });
  after(() => rmSync(dirname(world.folder), { recursive: true, force: true }));

  async function check(...options: readonly string[]): Promise<Checked> {
    const said: string[] = [];
    const write = process.stdout.write;
    process.stdout.write = ((text: string) => said.push(text) > 0) as typeof write;
    await run(["power-bi", "check", world.folder, "--json", ...options], [powerBiCommand]).finally(
      () => (process.stdout.write = write),
    );
    return JSON.parse(said.join("")) as Checked;
  }
  const python = ["--python", enginePython().python ?? ""];

  it("runs every measure of a project as it was written, over the tables beside it", async () => {
    const { exitCode, projects } = await check(...python);
    expect(exitCode).to.equal(0);
    expect(projects[0].engine).to.deep.include({ why: null, empty: [], errors: {} });
    expect(projects[0].engine.measures).to.be.greaterThan(100);
  });

  it("names a measure that no rule of the text finds and that cannot be evaluated", async () => {
    const file = join(
      world.folder,
      "power-bi/SEND.SemanticModel/definition/tables/Key measures.tmdl",
    );
    const text = readFileSync(file, "utf8");
    const broken = text.replace(
      "measure Exceptions = COALESCE (",
      'measure Exceptions = VALUE ( "none" ) + COALESCE (',
    );
    expect(broken).not.to.equal(text);
    writeFileSync(file, broken);
    const { exitCode, projects } = await check(...python);
    writeFileSync(file, text);
    expect(exitCode).to.equal(1);
    expect(projects[0].faults.map(({ rule, where }) => [rule, where])).to.deep.equal([
      ["measure-evaluates", "Exceptions"],
    ]);
  });

  it("names a column of which one value has several places to be sorted by", async () => {
    const file = join(world.folder, "power-bi/SEND.SemanticModel/definition/tables/Indicator.tmdl");
    const text = readFileSync(file, "utf8");
    const broken = text.replace("sortByColumn: 'Order of section'", "sortByColumn: Order");
    expect(broken).not.to.equal(text);
    writeFileSync(file, broken);
    const { exitCode, projects } = await check(...python);
    writeFileSync(file, text);
    expect(exitCode).to.equal(1);
    expect(projects[0].faults.map(({ rule, where }) => [rule, where])).to.deep.equal([
      ["sorted-values", "Indicator.Section"],
    ]);
  });

  it("says that it was not run where there are no tables", async () => {
    const { exitCode, projects } = await check(...python, "--data", join(world.folder, "nowhere"));
    expect(exitCode).to.equal(0);
    expect(projects[0].engine.measures).to.equal(null);
    expect(projects[0].engine.why).to.include("there are no tables");
  });
});
