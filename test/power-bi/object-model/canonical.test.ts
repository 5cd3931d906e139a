import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "chai";
import type { Project } from "../../../prep/publish/power-bi/project";
import { throughObjectModel } from "../../../scripts/object-model.mjs";
import { sampleProject } from "../../prep/publish/power-bi/some-project";
import { writtenProjects } from "../../prep/publish/power-bi/written-projects";

const FOLDER = "SEND.SemanticModel/definition/";

describe("the written model in Microsoft's object model", function () {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "object-model-"))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (files: ReadonlyMap<string, string>): string => {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, "in", path)), { recursive: true });
      writeFileSync(join(folder, "in", path), text);
    }
    return join(folder, "in");
  };
  const definitionOf = ({ files }: Project): Map<string, string> =>
    new Map(
      [...files].flatMap(([path, text]): [string, string][] =>
        path.startsWith(FOLDER) ? [[path.slice(FOLDER.length), String(text)]] : [],
      ),
    );

  for (const [name, project] of Object.entries(writtenProjects))
    it(`loads, and is what the object model writes, to the byte (${name})`, async () => {
      const files = definitionOf(await project());
      const out = join(folder, "out");
      expect(await throughObjectModel(write(files), out)).to.equal(null);
      const written = readdirSync(out, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) =>
          join(entry.parentPath, entry.name)
            .slice(out.length + 1)
            .replaceAll("\\", "/"),
        );
      expect(written.sort()).to.deep.equal([...files.keys()].sort());
      const differ = written.filter(
        (path) => readFileSync(join(out, path), "utf8") !== files.get(path),
      );
      expect(differ).to.deep.equal([]);
    });

  it("does not load with a relationship to a column that is not there", async () => {
    const files = definitionOf(await sampleProject(null));
    const path = "relationships.tmdl";
    files.set(path, files.get(path)!.replace("toColumn: Date.Date", "toColumn: Date.Day"));
    expect(await throughObjectModel(write(files), join(folder, "out"))).to.be.a("string");
  });
});
