import { expect } from "chai";
import { strToU8, unzipSync, zipSync } from "fflate";
import { packTight } from "../../scripts/pack-tight.mjs";

const files = {
  "package.json": strToU8('{"a":1}'),
  "resources/": new Uint8Array(),
  "resources/visual.json": strToU8(
    Array.from({ length: 900 }, (_, i) => `{"n":${(i * 7919) % 641},"o":"${i % 13}"}`).join(),
  ),
};
const packed = (year: number): Uint8Array =>
  zipSync(files, { mtime: new Date(year, 5, 17, 13, 45, 10), level: 9 });

describe("a zip packed tight", () => {
  it("is the same whenever it was packed, smaller, and holds the same", async () => {
    expect(packed(2024)).not.to.deep.equal(packed(2026));
    const tight = await packTight(packed(2026));
    expect(await packTight(packed(2024))).to.deep.equal(tight);
    expect(tight.length).to.be.lessThan(packed(2026).length);
    expect({ ...unzipSync(new Uint8Array(tight)) }).to.deep.equal(unzipSync(packed(2026)));
    expect(Object.keys(unzipSync(new Uint8Array(tight)))).to.deep.equal(Object.keys(files));
  });
  it("is refused where it is none", async () => {
    let refused = false;
    await packTight(strToU8("no zip at all, but long enough to be one")).catch(() => {
      refused = true;
    });
    expect(refused).to.equal(true);
  });
});
