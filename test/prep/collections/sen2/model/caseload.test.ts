import { expect } from "chai";
import { dayFromIso } from "../../../../../prep/calendar/day";
import { caseloadOn } from "../../../../../prep/collections/sen2/model/caseload";
import {
  caseloadRows,
  type caseloadView,
} from "../../../../../prep/collections/sen2/views/caseload-view";
import type { FlagOf } from "../../../../../prep/indicators/view";
import { needs } from "../../../../../prep/collections/sen2/model/plan-records";
import type { Row } from "../make-return";
import { modelOf, returnOf } from "./put-together";

const on = (iso: string): number => dayFromIso(iso)!;
const at = (code: string, entrydate: string, leavingdate = "", placementrank = "1"): Row => ({
  sensetting: code,
  entrydate,
  leavingdate,
  placementrank,
});

/** A person born on 10 May 2007 with a plan since 2020. */
const child = (active: Row | null, plan: Row = {}): Row => ({
  personbirthdate: "2007-05-10",
  requests: [
    {
      requestoutcome: "H",
      assessment: [
        { assessmentoutcome: "H", namedplan: [{ startdate: "2020-01-01", pb: "0", ...plan }] },
      ],
      ...(active ? { activeplans: [active] } : {}),
    },
  ],
});
const flags = (day: string, returns: [number, Row[]][]) => {
  const model = modelOf(returns.map(([year, rows]) => returnOf(year, rows)));
  const load = caseloadOn(model, on(day))!;
  const { measures } = caseloadRows(model, load);
  return {
    load,
    has: (flag: FlagOf<typeof caseloadView>): number =>
      Array.from(measures[flag]).reduce((sum, value) => sum + value, 0),
  };
};
const on2024 = (active: Row | null, day: string, plan: Row = {}) =>
  flags(day, [[2025, [child(active, plan)]]]);

describe("the caseload on a day", () => {
  it("has a plan from its start to the day it ceases, that day included", () => {
    const count = (day: string): number =>
      on2024(null, day, { startdate: "2024-02-10", ceasedate: "2024-06-30" }).load.count;
    expect([
      count("2024-02-09"),
      count("2024-02-10"),
      count("2024-06-30"),
      count("2024-07-01"),
    ]).to.deep.equal([0, 1, 1, 0]);
  });

  it("has nobody where no return covers the day", () => {
    expect(caseloadOn(modelOf([returnOf(2025, [child(null)])]), on("2023-12-31"))).to.equal(null);
    expect(caseloadOn(modelOf([returnOf(2025, [child(null)])]), on("2025-01-17"))).to.equal(null);
  });

  it("has each person once: the plan with an open rank 1 placement, else the latest", () => {
    const two = (first: Row): Row => ({
      ...child(first),
      requests: [
        ...(child(first).requests as Row[]),
        ...(child({ senneed: [{ sentype: "HI", sentyperank: "1" }] }, { startdate: "2022-01-01" })
          .requests as Row[]),
      ],
    });
    const needOf = (first: Row): string => {
      const { load } = flags("2024-06-30", [
        [2025, [two({ ...first, senneed: [{ sentype: "VI", sentyperank: "1" }] })]],
      ]);
      expect(load.count).to.equal(1);
      return needs[load.need[0] - 1];
    };
    expect(needOf({ placementdetail: [at("OLA", "2020-01-01")] })).to.equal("VI");
    expect(needOf({ placementdetail: [at("OLA", "2020-01-01", "2023-01-01")] })).to.equal("HI");
  });

  it("takes the setting from the open rank 1 placement, else rank 2, else what the plan names", () => {
    const active = {
      placementdetail: [at("EHE", "2020-01-01", "", "2"), at("NEET", "2024-03-01", "2024-06-30")],
    };
    expect(on2024(active, "2024-06-30").has("neet")).to.equal(1);
    expect(on2024(active, "2024-07-01").has("elective_home_education")).to.equal(1);
    expect(
      on2024({ placementdetail: [] }, "2024-07-01", { plandetail: [at("OLA", "")] }).has("eotas"),
    ).to.equal(1);
  });

  it("awaits provision where the setting is NIEO or an active plan has no placement open, not where nothing is known", () => {
    const waits = (active: Row | null): number =>
      on2024(active, "2024-07-01").has("awaiting_provision");
    expect([
      waits({ placementdetail: [at("NIEO", "2024-01-01")] }),
      waits({ placementdetail: [at("OLA", "2024-07-02")] }),
      waits({ placementdetail: [at("OLA", "2024-07-01")] }),
      waits(null),
    ]).to.deep.equal([1, 1, 0, 0]);
  });

  it("takes the need of the return that covers the day, else of the one before", () => {
    const active = (code: string): Row => ({
      senneed: [
        { sentype: "PD", sentyperank: "2" },
        ...(code ? [{ sentype: code, sentyperank: "1" }] : []),
      ],
    });
    const need = (day: string, later: string): string =>
      needs[
        flags(day, [
          [2024, [child(active("ASD"))]],
          [2025, [child(active(later))]],
        ]).load.need[0] - 1
      ];
    expect([
      need("2023-12-31", "HI"),
      need("2024-12-31", "HI"),
      need("2024-12-31", ""),
    ]).to.deep.equal(["ASD", "HI", "PD"]);
    expect(
      needs[
        flags("2024-12-31", [
          [2024, [child(active("ASD"))]],
          [2025, [child({ senneed: [] })]],
        ]).load.need[0] - 1
      ],
    ).to.equal("ASD");
  });

  it("counts 16 to 18 by the 31 August before, in education unless NEET, NIEC or NIEO", () => {
    const known = (code: string, day: string) => {
      const { has } = on2024({ placementdetail: [at(code, "2020-01-01")] }, day);
      return [has("aged_16_18"), has("aged_16_18_in_education")];
    };
    // Sixteen on 10 May 2023, so on 31 August 2023.
    expect([
      known("OLA", "2024-08-31"),
      known("NIEC", "2024-09-01"),
      known("OPA", "2024-09-01"),
    ]).to.deep.equal([
      [1, 1],
      [1, 0],
      [1, 1],
    ]);
  });

  it("judges reviews on 31 December and the reference date: within twelve months, not on the same day a year before", () => {
    const review = (day: string, lastreview: string, reviewmeeting = "") => {
      const { has } = on2024({ lastreview, reviewmeeting }, day);
      return [
        has("review_expected"),
        has("review_held"),
        has("review_overdue"),
        has("review_awaiting_decision"),
      ];
    };
    expect(review("2024-12-31", "2023-12-31")).to.deep.equal([1, 0, 0, 0]);
    expect(review("2024-12-31", "2024-01-01")).to.deep.equal([1, 1, 0, 0]);
    expect(review("2024-12-31", "2023-12-30")).to.deep.equal([1, 0, 1, 0]);
    expect(review("2024-12-31", "", "2024-11-01")).to.deep.equal([1, 1, 0, 1]);
    expect(review("2024-06-30", "2023-01-01")).to.deep.equal([0, 0, 0, 0]);
    expect(review("2025-01-16", "2024-01-17")).to.deep.equal([1, 1, 0, 0]);
  });
});
