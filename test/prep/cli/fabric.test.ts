import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { parquetReadObjects } from "hyparquet";
import { buildCommand } from "../../../prep/cli/commands/build";
import { run } from "../../../prep/cli/program";
import { pipeline } from "../../../prep/pipeline";

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
  const rows = async (name: string): Promise<Record<string, unknown>[]> => {
    const { buffer, byteOffset, byteLength } = readFileSync(out(`lakehouse/${name}.parquet`));
    return await parquetReadObjects({
      file: buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer,
    });
  };

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
