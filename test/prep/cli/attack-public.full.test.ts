import { attackPrograms } from "./attack-programs";

describe("an attack on all that a council publishes by the profile public", function () {
  attackPrograms.call(this, "public", { people: 70, seeds: [1] });
});
