import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import {
  bundleProgram,
  filesBelow,
  removeProgram,
  runProgram,
  writeFiles,
  type Run,
} from "../pipeline/command-line";
import { person, request, smallReturn, xmlFile } from "../pipeline/small-return";

const extract = xmlFile(
  smallReturn(
    2027,
    [1, 2].map((n) => person(n, request("2026-04-01", ""))),
    { ReferenceDate: "2026-05-14" },
  ),
  "extract.xml",
);

describe("the command lists", function () {
  let place: string;
  before(bundleProgram);
  after(removeProgram);
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), "lists-"));
    writeFiles(join(place, "in"), [extract]);
  });
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  const run = (...args: string[]): Run => runProgram(place, args, { SEND_SCORECARD_KEY: "" });
  const read = (path: string): string => readFileSync(join(place, path), "utf8");

  it("writes a list without a key, to a folder that says what it is, and counts alone to the screen", () => {
    const { status, stdout, stderr } = run("lists", "alerts", "in", "--out", "alerts");
    expect([status, readdirSync(join(place, "alerts")).sort()], stderr).to.deep.equal([
      0,
      ["IDENTIFIABLE-READ-ME.txt", "alerts.csv", "alerts.xlsx", "manifest.json"],
    ]);
    const readMe = read("alerts/IDENTIFIABLE-READ-ME.txt");
    expect(readMe)
      .to.match(/^IDENTIFIABLE PERSONAL DATA/)
      .and.to.match(/Delete the whole folder/)
      .and.to.match(/Rows +2\r\n/)
      .and.to.match(/Made +20\d\d-\d\d-\d\dT/)
      .and.to.match(/SEN2 return 2027 \(XML\): extract\.xml/);
    expect(JSON.parse(read("alerts/manifest.json"))).to.include({
      content: "identifiable_list",
      name: "alerts",
      disclosure: "identifiable",
    });
    expect(stdout)
      .to.match(/Decision whether to assess +2 +0 +1\n/)
      .and.to.include("IDENTIFIABLE");
    const upn = /[A-Z]999\d{9}/;
    expect(read("alerts/alerts.csv"))
      .to.match(upn)
      .and.not.to.match(/Fernhollow|Tamsin/);
    expect(stdout + stderr + readMe + read("alerts/manifest.json")).not.to.match(
      /[A-Z]999\d{9}|Fernhollow|Tamsin/,
    );
    if (process.platform !== "win32")
      expect(statSync(join(place, "alerts")).mode & 0o077).to.equal(0);
  });

  it("writes names only when they are asked for, and replaces the list as a whole", () => {
    run("lists", "alerts", "in", "--out", "alerts");
    writeFileSync(join(place, "alerts/notes.txt"), "mine");
    const { status, stdout } = run(
      "lists",
      "alerts",
      "in",
      "--out",
      "alerts",
      "--names",
      "--json",
      "--quiet",
    );
    expect(status).to.equal(0);
    expect(read("alerts/alerts.csv")).to.include("Fernhollow1").and.to.include("Tamsin");
    expect(read("alerts/IDENTIFIABLE-READ-ME.txt")).to.include("by name and by the identifiers");
    expect(read("alerts/notes.txt")).to.equal("mine");
    expect(JSON.parse(stdout)).to.deep.include({
      exitCode: 0,
      list: "alerts",
      rows: 2,
      kept: ["notes.txt"],
    });
    expect(stdout).not.to.match(/Fernhollow|[A-Z]999\d{9}/);
  });

  it("looks as far ahead as it is told", () => {
    writeFiles(join(place, "early"), [
      xmlFile(
        smallReturn(2027, [person(1, request("2026-04-01", ""))], { ReferenceDate: "2026-04-15" }),
      ),
    ]);
    const rows = (within: string): number =>
      JSON.parse(
        run("lists", "alerts", "early", "--out", "ahead", "--within", within, "--json", "--quiet")
          .stdout,
      ).rows;
    expect([rows("27"), rows("28")]).to.deep.equal([0, 1]);
    expect(run("lists", "alerts", "early", "--out", "ahead", "--within", "soon").stderr).to.match(
      /whole number of days/,
    );
  });

  const key = {
    SEND_SCORECARD_KEY: "00112233445566778899aabbccddeeff0123456789abcdeffedcba9876543210",
  };
  it("refuses every place that is not a folder of its own, and writes nothing there", () => {
    expect(
      runProgram(place, ["build", "in", "--out", "built", "--no-report", "--quiet"], key).status,
    ).to.equal(0);
    writeFiles(join(place, "other"), [extract]);
    mkdirSync(join(place, "empty"));
    const refused: [string, RegExp][] = [
      ["in", /lies in the folder of extracts/],
      ["in/alerts", /lies in the folder of extracts/],
      [".", /holds the extracts/],
      ["built", /holds a build/],
      ["built/alerts", /lies in a build/],
      ["built/star/deep/alerts", /lies in a build/],
      ["other", /holds files that are not ours/],
    ];
    try {
      symlinkSync(join(place, "in"), join(place, "link"), "dir");
      refused.push(["link/alerts", /lies in the folder of extracts/]);
    } catch {
      // A system that makes no links has none to follow.
    }
    const before = [...filesBelow(place).keys()].sort();
    for (const [out, message] of refused) {
      const { status, stderr } = run("lists", "alerts", "in", "--out", out);
      expect([out, status]).to.deep.equal([out, 2]);
      expect(stderr, out).to.match(message).and.to.include("--out");
    }
    expect([...filesBelow(place).keys()].sort()).to.deep.equal(before);
    expect(run("lists", "alerts", "in", "--out", "empty").status).to.equal(0);
    expect(run("lists", "alerts", "in", "--out", "new/deep").status).to.equal(0);
  });

  it("is passed over where it lies among what is read", () => {
    run("lists", "alerts", "in", "--out", "alerts");
    const { files } = JSON.parse(run("check", ".", "--json", "--quiet").stdout);
    expect(files.map(({ name }: { name: string }) => name)).to.deep.equal(["in/extract.xml"]);
  });

  it("says which lists there are, and what is missing", () => {
    expect(run("lists", "--help").stdout)
      .to.match(/alerts +statutory time limits/)
      .and.to.match(/lists alerts send-data --within 14 --out alerts/);
    expect(run("lists", "nothing", "in", "--out", "x").stderr).to.match(
      /Allowed choices are alerts/,
    );
    expect(run("lists", "alerts", "in").stderr).to.match(/--out/);
    writeFiles(join(place, "words"), [
      { name: "notes.txt", chunks: [new TextEncoder().encode("a few words\n")] },
    ]);
    const none = run("lists", "alerts", "words", "--out", "x");
    expect([none.status, existsSync(join(place, "x"))]).to.deep.equal([3, false]);
    expect(none.stderr).to.match(/no SEN2 return and no school census/);
  });
});
