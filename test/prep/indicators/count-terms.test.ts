import { expect } from "chai";
import { countTerms } from "../../../prep/indicators/count-terms";
import type { TermDefinition, TermView } from "../../../prep/indicators/definition";
import type { Figure } from "../../../prep/indicators/figure";

const TERM = 2024 * 3;

describe("counting by term", () => {
  it("counts a pupil where the last suspension was, whatever exclusion came after it", () => {
    const definition: TermDefinition = {
      kind: "term",
      id: "pupils_suspended",
      statistic: "count",
      fact: "suspension",
      numerator: "suspended",
      breakdowns: ["school"],
      unit: "person",
    };
    // One pupil: suspended at school A, then permanently excluded from school B.
    const view: TermView = {
      count: 2,
      term: Int32Array.of(TERM, TERM),
      measures: { suspended: [1, 0] },
      units: { person: { count: 1, of: Int32Array.of(0, 0) } },
      breakdowns: { school: { values: ["A", "B"], groups: [0, 1] } },
    };
    const figures: Figure[] = [];
    countTerms(definition, view, { terms: new Set([TERM]), roll: () => null }, (figure) =>
      figures.push(figure),
    );
    const bySchool = figures
      .filter(({ frequency, breakdown }) => frequency === "term" && breakdown === "school")
      .map(({ breakdownValue, value }) => [breakdownValue, value]);
    expect(bySchool).to.deep.equal([
      ["A", 1],
      ["B", 0],
    ]);
  });
});
