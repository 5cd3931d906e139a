import { expect } from "chai";
import { ask } from "./engine";
import { variants } from "./variants";

describe("the table Date received, evaluated", function () {
  this.timeout(900_000);

  for (const name of ["the sample", "of a Fabric lakehouse"])
    it(`chooses requests by their receipt, whatever date a measure counts by (${name})`, async () => {
      const world = await variants[name].world();

      const years = ["2022/23", "2023/24", "2024/25"];
      const dates = world.table("date");
      const daysIn = (year: string): Set<string> =>
        new Set(dates.filter((row) => row.academic_year === year).map(({ date }) => date));
      const issuedIn = daysIn("2024/25");
      const issued = world
        .table("ehc_request")
        .filter((row) => row.issued === "1" && issuedIn.has(row.assessment_outcome_date));
      const answers = await ask(
        world.folder,
        years.map((year) => ({
          measures: ["Plans issued"],
          filters: {
            "Date.Academic year": ["2024/25"],
            "Date received.Academic year received": [year],
          },
        })),
      );
      const wanted = years.map((year) => {
        const received = daysIn(year);
        return issued.filter((row) => received.has(row.received_date)).length;
      });
      expect(answers.map((answer) => answer["Plans issued"] ?? 0)).to.deep.equal(wanted);
      // Plans of a year come of requests of that year and of the one before.
      expect(wanted.filter((count) => count > 0).length).to.be.greaterThan(1);
    });
});
