import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { publishFolder } from "../../../../prep/cli/files/folder";
import { MANIFEST } from "../../../../prep/publish/output-folder";
import { changedProjects, projectFolder } from "../../../../prep/cli/files/project-folder";
import type { ProjectFolder } from "../../../../prep/cli/files/project-folder";

const first = new Map([
  ["SEND.pbip", "{}\n"],
  ["SEND.Report/page.json", '{\n"a": 1\n}\n'],
]);
const second = new Map([...first, ["SEND.Report/new.json", "{}\n"]]);

describe("the folder of the Power BI project", () => {
  let out: string;
  beforeEach(() => (out = join(mkdtempSync(join(tmpdir(), "project-")), "out")));
  afterEach(() => rmSync(join(out, ".."), { recursive: true, force: true }));

  /** A build as the command line does it. */
  async function build(files: ReadonlyMap<string, string>): Promise<ProjectFolder> {
    const place = await projectFolder(out, files);
    await publishFolder(
      out,
      async (output) => {
        await output.write("star/a.csv", [Buffer.from("a\r\n")]);
        for (const [path, content] of files)
          await output.write(`${place.folder}/${path}`, [Buffer.from(content)]);
        await output.write(MANIFEST, [
          Buffer.from(JSON.stringify({ product: { name: "send-scorecard" }, files: output.files })),
        ]);
      },
      { keep: place.kept.map(({ folder }) => folder) },
    );
    return place;
  }
  const at = (path: string): string => join(out, path);
  const read = (path: string): string => readFileSync(at(path), "utf8");

  it("is replaced while nobody has changed it", async () => {
    expect(await build(first)).to.deep.equal({ folder: "power-bi", kept: [] });
    expect(await build(second)).to.deep.equal({ folder: "power-bi", kept: [] });
    expect(read("power-bi/SEND.Report/new.json")).to.equal("{}\n");
    expect(existsSync(at("power-bi-2"))).to.equal(false);
  });

  it("stays whole where somebody changed a file, and says what differs", async () => {
    await build(first);
    appendFileSync(at("power-bi/SEND.Report/page.json"), "\n");
    const kept = [
      { folder: "power-bi", differsIn: ["SEND.Report/new.json", "SEND.Report/page.json"] },
    ];
    expect(await build(second)).to.deep.equal({ folder: "power-bi-2", kept });
    expect(read("power-bi/SEND.Report/page.json")).to.equal('{\n"a": 1\n}\n\n');
    expect(read("power-bi/SEND.pbip")).to.equal("{}\n");
    expect(read("power-bi-2/SEND.Report/new.json")).to.equal("{}\n");
    expect(existsSync(at("star/a.csv"))).to.equal(true);
    // The next build keeps it again and replaces only its own.
    expect(await build(second)).to.deep.equal({ folder: "power-bi-2", kept });
    expect(read("power-bi/SEND.pbip")).to.equal("{}\n");
  });

  it("stays where somebody added or removed a file", async () => {
    await build(first);
    writeFileSync(at("power-bi/SEND.Report/mine.json"), "{}");
    expect((await build(first)).kept).to.deep.equal([
      { folder: "power-bi", differsIn: ["SEND.Report/mine.json"] },
    ]);
    unlinkSync(at("power-bi-2/SEND.pbip"));
    const { folder, kept } = await build(first);
    expect(folder).to.equal("power-bi-3");
    expect(kept.map(({ differsIn }) => differsIn)).to.deep.equal([
      ["SEND.Report/mine.json"],
      ["SEND.pbip"],
    ]);
  });

  it("stays whole, whatever its number, where the first has gone or none is written", async () => {
    await build(first);
    appendFileSync(at("power-bi/SEND.pbip"), "\n");
    await build(first);
    appendFileSync(at("power-bi-2/SEND.pbip"), "\n");
    rmSync(at("power-bi"), { recursive: true });
    expect(await build(second)).to.deep.equal({
      folder: "power-bi",
      kept: [{ folder: "power-bi-2", differsIn: ["SEND.Report/new.json", "SEND.pbip"] }],
    });
    expect(read("power-bi-2/SEND.Report/page.json")).to.equal(first.get("SEND.Report/page.json"));
    expect(await changedProjects(out)).to.deep.equal(["power-bi-2"]);
    expect(await changedProjects(join(out, "nothing"))).to.deep.equal([]);
  });

  it("is not changed by what Power BI Desktop keeps beside it", async () => {
    await build(first);
    mkdirSync(at("power-bi/SEND.Report/.pbi"));
    writeFileSync(at("power-bi/SEND.Report/.pbi/localSettings.json"), "{}");
    expect(await build(second)).to.deep.equal({ folder: "power-bi", kept: [] });
    expect(read("power-bi/SEND.Report/.pbi/localSettings.json")).to.equal("{}");
  });

  it("takes other line ends for no difference", async () => {
    await build(first);
    writeFileSync(
      at("power-bi/SEND.Report/page.json"),
      read("power-bi/SEND.Report/page.json").replaceAll("\n", "\r\n"),
    );
    expect(await build(first)).to.deep.equal({
      folder: "power-bi-2",
      kept: [{ folder: "power-bi", differsIn: [] }],
    });
  });
});
