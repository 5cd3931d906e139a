import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join, relative, sep } from "node:path";
import { expect } from "chai";
import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { parquetReadObjects } from "hyparquet";
import { nhsNumberOf } from "../../../prep/sample/mhsds/identifiers";
import { allFiles } from "../../../prep/sample/all-files";
import { templateColumns } from "../../../prep/sources/kpi-sheet/template-columns";
import {
  bundleProgram,
  filesBelow,
  removeProgram,
  runProgram,
  writeFiles,
  type Run,
} from "./command-line";
import { bytesOf, text, type MemoryFile } from "./run";

/** Letters that no word has: a name that holds them was planted. */
const MARK = "qzx";
const NAMES = /^(?:surname|forename|middlenames?|preferredsurname|formersurname)$/i;
const IDENTIFIERS = /^(?:upn|formerupn|uniquelearnernumber|postcode|nhsnumber)$/i;

/** Extracts with marked names and NHS numbers, and the identifiers that stand in them. */
function planted(files: Iterable<MemoryFile>): { files: MemoryFile[]; identifiers: Set<string> } {
  const identifiers = new Set<string>();
  const numberOf = new Map<string, string>();
  const kept = (field: string, value: string): string => {
    if (value !== "" && NAMES.test(field)) return `${value}${MARK}`;
    if (value !== "" && IDENTIFIERS.test(field)) identifiers.add(value.toLowerCase());
    return value;
  };
  const csvLine = (cells: string[]): string =>
    cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",");
  const inCsv = (content: string): string => {
    const [header, ...rows] = parse(content, { bom: true, relax_column_count: true }) as string[][];
    const [person, number] = ["Person_ID", "NHSNumber"].map((name) => header.indexOf(name));
    const lines = rows.map((cells) => {
      const filled = [...cells];
      if (person >= 0 && number >= 0) {
        const known = numberOf.get(cells[person]) ?? nhsNumberOf(400_000 + numberOf.size);
        numberOf.set(cells[person], known);
        filled[number] = known;
      }
      return csvLine(filled.map((cell, i) => kept(header[i], cell)));
    });
    return [csvLine(header), ...lines, ""].join("\r\n");
  };
  const inXml = (content: string): string =>
    content.replaceAll(/<(\w+)>([^<]*)<\/\1>/g, (whole, tag: string, value: string) =>
      whole.replace(value, () => kept(tag, value)),
    );
  const out = [...files].map(({ name, chunks }): MemoryFile => {
    const content = Buffer.from(bytesOf(chunks)).toString("utf8");
    const isReference = /^(?:postcodes|school-register)/.test(name);
    if (isReference) return text(name, content);
    if (name.endsWith(".xml")) return text(name, inXml(content));
    return name.endsWith(".csv") ? text(name, inCsv(content)) : text(name, content);
  });
  return { files: out, identifiers };
}

/** Everything that a file says: what is packed is unpacked, what is in columns is decoded. */
async function wordsIn(path: string, bytes: Buffer): Promise<string> {
  if (extname(path) === ".parquet") {
    const file = new Uint8Array(bytes).buffer;
    const rows = await parquetReadObjects({ file });
    return rows.map((row) => Object.values(row).map(String).join("\n")).join("\n");
  }
  if ([".xlsx", ".pbiviz", ".zip"].includes(extname(path)))
    return Object.entries(unzipSync(bytes))
      .map(([name, content]) => `${name}\n${Buffer.from(content).toString("utf8")}`)
      .join("\n");
  return bytes.toString("utf8");
}

/** Letters that the words of the sheet hold. */
const SHEET_MARK = "vwk";
const FREE_TEXT = ["Section", "Priority", "Owner", "Commentary", "Action"];

