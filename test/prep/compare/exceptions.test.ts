import { expect } from "chai";
import { distanceWords, lengthWords } from "../../../prep/compare/exception-words";
import { exceptionsOf, type KpiException } from "../../../prep/compare/exceptions";
import type { RatedIndicator } from "../../../prep/compare/rate-rows";
import { originOrder, withShown } from "../../../prep/star/shown-figures";
import type { IndicatorTarget } from "../../../prep/compare/targets";
import type { KpiValueRow } from "../../../prep/star/kpi-value-row";
import type { Frequency } from "../../../src/kpi/frequency";
import { months, rated, target, type Given } from "./some-kpi";

const LOWER: Partial<RatedIndicator> = { polarity: "lower", unit: "count", decimals: 0 };

/** The exceptions of one KPI by its months. */
const of = (
  given: readonly Given[],
  targets: readonly IndicatorTarget[],
  indicator: Partial<RatedIndicator> = {},
  frequency: Frequency = "month",
): readonly KpiException[] =>
  exceptionsOf(rated(months("a", given), { a: indicator }, targets), new Map([["a", frequency]]))
    .exceptions;

const told = ([one]: readonly KpiException[]): string[] => [
  one.kind,
  one.figure.period_label,
  distanceWords(one),
  lengthWords(one),
];

describe("exceptions", () => {
  it("miss a target that is to be reached, so many tolerances from it, for so long", () => {
    // Met, near, then more than 5 points below 90: 84, 80, 79. 79 is 11 points short: 2.2
    // tolerances.
    expect(told(of([92, 88, 84, 80, 79], [target("a", 90, "5 points")]))).to.deep.equal([
      "missed_and_worsening",
      "May 2025",
      "2.2 tolerances",
      "missed 3 months, since Mar 2025, worsening at least 4 months, since Feb 2025 (Jan 2025 has no direction)",
    ]);
  });

  it("miss a target that is not to be passed", () => {
    // A tenth of 20 is 2: 22 is still near, 25 is 2.5 tolerances beyond, and better than 30.
    expect(told(of([18, 22, 23, 30, 25], [target("a", 20, "10% of target")], LOWER))).to.deep.equal(
      ["missed", "May 2025", "2.5 tolerances", "missed 3 months, since Mar 2025"],
    );
  });

  it("are measured in per cent of the target where there is no tolerance, and by no scale where the target is 0 too", () => {
    // 28 of 95 points short.
    expect(told(of([67], [target("a", 95)]))).to.deep.equal([
      "missed",
      "Jan 2025",
      "29.5% of target",
      "missed at least 1 month, since Jan 2025 (figures begin then)",
    ]);
    const none = of([4], [target("a", 0)], LOWER);
    expect(none[0].distance).to.equal(null);
    expect(distanceWords(none[0])).to.equal("no scale: target 0, no tolerance");
    expect(distanceWords(of([94.99], [target("a", 95)])[0])).to.equal("under 0.1% of target");
  });

  it("are worsening while they are near or better", () => {
    expect(told(of([90, 88], [target("a", 90, "5 points")])).slice(0, 3)).to.deep.equal([
      "worsening",
      "Feb 2025",
      "0.4 tolerances",
    ]);
    expect(told(of([99, 95], [target("a", 90, "5 points")])).slice(0, 3)).to.deep.equal([
      "worsening",
      "Feb 2025",
      "1.0 tolerances to spare",
    ]);
    expect(told(of([99, 90], [target("a", 90, "5 points")]))[2]).to.equal("on target");
    expect(of([99, 95], [target("a", 90, "5 points")])[0].missed).to.equal(null);
  });

  it("are none of those that are met, near, steady or improving, and none without a rating", () => {
    expect(of([95, 95], [target("a", 90)])).to.deep.equal([]);
    expect(of([86, 87], [target("a", 90, "5 points")])).to.deep.equal([]);
    for (const [indicator, targets] of [
      [{}, []],
      [{ polarity: "neutral" }, [target("a", 90)]],
      [{}, [target("a", "TBC")]],
      [{ polarity: "lower", unit: "count" }, [target("a", 0, "10% of target")]],
    ] as const)
      expect(of([5, 4, 6], targets, indicator), JSON.stringify(indicator)).to.deep.equal([]);
  });

  it("tell apart what is worsening without a rating", () => {
    const { exceptions, notRated, current } = exceptionsOf(
      rated(
        [...months("a", [5, 4, 3]), ...months("b", [3, 4]), ...months("c", [9, 5])],
        { a: {}, b: {}, c: {} },
        [target("c", 8)],
      ),
      new Map(),
    );
    expect(exceptions.map(({ figure }) => figure.indicator_id)).to.deep.equal(["c"]);
    expect(
      notRated.map((one) => [
        one.figure.indicator_id,
        one.kind,
        distanceWords(one),
        lengthWords(one),
      ]),
    ).to.deep.equal([
      [
        "a",
        "worsening_not_rated",
        "",
        "worsening at least 2 months, since Feb 2025 (Jan 2025 has no direction)",
      ],
    ]);
    expect(
      current.map(({ indicator_id, period_label }) => `${indicator_id} ${period_label}`),
    ).to.deep.equal(["a Mar 2025", "b Feb 2025", "c Feb 2025"]);
  });
});

