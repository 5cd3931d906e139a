import { expect } from "chai";
import { strToU8, unzipSync, zipSync } from "fflate";
import { withoutTimes } from "../../scripts/zip-times.mjs";

const files = {
  "package.json": strToU8('{"a":1}'),
  "resources/": new Uint8Array(),
  "resources/visual.json": strToU8("x".repeat(5000)),
};
const packed = (year: number): Uint8Array =>
  zipSync(files, { mtime: new Date(year, 5, 17, 13, 45, 10) });

describe("a zip without its times", () => {
  it("is the same whenever it was packed, and holds the same", () => {
    expect(packed(2024)).not.to.deep.equal(packed(2026));
    expect(withoutTimes(packed(2024))).to.deep.equal(withoutTimes(packed(2026)));
    expect(unzipSync(withoutTimes(packed(2026)))).to.deep.equal(unzipSync(packed(2026)));
  });
  it("is refused where it is none or damaged", () => {
    expect(() => withoutTimes(strToU8("no zip at all, but long enough to be one"))).to.throw(
      "no zip",
    );
    const damaged = packed(2026);
    const view = new DataView(damaged.buffer);
    view.setUint32(damaged.length - 6, 3, true);
    expect(() => withoutTimes(damaged)).to.throw("damaged");
  });
});
