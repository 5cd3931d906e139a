import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "chai";
import { powerBiCommand } from "../../../../prep/cli/commands/power-bi";
import { run } from "../../../../prep/cli/program";
import { lintProject } from "../../../../prep/publish/power-bi/lint/lint-project";
import { bestPractice } from "../../../../prep/publish/power-bi/lint/best-practice";
import { contextRules } from "../../../../prep/publish/power-bi/lint/context-rules";
import { daxRules } from "../../../../prep/publish/power-bi/lint/dax-rules";
import { filterRules } from "../../../../prep/publish/power-bi/lint/filter-rules";
import { itemRules } from "../../../../prep/publish/power-bi/lint/item-rules";
import { modelRules } from "../../../../prep/publish/power-bi/lint/model-rules";
import { pageRules } from "../../../../prep/publish/power-bi/lint/page-rules";
import { propertyRules } from "../../../../prep/publish/power-bi/lint/property-rules";
import { queryRules } from "../../../../prep/publish/power-bi/lint/query-rules";
import { refreshRules } from "../../../../prep/publish/power-bi/lint/refresh-rules";
import { reportRules } from "../../../../prep/publish/power-bi/lint/report-rules";
import { roleRules } from "../../../../prep/publish/power-bi/lint/role-rules";
import { togetherRules } from "../../../../prep/publish/power-bi/lint/together-rules";
import { valueRules } from "../../../../prep/publish/power-bi/lint/value-rules";
import { wordRules } from "../../../../prep/publish/power-bi/lint/word-rules";
import { writtenRules } from "../../../../prep/publish/power-bi/lint/written-rules";
import type { Project } from "../../../../prep/publish/power-bi/project";
import { sampleProject } from "./some-project";
import { someVisual } from "./some-visual";
import type { Texts } from "./faults/make";
import { ofEdits } from "./faults/of-edits";
import { ofDax, ofQueries } from "./faults/of-dax";
import { ofRelationships, ofText } from "./faults/of-model";
import { ofProperties, ofRefresh, ofTogether, ofValues } from "./faults/of-forms";
import { ofPages } from "./faults/of-report";

/** The ids of all rules. */
const everyRule = [
  ...bestPractice,
  ...contextRules,
  ...daxRules,
  ...filterRules,
  ...itemRules,
  ...modelRules,
  ...pageRules,
  ...propertyRules,
  ...queryRules,
  ...refreshRules,
  ...reportRules,
  ...roleRules,
  ...togetherRules,
  ...valueRules,
  ...wordRules,
  ...writtenRules,
].map(({ id }) => id);

/** Faults of many kinds, each made in the text of a project as it was written. */
const writtenFaults = [
  ...ofText,
  ...ofRelationships,
  ...ofProperties,
  ...ofDax,
  ...ofValues,
  ...ofQueries,
  ...ofRefresh,
  ...ofPages,
  ...ofTogether,
  ...ofEdits,
];

/** Rules that hold what no change of the text alone breaks; lint.test.ts breaks them in the model. */
const OF_MODELS = [
  "names-in-table-once",
  "one-key",
  "date-table",
  "keys-hidden",
  "no-snowflake",
  "months-sorted",
  "measures-differ",
  "tables-related",
  "setting",
];

describe("faults made in the text of a written project", function () {
  let project: Project;
  before(async () => (project = await sampleProject(someVisual())));

  const broken = (make: (files: Texts) => void): Texts => {
    const files: Texts = new Map(project.files);
    make(files);
    return files;
  };

  it("are 190 or more of a hundred kinds or more, and every rule has one", () => {
    const tried = new Set(writtenFaults.map(({ rule }) => rule));
    expect(writtenFaults.length).to.be.at.least(190);
    expect(tried.size).to.be.at.least(100);
    expect(everyRule.filter((id) => !tried.has(id) && !OF_MODELS.includes(id))).to.deep.equal([]);
  });

  for (const { what, rule, make } of writtenFaults)
    it(`are found: ${what}`, () => {
      const rules = lintProject(broken(make)).map((fault) => fault.rule);
      expect(rules).to.include(rule);
    });

  it("are told by the command with file and line, and a project without any says so", async () => {
    const folder = mkdtempSync(join(tmpdir(), "faults-"));
    const said: string[] = [];
    const write = process.stdout.write;
    const check = async (files: Texts): Promise<[number, string]> => {
      rmSync(folder, { recursive: true, force: true });
      for (const [path, content] of files) {
        mkdirSync(dirname(join(folder, "power-bi", path)), { recursive: true });
        // As Power BI Desktop saves: other line ends, and a byte order mark.
        const text = typeof content === "string" && content.replace(/\n/g, "\r\n");
        writeFileSync(
          join(folder, "power-bi", path),
          text === false || path.includes("CustomVisuals") ? content : `\uFEFF${text}`,
        );
      }
      said.length = 0;
      process.stdout.write = ((text: string) => said.push(text) > 0) as typeof write;
      const code = await run(["power-bi", "check", folder], [powerBiCommand]).finally(
        () => (process.stdout.write = write),
      );
      return [code, said.join("")];
    };
    try {
      const [clean, words] = await check(new Map(project.files));
      expect(words).to.include("nothing wrong");
      expect(clean).to.equal(0);
      const circle = writtenFaults.find(({ rule }) => rule === "dax-circles")!;
      const [code, lines] = await check(broken(circle.make));
      expect(code).to.equal(1);
      expect(lines).to.match(
        /error: SEND\.SemanticModel\/definition\/tables\/Key measures\.tmdl, line \d+: measure Past due: it comes back to itself \[dax-circles\]/,
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
