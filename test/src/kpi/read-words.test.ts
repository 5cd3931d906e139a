import { expect } from "chai";
import fc from "fast-check";
import { formatNumber } from "../../../src/kpi/number-format";
import { readNumber } from "../../../src/kpi/read-number";
import { readPolarity } from "../../../src/kpi/read-polarity";
import { readSign } from "../../../src/kpi/read-sign";
import { readTargets, type ReadTarget } from "../../../src/kpi/read-target";
import { readTolerance } from "../../../src/kpi/read-tolerance";
import { dayNumber } from "../../../src/kpi/day-number";

/** Each text of a comma-separated list gives the same. */
const all = (texts: string, read: (text: string) => unknown, expected: unknown): void => {
  for (const text of texts.split("|")) expect(read(text), text).to.deep.equal(expected);
};

describe("signs in place of a figure", () => {
  it("knows what hides a number, and never makes one of it", () => {
    const hidden =
      "<5|≤4|< 5|<=4|0 to 4|1-4|1 – 4|0-2|1 to 7|5-10|Less than 5|fewer than 10|under 5|5 or fewer|>95%|" +
      "[c]|c|C|*|[low]|low|k|~|suppressed|Redacted";
    all(hidden, readSign, "suppressed");
    all(hidden, readNumber, null);
  });
  it("tells not applicable, not available, awaited and to be confirmed apart", () => {
    all(
      "n/a|N/A|N / A|#N/A|na|z|[z]|Not applicable|not measured for quarters|n.a.",
      readSign,
      "not_applicable",
    );
    all(
      "-|–|—|−|..|:|.|x|[x]|u|[u]|not available|unavailable|No data|not reported|not yet available",
      readSign,
      "not_available",
    );
    all("awaiting data|Awaited|data awaited|pending|not yet due", readSign, "awaiting");
    all("TBC|tbc|to be confirmed|TBA|not set", readSign, "to_be_confirmed");
    all("being scoped|in development", readSign, "being_scoped");
  });
  it("does not know numbers, wide ranges and other words", () => {
    all("0|5|12-18|67%|1,234|nil|good|#DIV/0!|toString|constructor", readSign, null);
  });
});

describe("numbers as printed", () => {
  const value = (text: string): unknown => {
    const read = readNumber(text);
    return read && [read.value, read.unit, read.decimals];
  };
  it("reads thousands, units, pounds and k", () => {
    all("1,234|1 234|1234|+1234", value, [1234, null, 0]);
    all("67.4%|67.4 %|67.4 per cent", value, [67.4, "percent", 1]);
    all("-3.5%|−3.5%|– 3.5%", value, [-3.5, "percent", 1]);
    all("£1.2m|£1.2 million|£ 1.2m", value, [1.2, "gbp_m", 1]);
    all("£1,200|£1200", value, [1200, "gbp", 0]);
    all("1.5k|1.5K", value, [1500, null, 0]);
    all("12 weeks|12wks", value, [12, "weeks", 0]);
    all(".5", value, [0.5, null, 1]);
  });
  it("does not guess", () => {
    all(
      "1,63|12 bananas|67%%|--3|-£-3|1.2.3|1e5|£5 weeks|1.2m|6-7|12 34|(3)|5 (maybe)||.|,|NaN",
      value,
      null,
    );
  });
  it("reads back what is printed", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -9_999_999, max: 9_999_999 }),
        fc.integer({ min: 0, max: 3 }),
        (whole, decimals) => {
          const printed = formatNumber(whole / 10 ** decimals, decimals);
          expect(readNumber(printed)).to.deep.include({ value: whole / 10 ** decimals, decimals });
        },
      ),
    );
  });
});

