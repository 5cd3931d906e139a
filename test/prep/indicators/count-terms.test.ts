import { expect } from "chai";
import { countTerms, type TermRows } from "../../../prep/indicators/count-terms";
import type { Figure } from "../../../prep/indicators/figure";
import type { CountBy } from "../../../prep/indicators/indicator";
import { defineView } from "../../../prep/indicators/view";

const suspensions = defineView({ name: "suspension", columns: {}, flags: {}, breakdowns: {} });

const TERM = 2024 * 3;

describe("counting by term", () => {
  it("counts a pupil where the last suspension was, whatever exclusion came after it", () => {
    const count: CountBy<"term"> = {
      clock: "term",
      view: suspensions,
      id: "pupils_suspended",
      statistic: "count",
      numerator: "suspended",
      breakdowns: ["school"],
      unit: "person",
    };
    // One pupil: suspended at school A, then permanently excluded from school B.
    const view: TermRows = {
      clock: "term",
      terms: new Set([TERM]),
      roll: () => null,
      term: Int32Array.of(TERM, TERM),
      rows: {
        count: 2,
        measures: { suspended: [1, 0] },
        units: { person: { count: 1, of: Int32Array.of(0, 0) } },
        breakdowns: { school: { values: ["A", "B"], groups: Uint8Array.of(0, 1) } },
      },
    };
    const figures: Figure[] = [];
    countTerms(count, view, (figure) => figures.push(figure));
    const bySchool = figures
      .filter(({ frequency, breakdown }) => frequency === "term" && breakdown === "school")
      .map(({ breakdownValue, value }) => [breakdownValue, value]);
    expect(bySchool).to.deep.equal([
      ["A", 1],
      ["B", 0],
    ]);
  });
});
