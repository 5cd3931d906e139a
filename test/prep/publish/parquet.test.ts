import { expect } from "chai";
import fc from "fast-check";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { isoOf } from "../../../prep/calendar/day";
import { TextColumn } from "../../../prep/columns/column";
import { loadParquetEngine, parquetBytes } from "../../../prep/publish/parquet";
import type { ParquetEngine } from "../../../prep/publish/parquet";
import { starFrame } from "../../../prep/star/frame";
import type { StarTable } from "../../../prep/star/declaration";
import { anyRows, columnsOfRows, everyType } from "./any-table";
import type { Row } from "./any-table";
import { pageKinds } from "./parquet-pages";

const bufferOf = (bytes: Uint8Array): ArrayBuffer => bytes.slice().buffer as ArrayBuffer;

describe("Parquet", () => {
  let engine: ParquetEngine;
  const write = (rows: readonly Row[]): Uint8Array =>
    parquetBytes(engine, everyType, starFrame(everyType, columnsOfRows(rows)));
  const repeated = (count: number): Row[] =>
    Array.from({ length: count }, (_, i) => ({
      key: i,
      whole: i % 7,
      amount: i / 3,
      ratio: i % 2 ? null : i,
      flag: i % 2 === 0,
      yes: null,
      word: `w${i}`,
      code: i % 3 ? "ASD" : "SEMH",
      on: i,
      until: null,
    }));

  before(async () => {
    engine = await loadParquetEngine();
  });

  it("reads back the same by hyparquet, whatever the values", async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, async (rows) => {
        const read = await parquetReadObjects({ file: bufferOf(write(rows)) });
        const plain = (value: unknown): unknown =>
          value instanceof Date
            ? isoOf(value.getTime() / 86_400_000)
            : typeof value === "bigint"
              ? Number(value)
              : (value ?? null);
        const got = read.map((record) =>
          Object.fromEntries(Object.entries(record).map(([name, value]) => [name, plain(value)])),
        );
        const iso = (day: number | null): string | null => (day === null ? null : isoOf(day));
        expect(got).to.deep.equal(
          rows.map((row) => ({ ...row, on: iso(row.on), until: iso(row.until) })),
        );
      }),
      { numRuns: 60 },
    );
  });

  it("uses only the types, codec, page version and encodings that Power Query is known to read", () => {
    const bytes = write(repeated(20_000));
    const metadata = parquetMetadata(bufferOf(bytes));
    const types = Object.fromEntries(
      metadata.schema
        .slice(1)
        .map(({ name, type, converted_type, repetition_type }) => [
          name,
          [type, converted_type ?? null, repetition_type],
        ]),
    );
    expect(types).to.deep.equal({
      key: ["INT64", null, "OPTIONAL"],
      whole: ["INT64", null, "OPTIONAL"],
      amount: ["DOUBLE", null, "OPTIONAL"],
      ratio: ["DOUBLE", null, "OPTIONAL"],
      flag: ["BOOLEAN", null, "OPTIONAL"],
      yes: ["BOOLEAN", null, "OPTIONAL"],
      word: ["BYTE_ARRAY", "UTF8", "OPTIONAL"],
      code: ["BYTE_ARRAY", "UTF8", "OPTIONAL"],
      on: ["INT32", "DATE", "OPTIONAL"],
      until: ["INT32", "DATE", "OPTIONAL"],
    });
    const chunks = metadata.row_groups.flatMap((group) =>
      group.columns.map((column) => column.meta_data!),
    );
    expect(new Set(chunks.map(({ codec }) => codec))).to.deep.equal(new Set(["SNAPPY"]));
    for (const { encodings } of chunks)
      expect(
        encodings.filter((name) => !["PLAIN", "RLE", "RLE_DICTIONARY"].includes(name)),
      ).to.deep.equal([]);
    const pages = chunks.flatMap((chunk) => pageKinds(bytes, chunk));
    expect(new Set(pages.map(({ type }) => type))).to.deep.equal(
      new Set(["DATA_PAGE", "DICTIONARY_PAGE"]),
    );
    for (const { type, encoding } of pages)
      expect(type === "DICTIONARY_PAGE" ? ["PLAIN"] : ["PLAIN", "RLE_DICTIONARY"]).to.include(
        encoding,
      );
    expect(chunks.find(({ path_in_schema }) => path_in_schema[0] === "code")!.encodings).to.include(
      "RLE_DICTIONARY",
    );
  });

  it("writes the same bytes for the same table", () => {
    expect(Buffer.compare(write(repeated(500)), write(repeated(500)))).to.equal(0);
  });

  it("writes an empty table with its columns", () => {
    const metadata = parquetMetadata(bufferOf(write([])));
    expect(Number(metadata.num_rows)).to.equal(0);
    expect(metadata.schema.slice(1).map(({ name }) => name)).to.deep.equal(
      everyType.columns.map(({ name }) => name),
    );
  });

  it("leaves out dictionary entries that no row uses", () => {
    const declaration: StarTable = {
      ...everyType,
      columns: [{ name: "code", type: "text", label: "Code", description: "Code" }],
    };
    const code = new TextColumn(new Int32Array(50).fill(1), ["", "used", "never-used"]);
    const text = Buffer.from(
      parquetBytes(engine, declaration, starFrame(declaration, { code })),
    ).toString("latin1");
    expect(text).to.include("used");
    expect(text).not.to.include("never-used");
  });
});