describe("targets as people type them", () => {
  const readTarget = (text: string): ReadTarget => {
    const [target, ...others] = readTargets(text);
    expect(others, text).to.deep.equal([]);
    return target;
  };
  const number = (text: string): unknown => {
    const read = readTarget(text);
    return read.kind === "value" ? [read.value, read.unit, read.polarity] : read.kind;
  };
  it("reads numbers with the side that their words give", () => {
    all("95%|95 %|95 per cent|95% (stat)|95.0%|=95%", number, [95, "percent", null]);
    all(
      ">95%|≥95%|>= 95%|Above 95%|at least 95%|95%+|95% or more|no less than 95%|minimum 95%",
      number,
      [95, "percent", "higher"],
    );
    all("<5|≤ 5|below 5|fewer than 5|at most 5|5 or less|max 5", number, [5, null, "lower"]);
    all("100% (stat)|100%", number, [100, "percent", null]);
    all("1,234", number, [1234, null, null]);
    all("20 weeks", number, [20, "weeks", null]);
  });
  it("knows which words leave the target itself out", () => {
    const strict = (text: string): unknown => {
      const read = readTarget(text);
      return read.kind === "value" && read.strict;
    };
    const leaves =
      "<5|< 5|below 5|under 5%|less than 5|fewer than 5|>95%|above 95|over 95|more than 95";
    all(`${leaves}|greater than 95|better than 95|<5 by Mar 25`, strict, true);
    const keeps =
      "5|≤ 5|<=5|>= 95%|at most 5|up to 5|max 5|no more than 5|not less than 95|5 or less";
    all(`${keeps}|95+|95 or above|minimum 95`, strict, false);
  });
  it("reads the day by which it is to be reached", () => {
    expect(readTarget("95 by Mar 25")).to.deep.equal({
      kind: "value",
      value: 95,
      unit: null,
      decimals: 0,
      polarity: null,
      strict: false,
      by: dayNumber(2025, 3, 31),
    });
    expect(readTarget("≥ 90% by 31/12/2025")).to.include({
      value: 90,
      by: dayNumber(2025, 12, 31),
    });
    expect(readTarget("95 by then").kind).to.equal("not_understood");
  });
  it("reads comparators, ranges and reasons for none", () => {
    all(
      "England|Below national|National average|in line with England",
      (text) => {
        const read = readTarget(text);
        return read.kind === "comparator" ? read.comparator : read.kind;
      },
      "england",
    );
    expect(readTarget("below national")).to.include({ comparator: "england", polarity: "lower" });
    expect(readTarget("above the region")).to.include({ comparator: "region", polarity: "higher" });
    all(
      "statistical neighbours|SN average|level with neighbours",
      (text) => {
        const read = readTarget(text);
        return read.kind === "comparator" ? read.comparator : read.kind;
      },
      "neighbours",
    );
    expect(readTarget("90-95")).to.deep.equal({ kind: "range", low: 90, high: 95, unit: null });
    expect(readTarget("90% to 95%")).to.deep.equal({
      kind: "range",
      low: 90,
      high: 95,
      unit: "percent",
    });
    all("TBC|to be confirmed|being scoped|awaiting", readTarget, {
      kind: "none",
      reason: "target_not_set",
    });
    all("n/a|N/A|-|–", readTarget, { kind: "none", reason: "target_not_applicable" });
    all("| |no target", readTarget, { kind: "none", reason: "no_target" });
  });
  it("does not understand the rest", () => {
    all(
      "±5|within 5%|soon|95 or 96|England or region|1,63|95-90|low|Apr 25",
      (text) => readTarget(text).kind,
      "not_understood",
    );
  });
  it("never throws, and gives a number only where one was typed", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readTarget(text);
        if (read.kind === "value") expect(text).to.match(/\d/);
        readSign(text);
        readPolarity(text);
        readTolerance(text);
        readNumber(text);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("which way is better", () => {
  it("knows letters, arrows, words and sentences", () => {
    all(
      "higher is better|Bigger is " +
        "better|Maximise|maximize|H|↑|▲|up|increase|Increasing|High|above|A higher share is " +
        "better",
      readPolarity,
      "higher",
    );
    all(
      "lower|Lower is better|reduce|Minimise|L|↓|▼|down|decrease|fewer|To reduce|Smaller is better",
      readPolarity,
      "lower",
    );
    all(
      "neutral|T|in range|within range|↔|-|–|none|for information|N/A|stable",
      readPolarity,
      "neutral",
    );
  });
  it("does not understand what says neither or both", () => {
    all("|good|higher or lower|yes|constructor|slower?", readPolarity, null);
  });
  it("turns round what is said to be bad, and leaves what is only denied", () => {
    all(
      "High is bad|Up is bad|higher = worse|Bad if high|higher is a concern",
      readPolarity,
      "lower",
    );
    all("Lower is worse|low: poor|Worse when lower", readPolarity, "higher");
    all("Not higher|Higher is not better|Avoid high|higher isn't better", readPolarity, null);
    all("≥|at least|Above target", readPolarity, "higher");
    all("<=|No more than target|under", readPolarity, "lower");
  });
});

describe("tolerances", () => {
  it("reads points, shares of the target and bounds", () => {
    all("5|±5|+/-5|+/- 5|within 5", readTolerance, { kind: "absolute", amount: 5 });
    all("5 points|5pp|5 percentage points|± 5 pp", readTolerance, {
      kind: "percentage_points",
      amount: 5,
    });
    all("5%|5 per cent|within 5%|±5%|+/-5 %", readTolerance, { kind: "percent", amount: 5 });
    all("10% of target|10 per cent of the target|within 10% of target", readTolerance, {
      kind: "percent_of_target",
      percent: 10,
    });
    all("90 to 95|90-95|90–95", readTolerance, { kind: "bounds", lower: 90, upper: 95 });
    all("some|5 apples|-5", readTolerance, undefined);
    all("| ", readTolerance, null);
  });
});
