import { overlappingPacks } from "./attack-months";
import { attackPrograms } from "./attack-programs";

describe("an attack on packs of overlapping days beside a build", function () {
  attackPrograms.call(this, "public", overlappingPacks(70));
});
