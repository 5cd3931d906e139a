import { expect } from "chai";
import {
  expectedIndicators,
  type ExpectedOptions,
  type ExpectedValue,
} from "./expected-indicators";
import type { History } from "../../prep/sample/history";
import { SCHOOLS } from "../../prep/sample/schools";
import {
  assessed,
  decided,
  historyOf,
  on,
  placed,
  planFrom,
  request,
} from "../prep/sample/hand-made";

type Find = (
  id: string,
  end: string,
  frequency?: string,
  group?: string,
) => ExpectedValue | undefined;

function figures(history: History, options: ExpectedOptions = {}): Find {
  const values = expectedIndicators(history, options);
  return (id, end, frequency = "month", group = "all|all") => {
    const found = values.filter(
      (v) =>
        v.indicator_id === id &&
        v.period_end === end &&
        v.frequency === frequency &&
        `${v.breakdown}|${v.breakdown_value}` === group,
    );
    expect(found.length, `${id} ${end} ${frequency} ${group}`).to.be.at.most(1);
    return found[0];
  };
}

const school = (group: string, own: boolean): string =>
  SCHOOLS.find((s) => s.group === group && (s.authority === "999") === own && s.closed === null)!
    .urn;

describe("expected indicators of histories written by hand", () => {
  it("follow one request from receipt to plan", () => {
    const plan = planFrom("2024-09-17", [
      placed({ urn: school("mainstream_academy", true) }, "2020-09-01"),
    ]);
    const find = figures(
      historyOf([
        [
          request("2024-04-30", {
            decision: decided("Y", "2024-06-11"),
            assessment: assessed("Y", "2024-09-17"),
            plan,
          }),
        ],
      ]),
    );
    expect(find("ehc_requests_received", "2024-04-30")).to.include({ value: 1, status: "ok" });
    expect(find("ehc_requests_received", "2024-05-31")!.value).to.equal(0);
    // Received on 30 April: counts as waiting on that day. Decided on 11 June, day 42: in time, and
    // no longer waiting on 30 June.
    expect(find("ehc_requests_awaiting_decision", "2024-04-30")!.value).to.equal(1);
    expect(find("ehc_requests_awaiting_decision", "2024-06-30")!.value).to.equal(0);
    expect(find("ehc_request_decisions_within_6_weeks_pct", "2024-06-30")).to.include({
      numerator: 1,
      denominator: 1,
      value: 100,
    });
    expect(find("ehc_request_decisions_within_6_weeks_pct", "2024-07-31")).to.include({
      numerator: 0,
      denominator: 0,
      value: null,
      status: "not_applicable",
    });
    // 17 September is day 140; open at the end of August after 123 days, so not over 20 weeks.
    expect(find("ehc_plans_within_20_weeks_pct", "2024-09-30")).to.include({
      numerator: 1,
      denominator: 1,
      value: 100,
    });
    expect(find("ehc_plan_weeks_median", "2024-12-31", "calendar_year")).to.include({
      denominator: 1,
      value: 20,
    });
    expect(find("ehc_assessments_open", "2024-08-31")!.value).to.equal(1);
    expect(find("ehc_assessments_open_over_20_weeks", "2024-08-31")!.value).to.equal(0);
    expect(find("ehc_assessments_open", "2024-09-30")!.value).to.equal(0);
    expect(find("ehc_plans_maintained", "2024-08-31")!.value).to.equal(0);
    expect(find("ehc_plans_maintained", "2025-01-16", "census")!.value).to.equal(1);
    // Aged 9 on the day of the request, and 10 on 31 August 2024.
    expect(find("ehc_plans_issued", "2024-09-30", "month", "age_band|5-10")!.value).to.equal(1);
    expect(find("ehc_plans_maintained", "2025-09-30", "month", "age_band|11-15")!.value).to.equal(
      1,
    );
    expect(
      find("ehc_plans_maintained", "2025-01-31", "month", "ethnicity_group|asian")!.value,
    ).to.equal(1);
    expect(
      find("ehc_requests_received", "2024-04-30", "month", "request_source|parent_or_young_person")!
        .value,
    ).to.equal(1);
    expect(find("ehc_requests_received", "2024-12-31", "rolling_12_months")!.value).to.equal(1);
    expect(find("ehc_requests_received", "2025-03-31", "rolling_12_months")!.value).to.equal(1);
    expect(find("ehc_requests_received", "2025-04-30", "rolling_12_months")!.value).to.equal(0);
    expect(find("ehc_requests_received", "2024-11-30", "rolling_12_months")).to.equal(undefined);
    expect(find("ehc_requests_received", "2024-03-31", "financial_year")!.status).to.equal(
      "not_available",
    );
    expect(find("ehc_requests_received", "2025-03-31", "financial_year")!.value).to.equal(1);
    expect(find("ehc_requests_received", "2026-01-31")).to.equal(undefined);
  });

  it("count the refused, the waiting and the withdrawn", () => {
    const find = figures(
      historyOf([
        [
          request("2024-01-10", { decision: decided("N", "2024-02-22", { mediation: true }) }),
          request("2024-06-01", {
            decision: decided("Y", "2024-07-01"),
            assessment: assessed("N", "2024-09-21"),
          }),
        ],
        [request("2025-10-01", { decision: decided("Y", "2026-02-01"), assessment: null })],
        [request("2024-10-01", { decision: decided("W", "2024-12-15", { dated: false }) })],
        [request("2025-11-30", { decision: decided("W", "2026-03-01", { dated: false }) })],
      ]),
    );
    expect(find("ehc_requests_refused_pct", "2024-12-31", "calendar_year")).to.include({
      numerator: 1,
      denominator: 2,
      value: 50,
    });
    // 22 February is day 43; 1 July is day 30.
    expect(
      find("ehc_request_decisions_within_6_weeks_pct", "2024-12-31", "calendar_year"),
    ).to.include({ numerator: 1, denominator: 2 });
    // 21 September is day 112.
    expect(find("ehc_not_issued_within_16_weeks_pct", "2024-09-30")).to.include({
      numerator: 1,
      denominator: 1,
    });
    expect(find("ehc_assessments_not_issued_pct", "2024-09-30")!.value).to.equal(100);
    expect(find("ehc_mediation_cases", "2024-12-31", "calendar_year")!.value).to.equal(1);
    expect(find("ehc_mediation_cases", "2024-02-29")).to.equal(undefined);
    // Withdrawn without a date in 2024: as far as the returns tell, it never waited. The one of
    // 2025 has not been withdrawn yet.
    expect(find("ehc_requests_awaiting_decision", "2024-10-31")!.value).to.equal(0);
    expect(find("ehc_requests_awaiting_decision", "2025-12-31")!.value).to.equal(2);
    expect(find("ehc_requests_awaiting_over_6_weeks", "2025-12-31")!.value).to.equal(1);
    expect(find("ehc_requests_received", "2025-12-31", "calendar_year")!.value).to.equal(2);
  });

  it("follow one plan through its settings to its end", () => {
    const abroad = school("special_independent", false);
    const plan = planFrom(
      "2021-03-01",
      [
        placed(
          { urn: school("special_maintained", true), unit: false },
          "2021-03-01",
          "2024-07-19",
        ),
        placed({ urn: abroad, residential: "A" }, "2024-09-02", "2025-08-31"),
        placed({ setting: "EHE" }, "2025-09-01"),
      ],
      {
        cease: { date: on("2025-10-31"), reason: 5 },
        needs: [
          { from: on("2021-03-01"), primary: "DS", secondary: "" },
          { from: on("2024-05-01"), primary: "SLD", secondary: "" },
        ],
        budget: on("2024-11-01"),
      },
    );
    const find = figures(
      historyOf(
        [
          [
            request(null, {
              decision: decided("Y", "2020-10-01"),
              assessment: assessed("Y", "2021-03-01"),
              plan,
            }),
          ],
        ],
        3,
      ),
      { withRegister: true },
    );
    expect(find("ehc_plans_maintained", "2025-10-31")!.value).to.equal(1);
    expect(find("ehc_plans_maintained", "2025-11-30")!.value).to.equal(0);
    expect(find("ehc_plans_ceased", "2025-10-31", "month", "cease_reason|5")!.value).to.equal(1);
    // The return of 2024 reports Down syndrome as other, that of 2025 the new need; that of 2026
    // has no active plan, so the one before speaks.
    expect(find("ehc_plans_maintained", "2023-12-31", "month", "primary_need|OTH")!.value).to.equal(
      1,
    );
    expect(find("ehc_plans_maintained", "2024-02-29", "month", "primary_need|SLD")!.value).to.equal(
      1,
    );
    expect(find("ehc_plans_maintained", "2025-09-30", "month", "primary_need|SLD")!.value).to.equal(
      1,
    );
    expect(find("ehc_special_pct", "2024-06-30")!.value).to.equal(100);
    // In August 2024 no placement is open: awaiting, and the plan itself names the school to which
    // the child went.
    expect(find("ehc_awaiting_provision", "2024-08-31")!.value).to.equal(1);
    expect(find("ehc_inmss_pct", "2024-08-31")!.value).to.equal(100);
    expect(find("ehc_out_of_area_pct", "2024-09-30")).to.include({ numerator: 1, denominator: 1 });
    expect(find("ehc_residential", "2024-06-30")!.value).to.equal(0);
    expect(find("ehc_residential", "2024-10-31")!.value).to.equal(1);
    // Ceased before the census of 2026: that return has only the setting the plan named at its end.
    expect(find("ehc_elective_home_education", "2025-03-31")!.value).to.equal(1);
    expect(find("ehc_awaiting_provision", "2025-03-31")!.value).to.equal(0);
    expect(find("ehc_personal_budget_pct", "2024-03-31")!.value).to.equal(100);
    expect(find("ehc_personal_budget_pct", "2023-12-31")!.value).to.equal(0);
    expect(
      find("ehc_plans_maintained", "2024-06-30", "month", "setting_group|special_maintained")!
        .value,
    ).to.equal(1);
    expect(
      figures(historyOf([[request(null, { plan })]], 3))("ehc_special_pct", "2024-06-30")!.status,
    ).to.equal("not_available");
  });

  it("judge reviews on the last day of December and on census day only", () => {
    const reviews = [
      { meeting: on("2023-12-31"), outcome: "M" as const, draft: null, decided: on("2024-01-17") },
      {
        meeting: on("2025-06-02"),
        outcome: "A" as const,
        draft: on("2025-06-20"),
        decided: on("2025-06-30"),
      },
    ];
    const plan = planFrom("2022-12-31", [placed({ setting: "OLA" }, "2023-01-10")], {
      reviews,
      phaseTransfers: [{ due: on("2025-02-15"), final: on("2025-02-15") }],
    });
    const find = figures(
      historyOf(
        [
          [
            request("2022-08-01", {
              decision: decided("Y", "2022-09-01"),
              assessment: assessed("Y", "2022-12-31"),
              plan,
            }),
          ],
        ],
        3,
      ),
    );
    // 31 December 2023: in force for a year to the day, met that day, decision still to come.
    expect(find("annual_review_held_12_months_pct", "2023-12-31")).to.include({
      numerator: 1,
      denominator: 1,
    });
    expect(find("annual_reviews_awaiting_decision", "2023-12-31")!.value).to.equal(1);
    expect(find("annual_reviews_awaiting_decision", "2024-01-18", "census")!.value).to.equal(0);
    // A year later the meeting is a year ago to the day and counts no longer, but the decision of
    // 17 January 2024 does.
    expect(find("annual_review_held_12_months_pct", "2024-12-31")!.numerator).to.equal(1);
    expect(find("annual_reviews_overdue", "2024-12-31")!.value).to.equal(0);
    // On 16 January 2025 the decision is not a year old; on 31 March no one knows.
    expect(find("annual_reviews_overdue", "2025-01-16", "census")!.value).to.equal(0);
    expect(find("annual_reviews_overdue", "2025-03-31")!.status).to.equal("not_available");
    expect(find("annual_review_held_12_months_pct", "2026-01-15", "census")!.numerator).to.equal(1);
    // 17 days, and 28 days: both within four weeks.
    expect(find("annual_review_decision_within_4_weeks_pct", "2023-12-31")).to.include({
      numerator: 1,
      denominator: 1,
    });
    expect(find("annual_review_decision_within_4_weeks_pct", "2025-06-30")).to.include({
      numerator: 1,
      denominator: 1,
    });
    expect(find("phase_transfer_on_time_pct", "2025-12-31", "calendar_year")).to.include({
      numerator: 1,
      denominator: 1,
      value: 100,
    });
    expect(find("phase_transfer_on_time_pct", "2023-12-31", "calendar_year")!.status).to.equal(
      "not_available",
    );
    expect(find("ehc_eotas", "2024-03-31")!.value).to.equal(1);
  });

  it("find a review overdue the day after its year is over", () => {
    const since = (decidedOn: string): number => {
      const reviews = [
        { meeting: on("2023-11-20"), outcome: "M" as const, draft: null, decided: on(decidedOn) },
      ];
      return figures(
        historyOf([
          [
            request(null, {
              decision: decided("Y", "2019-01-01"),
              assessment: assessed("Y", "2019-05-01"),
              plan: planFrom("2019-05-01", [placed({ setting: "OLA" }, "2019-05-01")], { reviews }),
            }),
          ],
        ]),
      )("annual_reviews_overdue", "2024-12-31")!.value!;
    };
    expect(since("2023-12-31")).to.equal(0);
    expect(since("2023-12-30")).to.equal(1);
  });

  it("count a plan transferred in from its start, but know nothing of it before the return that first has it", () => {
    const plan = planFrom("2022-05-01", [placed({ setting: "OLA" }, "2025-06-01")], {
      transfer: { from: "330", day: on("2025-06-01") },
    });
    const find = figures(historyOf([[request(null, { plan })]]));
    expect(find("ehc_plans_maintained", "2024-06-30")!.value).to.equal(1);
    expect(
      find("ehc_plans_maintained", "2024-06-30", "month", "primary_need|not_recorded")!.value,
    ).to.equal(1);
    expect(find("ehc_awaiting_provision", "2024-06-30")!.value).to.equal(0);
    expect(find("ehc_plans_maintained", "2025-06-30", "month", "primary_need|ASD")!.value).to.equal(
      1,
    );
    expect(find("ehc_plans_issued", "2025-12-31", "calendar_year")!.value).to.equal(0);
    expect(find("ehc_requests_received", "2025-12-31", "calendar_year")!.value).to.equal(0);
  });

  it("follow a school that became an academy", () => {
    const old = SCHOOLS.find(({ successor }) => successor !== null)!;
    const life = (stale: boolean): History =>
      historyOf(
        [
          [
            request(null, {
              decision: decided("Y", "2019-01-01"),
              assessment: assessed("Y", "2019-05-01"),
              plan: planFrom("2019-05-01", [placed({ urn: old.urn, stale }, "2019-09-01")]),
            }),
          ],
        ],
        3,
      );
    for (const stale of [true, false]) {
      const find = figures(life(stale), { withRegister: true });
      expect(
        find("ehc_plans_maintained", "2023-12-31", "month", "setting_group|mainstream_maintained")!
          .value,
      ).to.equal(1);
      expect(
        find("ehc_plans_maintained", "2024-04-30", "month", "setting_group|mainstream_academy")!
          .value,
      ).to.equal(1);
    }
  });

  it("count nothing after an as-at day", () => {
    const plan = planFrom("2024-09-17", [placed({ setting: "OLA" }, "2020-09-01")], {
      cease: { date: on("2025-07-31"), reason: 7 },
    });
    const find = figures(
      historyOf([
        [
          request("2024-04-30", {
            decision: decided("Y", "2024-06-11"),
            assessment: assessed("Y", "2024-09-17"),
            plan,
          }),
        ],
      ]),
      { asAt: on("2024-08-15") },
    );
    expect(find("ehc_assessments_open", "2024-07-31")!.value).to.equal(1);
    expect(find("ehc_assessments_open", "2024-08-31")).to.equal(undefined);
    // The month and the year that are cut short end with the data.
    expect(find("ehc_requests_received", "2024-08-15")).to.include({ value: 0, status: "ok" });
    expect(find("ehc_plans_issued", "2024-08-15", "calendar_year")!.value).to.equal(0);
    expect(find("ehc_requests_received", "2024-08-15", "calendar_year")!.value).to.equal(1);
    expect(find("ehc_plans_maintained", "2025-01-16", "census")).to.equal(undefined);
  });

  it("give weeks at the middle, the ninetieth centile and the longest", () => {
    const issued = ["2024-05-20", "2024-06-03", "2024-06-10", "2024-06-24"].map((date) => [
      request("2024-01-01", {
        decision: decided("Y", "2024-02-01"),
        assessment: assessed("Y", date),
        plan: planFrom(date, [placed({ setting: "OLA" }, date)]),
      }),
    ]);
    const find = figures(historyOf(issued));
    // 20, 22, 23 and 25 weeks.
    expect(find("ehc_plan_weeks_median", "2024-12-31", "calendar_year")!.value).to.equal(22.5);
    expect(find("ehc_plan_weeks_p90", "2024-12-31", "calendar_year")!.value).to.equal(25);
    expect(find("ehc_plan_weeks_longest", "2024-12-31", "calendar_year")).to.include({
      value: 25,
      denominator: 4,
      numerator: null,
    });
    expect(find("ehc_plan_weeks_mean", "2024-12-31", "calendar_year")).to.include({
      value: 22.5,
      numerator: 90,
      denominator: 4,
    });
    expect(find("ehc_plans_within_20_weeks_pct", "2024-12-31", "calendar_year")!.value).to.equal(
      25,
    );
  });
});
