import { expect } from "chai";
import { build, rowsOf, text } from "../../pipeline/run";

const built = async (lines: readonly string[]) => {
  const { star, findings } = await build([text("board.csv", `${lines.join("\n")}\n`)], {
    authority: "839",
  });
  const ratings = new Map(
    rowsOf(star, "kpi_value").map((row) => [String(row.indicator_id), row] as const),
  );
  return { ratings, rules: findings.map(({ rule }) => rule) };
};

describe("a figure that its unit makes impossible", () => {
  it("is shown with a caution and told; a change or a share of a plan may be so", async () => {
    const { ratings, rules } = await built([
      "KPI,Mar 25",
      "% of parents content,185%",
      "% of visits in time,-4%",
      "Number of visits,-3",
      "% change in visits,-4%",
      "% of capacity in use,112%",
      "% of pupils seen,100%",
    ]);
    const care = [...ratings].map(([id, row]) => [id, row.comparability]);
    expect(care).to.deep.equal([
      ["pct_of_parents_content", "caution"],
      ["pct_of_visits_in_time", "caution"],
      ["number_of_visits", "caution"],
      ["pct_change_in_visits", "comparable"],
      ["pct_of_capacity_in_use", "comparable"],
      ["pct_of_pupils_seen", "comparable"],
    ]);
    expect(ratings.get("pct_of_parents_content")!.value).to.equal(185);
    expect(rules.filter((rule) => rule === "B92")).to.have.length(3);
  });
});

describe("a tolerance", () => {
  it("that is not understood is told, and 5% is points of a percentage, else of the target, whatever the layout of the sheet", async () => {
    const { ratings, rules } = await built([
      "KPI,Good is,Target,Tolerance,Mar 25",
      "% of parents content,High,80%,a little,77%",
      "% of visits in time,High,80%,5 points,77%",
      "% of calls answered,High,80%,5%,75%",
      "% of reviews held,High,80%,5%,74.9%",
      "Weeks waited,Low,20,10%,22",
      "Weeks to a visit,Low,20,10%,22.1",
    ]);
    expect([...ratings.values()].map(({ rating }) => rating)).to.deep.equal([
      "missed",
      "near",
      "near",
      "missed",
      "near",
      "missed",
    ]);
    expect(rules.filter((rule) => rule === "B15")).to.have.length(1);
  });
});

describe("the key of the ratings below a table", () => {
  const board = (key: readonly string[]): string[] => [
    "KPI,Good is,Target,Mar 25",
    "% of parents content,High,80%,77%",
    "Weeks waited,Low,20,21.5",
    "",
    ...key,
  ];
  const rated = async (key: readonly string[]): Promise<unknown> => {
    const { ratings, rules } = await built(board(key));
    return [
      ...[...ratings.values()].map(({ rating }) => rating),
      rules.includes("B93") ? "told" : "not told",
    ];
  };

  it("gives a tolerance to KPIs without one, in points of percentages, else of the target", async () => {
    for (const words of [
      "Amber,Within 5% of target",
      "Amber: within 5% of the target",
      "Yellow,Up to 5% off target",
    ])
      expect(
        await rated(["RAG Key:", "Red,Below", words, "Green,At or above target"]),
        words,
      ).to.deep.equal(["near", "missed", "not told"]);
    const points = ["RAG rating key", "Red,More", "Amber,within 5 percentage points of target"];
    expect(await rated(points)).to.deep.equal(["near", "missed", "not told"]);
    const tenth = ["Key", "Red,Below", "Amber,within 10% of target", "Green,On target"];
    expect(await rated(tenth)).to.deep.equal(["near", "near", "not told"]);
  });

  it("that speaks of the KPI's own tolerance is the usual rule, with or without its colours", async () => {
    const printed = [
      "RAG Key:",
      "Red,Below tolerance level",
      "Yellow,Within tolerance and target",
      "Green,At or above target level",
    ];
    expect(await rated(printed)).to.deep.equal(["missed", "missed", "not told"]);
    const uncoloured = printed.map((line) => line.replace(/^\w+,/, ","));
    expect(await rated(uncoloured)).to.deep.equal(["missed", "missed", "not told"]);
  });

  it("that is not understood is told", async () => {
    expect(
      await rated(["RAG key", "Red,Worse", "Amber,Some concern of the board", "Green,Fine"]),
    ).to.deep.equal(["missed", "missed", "told"]);
  });
});
