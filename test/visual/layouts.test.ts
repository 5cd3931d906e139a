import { drawLayouts } from "./anybodys/layouts";

describe("one truth in tables of many shapes", function () {
  it("is drawn right, or visibly not sure, in 150 of them", () => drawLayouts(150, 1));
});
