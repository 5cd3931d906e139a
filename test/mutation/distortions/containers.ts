import { gzipSync, Zip, zipSync, ZipDeflate } from "fflate";
import { inPlace, ofBytes, ofFiles, type Distortion } from "../distortion";
import type { WorldFile } from "../world";

const base = (name: string): string => name.slice(name.lastIndexOf("/") + 1);
const folder = (name: string): string => name.slice(0, name.lastIndexOf("/") + 1);

/** A zip that may have two entries of one name. */
function zipOf(entries: readonly (readonly [name: string, bytes: Uint8Array])[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const zip = new Zip((_, part) => parts.push(part));
  for (const [name, bytes] of entries) {
    const entry = new ZipDeflate(name);
    entry.mtime = "2020-01-01";
    zip.add(entry);
    entry.push(bytes, true);
  }
  zip.end();
  return new Uint8Array(Buffer.concat(parts));
}

const onDisk = (distortion: Distortion): Distortion => ({ ...distortion, onDisk: true });

const sameSource = (files: readonly WorldFile[], { source, form }: WorldFile): WorldFile[] =>
  files.filter((file) => file.source === source && file.form === form);

/** What files are packed in, and what they are called. */
export const containers: readonly Distortion[] = [
  onDisk(
    inPlace("nothing", { forms: ["csv", "xml"] }, "gzip", (file) => [
      { ...file, name: `${file.name}.gz`, bytes: gzipSync(file.bytes, { mtime: 0 }) },
    ]),
  ),
  inPlace("nothing", {}, "zip of one file", (file) => [
    {
      ...file,
      name: `${file.name}.zip`,
      bytes: zipSync({ [base(file.name)]: [file.bytes, { mtime: "2020-01-01" }] }),
    },
  ]),
  ofFiles("nothing", {}, "zip of all files of a source", (files, file) => {
    const packed = sameSource(files, file);
    const bytes = zipOf(packed.map((one) => [one.name, one.bytes]));
    return [
      ...files.filter((one) => !packed.includes(one)),
      { ...file, name: `${folder(file.name)}export.zip`, bytes },
    ];
  }),
  ofFiles("nothing", {}, "zip with an entry twice", (files, file) => {
    const packed = sameSource(files, file);
    const bytes = zipOf([...packed, file].map((one) => [one.name, one.bytes]));
    return [
      ...files.filter((one) => !packed.includes(one)),
      { ...file, name: "export.zip", bytes },
    ];
  }),
  ofFiles("nothing", {}, "a file given twice", (files, file) => [
    ...files,
    { ...file, name: `${file.name.replace(/(\.\w+)$/, " - Copy$1")}` },
  ]),
  ofFiles("nothing", {}, "a file and its zip", (files, file) => [
    ...files,
    {
      ...file,
      name: `backup/${base(file.name)}.zip`,
      bytes: zipOf([[base(file.name), file.bytes]]),
    },
  ]),
  inPlace("nothing", { sources: ["mhsds", "sheet"] }, "another name", (file) => [
    { ...file, name: `${folder(file.name)}download (1)${/\.\w+$/.exec(file.name)![0]}` },
  ]),
  inPlace("nothing", { forms: ["csv", "xml"] }, "extension .txt", (file) => [
    { ...file, name: file.name.replace(/\.\w+$/, ".txt") },
  ]),
  inPlace("nothing", {}, "extension in capitals", (file) => [
    { ...file, name: file.name.replace(/\.\w+$/, (end) => end.toUpperCase()) },
  ]),
  inPlace("nothing", { forms: ["xml", "workbook"] }, "extension .csv", (file) => [
    { ...file, name: file.name.replace(/\.\w+$/, ".csv") },
  ]),
  onDisk(
    inPlace("values", { forms: ["csv", "xml"] }, "gzip cut off", (file) => {
      const bytes = gzipSync(file.bytes, { mtime: 0 });
      return [
        { ...file, name: `${file.name}.gz`, bytes: bytes.slice(0, Math.floor(bytes.length * 0.7)) },
      ];
    }),
  ),
  inPlace("values", {}, "zip cut off", (file) => {
    const bytes = zipOf([[base(file.name), file.bytes]]);
    return [{ ...file, name: `${file.name}.zip`, bytes: bytes.slice(0, bytes.length >> 1) }];
  }),
  inPlace("values", {}, "zip within a zip", (file) => [
    {
      ...file,
      name: `${file.name}.zip`,
      bytes: zipOf([["inner.zip", zipOf([[base(file.name), file.bytes]])]]),
    },
  ]),
  ofBytes("values", {}, "an empty file", () => new Uint8Array(0)),
  ofBytes("values", {}, "a file of zero bytes alone", ({ length }) => new Uint8Array(length)),
  ofBytes("values", {}, "a workbook of Excel 2003", () =>
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(1016).fill(0)]),
  ),
  ofFiles("values", { forms: ["csv"] }, "a table of the export missing", (files, file) =>
    files.some((one) => one !== file && one.source === file.source)
      ? files.filter((one) => one !== file)
      : null,
  ),
];
