import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
import { active, issued, person, request, smallReturn, xmlFile } from "../pipeline/small-return";

const people = [1, 2, 3, 4, 5, 6].map((n) =>
  person(n, request("2024-02-01", "2024-03-01", {}, issued("2024-06-03"), active())),
);
const late = person(7, request("2024-02-05", "2024-03-01", {}, issued("2024-09-02"), active()));

describe("the command foi", function () {
  let place: string;
  before(bundleProgram);
  after(removeProgram);
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), "foi-"));
    writeFiles(join(place, "in"), [xmlFile(smallReturn(2025, [...people, late]), "extract.xml")]);
  });
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  const run = (...args: string[]): Run => runProgram(place, args, { SEND_SCORECARD_KEY: "" });
  const months = (...more: string[]): Run =>
    run(
      "foi",
      "in",
      "--from",
      "2024-01-01",
      "--to",
      "2024-12-31",
      "--by",
      "month",
      "--out",
      "pack",
      ...more,
    );
  const line = (path: string, start: string): string =>
    readFileSync(join(place, path), "utf8")
      .split("\r\n")
      .find((text) => text.startsWith(start))!;

  it("writes counts that are safe to release, without a key and without anybody's identifiers", () => {
    const { status, stdout, stderr } = months();
    expect([status, readdirSync(join(place, "pack")).sort()], stderr).to.deep.equal([
      0,
      [
        "covering-note.md",
        "events-by-month.csv",
        "manifest.json",
        "open-cases-by-month.csv",
        "release.csv",
      ],
    ]);
    // Seven requests in February; six plans in time in June, one late in September. The one is
    // hidden, and so are the six: the total less them is the one. A build for publishing of the same
    // return hides more, so the pack does.
    expect(line("pack/events-by-month.csv", "Feb 2024")).to.equal(
      "Feb 2024,2024-02-01,2024-02-29,,7,0,0,0,0,0,0,0,0,0",
    );
    expect(line("pack/events-by-month.csv", "Jun 2024")).to.match(
      /^Jun 2024,2024-06-01,2024-06-30,,0,0,0,c,c,c,c,c,0,0$/,
    );
    expect(line("pack/events-by-month.csv", "Sep 2024")).to.match(
      /^Sep 2024,2024-09-01,2024-09-30,,0,0,0,c,c,c,c,c,0,0$/,
    );
    expect(line("pack/events-by-month.csv", "All")).to.match(
      /^All,2024-01-01,2024-12-31,,7,7,0,7,7,c,c,c,0,0$/,
    );
    expect(stdout).to.match(/numbers, of which \d+ are hidden/);
    const all = [...filesBelow(join(place, "pack")).values()].join("") + stdout + stderr;
    expect(all).not.to.match(/Fernhollow|Tamsin|[A-Z]999\d{9}|2014-05-10/);
    expect(JSON.parse(readFileSync(join(place, "pack/manifest.json"), "utf8")))
      .to.include({ content: "foi_pack", disclosure: "public" })
      .and.not.to.have.property("inputs");
  });

  it("marks columns that were read in part, and gives no number where too little was read", () => {
    const undecided = [11, 12, 13].map((n) =>
      person(n, request("2024-02-01", "soon", {}, issued("2024-06-03"), active())),
    );
    writeFiles(join(place, "in"), [
      xmlFile(smallReturn(2025, [...people, ...undecided]), "extract.xml"),
    ]);
    months("--profile", "internal");
    const note = readFileSync(join(place, "pack/covering-note.md"), "utf8");
    expect(note).to.match(/\*\*Decisions on requests\*\*: x in each month .* could not be read/);
    expect(line("pack/events-by-month.csv", "Mar 2024")).to.match(/,0,x,x,0,/);
  });

  it("says in the note that a file may be missing, without its name where the pack is released", () => {
    writeFiles(join(place, "in"), [
      { name: "extract (2).xml", chunks: [new TextEncoder().encode("<damaged")] },
    ]);
    months();
    const note = readFileSync(join(place, "pack/covering-note.md"), "utf8");
    expect(note).to.match(
      /## What was read in part\r\n\r\n- \*\*Requests received\*\*: to be read/,
    );
    expect(note).not.to.include("extract (2)");
    expect(line("pack/events-by-month.csv", "Feb 2024")).to.match(/,7,0,/);
  });

  it("is replaced by a pack of the same profile, never by another, and keeps what is not ours", () => {
    months();
    writeFileSync(join(place, "pack/letter.txt"), "Dear requester");
    const again = run(
      "foi",
      "in",
      "--from",
      "2024-01-01",
      "--to",
      "2024-12-31",
      "--by",
      "week",
      "--out",
      "pack",
      "--json",
      "--quiet",
    );
    expect([
      JSON.parse(again.stdout).kept,
      existsSync(join(place, "pack/events-by-month.csv")),
    ]).to.deep.equal([["letter.txt"], false]);
    const internal = months("--profile", "internal");
    expect(internal.status).to.equal(2);
    expect(internal.stderr).to.match(/holds a freedom of information pack \(public\)/);
    const own = run(
      "foi",
      "in",
      "--from",
      "2024-01-01",
      "--to",
      "2024-12-31",
      "--out",
      "own",
      "--profile",
      "internal",
    );
    expect(own.stdout).to.match(/NOT FOR RELEASE/);
    expect(line("own/events-by-month.csv", "Sep 2024")).to.match(/,0,0,0,1,1,0,1,0,0,0$/);
  });

  it("refuses what cannot be answered, and says why", () => {
    const cases: [string[], RegExp][] = [
      [
        ["--from", "2024-02-30", "--to", "2024-12-31", "--out", "pack"],
        /must be a date such as 2024-04-01/,
      ],
      [["--from", "2024-12-31", "--to", "2024-01-01", "--out", "pack"], /--to lies before --from/],
      [["--from", "1990-01-01", "--to", "2024-01-01", "--out", "pack"], /ten years apart/],
      [
        ["--from", "2024-01-01", "--to", "2024-12-31", "--by", "day", "--out", "pack"],
        /Allowed choices are week, month/,
      ],
      [
        ["--from", "2024-01-01", "--to", "2024-12-31", "--out", "in/pack"],
        /lies in the folder of extracts/,
      ],
      [["--from", "2024-01-01", "--to", "2024-12-31"], /--out/],
    ];
    for (const [args, message] of cases) {
      const { status, stderr } = run("foi", "in", ...args);
      expect([args.join(" "), status]).to.deep.equal([args.join(" "), 2]);
      expect(stderr).to.match(message);
    }
    expect(existsSync(join(place, "pack"))).to.equal(false);
    expect(run("foi", "--help").stdout).to.match(
      /foi send-data --from 2024-04-01 --to 2025-03-31 --by week --out foi-pack/,
    );
  });
});
