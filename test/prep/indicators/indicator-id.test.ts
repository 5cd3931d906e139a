import { expect } from "chai";
import fc from "fast-check";
import { collections } from "../../../prep/collections/index";
import { INDICATOR_ID, indicatorIdOf } from "../../../prep/indicators/indicator-id";
import { knowledgeOf } from "../../../prep/stages/knowledge";

describe("the id of an indicator", () => {
  it("is the words of its name, in lower case with underscores", () => {
    const ids = {
      "EHC plans issued within 20 weeks (%)": "ehc_plans_issued_within_20_weeks_pct",
      "  Annual reviews – held on time ": "annual_reviews_held_on_time",
      "School-age children": "school_age_children",
      "16-18 in education": "kpi_16_18_in_education",
      "–": "",
    };
    for (const [name, id] of Object.entries(ids)) expect(indicatorIdOf(name)).to.equal(id);
  });

  it("has one form, whatever the name", () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-zA-Z0-9 %_–-]*[a-zA-Z0-9][a-zA-Z0-9 %_–-]{0,120}$/),
        (name) => {
          const id = indicatorIdOf(name);
          expect(id).to.match(INDICATOR_ID);
          expect(id).not.to.match(/__|_$/);
          expect(id.length).to.be.at.most(94);
          expect(indicatorIdOf(id)).to.equal(id);
        },
      ),
    );
  });

  it("is of one name alone, however long the names are", () => {
    const long =
      "Number of children and young people with an EHC plan by primary need and by type of setting";
    const ids = ["Mainstream", "Special school"].map((part) => indicatorIdOf(`${long} - ${part}`));
    expect(new Set(ids).size).to.equal(2);
    for (const id of ids) expect(id.length).to.be.at.most(90);
  });

  it("is of the same form in the catalogue, so that a sheet's KPI of that name is that indicator", () => {
    for (const { id } of knowledgeOf(collections).indicators) {
      expect(id).to.match(INDICATOR_ID);
      expect(indicatorIdOf(id.replaceAll("_", " "))).to.equal(id);
    }
  });
});
