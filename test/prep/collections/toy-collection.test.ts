import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { parse } from "csv-parse/sync";
import { buildCommand } from "../../../prep/cli/commands/build";
import { run } from "../../../prep/cli/program";
import { makePipeline } from "../../../prep/pipeline";
import { dataDictionary } from "../../../prep/publish/data-dictionary";
import { knowledgeOf } from "../../../prep/stages/knowledge";
import { sharedTables } from "../../../prep/star/shared-tables";
import { toy } from "./toy";

const KEY = "00112233445566778899aabbccddeeff0123456789abcdeffedcba9876543210";

/** UPNs that are valid: the check letter is worked out as the Department for Education does. */
const upns = Array.from({ length: 14 }, (_, i) => {
  const digits = `839123420${String(i).padStart(3, "0")}`;
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at + 2), 0);
  return `${"ABCDEFGHJKLMNPQRTUVWXYZ"[sum % 23]}${digits}`;
});

const joined = (i: number): string =>
  i === 5 ? "the day after" : i < 8 ? `2024-0${(i % 8) + 1}-15` : `2025-0${i - 7}-15`;

type Row = Readonly<Record<string, string>>;

describe("a collection of somebody else's, registered beside the product", function () {
  let place: string;
  const key = process.env.SEND_SCORECARD_KEY;
  const read = (path: string): string => readFileSync(join(place, path), "utf8");
  const rows = (path: string): Row[] => parse(read(path), { columns: true, bom: true });
  const years = (out: string): Row[] =>
    rows(`${out}/star/kpi_value.csv`).filter(({ frequency }) => frequency === "calendar_year");
  const build = (out: string, ...more: string[]): Promise<number> =>
    run(
      [
        "build",
        join(place, "in"),
        "--out",
        join(place, out),
        "--authority",
        "839",
        "--quiet",
        ...more,
      ],
      [buildCommand(makePipeline([toy]))],
    );

  before(async () => {
    place = mkdtempSync(join(tmpdir(), "club-"));
    process.env.SEND_SCORECARD_KEY = KEY;
    mkdirSync(join(place, "in"));
    writeFileSync(
      join(place, "in", "club.csv"),
      ["club_upn,joined_club_on", ...upns.map((upn, i) => `${upn},${joined(i)}`), ""].join("\n"),
    );
    writeFileSync(
      join(place, "in", "send-scorecard.json"),
      JSON.stringify({ output: { formats: ["csv"] } }),
    );
    expect(await build("out")).to.equal(0);
    expect(await build("public", "--profile", "public")).to.equal(0);
  });
  after(() => {
    rmSync(place, { recursive: true });
    if (key === undefined) delete process.env.SEND_SCORECARD_KEY;
    else process.env.SEND_SCORECARD_KEY = key;
  });

  it("is read and checked, and its rule is among the rules", () => {
    expect(rows("out/checks/rows.csv")).to.deep.include({
      file: "club.csv",
      table: "club",
      rows_in: "14",
      rows_out: "14",
      rows_rejected: "0",
    });
    expect(rows("out/checks/findings.csv").map(({ rule, record }) => [rule, record])).to.deep.equal(
      [["CL1", "member 6"]],
    );
    const rule = rows("out/checks/rules.csv").find((row) => row.rule === "CL1");
    expect(rule?.times_broken).to.equal("1");
  });

  it("has its people under pseudonyms, and no UPN anywhere in the output", () => {
    const people = rows("out/star/person.csv");
    expect(people).to.have.length(14);
    expect(people.every(({ pseudonym }) => /^[0-9a-f]{32}$/.test(pseudonym))).to.equal(true);
    const files = readdirSync(join(place, "out"), { recursive: true, withFileTypes: true });
    for (const file of files.filter((one) => one.isFile())) {
      const content = readFileSync(join(file.parentPath, file.name), "latin1");
      expect(
        upns.filter((upn) => content.includes(upn)),
        file.name,
      ).to.deep.equal([]);
    }
  });

  it("is in the star with a source of its own, and counted", () => {
    const keys = new Set(rows("out/star/person.csv").map(({ person_key }) => person_key));
    const members = rows("out/star/club_member.csv");
    expect(members.filter((row) => keys.has(row.person_key))).to.have.length(14);
    expect(members.filter((row) => row.joined === "1")).to.have.length(13);
    const [source] = rows("out/star/source.csv");
    expect([source.source_key, source.collection]).to.deep.equal(["1", "Club register"]);
    expect(
      years("out").map((row) => [row.indicator_id, row.period_label, row.value]),
    ).to.deep.equal([
      ["club_members_joined", "2024", "7"],
      ["club_members_joined", "2025", "6"],
    ]);
  });

  it("is in the manifest", () => {
    const { inputs, tables } = JSON.parse(read("out/manifest.json"));
    expect(inputs.map(({ name }: { name: string }) => name)).to.deep.equal(["club.csv"]);
    expect(tables.find(({ name }: { name: string }) => name === "club_member").rows).to.equal(14);
  });

  it("is in the Power BI model with its measure over rows", () => {
    const file = (name: string): string =>
      read(`out/power-bi/SEND.SemanticModel/definition/${name}.tmdl`);
    expect(file("tables/Club members")).to.include("column 'Has joined'");
    expect(file("relationships")).to.include("fromColumn: 'Club members'.'Person key'");
    expect(file("tables/Key measures")).to.match(
      /measure 'Members who joined' =\s+VAR _Total =\s+SUM \( 'Club members'\[Has joined\] \)/,
    );
  });

  it("is in the data dictionary", () => {
    const page = dataDictionary(
      [...sharedTables, ...toy.starTables],
      knowledgeOf([toy]).indicators,
    );
    expect(page).to.match(/### club_member\n\nClub member, a fact\./);
    expect(page).to.include("| Children who joined the club | `club_members_joined` |");
  });

  it("is in what is published, without its people", () => {
    expect(
      years("public").map(({ indicator_id, value, status }) => [indicator_id, value, status]),
    ).to.deep.equal([
      ["club_members_joined", "7", "ok"],
      ["club_members_joined", "6", "ok"],
    ]);
    const small = rows("public/star/kpi_value.csv").filter(({ status }) => status === "suppressed");
    expect(small.map(({ period_label, value }) => [period_label, value])).to.deep.equal([
      ["2025-26 to 31 Dec 2025", ""],
    ]);
    expect(readdirSync(join(place, "public/star")).sort()).to.not.include.members([
      "club_member.csv",
      "person.csv",
    ]);
  });
});
