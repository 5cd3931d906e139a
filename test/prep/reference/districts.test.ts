import { expect } from "chai";
import { authorities } from "../../../prep/reference/authorities";
import { upperTierOf } from "../../../prep/reference/districts";

describe("districts", () => {
  it("count for the council that has the upper tier's duties today", () => {
    const known = {
      E07000163: "E06000065",
      E07000106: "E10000016",
      E07000242: "E10000015",
      E07000244: "E10000029",
      E07000048: "E06000058",
      E07000246: "E06000066",
      E07000150: "E06000061",
      E07000151: "E06000062",
      E07000239: "E10000034",
    };
    for (const [district, council] of Object.entries(known))
      expect(upperTierOf(district), district).to.equal(council);
  });

  it("are counted for councils of today only, each county with some", () => {
    const current = new Set(
      authorities()
        .filter(({ until }) => until === null)
        .map(({ onsCode }) => onsCode),
    );
    const councils = new Set(
      Array.from({ length: 247 }, (_, i) => `E07${String(i).padStart(6, "0")}`)
        .map(upperTierOf)
        .filter((code) => !code.startsWith("E07")),
    );
    for (const code of councils) expect(current.has(code), code).to.equal(true);
    for (const code of current)
      if (code.startsWith("E10")) expect(councils.has(code), code).to.equal(true);
  });

  it("leave every other code as it is", () => {
    for (const code of [
      "",
      "E08000035",
      "E06000059",
      "W06000015",
      "E07000999",
      "E10000016",
      "E0700016",
    ])
      expect(upperTierOf(code)).to.equal(code);
  });
});