describe("how long", () => {
  const below = [target("a", 90)];
  const length = (given: readonly Given[]): string =>
    lengthWords(of(given, below)[0]).split(", worsening")[0];

  it("never runs over a period without a figure, and says so", () => {
    expect(length([80, 80, "awaiting", 80, 80])).to.equal(
      "missed at least 2 months, since Apr 2025 (Mar 2025 awaiting data; missed before that too)",
    );
    expect(length([95, 80, "suppressed", 80])).to.equal(
      "missed at least 1 month, since Apr 2025 (Mar 2025 suppressed; missed before that too)",
    );
    expect(length([80, 95, "not_available", 80])).to.equal(
      "missed at least 1 month, since Apr 2025 (Mar 2025 not available)",
    );
    expect(length([80, undefined, undefined, 80])).to.equal(
      "missed at least 1 month, since Apr 2025 (no figure between Jan 2025 and Apr 2025; missed before that too)",
    );
    expect(length([80, 80])).to.equal(
      "missed at least 2 months, since Jan 2025 (figures begin then)",
    );
  });

  it("ends where the figure was not rated yet", () => {
    const later = { ...target("a", 90), from: months("a", [1, 1, 1])[2].period_start };
    expect(lengthWords(of([80, 80, 80, 80], [later])[0])).to.equal(
      "missed at least 2 months, since Mar 2025 (Feb 2025 not rated: its first target holds from a later day)",
    );
  });

  it("is of the last figure where the latest period has none, and names that period", () => {
    const [one] = of([80, 80, "awaiting"], below);
    expect([one.figure.period_label, one.later?.period_label, one.later?.status]).to.deep.equal([
      "Feb 2025",
      "Mar 2025",
      "awaiting",
    ]);
    expect(of([80, 95, "awaiting"], below)).to.deep.equal([]);
    expect(of([80], below)[0].later).to.equal(null);
  });

  it("never counts a suppressed row, whatever is written beside it", () => {
    const rows = rated(months("a", [80, 80]), { a: {} }, below).map((row, i) =>
      i === 1 ? { ...row, status: "suppressed" as const, value: null } : row,
    );
    const { exceptions } = exceptionsOf(rows, new Map());
    expect(
      exceptions.map(({ figure, missed }) => [figure.period_label, missed!.periods]),
    ).to.deep.equal([["Jan 2025", 1]]);
    expect(exceptionsOf(rows.slice(1), new Map()).exceptions).to.deep.equal([]);
  });

  it("judges a cumulative KPI against the same month of last year", () => {
    // Last year 1 a month; this year 2, 3, 2, 5, 6: worse than last year's 1 and 2, better than its
    // 3, worse than its 4 and 5. Against the month before, January would be better.
    const given = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 2, 3, 2, 5, 6];
    const of2025 = (last: number) =>
      exceptionsOf(
        rated(
          months("a", given.slice(0, 12 + last), { from: 2024 }),
          { a: { ...LOWER, cumulative: true } },
          [target("a", 50)],
        ),
        new Map(),
      ).exceptions.map(lengthWords);
    expect(of2025(1)).to.deep.equal([
      "worsening at least 1 month, since Jan 2025 (Dec 2024 has no direction)",
    ]);
    expect(of2025(3)).to.deep.equal([]);
    expect(of2025(5)).to.deep.equal(["worsening 2 months, since Apr 2025"]);
  });

  it("counts a figure that was carried over into later columns once", () => {
    // A quarterly KPI in monthly columns: 95 in January, 80 in February, 70 in April and 60 in June
    // are new.
    const quarterly = of([95, 80, 80, 70, 70, 60], below, {}, "quarter");
    expect(lengthWords(quarterly[0])).to.equal(
      "missed 3 new figures, since Feb 2025, worsening at least 3 new figures, since Feb " +
        "2025 (Jan 2025 has no direction)",
    );
    expect(quarterly[0].missed).to.deep.include({ periods: 3, carriedOver: true, end: "other" });
  });
});

