import { expect } from "chai";
import { postcodeFault } from "../../../prep/check/identifiers/postcode";
import { ulnFault } from "../../../prep/check/identifiers/uln";
import { ageBands } from "../../../prep/star/age-bands";
import { writeTemplateWorkbook } from "../sample/workbooks";
import {
  active,
  issued,
  need,
  person,
  placement,
  record,
  request,
  smallReturn,
  xmlFile,
} from "./small-return";
import { build, figuresOf, rowsOf } from "./run";

const year2024 = (...requests: ReturnType<typeof request>[]) => [
  xmlFile(smallReturn(2025, [person(1, ...requests)])),
];
const withActive = (...children: ReturnType<typeof need>[]) =>
  year2024(request("2024-02-01", "2024-03-01", {}, issued("2024-06-03"), active({}, children)));

/** What other SEN2 tools are known to get wrong one test each. */
describe("mistakes that other tools make", function () {
  it("reads every need, not only the first", async () => {
    const { star } = await build(
      withActive(placement({ SENsetting: "OLA" }), need("ASD", "1"), need("SLCN", "2")),
    );
    expect(rowsOf(star, "plan_need").map(({ need: type, rank }) => [type, rank])).to.deep.equal([
      ["ASD", 1],
      ["SLCN", 2],
    ]);
  });

  it("keeps every plan detail apart from the next", async () => {
    const details = [
      record("plandetail", { SENsetting: "EHE", PlacementRank: "1" }),
      record("plandetail", { SENsetting: "OLA", PlacementRank: "2" }),
    ];
    const assessment = record(
      "assessment",
      { AssessmentOutcome: "Y", AssessmentOutcomeDate: "2024-06-03" },
      record("namedplan", { StartDate: "2024-06-03", PB: "0" }, ...details),
    );
    const { star } = await build(
      year2024(request("2024-02-01", "2024-03-01", {}, assessment, active())),
    );
    const settings = new Map(
      rowsOf(star, "setting").map((row) => [row.setting_key, row.setting_code]),
    );
    expect(
      rowsOf(star, "placement")
        .filter(({ kind }) => kind === "named_in_plan")
        .map((row) => [settings.get(row.setting_key), row.rank]),
    ).to.deep.equal([
      ["EHE", 1],
      ["OLA", 2],
    ]);
  });

  it("reads the UKPRN of post-16 placements", async () => {
    const { star } = await build(withActive(placement({ UKPRN: "10001234" }), need("ASD", "1")));
    expect(rowsOf(star, "setting").map(({ ukprn }) => ukprn)).to.include("10001234");
    expect(figuresOf(star)("ehc_awaiting_provision", "2025-01-16", "census")!.value).to.equal(0);
  });

  it("finds residence and work-based learning in the placement since 2024, and in the active plan in 2023", async () => {
    const weeks = "residential|52_weeks";
    const { star } = await build(
      withActive(placement({ SENsetting: "OLA", Res: "B" }), need("ASD", "1")),
    );
    expect(figuresOf(star)("ehc_residential", "2025-01-16", "census", weeks)!.value).to.equal(1);
    const early = smallReturn(
      2023,
      [
        person(
          1,
          request("2022-02-01", "2022-03-01", {}, issued("2022-06-01"), active({ Res: "B" })),
        ),
      ],
      { ReferenceDate: "2023-01-19" },
    );
    expect(
      figuresOf((await build([xmlFile(early)])).star)(
        "ehc_residential",
        "2023-01-19",
        "census",
        weeks,
      )!.value,
    ).to.equal(1);
  });

  it("reads the draft of a review and the dates of phase transfers", async () => {
    const dates = {
      ReviewMeeting: "2024-09-10",
      ReviewOutcome: "A",
      ReviewDraft: "2024-10-01",
      LastReview: "2024-10-05",
      PhaseTransferDueDate: "2024-02-15",
      PhaseTransferFinalDate: "2024-02-14",
    };
    const { star } = await build(
      year2024(
        request(
          "2022-02-01",
          "",
          { RequestOutcome: "H" },
          issued("2022-06-03", {}, { AssessmentOutcome: "H", AssessmentOutcomeDate: "" }),
          active(dates),
        ),
      ),
    );
    expect(rowsOf(star, "annual_review")[0]).to.include({
      meeting_date: "2024-09-10",
      draft_date: "2024-10-01",
      decision_date: "2024-10-05",
      decision: "A",
    });
    expect(rowsOf(star, "phase_transfer")[0]).to.include({
      due_date: "2024-02-15",
      final_date: "2024-02-14",
      on_time: 1,
    });
  });

  it("takes a placement without a leaving date for an open one, and one with for a closed one", async () => {
    const open = await build(withActive(placement({ SENsetting: "NEET" }), need("ASD", "1")));
    const closed = await build(
      withActive(placement({ SENsetting: "NEET", LeavingDate: "2024-07-31" }), need("ASD", "1")),
    );
    const neet = (star: typeof open.star) =>
      figuresOf(star)("ehc_neet", "2025-01-16", "census")!.value;
    expect([neet(open.star), neet(closed.star)]).to.deep.equal([1, 0]);
  });

  it("times each plan from its own request to its issue, not by the child and not by the start date", async () => {
    const refused = request("2024-01-02", "2024-01-30", { RequestOutcome: "N" });
    const late = record(
      "assessment",
      { AssessmentOutcome: "Y", AssessmentOutcomeDate: "2024-06-21", Week20: "0" },
      record("namedplan", { StartDate: "2024-06-01", PB: "0" }),
    );
    const { star } = await build(
      year2024(refused, request("2024-02-01", "2024-03-01", {}, late, active())),
    );
    expect(rowsOf(star, "ehc_request")).to.have.length(2);
    expect(figuresOf(star)("ehc_plans_within_20_weeks_pct", "2024-06-30")).to.include({
      numerator: 0,
      denominator: 1,
    });
    expect(figuresOf(star)("ehc_plan_weeks_longest", "2024-06-30")!.value).to.equal(141 / 7);
  });

  it("counts NEET, NIEC and NIEO, and goes on past a setting or an ethnicity that is in no list", async () => {
    // Of four people one more would be a quarter, and the figures not available.
    const others = Array.from({ length: 8 }, () => "OLA");
    const people = ["NEET", "NIEC", "NIEO", "WHAT", ...others].map((code, i) => {
      const made = person(
        i + 1,
        request(
          "2024-02-01",
          "2024-03-01",
          {},
          issued("2024-06-03"),
          active({}, [placement({ SENsetting: code }), need("ASD", "1")]),
        ),
      );
      return { ...made, values: { ...made.values, Ethnicity: i === 3 ? "QQQQ" : "WBRI" } };
    });
    const { star, findings } = await build([xmlFile(smallReturn(2025, people))]);
    const figure = figuresOf(star);
    expect(figure("ehc_plans_maintained", "2025-01-16", "census")!.value).to.equal(12);
    expect(figure("ehc_neet", "2025-01-16", "census")!.comparability_note).to.equal(
      "1 of 12 values of SENsetting (placementdetail) could not be read",
    );
    expect([
      figure("ehc_neet", "2025-01-16", "census")!.value,
      figure("ehc_awaiting_provision", "2025-01-16", "census")!.value,
    ]).to.deep.equal([1, 1]);
    expect(
      figure("ehc_plans_maintained", "2025-01-16", "census", "ethnicity_group|not_recorded")!.value,
    ).to.equal(1);
    expect(findings.map(({ rule }) => rule)).to.include.members(["D05", "P04"]);
  });

  it("groups MOTH as mixed, not as Asian", async () => {
    const made = person(1, request("2024-02-01", "2024-03-01", {}, issued("2024-06-03"), active()));
    const { star } = await build([
      xmlFile(smallReturn(2025, [{ ...made, values: { ...made.values, Ethnicity: "MOTH" } }])),
    ]);
    expect(
      figuresOf(star)("ehc_plans_maintained", "2025-01-16", "census", "ethnicity_group|mixed")!
        .value,
    ).to.equal(1);
  });

  it("takes an element without children for what it is", async () => {
    const bare = record("assessment", { AssessmentOutcome: "A" });
    const { star } = await build(
      year2024(request("2024-10-01", "2024-11-01", {}, bare, record("activeplans", {}))),
    );
    expect(figuresOf(star)("ehc_assessments_open", "2024-12-31")!.value).to.equal(1);
  });

  it("has names in no table", async () => {
    const { star } = await build(withActive(placement({ SENsetting: "OLA" }), need("ASD", "1")));
    for (const { declaration } of star.values()) {
      for (const { name } of declaration.columns)
        expect(name).not.to.match(/surname|forename|birth_?date|postcode|^upn$|^uln$/);
      expect(JSON.stringify(rowsOf(star, declaration.name))).not.to.match(/Fernhollow|Tamsin/i);
    }
  });

  it("has age bands that neither overlap nor leave a gap", () => {
    const bounds = ageBands.flatMap((band) =>
      (/^(\d+)-(\d+)$/.exec(band) ?? []).slice(1).map(Number),
    );
    expect([bounds[0], bounds.at(-1)]).to.deep.equal([0, 25]);
    for (let i = 1; i < bounds.length - 1; i += 2) expect(bounds[i + 1]).to.equal(bounds[i] + 1);
  });

  it("checks the tenth digit of a ULN and refuses the postcode B1 12B", () => {
    expect([ulnFault("1000000027"), ulnFault("1000000026")]).to.deep.equal([null, "check_digit"]);
    expect(postcodeFault("B1 12B")).not.to.equal(null);
    expect(postcodeFault("B1 1AA")).to.equal(null);
  });

  it("takes the words of the submission template as they are: the meeting is the meeting, the decision the decision", async () => {
    const reviewed = active({
      ReviewMeeting: "2024-09-10",
      ReviewOutcome: "M",
      LastReview: "2024-10-05",
    });
    const ret = smallReturn(2025, [
      person(1, request("2022-02-01", "2022-03-01", {}, issued("2022-06-03"), reviewed)),
    ]);
    const { star } = await build([
      { name: "template.xlsx", chunks: [await writeTemplateWorkbook(ret)] },
    ]);
    expect(rowsOf(star, "annual_review")[0]).to.include({
      meeting_date: "2024-09-10",
      decision_date: "2024-10-05",
    });
  });
});
