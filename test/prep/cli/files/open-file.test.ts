import { expect } from "chai";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { openFile } from "../../../../prep/cli/files/open-file";
import { scanCsv, scanXml } from "../../../../prep/scan/scan";

describe("file adapter", () => {
  let folder = "";
  before(() => (folder = mkdtempSync(join(tmpdir(), "scan-"))));
  after(() => rmSync(folder, { recursive: true }));

  const written = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const rows = Array.from({ length: 100_000 }, (_, i) => `${i},value ${i}`);
  const CSV = `id,text\n${rows.join("\n")}\n`;

  for (const [kind, content] of [
    ["plain", Buffer.from(CSV)],
    ["gzip", gzipSync(CSV)],
  ] as const) {
    it(`reads a ${kind} file in pieces, with its size and SHA-256`, async () => {
      const file = await openFile(written(`${kind}.csv`, content));
      expect([file.name, file.size, file.sha256()]).to.deep.equal([
        `${kind}.csv`,
        content.length,
        null,
      ]);
      const result = await scanCsv(file.chunks, { table: "t" });
      expect(result.problems).to.deep.equal([]);
      expect([result.tables[0].rowCount, result.bytes]).to.deep.equal([100_000, CSV.length]);
      expect(result.tables[0].columns.get("text")!.at(99_999)).to.equal("value 99999");
      expect(file.sha256()).to.equal(createHash("sha256").update(content).digest("hex"));
    });
  }

  it("hashes the whole file though the scan stopped early", async () => {
    const content = `<m>&nbsp;</m>${" ".repeat(600_000)}`;
    const file = await openFile(written("stopped.xml", content));
    await scanXml(file.chunks, { records: {}, root: "m" });
    expect(file.sha256()).to.equal(createHash("sha256").update(content).digest("hex"));
  });

  it("keeps what a cut-off gzip file still gives, and says so", async () => {
    const packed = gzipSync(CSV);
    const file = await openFile(written("cut.csv.gz", packed.subarray(0, packed.length / 2)));
    const result = await scanCsv(file.chunks, { table: "t" });
    expect(result.tables[0].rowCount).to.be.greaterThan(10_000);
    expect(result.problems[0]).to.include({ code: "gzip-damaged", severity: "error" });
  });

  it("reads an empty file and refuses one that is not there", async () => {
    const file = await openFile(written("empty.csv", ""));
    expect(
      (await scanCsv(file.chunks, { table: "t" })).problems.map(({ code }) => code),
    ).to.deep.equal(["csv-empty"]);
    let thrown = "";
    await openFile(join(folder, "none.csv")).catch(
      (error: NodeJS.ErrnoException) => (thrown = error.code ?? ""),
    );
    expect(thrown).to.equal("ENOENT");
  });

  it("stops at a source that fails, and keeps what it read", async () => {
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield Buffer.from("a,b\n1,2\n3,");
      throw new Error("C:\\Users\\someone\\secret path");
    }
    const result = await scanCsv(failing(), { table: "t" });
    expect(result.tables[0].rowCount).to.equal(1);
    expect(result.rowsSeen.get("t")).to.equal(2);
    expect(result.problems.map(({ code, rowsRejected }) => [code, rowsRejected])).to.deep.equal([
      ["file-unreadable", 0],
      ["csv-truncated", 1],
    ]);
    expect(result.problems[0].message).to.not.contain("secret");
  });
});
