import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { parse } from "csv-parse/sync";
import { templateColumns } from "../../../prep/sources/kpi-sheet/template-columns";
import {
  bundleProgram,
  removeProgram,
  runProgram,
  writeFiles,
  type Run,
} from "../pipeline/command-line";
import { active, issued, person, request, smallReturn, xmlFile } from "../pipeline/small-return";

type Row = Record<string, string>;

const sheetRow = (values: Row): string =>
  templateColumns.map(({ heading }) => values[heading] ?? "").join(",");
const COMMON = {
  Board: "SEND Board",
  Section: "Voice",
  "Better when": "higher",
  Unit: "number",
  Frequency: "monthly",
  Period: "Mar 25",
};
const INVENTED = [
  templateColumns.map(({ heading }) => heading).join(","),
  sheetRow({
    ...COMMON,
    Indicator: "Families at the drop-in",
    Priority: "Tamsin's list",
    Value: "41",
    Owner: "Head of service",
    Commentary: "Well attended",
  }),
  sheetRow({
    ...COMMON,
    Indicator: "Helpline calls answered",
    Priority: "Core",
    Value: "57",
    Owner: "Mrs Fernhollow",
    Commentary: "Rang Oliver on 943 476 5919",
    Action: "Oliver rings back",
    Target: "as Mrs Fernhollow says",
  }),
].join("\r\n");

