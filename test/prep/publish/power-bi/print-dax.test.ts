import { expect } from "chai";
import {
  and,
  atMost,
  columns,
  constant,
  daysBetween,
  differ,
  equal,
  isGiven,
  isIn,
  not,
  or,
  parameters,
  plus,
  recode,
  when,
} from "../../../../prep/columns/expression";
import { isPrintable, printDax } from "../../../../prep/publish/power-bi/measures/print-dax";
import { daxRowMeasures as measuresOf } from "../../../../prep/publish/power-bi/measures/row-measures";
import { rowMeasuresOf } from "../../../../prep/indicators/row-measures";
import { defineIndicators } from "../../../../prep/indicators/indicator";
import { defineView } from "../../../../prep/indicators/view";
import { ehcPlan } from "../../../../prep/collections/sen2/tables/fact-tables";

const q = columns({
  start_date: "day",
  cease_date: "day",
  cease_reason: "text",
  personal_budget: "flag",
  ceased: "flag",
  elsewhere: "flag",
});
const print = (flag: Parameters<typeof printDax>[0]): string => printDax(flag, ehcPlan);

describe("an expression in DAX", () => {
  it("guards every comparison, for DAX takes a blank for 0 or an empty text", () => {
    expect(print(equal(q.cease_reason, 'say "5"'))).to.equal(
      `( NOT ISBLANK ( 'EHC plans'[Reason ceased code] ) && 'EHC plans'[Reason ceased code] = "say ""5""" )`,
    );
    expect(print(differ(q.cease_date, q.start_date))).to.equal(
      "( NOT ISBLANK ( 'EHC plans'[Plan ceased] ) && NOT ISBLANK ( 'EHC plans'[Plan start] ) && " +
        "'EHC plans'[Plan ceased] <> 'EHC plans'[Plan start] )",
    );
    expect(print(isIn(q.cease_reason, ["1", "2"]))).to.equal(
      `( NOT ISBLANK ( 'EHC plans'[Reason ceased code] ) && 'EHC plans'[Reason ceased code] IN { "1", "2" } )`,
    );
  });

  it("takes flags of the star for 0 and 1, and answers of a return for true, false or blank", () => {
    expect(print(and(q.ceased, or(not(q.personal_budget), isGiven(q.personal_budget))))).to.equal(
      "( ( 'EHC plans'[Ceased] = 1 ) && ( NOT ( 'EHC plans'[Personal budget] = TRUE () ) || " +
        "NOT ISBLANK ( 'EHC plans'[Personal budget] ) ) )",
    );
  });

  it("keeps blank what is worked out of something blank", () => {
    const took = daysBetween(q.start_date, q.cease_date);
    expect(print(isGiven(took))).to.equal(
      "NOT ISBLANK ( IF ( ISBLANK ( 'EHC plans'[Plan ceased] ) || ISBLANK ( 'EHC plans'[Plan start] ), " +
        "BLANK (), DATEDIFF ( 'EHC plans'[Plan start], 'EHC plans'[Plan ceased], DAY ) ) )",
    );
    expect(print(isGiven(when([[q.ceased, plus(constant(1), 2)]])))).to.include(
      "SWITCH ( TRUE (), ",
    );
  });

  it("puts codes in groups by a table", () => {
    const by = recode(
      q.cease_reason,
      [
        ["1", 'left "here"'],
        ["2", "moved"],
      ],
      "other",
    );
    expect(print(isIn(by, ["moved", "other"]))).to.include(
      `SWITCH ( 'EHC plans'[Reason ceased code], "1", "left ""here""", "2", "moved", "other" )`,
    );
  });

  it("cannot be printed with a column that the table lacks, or a limit of a build", () => {
    const { limit } = parameters({ limit: "number" });
    expect(isPrintable(q.ceased, ehcPlan)).to.equal(true);
    expect(isPrintable(and(q.ceased, q.elsewhere), ehcPlan)).to.equal(false);
    const late = atMost(daysBetween(q.start_date, q.cease_date), limit);
    expect(isPrintable(late, ehcPlan)).to.equal(false);
    expect(() => print(late)).to.throw("limit");
  });

  it("is what a row measure sums where the star has no column of a flag", () => {
    const view = defineView({
      name: "plan",
      star: { table: ehcPlan },
      columns: q,
      dates: { cease_date: q.cease_date },
      flags: { ceased: q.ceased, ended_by_age: equal(q.cease_reason, "1") },
      breakdowns: {},
      known: ["plans"],
    });
    const [record] = defineIndicators({ view, source: "A test" }, [
      {
        id: "ended_by_age_pct",
        name: "Ended by age",
        section: "Plans",
        unit: "percent",
        polarity: "neutral",
        frequency: "month",
        words: { numerator: "Ended by age", denominator: "Ended" },
        count: {
          clock: "event",
          date: "cease_date",
          statistic: "percent",
          numerator: "ended_by_age",
          denominator: "ceased",
          known: "plans",
          breakdowns: [],
        },
        relations: "independent",
        rowMeasure: "Ended by age",
      },
    ]);
    const [measure] = measuresOf({ ...ehcPlan, measures: rowMeasuresOf([record]) });
    expect(measure.dax).to.include(
      "DIVIDE ( SUMX ( 'EHC plans', IF ( ( NOT ISBLANK ( 'EHC plans'[Reason ceased code] ) && " +
        "'EHC plans'[Reason ceased code] = \"1\" ), 1, 0 ) ), SUM ( 'EHC plans'[Ceased] ) )",
    );
    expect(measure.name).to.equal("Ended by age (%)");
    expect(measure.description).to.include('flagged "ended by age" over those flagged "ceased"');
  });

  it("does not compile with a flag, date or breakdown that the view lacks", () => {
    const view = defineView({
      name: "plan",
      columns: q,
      dates: { cease_date: q.cease_date },
      flags: { ceased: q.ceased },
      breakdowns: { reason: q.cease_reason },
      known: ["plans"],
    });
    const count = {
      clock: "event",
      date: "cease_date",
      statistic: "count",
      numerator: "ceased",
      known: "plans",
      breakdowns: ["reason"],
    } as const;
    const words = {
      id: "x",
      name: "x",
      section: "Plans",
      unit: "count",
      polarity: "neutral",
      frequency: "month",
      words: { numerator: "x" },
      relations: "independent",
    } as const;
    const made = (list: ReturnType<typeof defineIndicators>): number => list.length;
    const of = { view, source: "A test" };
    expect(made(defineIndicators(of, [{ ...words, count }]))).to.equal(1);
    // @ts-expect-error there is no flag of the name
    defineIndicators(of, [{ ...words, count: { ...count, numerator: "cased" } }]);
    // @ts-expect-error there is no date of the name
    defineIndicators(of, [{ ...words, count: { ...count, date: "start_date" } }]);
    // @ts-expect-error there is no breakdown of the name
    defineIndicators(of, [{ ...words, count: { ...count, breakdowns: ["reasons"] } }]);
    // @ts-expect-error there are no such days
    defineIndicators(of, [{ ...words, count: { ...count, known: "reviews" } }]);
  });
});
