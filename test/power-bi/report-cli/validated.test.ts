import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type * as Cli from "@microsoft/powerbi-report-authoring-cli";
import { expect } from "chai";
import { PROJECT } from "../../../prep/publish/power-bi/project";
import { reportCli } from "../../../scripts/report-cli.mjs";
import { inFolder } from "../../prep/publish/power-bi/project-in-folder";
import { hasSchemas, withStoredSchemas } from "../../prep/publish/power-bi/stored-schemas";
import { writtenProjects } from "../../prep/publish/power-bi/written-projects";

/** What is said where a schema cannot be fetched: the file is judged by all other rules. */
const UNREACHABLE = ["PBIR_SCHEMA_UNREACHABLE", "PBIR_THEME_SCHEMA_UNREACHABLE"];

describe("the written report, in the newest of Microsoft's report validators", function () {
  let cli: typeof Cli;
  let folder: string;
  before(async () => {
    cli = (await import(reportCli().url!)) as typeof Cli;
    if (!hasSchemas())
      console.log("      the published schemas are not beside the repository: they are fetched");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** The codes of what it finds, errors and warnings. */
  async function found(): Promise<string[]> {
    const validate = async (): Promise<string[]> => {
      const { diagnostics } = await cli.runReportValidation({
        ...cli.locateReport(join(folder, `${PROJECT}.Report`)),
        provider: await cli.getMetadataProvider(),
        skipSchema: false,
      });
      return Object.keys(diagnostics);
    };
    const codes = await (hasSchemas() ? withStoredSchemas(validate) : validate());
    return codes.filter((code) => hasSchemas() || !UNREACHABLE.includes(code));
  }

  for (const [name, project] of Object.entries(writtenProjects))
    it(`has nothing wrong (${name})`, async () => {
      folder = inFolder((await project()).files);
      expect(await found()).to.deep.equal([]);
    });

  it("has something wrong without the button that leads back", async () => {
    folder = inFolder((await writtenProjects["a board's sheet alone"]()).files);
    const pages = join(folder, `${PROJECT}.Report/definition/pages`);
    const buttons = readdirSync(pages, { recursive: true, encoding: "utf8" })
      .map((path) => join(pages, path))
      .filter((path) => path.endsWith("visual.json"))
      .filter((path) => readFileSync(path, "utf8").includes('"actionButton"'));
    expect(buttons).to.have.length(1);
    writeFileSync(buttons[0], readFileSync(buttons[0], "utf8").replace("'Back'", "'Qna'"));
    expect(await found()).to.deep.equal(["PBIR_DRILLTHROUGH_BACK_BUTTON_MISSING"]);
  });
});
