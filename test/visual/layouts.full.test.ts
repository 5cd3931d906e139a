import { drawLayouts } from "./anybodys/layouts";

describe("one truth in tables of many shapes", function () {
  this.timeout(1_800_000);

  it("is drawn right, or visibly not sure, in 10,000 of them", () => drawLayouts(10_000, 2));
});