describe("words that were planted in every field of a person and in the words of a sheet", function () {
  this.timeout(1_800_000);
  let place: string;
  let identifiers: Set<string>;
  before(() => {
    place = mkdtempSync(join(tmpdir(), "planted-"));
    const sample = planted(
      allFiles({ people: 40, years: 2, seed: 77, pupils: 40, mentalHealth: 25, errors: 12 }),
    );
    identifiers = sample.identifiers;
    const row = templateColumns
      .map(({ heading, examples }) =>
        FREE_TEXT.includes(heading) ? `${heading}${SHEET_MARK}` : examples[0],
      )
      .join(",");
    const sheet = [templateColumns.map(({ heading }) => heading).join(","), row, ""].join("\r\n");
    writeFiles(join(place, "in"), [...sample.files, text("board.csv", sheet)]);
    mkdirSync(join(place, "tmp"));
    return bundleProgram();
  });
  after(() => {
    rmSync(place, { recursive: true, force: true });
    removeProgram();
  });

  const run = (...args: string[]): Run => {
    const done = runProgram(place, args, { TMPDIR: join(place, "tmp"), TEMP: join(place, "tmp") });
    expect([0, 1], done.stderr).to.include(done.status);
    return done;
  };
  const packOf = (profile: string): Run => {
    const dates = ["--from", "2025-01-01", "--to", "2025-03-31"];
    return run("foi", "in", "--out", `pack-${profile}`, "--profile", profile, ...dates);
  };
  /** What a folder holds, by path below the place of the test. */
  const saidIn = (folder: string): Promise<[string, string][]> =>
    Promise.all(
      [...filesBelow(join(place, folder))].map(async ([path, bytes]): Promise<[string, string]> => [
        path.slice(place.length + 1),
        await wordsIn(path, bytes),
      ]),
    );
  /** Where planted words stand: in what was printed, and in each file of a folder. */
  async function found({ stdout, stderr }: Run, folder: string, isPublic: boolean) {
    const printed: [string, string][] = [
      ["standard output", stdout],
      ["standard error", stderr],
    ];
    const said = folder === "" ? [] : await saidIn(folder);
    return [...printed, ...said].flatMap(([where, content]) => {
      const folded = content.toLowerCase();
      const values = [...identifiers].filter((one) => folded.includes(one)).length;
      const isFound =
        folded.includes(MARK) || values > 0 || (isPublic && folded.includes(SHEET_MARK));
      return isFound ? [where] : [];
    });
  }

  it("plants names, UPNs, ULNs, NHS numbers and postcodes of all three collections", () => {
    expect(identifiers.size).to.be.greaterThan(100);
    expect([...identifiers].some((one) => /^999\d{7}$/.test(one))).to.equal(true);
    const marked = [...filesBelow(join(place, "in"))].filter(([, bytes]) => bytes.includes(MARK));
    const folders = marked.map(([path]) => relative(join(place, "in"), path).split(sep)[0]);
    expect(new Set(folders)).to.include.keys("census", "sen2");
  });

  it("stand in no file, list, project, page, log or temporary folder of an internal build", async () => {
    const build = run("build", "in", "--out", "internal");
    expect(await found(build, "internal", false)).to.deep.equal([]);
    const said = await saidIn("internal");
    const forms = new Set(said.map(([path]) => extname(path)));
    expect([...forms]).to.include.members([".csv", ".parquet", ".json", ".tmdl", ".html"]);
    const indicators = said.filter(([path]) => /star.indicator\./.test(path));
    // Both forms are looked through: the words of the sheet are found in them.
    expect(indicators.length).to.equal(2);
    for (const [path, content] of indicators)
      expect(content.toLowerCase().includes(SHEET_MARK), path).to.equal(true);
    // So are the list and the page of exceptions.
    const exceptions = said.filter(([path]) => path.includes(`${sep}exceptions${sep}`));
    expect(exceptions.map(([path]) => extname(path))).to.include.members([".csv", ".html"]);
    for (const [path, content] of exceptions.filter(([path]) => /exceptions\.\w+$/.test(path)))
      expect(content.toLowerCase().includes(SHEET_MARK), path).to.equal(true);
    expect(await found(run("check", "in"), "", false)).to.deep.equal([]);
  });

  it("stand in no workbook of a board, and names in none of a list that was not asked for them", async () => {
    mkdirSync(join(place, "board"));
    const board = run("board", "suggest", "in", "--out", join("board", "board.xlsx"));
    expect(await found(board, "board", false)).to.deep.equal([]);
    const list = run("lists", "annex-a", "in", "--as-at", "2025-12-31", "--out", "annex-a");
    expect(await found(list, "", false)).to.deep.equal([]);
    const workbooks = async (folder: string): Promise<string> =>
      (await saidIn(folder))
        .filter(([path]) => extname(path) === ".xlsx")
        .map(([, content]) => content.toLowerCase())
        .join("\n");
    const [ofBoard, ofList] = [await workbooks("board"), await workbooks("annex-a")];
    // Both were looked through: the one has the words of the sheet, the other identifiers.
    expect(ofBoard.includes(SHEET_MARK)).to.equal(true);
    expect([...identifiers].some((one) => ofList.includes(one))).to.equal(true);
    expect(ofList.includes(MARK)).to.equal(false);
  });

  for (const profile of ["public", "nhs"])
    it(`stand in no published build and no pack (${profile}), nor do the words of a sheet`, async () => {
      const build = run("build", "in", "--out", profile, "--profile", profile);
      expect(await found(build, profile, true)).to.deep.equal([]);
      const pack = packOf(profile);
      expect(await found(pack, `pack-${profile}`, true)).to.deep.equal([]);
    });

  it("stand in no internal pack, and nothing is left in temporary folders or the profile", async () => {
    expect(await found(packOf("internal"), "pack-internal", true)).to.deep.equal([]);
    const alerts = run("lists", "alerts", "in", "--as-at", "2025-12-31", "--out", "alerts");
    expect(await found(alerts, "", false)).to.deep.equal([]);
    expect(readdirSync(join(place, "tmp"))).to.deep.equal([]);
    expect(existsSync(join(place, "profile"))).to.equal(false);
  });
});