describe("what is released together", function () {
  this.timeout(600_000);
  let place: string;
  before(bundleProgram);
  after(removeProgram);
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), "release-"));
    const people = Array.from({ length: 14 }, (_, n) =>
      person(n + 1, request("2024-02-01", "2024-03-01", {}, issued("2024-06-03"), active())),
    );
    const late = person(
      20,
      request("2024-02-05", "2024-03-01", {}, issued("2024-09-02"), active()),
    );
    writeFiles(join(place, "in"), [xmlFile(smallReturn(2025, [...people, late]), "extract.xml")]);
  });
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  const run = (...args: string[]): Run => runProgram(place, args);
  const table = (path: string): Row[] =>
    parse(readFileSync(join(place, path)), { columns: true, bom: true });
  const foi = (out: string, by = "month"): Run =>
    run("foi", "in", "--from", "2024-01-01", "--to", "2024-12-31", "--by", by, "--out", out);
  const publish = (out: string): Run =>
    run("build", "in", "--out", out, "--profile", "public", "--no-report");

  it("is kept in a register beside the settings, once, and by a published output alone", () => {
    expect(publish("public").stdout).to.match(/no register of releases/);
    const first = run("release", "accept", "public", "in");
    expect(first.status, first.stderr).to.equal(0);
    const files = readdirSync(join(place, "in/published"));
    expect(files).to.have.length(1);
    expect(run("release", "accept", "public", "in").stdout).to.match(/Already in the register/);
    expect(readdirSync(join(place, "in/published"))).to.deep.equal(files);
    const rows = table(`in/published/${files[0]}`);
    expect(rows.some(({ low }) => low !== "")).to.equal(true);
    expect(rows.filter(({ low, high }) => (low === "") !== (high === ""))).to.deep.equal([]);
    expect(publish("again").stdout).to.match(/beside what was released before \(1 /);
    run("build", "in", "--out", "internal", "--no-report");
    const internal = run("release", "accept", "internal", "in");
    expect([internal.status, internal.stderr]).to.deep.equal([2, internal.stderr]);
    expect(internal.stderr).to.match(/not for publishing/);
  });

  it("never shows in a pack what a build hides, whatever the periods of the pack", () => {
    publish("public");
    const hidden = new Set(
      table("public/star/kpi_value.csv")
        .filter(
          ({ status, indicator_id: id, frequency, breakdown }) =>
            status === "suppressed" &&
            id === "ehc_plans_issued" &&
            frequency === "month" &&
            breakdown === "all",
        )
        .map(({ period_start: start }) => start),
    );
    expect(hidden.size).to.be.greaterThan(0);
    const pack = foi("pack");
    expect(pack.status, pack.stderr).to.equal(0);
    const shown = table("pack/events-by-month.csv").filter(
      ({ From, Month, "New plans issued": issuedThen }) =>
        Month !== "All" && hidden.has(From) && issuedThen !== "c",
    );
    expect(shown).to.deep.equal([]);
    expect(run("release", "accept", "pack", "in").status).to.equal(0);
    expect(foi("weeks", "week").status).to.equal(0);
  });

  it("keeps a later build from what an earlier release hid, though the rules let it through", () => {
    publish("public");
    run("release", "accept", "public", "in");
    const before = table("public/star/kpi_value.csv");
    writeFileSync(
      join(place, "in/send-scorecard.json"),
      JSON.stringify({ disclosure: { public: { threshold: 3 } } }),
    );
    publish("later");
    const after = table("later/star/kpi_value.csv");
    expect(after.length).to.equal(before.length);
    const given = after.filter(
      ({ status }, i) => before[i].status === "suppressed" && status === "ok",
    );
    expect(given).to.deep.equal([]);
  });

  it("refuses a register that somebody changed, and says what to do", () => {
    publish("public");
    run("release", "accept", "public", "in");
    const [name] = readdirSync(join(place, "in/published"));
    writeFileSync(join(place, "in/published", name), "measure\r\n");
    const { status, stderr } = publish("later");
    expect([status, existsSync(join(place, "later"))]).to.deep.equal([3, false]);
    expect(stderr).to.match(/register of releases cannot be read or was changed/);
  });

  it("holds of a KPI sheet numbers and listed names alone; words that name a person are findings", () => {
    writeFileSync(join(place, "in/board.csv"), INVENTED);
    const nothing = publish("public");
    expect(nothing.stdout).to.match(/2 KPIs of sheets are left out/);
    const words = /drop-in|Helpline|Tamsin|Fernhollow|Oliver|9434765919|Voice|Core|SEND Board/;
    const star = (out: string): string =>
      ["indicator", "kpi_value", "source"]
        .map((name) => readFileSync(join(place, out, `star/${name}.csv`), "utf8"))
        .join("\n");
    expect(star("public")).not.to.match(words);
    writeFileSync(
      join(place, "in/send-scorecard.json"),
      JSON.stringify({ publish: { names: ["families at the drop-in"] } }),
    );
    publish("named");
    expect(star("named")).to.include("Families at the drop-in");
    expect(star("named").replaceAll("Families at the drop-in", "")).not.to.match(
      /Helpline|Tamsin|Fernhollow|Oliver|SEND Board/,
    );
    const check = run("check", "in", "--json", "--quiet");
    const found = (JSON.parse(check.stdout).findings as Row[]).filter(({ rule }) => rule === "B60");
    expect(found.map(({ field }) => field).sort()).to.deep.equal([
      "action",
      "commentary",
      "owner",
      "priority",
      "target",
    ]);
    expect(JSON.stringify(found)).not.to.match(/Tamsin|Fernhollow|Oliver|943/);
    const strict = run("build", "in", "--out", "strict", "--strict", "--no-report");
    expect([strict.status, existsSync(join(place, "strict"))]).to.deep.equal([3, false]);
    expect(strict.stderr).to.match(/board\.csv, row 3: commentary/);
    expect(strict.stderr).not.to.match(/Fernhollow|Oliver/);
  });

  it("has a key that is made, shown and rotated, with a map that is destroyed after use", () => {
    const environment = { SEND_SCORECARD_KEY: "", XDG_CONFIG_HOME: join(place, "profile") };
    const withFile = (...args: string[]): Run => runProgram(place, args, environment);
    if (process.platform === "win32") return;
    const key = join(place, "profile/send-scorecard/key");
    expect(withFile("key").stdout).to.include(key);
    const first = readFileSync(key, "utf8");
    expect(withFile("build", "in", "--out", "one", "--no-report").stdout).to.include(key);
    // Settings that cannot be read leave the key as it is.
    const none = withFile("key", "rotate", "in", "--map", "map.csv", "--config", "none.json");
    expect([none.status, readFileSync(key, "utf8")]).to.deep.equal([2, first]);
    const rotated = withFile("key", "rotate", "in", "--map", "map.csv", "--authority", "999");
    expect(rotated.status, rotated.stderr).to.equal(0);
    withFile("build", "in", "--out", "two", "--no-report");
    const map = new Map(
      table("map.csv").map(({ old_pseudonym: old, new_pseudonym: now }) => [old, now]),
    );
    const pseudonyms = (out: string): string[] =>
      table(`${out}/star/person.csv`)
        .map(({ pseudonym }) => pseudonym)
        .sort();
    expect(
      pseudonyms("one")
        .map((old) => map.get(old)!)
        .sort(),
    ).to.deep.equal(pseudonyms("two"));
    expect(readFileSync(key, "utf8")).not.to.equal(first);
    expect(rotated.stdout + rotated.stderr).not.to.include(first.trim());
    expect(withFile("key", "destroy", "map.csv").status).to.equal(0);
    expect([existsSync(join(place, "map.csv")), existsSync(`${key}.old`)]).to.deep.equal([
      false,
      false,
    ]);
    rmSync(key);
    const salted = {
      ...environment,
      SEND_SCORECARD_PASSPHRASE: "nine grey herons over Poole quay",
    };
    const made = runProgram(place, ["key", "--passphrase"], salted);
    expect(made.status, made.stderr).to.equal(0);
    expect(readFileSync(key, "utf8")).to.match(/^scrypt /);
    const built = runProgram(place, ["build", "in", "--out", "three", "--no-report"], salted);
    expect(built.stdout).to.include("SEND_SCORECARD_PASSPHRASE");
    expect(withFile("build", "in", "--out", "four").stderr).to.match(/PASSPHRASE is not set/);
  });
});
