import { twoMonths } from "./attack-months";
import { attackPrograms } from "./attack-programs";

describe("an attack on two builds and two packs of a council by the profile nhs", function () {
  attackPrograms.call(this, "nhs", twoMonths(150));
});
