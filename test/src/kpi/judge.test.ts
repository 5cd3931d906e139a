import { expect } from "chai";
import { directionOf } from "../../../src/kpi/direction";
import { judgementOf, type JudgedSeries } from "../../../src/kpi/judge";
import { spcChart } from "../../../src/kpi/spc";

describe("the judgement of a movement", () => {
  const judged = (values: readonly (number | null)[], more: Partial<JudgedSeries> = {}) => {
    const polarity = more.polarity ?? "higher";
    const direction = directionOf({ value: values.at(-1)!, base: values.at(-2)!, polarity });
    return judgementOf(direction, {
      values,
      polarity,
      frequency: "month",
      cumulative: false,
      ...more,
    });
  };
  const noise = [50, 52, 49, 51, 50, 48, 52, 50, 49, 51, 50];

  it("is by the last two figures below twelve", () => {
    expect([judged([50, 51]), judged(noise), judged([51, 50])]).to.deep.equal([
      "improving",
      "worsening",
      "worsening",
    ]);
  });

  it("takes noise for steady from twelve on, and a special cause for news", () => {
    expect(judged([...noise, 51])).to.equal("steady");
    expect(judged([...noise, 49])).to.equal("steady");
    expect(judged([...noise, 70])).to.equal("improving");
    expect(judged([...noise, 70], { polarity: "lower" })).to.equal("worsening");
    expect(judged([...noise, 51], { by: "last_two" })).to.equal("improving");
    expect(judged([...noise, 51], { by: "off" })).to.equal(null);
    expect(judged([50, 51], { by: "spc" })).to.equal(null);
    expect(judged([...noise, 70], { polarity: "neutral" })).to.equal(null);
  });

  it("is by the last two where figures hold one another", () => {
    expect(judged([...noise, 51], { frequency: "rolling_12_months" })).to.equal("improving");
    expect(judged([...noise, 51], { cumulative: true })).to.equal("improving");
  });

  it("agrees with the icon of the chart, whatever the series", () => {
    let state = 7;
    const next = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
    for (let series = 0; series < 500; series++) {
      const drift = next() < 0.3 ? 1 : 0;
      const values = Array.from({ length: 12 + Math.floor(20 * next()) }, (_, i) =>
        next() < 0.05 ? null : Math.round(50 + 10 * next() + drift * i),
      );
      values.push(40 + Math.round(40 * next()));
      values[values.length - 2] = 50;
      const { variation, enoughPoints } = spcChart(values, { polarity: "higher" });
      if (!enoughPoints) continue;
      const wanted = variation.startsWith("improvement")
        ? "improving"
        : variation.startsWith("concern")
          ? "worsening"
          : "steady";
      expect(judged(values), values.join()).to.equal(wanted);
    }
  });
});
