import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  getMetadataProvider,
  locateReport,
  runReportValidation,
} from "@microsoft/powerbi-report-authoring-cli";
import * as PQP from "@microsoft/powerquery-parser";
import Ajv from "ajv";
import type { ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import { expect } from "chai";
import { PROJECT } from "../../../../prep/publish/power-bi/project";
import { schemas } from "../../../../prep/publish/power-bi/schemas";
import { hasShared, sharedPath, sharedText } from "../../../shared";
import { inFolder } from "./project-in-folder";
import { places, sampleProject } from "./some-project";
import { someVisual } from "./some-visual";
import { hasSchemas, stored, withStoredSchemas } from "./stored-schemas";

describe("Microsoft's own checks of the Power BI project", function () {
  it("parse every query as Power Query", async () => {
    const parses = async (m: string): Promise<boolean> =>
      PQP.TaskUtils.isParseStageOk(await PQP.TaskUtils.tryLexParse(PQP.DefaultSettings, m));
    expect(await parses("let x = 1, in x")).to.equal(false);
    for (const place of Object.values(places)) {
      const { model } = await sampleProject(null, place);
      for (const { name, m } of model.queries) expect(await parses(m), name).to.equal(true);
      for (const { name, source } of model.tables)
        if ("m" in source) expect(await parses(source.m), name).to.equal(true);
    }
  });

  describe("with the published JSON schemas", function () {
    before(function () {
      if (!hasSchemas()) {
        console.log("      skipped: the published schemas are not beside the repository");
        this.skip();
      }
    });

    let folder: string;
    beforeEach(async () => (folder = inFolder((await sampleProject(someVisual())).files)));
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    const read = (url: string): object => ({
      ...(JSON.parse(sharedText(...stored(url))) as object),
      $id: url,
    });
    const validators = new Map<string, Promise<ValidateFunction>>();
    const ajv = addFormats(
      new Ajv({ strict: false, allErrors: true, loadSchema: async (url) => read(url) }),
    );
    const validator = (url: string): Promise<ValidateFunction> =>
      validators.get(url) ?? validators.set(url, ajv.compileAsync(read(url))).get(url)!;

    it("are met by every file that names one", async () => {
      let checked = 0;
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        const path = join(entry.parentPath, entry.name);
        if (
          !entry.isFile() ||
          path.includes("CustomVisuals") ||
          path.includes("StaticResources") ||
          /\.tmdl$|\.gitignore$/.test(path)
        )
          continue;
        const content = JSON.parse(readFileSync(path, "utf8")) as { $schema: string };
        const validate = await validator(content.$schema);
        expect(validate(content), `${entry.name}: ${ajv.errorsText(validate.errors)}`).to.equal(
          true,
        );
        checked++;
      }
      expect(checked).to.be.greaterThan(80);
    });

    it("are all stored, so that no validator skips a file", () => {
      for (const url of Object.values(schemas))
        expect(hasShared(...stored(url)), url).to.equal(true);
    });

    it("refuse a property that they do not know", async () => {
      const validate = await validator(schemas.page);
      expect(
        validate({
          $schema: schemas.page,
          name: "a",
          displayName: "A",
          displayOption: "FitToPage",
          height: 1,
          width: 1,
          colour: "red",
        }),
      ).to.equal(false);
    });

    /** What the report validator says by code. */
    const validated = (): Promise<Record<string, { severity: string }>> =>
      withStoredSchemas(async () => {
        const { diagnostics } = await runReportValidation({
          ...locateReport(join(folder, `${PROJECT}.Report`)),
          provider: await getMetadataProvider(),
          skipSchema: false,
        });
        return diagnostics;
      });

    it("and the report authoring tool find nothing but a visual that is not theirs", async () => {
      expect(Object.keys(await validated())).to.deep.equal(["PBIR_VISUAL_TYPE_UNKNOWN"]);
    });

    it("and the report authoring tool find a well that a native visual does not have", async () => {
      const pages = join(folder, `${PROJECT}.Report/definition/pages`);
      const file = readdirSync(pages, { recursive: true, encoding: "utf8" })
        .map((path) => join(pages, path))
        .find(
          (path) =>
            path.endsWith("visual.json") && readFileSync(path, "utf8").includes('"tableEx"'),
        )!;
      writeFileSync(file, readFileSync(file, "utf8").replace('"Values": {', '"Wells": {'));
      expect(Object.values(await validated()).map(({ severity }) => severity)).to.include("error");
    });

    it("judge an example project of another maker the same way", async () => {
      rmSync(folder, { recursive: true, force: true });
      cpSync(
        sharedPath("data", "power-bi", "example-project", "Council.Report"),
        join(folder, `${PROJECT}.Report`),
        { recursive: true },
      );
      expect(Object.values(await validated()).map(({ severity }) => severity)).not.to.include(
        "error",
      );
    });
  });
});
