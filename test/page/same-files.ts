import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect } from "chai";
import { unzipSync } from "fflate";

/** What differs between two runs: when they ran, and so the hash of a page that says it. */
const TIMES = /\d{4}-\d\d-\d\dT[\d:.]+Z|"path": "[^"]+\.txt",\s+"bytes": \d+,\s+"sha256": "\w+"/g;
const comparable = (path: string, bytes: Uint8Array): string =>
  /\.(?:json|txt)$/.test(path)
    ? new TextDecoder().decode(bytes).replace(TIMES, "")
    : Buffer.from(bytes).toString("base64");

/** The output of the command line, and the zip that the page saved, file by file. */
export function expectSame(out: string, zip: Uint8Array): void {
  const found = unzipSync(zip);
  const known = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(out, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
  expect(Object.keys(found).sort()).to.deep.equal(known.sort());
  for (const path of known)
    expect(comparable(path, found[path]), path).to.equal(
      comparable(path, readFileSync(join(out, path))),
    );
}
