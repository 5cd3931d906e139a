import { expect } from "chai";
import { strToU8, zipSync } from "fflate";
import { makeSample } from "../../../prep/sample/make-sample";
import { writeBladeCsv } from "../../../prep/sample/write/blade-csv";
import { unpackZip } from "../../../prep/scan/unpack-zip";
import { bytesOf, check, type MemoryFile } from "../pipeline/run";

const [ret] = makeSample({ people: 30, years: 1, seed: 3 }).returns;
const tables = writeBladeCsv(ret).map(({ name, chunks }) => ({ name, bytes: bytesOf(chunks) }));
const zipped = (extra: Record<string, Uint8Array> = {}): MemoryFile => ({
  name: "export.zip",
  chunks: [
    zipSync({ ...Object.fromEntries(tables.map(({ name, bytes }) => [name, bytes])), ...extra }),
  ],
});

/**
 * Two entries of one name: the second one is written under a name of the same length, which is then
 * changed in both places where it stands.
 */
function twice(name: string, first: string, second: string): Uint8Array {
  const other = name.replace(/^./, "~");
  const bytes = zipSync({ [name]: strToU8(first), [other]: strToU8(second) }, { level: 0 });
  for (let i = 0; i + other.length <= bytes.length; i++)
    if (strToU8(other).every((byte, k) => bytes[i + k] === byte)) bytes.set(strToU8(name), i);
  return bytes;
}

describe("zips of extracts", () => {
  it("are read as the files in them", async () => {
    const plain = await check(tables.map(({ name, bytes }) => ({ name, chunks: [bytes] })));
    const packed = await check([zipped({ "__MACOSX/._x": strToU8("x") })]);
    const counts = ({ rows }: typeof plain): string[] =>
      rows.map(({ table, rowsIn, rowsOut }) => `${table} ${rowsIn} ${rowsOut}`);
    expect(counts(packed)).to.deep.equal(counts(plain));
    expect(packed.files).to.deep.equal([
      { name: "export.zip", recognisedAs: `zip (files: ${tables.length})` },
    ]);
    expect(packed.findings.length).to.equal(plain.findings.length);
  });

  it("account for every entry: what is not recognised, and a zip within", async () => {
    const packed = await check([
      zipped({ "notes.txt": strToU8("Read me"), "older.zip": zipSync({ a: strToU8("b") }) }),
    ]);
    const told = packed.findings.map(({ file, message }) => `${file} ${message}`);
    expect(
      told.some((one) => one.startsWith("export.zip/notes.txt The file was not rec")),
    ).to.equal(true);
    expect(told.some((one) => one.startsWith("export.zip/older.zip A zip within a zip"))).to.equal(
      true,
    );
  });

  it("give both of two entries of one name, and refuse what unpacks beyond reason", () => {
    const unpacked = unpackZip(twice("a.csv", "one", "two"));
    expect(unpacked).to.have.property("repeated").that.deep.equals(["a.csv"]);
    expect(
      typeof unpacked === "string"
        ? []
        : unpacked.entries.map(({ name, bytes }) => `${name} ${new TextDecoder().decode(bytes)}`),
    ).to.deep.equal(["a.csv one", "a.csv (2) two"]);
    expect(unpackZip(zipSync({ a: new Uint8Array(70 * 2 ** 20) }))).to.equal("too-large");
    expect(unpackZip(strToU8("PK no zip at all, and long enough to look through"))).to.equal(
      "damaged",
    );
  });
});
