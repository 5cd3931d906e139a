import { twoMonths } from "./attack-months";
import { attackPrograms } from "./attack-programs";

describe("an attack on two builds and two packs of a council by the profile public", function () {
  attackPrograms.call(this, "public", twoMonths(70));
});
