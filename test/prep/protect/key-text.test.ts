import { expect } from "chai";
import { randomBytes } from "node:crypto";
import { assert, property, uint8Array } from "fast-check";
import {
  base64UrlOf,
  bytesOfBase64Url,
  bytesOfHex,
  hexOf,
} from "../../../prep/protect/key-letters";
import { readKeyText } from "../../../prep/protect/key-strength";
import { newKey, newSalt, saltOf } from "../../../prep/protect/key-text";

describe("letters of keys", () => {
  it("are written and read as Node does", () =>
    assert(
      property(uint8Array({ maxLength: 70 }), (bytes) => {
        const known = Buffer.from(bytes);
        expect(hexOf(bytes)).to.equal(known.toString("hex"));
        expect(base64UrlOf(bytes)).to.equal(known.toString("base64url"));
        expect(bytesOfHex(known.toString("hex"))).to.deep.equal(bytes);
        expect(bytesOfBase64Url(known.toString("base64url"))).to.deep.equal(bytes);
      }),
    ));
});

describe("a key file", () => {
  it("holds a key that is taken, or the salt of a passphrase", () => {
    const random = (count: number) => new Uint8Array(randomBytes(count));
    expect(readKeyText(newKey(random)))
      .to.have.property("bytes")
      .of.length(32);
    expect(saltOf(newKey(random))).to.equal(null);
    const salt = random(32);
    expect(saltOf(newSalt(() => salt))).to.deep.equal(salt);
  });

  it("is never made of bytes that can be guessed", () => {
    const given = [new Uint8Array(32), new Uint8Array(randomBytes(32))];
    expect(newKey(() => given.shift()!)).to.not.match(/^0+$/m);
  });
});
