import { expect } from "chai";
import { check, text } from "./run";

const SHEET = text(
  "kpis.csv",
  "Indicator,Better when,Unit,Period,Value,Target\r\nOur own plans,higher,per cent,Mar 25,61,70\r\n",
);
const target = (indicator: string, more: object = {}) => ({
  indicator,
  target: "95",
  tolerance: null,
  polarity: null,
  from: null,
  ...more,
});

describe("names in the settings that are of nothing", () => {
  it("are told all at once, with the nearest name, and known ones are not", async () => {
    const { findings } = await check([SHEET], {
      authority: "839",
      targets: [
        target("our_own_plans"),
        target("our_own_plan"),
        target("xyzzy"),
        target("our_own_plans", { target: "lots", tolerance: "a bit", polarity: "sideways" }),
      ],
    });
    const said = findings
      .filter(({ rule }) => /^T0/.test(rule))
      .map(({ rule, message }) => `${rule} ${message}`);
    expect(said.sort()).to.deep.equal([
      'T01 The target of our_own_plans is neither a number, TBC, a comparator such as "below national", nor milestones such as "70 by Mar 25, 80 by Mar 26". ' +
        'The tolerance of our_own_plans is not one of: 5, "5 points", "10% of target", "90 to 95". ' +
        "The polarity of our_own_plans is not higher, lower or neutral.",
      "T02 A target is set for our_own_plan, which is no indicator. Did you mean our_own_plans?",
      "T02 A target is set for xyzzy, which is no indicator.",
    ]);
  });
});
