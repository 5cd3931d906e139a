import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { parquetMetadata, parquetReadObjects, parquetSchema } from "hyparquet";
import { buildCommand } from "../../../prep/cli/commands/build";
import { run } from "../../../prep/cli/program";
import { pipeline } from "../../../prep/pipeline";
import { writeSen2Xml } from "../../../prep/sample/write/sen2-xml";
import { issued, person, request, smallReturn } from "../pipeline/small-return";

const BOARD = "Ref,KPI,Good is,Apr 25,Target\n29,Parents content,higher,70%,60%\n";
const KEY = "00112233445566778899aabbccddeeff0123456789abcdeffedcba9876543210";

describe("build --fabric", function () {
  let folder: string;
  let key: string | undefined;
  beforeEach(() => {
    key = process.env.SEND_SCORECARD_KEY;
    process.env.SEND_SCORECARD_KEY = KEY;
    folder = mkdtempSync(join(tmpdir(), "fabric-"));
    mkdirSync(join(folder, "in"));
    writeFileSync(join(folder, "in/board.csv"), BOARD);
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
    if (key === undefined) delete process.env.SEND_SCORECARD_KEY;
    else process.env.SEND_SCORECARD_KEY = key;
  });

  const out = (path: string): string => join(folder, "out", path);
  const build = (...options: string[]): Promise<number> =>
    run(
      ["build", join(folder, "in"), "--out", out(""), "--authority", "839", "--quiet", ...options],
      [buildCommand(pipeline)],
    );
  const bytes = (path: string): ArrayBuffer => {
    const { buffer, byteOffset, byteLength } = readFileSync(out(path));
    return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
  };
  const rows = (name: string): Promise<Record<string, unknown>[]> =>
    parquetReadObjects({ file: bytes(`lakehouse/${name}.parquet`) });
  const columnsOf = (path: string): string[] =>
    parquetSchema(parquetMetadata(bytes(path))).children.map(({ element }) => element.name);

  it("writes every table of the model as Parquet, the access list with its types", async () => {
    expect(await build("--fabric")).to.equal(0);
    expect(await rows("access")).to.deep.equal([]);
    writeFileSync(out("access.csv"), "user,area_code,setting_id\nhead@council.example,039,\n");
    expect(await build("--fabric")).to.equal(0);
    expect(await rows("access")).to.deep.equal([
      { user: "head@council.example", area_code: "039", setting_id: null },
    ]);
    expect(Object.keys((await rows("key_measures"))[0])).to.deep.equal(["Refreshed"]);
    expect((await rows("rows_read")).length).to.be.greaterThan(0);
  });

  it("writes each table that the model reads, once, with the columns that it reads", async () => {
    const ofOne = person(1, request("2024-02-01", "2024-03-01", {}, issued("2024-06-03")));
    const sen2 = Buffer.concat([...writeSen2Xml(smallReturn(2025, [ofOne], { LEA: "839" }))]);
    writeFileSync(join(folder, "in/sen2.xml"), sen2);
    expect(await build("--fabric")).to.equal(0);
    const tables = out("power-bi/SEND.SemanticModel/definition/tables");
    const read = readdirSync(tables).map((file) => {
      const text = readFileSync(join(tables, file), "utf8");
      const entity = /entityName: (\S+)/.exec(text)![1];
      const path = [`star/${entity}.parquet`, `lakehouse/${entity}.parquet`].find((one) =>
        existsSync(out(one)),
      );
      const wanted = [...text.matchAll(/sourceColumn: (\S+)/g)].map(([, name]) => name);
      expect(path, file).to.be.a("string");
      expect(columnsOf(path!), file).to.include.members(wanted);
      return entity;
    });
    expect(read).to.include.members(["ehc_request", "date", "date_received"]);
    expect(new Set(read).size).to.equal(read.length);
  });

  it("writes nothing where the access list cannot be read, and no list of people for publishing", async () => {
    mkdirSync(out(""));
    writeFileSync(out("access.csv"), "reader,area\nhead@council.example,039\n");
    expect(await build("--fabric")).to.equal(3);
    expect(() => readFileSync(out("manifest.json"))).to.throw();
    rmSync(out(""), { recursive: true });
    expect(await build("--fabric", "--profile", "public")).to.equal(0);
    for (const name of ["access", "finding", "rows_read"])
      expect(() => readFileSync(out(`lakehouse/${name}.parquet`)), name).to.throw();
    expect(await rows("key_measures")).to.have.length(1);
  });
});
