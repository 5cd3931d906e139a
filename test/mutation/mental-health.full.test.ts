import { expectNoFaults, MINUTES } from "./report";
import { worldMakers } from "./worlds";

describe("every distortion of a mental health extract, over and over", function () {
  this.timeout(MINUTES * 60_000);

  it("gives no wrong figure", () => expectNoFaults([worldMakers.mentalHealth]));
});
