import { expect } from "chai";
import fc from "fast-check";
import { addMonths, dayFromIso, isoOf, type Day } from "../../../prep/calendar/day";
import { alertKinds } from "../../../prep/collections/sen2/model/alerts";
import { reviewDue, transfersByAge } from "../../../prep/collections/sen2/model/due-dates";
import { defaultLimits } from "../../../prep/collections/sen2/model/limits";
import { alertList } from "../../../prep/collections/sen2/lists/alert-list";
import type { ReturnRecord } from "../../../prep/sample/return-record";
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
} from "../pipeline/small-return";
import { text } from "../pipeline/run";
import { makeList, type Row } from "./run-list";

const day = (iso: string): Day => dayFromIso(iso)!;
const nameOf = new Map(alertKinds.map(({ kind, name }) => [kind, name]));

/** An extract taken on a day of 2026, of cases open then: the collection year is the next. */
const pulled = (on: string, ...people: ReturnRecord[]) =>
  xmlFile(smallReturn(2027, people, { ReferenceDate: on }));

const listed = async (on: string, people: readonly ReturnRecord[], within = 14): Promise<Row[]> =>
  (await makeList(alertList, [pulled(on, ...people)], { within })).rows("alerts.csv");
const short = (rows: readonly Row[]): string[] =>
  rows.map(
    ({ alert, due_date, days_left }) =>
      `${[...nameOf].find(([, name]) => name === alert)![0]} ${due_date} ${days_left}`,
  );

const open = (values: Record<string, string> = {}): ReturnRecord =>
  record("assessment", { AssessmentOutcome: "A", ...values });

describe("limits of alerts", () => {
  it("count the last day as in time and the next one as overdue", async () => {
    // Received on 1 April 2026: six weeks end on 13 May, sixteen on 22 July, twenty on 19 August.
    const waiting = person(1, request("2026-04-01", ""));
    expect(short(await listed("2026-05-13", [waiting]))).to.deep.equal([
      "request_decision 2026-05-13 0",
    ]);
    expect(short(await listed("2026-05-14", [waiting]))).to.deep.equal([
      "request_decision 2026-05-13 -1",
    ]);
    expect(short(await listed("2026-04-28", [waiting]))).to.deep.equal([]);
    expect(short(await listed("2026-04-29", [waiting]))).to.deep.equal([
      "request_decision 2026-05-13 14",
    ]);
    const assessed = person(2, request("2026-04-01", "2026-05-13", {}, open()));
    expect(short(await listed("2026-07-22", [assessed], 0))).to.deep.equal([
      "not_issue_decision 2026-07-22 0",
    ]);
    expect(short(await listed("2026-08-19", [assessed], 0))).to.deep.equal([
      "not_issue_decision 2026-07-22 -28",
      "final_plan 2026-08-19 0",
    ]);
    expect(short(await listed("2026-08-20", [assessed], 0))).to.deep.equal([
      "not_issue_decision 2026-07-22 -29",
      "final_plan 2026-08-19 -1",
    ]);
  });

  it("say nothing of what is done, however late", async () => {
    const refused = person(1, request("2026-04-01", "2026-06-30", { RequestOutcome: "N" }));
    const late = person(
      2,
      request(
        "2025-10-01",
        "2025-12-30",
        {},
        issued("2026-06-30"),
        active({ LastReview: "", ReviewMeeting: "" }),
      ),
    );
    expect(short(await listed("2026-07-01", [refused, late], 60))).to.deep.equal([]);
  });

  it("leave out a decision not to issue once it is decided to issue, and flag exceptions", async () => {
    const agreed = person(
      1,
      request("2026-01-05", "2026-02-02", {}, open({ AssessmentOutcome: "Y" })),
    );
    const excepted = person(2, request("2026-01-06", "2026-02-02", {}, open({ Week20: "1" })));
    const rows = await listed("2026-07-01", [agreed, excepted]);
    expect(short(rows)).to.deep.equal([
      "not_issue_decision 2026-04-28 -64",
      "final_plan 2026-05-25 -37",
      "final_plan 2026-05-26 -36",
    ]);
    expect(rows.map(({ exception }) => exception !== "")).to.deep.equal([false, false, true]);
    // 25 May is the spring bank holiday, a Monday: the last day to send it was the Friday before.
    expect(rows.map(({ last_working_day }) => last_working_day)).to.deep.equal([
      "2026-04-28",
      "2026-05-22",
      "2026-05-26",
    ]);
  });

  const held = (values: Record<string, string>): ReturnRecord =>
    person(
      1,
      request(
        "",
        "",
        { RequestOutcome: "H" },
        issued("2020-03-02", {}, { AssessmentOutcome: "H", AssessmentOutcomeDate: "" }),
        active(values, [placement({ SENsetting: "OLA" }), need("ASD", "1")]),
      ),
    );

  it("run from the last review: a year to the next, four weeks to the decision, twelve to the amended plan", async () => {
    const decided = held({
      ReviewMeeting: "2025-09-01",
      ReviewOutcome: "M",
      LastReview: "2025-09-20",
    });
    expect(short(await listed("2026-09-20", [decided], 0))).to.deep.equal([
      "annual_review 2026-09-20 0",
    ]);
    expect(short(await listed("2026-09-21", [decided], 0))).to.deep.equal([
      "annual_review 2026-09-20 -1",
    ]);
    const met = held({ ReviewMeeting: "2026-09-01" });
    expect(short(await listed("2026-09-29", [met], 0))).to.deep.equal([
      "review_decision 2026-09-29 0",
    ]);
    expect(short(await listed("2026-09-30", [met], 0))).to.deep.equal([
      "review_decision 2026-09-29 -1",
    ]);
    const amend = held({
      ReviewMeeting: "2026-07-01",
      ReviewOutcome: "A",
      ReviewDraft: "2026-07-20",
      LastReview: "2026-07-20",
    });
    expect(short(await listed("2026-09-23", [amend], 0))).to.deep.equal([
      "amended_plan 2026-09-23 0",
    ]);
    expect(short(await listed("2026-09-24", [amend], 0))).to.deep.equal([]);
    const never = held({});
    expect(short(await listed("2026-09-24", [never], 0))).to.deep.equal([
      "annual_review 2021-03-02 -2032",
    ]);
  });

  it("take the due date of a phase transfer from the return, until its final plan", async () => {
    const review = { ReviewMeeting: "2026-01-05", ReviewOutcome: "M", LastReview: "2026-01-06" };
    const due = held({ ...review, PhaseTransferDueDate: "2026-02-15" });
    expect(short(await listed("2026-02-15", [due], 0))).to.deep.equal([
      "phase_transfer 2026-02-15 0",
    ]);
    expect(short(await listed("2026-02-16", [due], 0))).to.deep.equal([
      "phase_transfer 2026-02-15 -1",
    ]);
    const done = held({
      ...review,
      PhaseTransferDueDate: "2026-02-15",
      PhaseTransferFinalDate: "2026-02-16",
    });
    expect(short(await listed("2026-02-16", [done], 0))).to.deep.equal([]);
  });

  it("tell a phase transfer by age where the return does not, for children who held a plan when the school year began", () => {
    const limits = defaultLimits;
    const due = (birth: string, start: string, on: string): string | null => {
      const found = transfersByAge(day(on), limits)(day(birth), day(start));
      return found === null ? null : isoOf(found);
    };
    // Year 6 in 2025/26: born from 1 September 2014 to 31 August 2015.
    expect(due("2014-09-01", "2020-01-01", "2025-10-01")).to.equal("2026-02-15");
    expect(due("2015-08-31", "2020-01-01", "2026-08-31")).to.equal("2026-02-15");
    expect(due("2014-08-31", "2020-01-01", "2025-10-01")).to.equal(null);
    expect(due("2015-09-01", "2020-01-01", "2025-10-01")).to.equal(null);
    // Year 11, and those who go into reception.
    expect(due("2009-12-01", "2020-01-01", "2026-03-01")).to.equal("2026-03-31");
    expect(due("2021-12-01", "2023-01-01", "2026-03-01")).to.equal("2026-02-15");
    expect(due("2014-09-01", "2025-09-01", "2025-10-01")).to.equal(null);
    expect(due("2014-09-01", "2025-08-31", "2025-10-01")).to.equal("2026-02-15");
    expect(due("2014-09-01", "2020-01-01", "2026-09-01")).to.equal(null);
  });

  it("have a review due on the last day that is not overdue, leap years included", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: day("2015-01-01"), max: day("2030-01-01") }),
        fc.integer({ min: 1, max: 36 }),
        (last, months) => {
          const due = reviewDue(last, months);
          const isOverdue = (on: Day): boolean => last < addMonths(on, -months);
          return !isOverdue(due) && isOverdue(due + 1);
        },
      ),
    );
  });

  it("are those of the settings", async () => {
    const limits = { ...defaultLimits, requestDays: 30, phaseTransferSchool: "03-01" };
    const waiting = person(1, request("2026-04-01", ""));
    const { rows } = await makeList(
      alertList,
      [pulled("2026-05-01", waiting)],
      { within: 0 },
      { limits, bankHolidays: [{ date: "2026-05-01", name: "A day off" }] },
    );
    expect(short(rows("alerts.csv"))).to.deep.equal(["request_decision 2026-05-01 0"]);
    expect(rows("alerts.csv")[0]).to.include({ limit: "30 days", last_working_day: "2026-04-30" });
    expect(
      isoOf(transfersByAge(day("2025-10-01"), limits)(day("2014-09-01"), day("2020-01-01"))!),
    ).to.equal("2026-03-01");
  });
});

