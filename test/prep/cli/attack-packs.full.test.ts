import { overlappingPacks, revisedTwice } from "./attack-months";
import { attackPrograms } from "./attack-programs";

describe("an attack on packs of overlapping days beside a build", function () {
  attackPrograms.call(this, "public", overlappingPacks(70));
});

describe("an attack on a build and packs of records that are revised between them", function () {
  attackPrograms.call(this, "public", revisedTwice(70));
});
