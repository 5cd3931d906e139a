import { overlappingPacks } from "./attack-months";
import { attackPrograms } from "./attack-programs";

describe("an attack on packs of overlapping days beside a build", function () {
  if (process.env.SEND_TEST_SEEDS === undefined)
    it("takes five minutes of processor: it is run by hand, with SEND_TEST_SEEDS=1");
  else attackPrograms.call(this, "public", overlappingPacks(70));
});
