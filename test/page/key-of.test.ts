import { createHmac, randomBytes, scryptSync } from "node:crypto";
import { expect } from "chai";
import { hashOf } from "../../page/worker/key-of";

const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 };
const hmac = (key: Uint8Array, text: string): string =>
  createHmac("sha256", key).update(text).digest("hex");

describe("the keyed hash of the page", function () {
  it("is the one of Node for a key, and says whether it was used", async () => {
    const bytes = new Uint8Array(randomBytes(32));
    const { hash, isUsed } = await hashOf({ kind: "bytes", bytes });
    expect(isUsed()).to.equal(false);
    for (const text of ["upn:A123", "", "ünï", "x".repeat(1000)])
      expect(hash(text)).to.equal(hmac(bytes, text));
    expect(isUsed()).to.equal(true);
  });

  it("is the one of the command line for a passphrase with its salt", async () => {
    const [passphrase, salt] = ["five words that nobody has guessed", new Uint8Array(32).fill(9)];
    const { hash } = await hashOf({ kind: "passphrase", passphrase, salt });
    expect(hash("upn:A123")).to.equal(hmac(scryptSync(passphrase, salt, 32, COST), "upn:A123"));
  });

  it("stops with what to do where there is no key", async () => {
    const { hash } = await hashOf(null);
    expect(() => hash("upn:A123")).to.throw(/a key for their pseudonyms is needed/);
  });
});
