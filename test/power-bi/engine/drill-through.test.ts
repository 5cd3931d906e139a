import { expect } from "chai";
import { ask } from "./engine";
import { builtSample, type Built } from "./built";

/** Lists of rows: the measure, the column of the date that it counts by, and its flag. */
const lists = [
  { count: "Requests received", date: "received_date", flag: "received" },
  { count: "Decisions on requests", date: "decision_date", flag: "decided" },
  { count: "Plans issued", date: "assessment_outcome_date", flag: "issued" },
];

describe("the rows behind a figure, evaluated", function () {
  this.timeout(600_000);
  let world: Built;
  before(async () => {
    world = await builtSample();
  });

  for (const { count, date, flag } of lists)
    it(`are the requests that count in the year (${count})`, async () => {
      const requests = world.table("ehc_request");
      const answers = await ask(world.folder, [
        { measures: [count], filters: { "Date.Academic year": ["2024/25"] } },
        ...requests.map(({ request_key: key }) => ({
          measures: [count],
          filters: {
            "Date.Academic year": ["2024/25"],
            "EHC requests.Request key": [Number(key)],
          },
          by: ["EHC requests.Request key"],
        })),
      ]);
      const [whole, ...rows] = answers.map((answer) => answer[count]);
      const counted = requests.filter(
        (row) => row[flag] === "1" && row[date] >= "2024-09-01" && row[date] <= "2025-08-31",
      );
      expect(whole).to.equal(counted.length).and.to.be.greaterThan(5);
      expect(
        requests.filter((_, i) => rows[i] === 1).map(({ request_key: key }) => key),
      ).to.deep.equal(counted.map(({ request_key: key }) => key));
    });
});