describe("the file of a list", () => {
  it("opens in Excel: marked as UTF-8, with nothing that runs as a formula, and as a workbook", async () => {
    const { bytes, rows, result } = await makeList(
      alertList,
      [
        pulled("2026-05-14", {
          ...person(1, request("2026-04-01", "")),
          values: { ...person(1).values, Surname: "=HYPERLINK(1)", Forename: "Zoë" },
        }),
      ],
      { names: true },
    );
    expect([...bytes("alerts.csv").subarray(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
    expect(rows("alerts.csv")[0]).to.include({
      surname: "'=HYPERLINK(1)",
      forename: "Zoë",
      person_record: "person 1",
      request_record: "person 1 / requests 1",
    });
    expect(bytes("alerts.xlsx").subarray(0, 2).toString()).to.equal("PK");
    expect(JSON.stringify([result.made.counts, result.made.notes, result.findings])).not.to.match(
      /HYPERLINK|Zoë|Z999/,
    );
  });

  it("does not wait for mental health tables, which it has no use for", async () => {
    const health = text(
      "referrals.csv",
      "MHS101UniqID,ServiceRequestId,ReferralRequestReceivedDate\n1,a,2026-01-01\n",
    );
    const { result } = await makeList(alertList, [
      pulled("2026-05-14", person(1, request("2026-04-01", ""))),
      health,
    ]);
    expect(result.files.map(({ recognisedAs }) => recognisedAs)).to.deep.equal([
      "SEN2 return 2027 (XML)",
      "MHSDS, not needed for this",
    ]);
    expect(result.findings.filter(({ file }) => file === "referrals.csv")).to.deep.equal([]);
  });
});
