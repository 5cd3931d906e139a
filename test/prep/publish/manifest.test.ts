import { expect } from "chai";
import { METHOD } from "../../../prep/publish/disclosure/profile";
import { manifestText, settingsHash } from "../../../prep/publish/manifest";
import type { ManifestParts } from "../../../prep/publish/manifest";
import { loadParquetEngine } from "../../../prep/publish/parquet";
import { starFiles } from "../../../prep/publish/star-files";
import { starFrame } from "../../../prep/star/frame";
import { columnsOfRows, everyType } from "./any-table";

const star = new Map([
  ["every_type", { declaration: everyType, frame: starFrame(everyType, columnsOfRows([])) }],
]);
const parts: ManifestParts = {
  product: { name: "send-scorecard", version: "0.1.0" },
  schemaVersion: "1",
  configurationHash: "ab",
  inputs: [
    { name: "b.xml", bytes: 2, sha256: "02" },
    { name: "a.xml", bytes: 1, sha256: "01" },
  ],
  rows: [{ file: "a.xml", table: "person", rowsIn: 3, rowsOut: 2, rowsRejected: 1 }],
  disclosure: { profile: "internal", restricted: true },
  star,
  files: [{ path: "star/every_type.csv", bytes: 5, sha256: "03" }],
  run: { builtAt: "2026-01-02T03:04:05Z", timings: { read: 1.5 } },
};

describe("the manifest", () => {
  it("has inputs, rows, tables with their schema, files and the disclosure profile", () => {
    const manifest = JSON.parse(manifestText(parts));
    expect(manifest.inputs.map(({ name }: { name: string }) => name)).to.deep.equal([
      "a.xml",
      "b.xml",
    ]);
    expect(manifest.rows).to.deep.equal([
      { file: "a.xml", table: "person", in: 3, out: 2, rejected: 1 },
    ]);
    expect(manifest.tables[0]).to.deep.include({ name: "every_type", kind: "fact", rows: 0 });
    expect(manifest.tables[0].columns[9]).to.deep.equal({ name: "until", type: "date" });
    expect(manifest.disclosure).to.deep.equal({ profile: "internal", restricted: true });
  });

  it("names no input and no row count of one in what is published", () => {
    const rules = {
      threshold: 5,
      roundTo: 1,
      showZeros: true,
      centilePeople: 10,
      showUnchecked: false,
    };
    const manifest = JSON.parse(
      manifestText({
        ...parts,
        inputs: null,
        rows: null,
        disclosure: { profile: "public", method: METHOD, ...rules },
      }),
    );
    expect(manifest).not.to.have.any.keys("inputs", "rows");
    expect(manifest.disclosure).to.deep.equal({ profile: "public", method: METHOD, ...rules });
  });

  it("differs between two runs over the same input only in `run`", () => {
    const again = manifestText({
      ...parts,
      inputs: [...parts.inputs!].reverse(),
      run: { builtAt: "2026-02-02T00:00:00Z", timings: { read: 2 } },
    });
    const but = (text: string): unknown => ({ ...JSON.parse(text), run: null });
    expect(but(again)).to.deep.equal(but(manifestText(parts)));
    expect(again).not.to.equal(manifestText(parts));
  });

  it("hashes settings whatever the order of their keys, and notices a change", async () => {
    expect(await settingsHash({ a: 1, b: { c: [1, 2], d: null } })).to.equal(
      await settingsHash({ b: { d: null, c: [1, 2] }, a: 1 }),
    );
    expect(await settingsHash({ a: 1 })).not.to.equal(await settingsHash({ a: 2 }));
    expect(await settingsHash({})).to.equal(
      "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
    );
  });
});

describe("the files of a star", () => {
  it("are one for each table and format", async () => {
    const parquet = await loadParquetEngine();
    const paths = (options: Parameters<typeof starFiles>[1]): string[] =>
      [...starFiles(star, options)].map(({ path }) => path);
    expect(paths({ parquet, csv: true })).to.deep.equal([
      "star/every_type.parquet",
      "star/every_type.csv",
    ]);
    expect(paths({ parquet: null, csv: true })).to.deep.equal(["star/every_type.csv"]);
  });
});
