import { mkdtempSync, mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect } from "chai";
import { zipSync } from "fflate";
import {
  bundleProgram,
  filesBelow,
  removeProgram,
  runProgram,
  writeFiles,
  type Run,
} from "./command-line";
import { active, issued, person, request, smallReturn, xmlFile } from "./small-return";
import { bytesOf, text } from "./run";

const people = [1, 2, 3].map((n) =>
  person(n, request("2024-02-01", "2024-03-01", {}, issued("2024-06-03"), active())),
);
const plain = xmlFile(smallReturn(2025, people));

describe("the program on real files", function () {
  let place: string;
  before(bundleProgram);
  after(removeProgram);
  beforeEach(() => (place = mkdtempSync(join(tmpdir(), "program-"))));
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  const run = (...args: string[]): Run => runProgram(place, args);
  const json = (result: Run) => JSON.parse(result.stdout);

  it("builds a sample that it wrote itself, twice to the same bytes, and ends with 0", () => {
    expect(run("sample", "in", "--people", "40", "--years", "2", "--quiet").status).to.equal(0);
    const written = () =>
      new Map(
        [...filesBelow(join(place, "out"))].map(([path, bytes]) => [
          path.slice(join(place, "out").length + 1),
          bytes,
        ]),
      );
    const first = run("build", "in", "--out", "out");
    const one = written();
    expect([first.status, first.stderr.includes("Counting indicators")]).to.deep.equal([0, true]);
    expect(first.stdout)
      .to.include("SEN2 return 2025 (XML)")
      .and.to.include("SEN2 return 2026 (COLLECT export)")
      .and.to.include("school register");
    const second = run("build", "in", "--out", "out", "--json", "--quiet");
    const two = written();
    expect(json(second)).to.include({ exitCode: 0 });
    expect(second.stderr).to.equal("");
    expect([...one.keys()].sort()).to.deep.equal([...two.keys()].sort());
    for (const [path, bytes] of one)
      if (path !== "manifest.json") expect(two.get(path)!.equals(bytes), path).to.equal(true);
    const manifests = [one, two].map((files) => ({
      ...JSON.parse(files.get("manifest.json")!.toString()),
      run: null,
    }));
    expect(manifests[1]).to.deep.equal(manifests[0]);
    // In another folder only the parameter that says where the data are is another.
    run("build", "in", "--out", "elsewhere", "--quiet");
    const differing = [...one]
      .filter(
        ([path, bytes]) =>
          path !== "manifest.json" && !readFileSync(join(place, "elsewhere", path)).equals(bytes),
      )
      .map(([path]) => path);
    expect(differing).to.deep.equal(["power-bi/SEND.SemanticModel/definition/expressions.tmdl"]);
    const parameter = (folder: string): string =>
      readFileSync(join(place, folder, differing[0]), "utf8").replaceAll(join(place, folder), "");
    expect(parameter("elsewhere")).to.equal(parameter("out"));
  });

  it("checks without a key, and writes nothing", () => {
    writeFiles(join(place, "in"), [plain]);
    const result = runProgram(place, ["check", "in", "--json"], { SEND_SCORECARD_KEY: "" });
    expect(json(result).rows.find(({ table }: { table: string }) => table === "person")).to.include(
      { rowsIn: 3, rowsOut: 3, rowsRejected: 0 },
    );
    expect([...filesBelow(place).keys()]).to.deep.equal([join(place, "in/2025.xml")]);
  });

  it("reads packed extracts as if they were not", () => {
    writeFiles(join(place, "in"), [
      { name: "2025.xml.gz", chunks: [gzipSync(bytesOf(plain.chunks))] },
    ]);
    const result = json(run("check", "in", "--json"));
    expect(result.files).to.deep.equal([
      { name: "2025.xml.gz", recognisedAs: "SEN2 return 2025 (XML)" },
    ]);
    expect(result.rows.find(({ table }: { table: string }) => table === "person").rowsOut).to.equal(
      3,
    );
    const packed = gzipSync(
      bytesOf(
        xmlFile(
          smallReturn(
            2025,
            Array.from({ length: 400 }, (_, n) => ({
              ...people[0],
              values: { ...people[0].values, Surname: `Fernhollow${n}`, UPN: "" },
            })),
          ),
        ).chunks,
      ),
    );
    writeFiles(join(place, "cut"), [
      { name: "cut.xml.gz", chunks: [packed.subarray(0, packed.length - 100)] },
    ]);
    const cut = json(run("check", "cut", "--json"));
    expect(
      cut.findings.map(
        ({ rule, severity }: { rule: string; severity: string }) => `${rule} ${severity}`,
      ),
    ).to.include("F03 error");
    expect(
      cut.rows.find(({ table }: { table: string }) => table === "person").rowsOut,
    ).to.be.greaterThan(0);
  });

  it("goes on past files that cannot be read, with a finding for each", function () {
    const bomb = zipSync({ "xl/workbook.xml": new Uint8Array(66 << 20) });
    writeFiles(join(place, "in"), [
      plain,
      { name: "old.xls", chunks: [Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)] },
      { name: "bomb.xlsx", chunks: [bomb] },
      text("notes.txt", "a few words\n"),
      text("empty.csv", ""),
    ]);
    try {
      symlinkSync(join(place, "gone.xml"), join(place, "in/gone.xml"));
    } catch {
      this.skip();
    }
    const result = run("build", "in", "--out", "out", "--json");
    expect(result.status, result.stderr).to.equal(1);
    const found = new Map<string, string[]>();
    for (const { file, rule, message } of json(result).findings)
      found.set(file, [...(found.get(file) ?? []), `${rule} ${message}`]);
    expect(found.get("old.xls")!.join()).to.match(/^F03 .*password/);
    expect(found.get("bomb.xlsx")!.join()).to.match(/^F03 .*not read/);
    expect(found.get("gone.xml")!.join()).to.match(/^F03 .*could not be opened/);
    for (const name of ["notes.txt", "empty.csv"])
      expect(found.get(name)!.join(), name).to.match(/^F01 /);
    expect(
      json(result).rows.find(({ table }: { table: string }) => table === "person").rowsOut,
    ).to.equal(3);
  });

  it("says what to do where it cannot go on, and leaves the old output as it is", () => {
    writeFiles(join(place, "in"), [plain]);
    run("build", "in", "--out", "out", "--quiet");
    const before = filesBelow(join(place, "out"));
    writeFiles(join(place, "in"), [
      xmlFile(smallReturn(2025, people, { LEA: "839" }), "other.xml"),
      text("send-scorecard.json", "{}"),
    ]);
    mkdirSync(join(place, "empty"));
    const cases: [string[], NodeJS.ProcessEnv, number, RegExp][] = [
      [["build", "in", "--out", "out"], {}, 3, /several authorities \(839, 999\)/],
      [["build", "in", "--out", "out", "--authority", "330"], {}, 3, /nothing to build from/],
      [
        ["build", "in", "--out", "out", "--authority", "999", "--as-at", "2020-01-01"],
        {},
        3,
        /nothing to build from/,
      ],
      [["build", "in", "--out", "out"], { SEND_SCORECARD_KEY: "" }, 2, /There is no key/],
      [["build", "empty", "--out", "out"], {}, 3, /There are no files/],
      [["build", "in", "--out", "out", "--as-at", "soon"], {}, 2, /asAt must be a date/],
    ];
    for (const [args, environment, status, message] of cases) {
      const result = runProgram(place, args, environment);
      expect([args.join(" "), result.status]).to.deep.equal([args.join(" "), status]);
      expect(result.stderr).to.match(message);
    }
    const after = filesBelow(join(place, "out"));
    for (const [path, bytes] of before) expect(after.get(path)!.equals(bytes), path).to.equal(true);
    expect(
      readFileSync(join(place, "out/star/person.csv"), "utf8").trim().split("\r\n"),
    ).to.have.length(4);
  });
});
