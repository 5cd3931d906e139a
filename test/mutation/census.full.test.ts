import { expectNoFaults, MINUTES } from "./report";
import { worldMakers } from "./worlds";

describe("every distortion of a school census, over and over", function () {
  this.timeout(MINUTES * 60_000);

  it("gives no wrong figure", () =>
    expectNoFaults([worldMakers.censusAsXml, worldMakers.censusAsCollect]));
});