describe("the figure that a KPI is read by", () => {
  const current = (rows: readonly KpiValueRow[], frequency: Frequency = "month"): string[] =>
    exceptionsOf(
      rated(rows, { a: {} }, [target("a", 90)]),
      new Map([["a", frequency]]),
    ).exceptions.map(({ figure }) => `${figure.period_label} ${figure.value} ${figure.source_key}`);

  it("is of the whole own area, not published, and of the newest source", () => {
    const rows = [
      ...months("a", [80, 81]),
      ...months("a", [80, 71], { more: { source_key: 2 } }).slice(1),
      ...months("a", [1, 2, 3], { more: { breakdown: "sex", breakdown_value: "M" } }),
      ...months("a", [1, 2, 3], {
        more: { area_role: "england", area_code: "E92000001", for_area_code: "839" },
      }),
      ...months("a", [1, 2], { more: { method: "published", origin: "published" } }),
    ];
    expect(current(rows)).to.deep.equal(["Feb 2025 71 2"]);
  });

  it("is the printed one of its period, else the counted, else the published", () => {
    const printed = { method: "kpi_sheet", origin: "sheet", source_key: 5 } as const;
    const published = { method: "published", origin: "published", source_key: 7 } as const;
    const rows = [
      ...months("a", [80, 81, 82, "missing"], {}),
      ...months("a", [undefined, 71, "awaiting"], { more: printed }),
      ...months("a", [1, 2, 3, 4], { more: published }),
    ];
    const shown = withShown(rows).filter(({ is_shown }) => is_shown === 1);
    expect(shown.map(({ period_label, value }) => `${period_label} ${value}`)).to.have.members([
      "Jan 2025 80",
      "Feb 2025 71",
      "Mar 2025 82",
      "Apr 2025 4",
    ]);
    const counted = withShown(rows, originOrder("counted_first"));
    expect(counted.filter((row) => row.is_shown === 1).map(({ value }) => value)).to.have.members([
      80, 81, 82, 4,
    ]);
  });

  it("has the frequency of the indicator, else that of the latest row", () => {
    const rows = [
      ...months("a", [80, 81]),
      ...months("a", [50], { more: { frequency: "term", period_label: "Spring 2025" } }),
    ];
    expect(current(rows, "term")).to.deep.equal(["Spring 2025 50 1"]);
    expect(current(rows, "month")).to.deep.equal(["Feb 2025 81 1"]);
    expect(current(rows, "quarter")).to.deep.equal(["Feb 2025 81 1"]);
  });
});

describe("the order of exceptions", () => {
  it("is missed first, each by its distance in its own measure, then by how long", () => {
    const rows = [
      ...months("near", [89, 88]), // worsening, 0.4 tolerances
      ...months("tolerance", [92, 79]), // 2.2 tolerances
      ...months("percent", [95, 67]), // 29.5% of the target: 2.95 tenths of it
      ...months("zero", [0, 4]), // no scale
      ...months("short", [95, 85]), // 5.6% of the target, 1 month
      ...months("long", [85, 85]), // the same, 2 months
    ];
    const targets = [
      target("near", 90, "5 points"),
      target("tolerance", 90, "5 points"),
      target("percent", 95),
      target("zero", 0),
      target("short", 90),
      target("long", 90),
    ];
    const all = Object.fromEntries(
      ["near", "tolerance", "percent", "short", "long"].map((id) => [id, {}]),
    );
    const { exceptions } = exceptionsOf(rated(rows, { ...all, zero: LOWER }, targets), new Map());
    expect(exceptions.map(({ figure }) => figure.indicator_id)).to.deep.equal([
      "zero",
      "percent",
      "tolerance",
      "long",
      "short",
      "near",
    ]);
  });
});
