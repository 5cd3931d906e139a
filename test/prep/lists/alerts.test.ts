import { expect } from "chai";
import { dayFromIso } from "../../../prep/calendar/day";
import { alertKinds } from "../../../prep/collections/sen2/model/alerts";
import { alertList } from "../../../prep/collections/sen2/lists/alert-list";
import { censusFiles, samplePupils } from "../../../prep/sample/census/census-files";
import { expectedAlerts } from "../../oracle/expected-alerts";
import { makeSample, type SampleOptions } from "../../../prep/sample/make-sample";
import { sampleFiles } from "../../../prep/sample/sample-files";
import { build, bytesOf, figuresOf } from "../pipeline/run";
import { makeList, type Row } from "./run-list";

const kindOf = new Map(alertKinds.map(({ kind, name }) => [name, kind]));

interface World extends SampleOptions {
  readonly asAt?: string;
  readonly within: number;
}

const worlds: readonly World[] = [
  { people: 900, years: 3, seed: 21, within: 14 },
  { people: 400, years: 1, seed: 22, within: 60 },
  { people: 400, years: 2, seed: 23, within: 28, asAt: "2025-12-31" },
  { people: 400, years: 3, seed: 24, within: 90, asAt: "2025-06-17" },
  { people: 400, years: 3, seed: 25, within: 0, asAt: "2024-03-31" },
  { people: 400, years: 2, seed: 26, within: 28, asAt: "2026-01-08" },
  { people: 900, years: 4, seed: 27, within: 14, asAt: "2023-01-19" },
];

describe("the list of alerts", () => {
  for (const { asAt, within, ...options } of worlds)
    it(`is what the lives of the sample say: ${JSON.stringify({ ...options, within, asAt })
      .replace(/["{}]/g, "")
      .replace(/,/g, ", ")}`, async () => {
      const sample = makeSample(options);
      const day = asAt === undefined ? null : dayFromIso(asAt);
      const files = [...sampleFiles(sample)];
      const { rows } = await makeList(alertList, files, { names: true, within }, { asAt: day });
      const told = (row: Row): string =>
        [
          kindOf.get(row.alert),
          row.surname.toLowerCase(),
          row.forename,
          row.due_date,
          row.days_left,
          row.exception !== "",
          row.remark !== "",
        ].join("|");
      const truth = expectedAlerts(sample.history, within, day).map(
        ({ kind, surname, forename, due, daysLeft, exception, byAge }) =>
          [kind, surname.toLowerCase(), forename, due, daysLeft, exception, byAge].join("|"),
      );
      expect(truth.length).to.be.greaterThan(20);
      const listed = rows("alerts.csv").map(told);
      expect({
        tooMuch: listed.filter((row) => !truth.includes(row)),
        missing: truth.filter((row) => !listed.includes(row)),
      }).to.deep.equal({ tooMuch: [], missing: [] });
      expect(listed.length).to.equal(truth.length);
    });

  it("tells where a plan is placed, and where the newest census has a child whose request is open", async () => {
    const options = { people: 400, years: 3, seed: 28 };
    const sample = makeSample(options);
    const pupils = samplePupils(sample, 28, 0);
    const files = [...sampleFiles(sample), ...censusFiles(pupils)];
    const { rows } = await makeList(alertList, files, { names: true, within: 28 });
    const list = rows("alerts.csv");
    const key = (
      kind: string | undefined,
      surname: string,
      forename: string,
      due: string,
    ): string => [kind, surname.toLowerCase(), forename, due].join("|");
    const schools = new Map(
      list.map((row) => [
        key(kindOf.get(row.alert), row.surname, row.forename, row.due_date),
        row.school_urn,
      ]),
    );
    const truth = expectedAlerts(sample.history, 28).filter(({ urn }) => urn !== null);
    expect(truth.length).to.be.greaterThan(30);
    expect(
      truth.filter(
        ({ kind, surname, forename, due, urn }) =>
          schools.get(key(kind, surname, forename, due)) !== urn,
      ),
    ).to.deep.equal([]);

    const onRoll = new Map(
      pupils.flatMap(({ person, told }) =>
        told
          .at(-1)!
          .onRoll.filter(({ status }) => status !== "S")
          .map(({ school }) => [`${person.surname.toLowerCase()} ${person.forename}`, school.urn]),
      ),
    );
    const requests = list.filter(({ alert }) =>
      ["request_decision", "final_plan"].includes(kindOf.get(alert)!),
    );
    const told = requests.map(
      ({ surname, forename, school_urn }) =>
        [`${surname.toLowerCase()} ${forename}`, school_urn] as const,
    );
    expect(told.filter(([, urn]) => urn !== "").length).to.be.greaterThan(3);
    expect(told.filter(([name, urn]) => urn !== (onRoll.get(name) ?? ""))).to.deep.equal([]);
  });

  it("has as many rows as the scorecard counts", async () => {
    const files = [...sampleFiles(makeSample({ people: 500, years: 2, seed: 29 }))].map(
      ({ name, chunks }) => ({ name, chunks: [bytesOf(chunks)] }),
    );
    const list = (await makeList(alertList, files, { within: 28 })).rows("alerts.csv");
    const figure = figuresOf((await build(files)).star);
    const left = (kind: string): number[] =>
      list
        .filter(({ alert }) => kindOf.get(alert) === kind)
        .map(({ days_left }) => Number(days_left));
    const overdue = (kind: string): number => left(kind).filter((days) => days < 0).length;
    const due = (kind: string, ahead: number): number =>
      left(kind).filter((days) => days >= 0 && days <= ahead).length;
    const counted: [string, number][] = [
      ["ehc_requests_awaiting_over_6_weeks", overdue("request_decision")],
      ["ehc_request_decisions_due_14_days", due("request_decision", 14)],
      ["ehc_request_decisions_due_28_days", due("request_decision", 28)],
      ["ehc_assessments_undecided_over_16_weeks", overdue("not_issue_decision")],
      ["ehc_assessments_open_over_20_weeks", overdue("final_plan")],
      ["ehc_plans_due_28_days", due("final_plan", 28)],
      ["annual_reviews_overdue", overdue("annual_review")],
      ["annual_reviews_due_14_days", due("annual_review", 14)],
      ["annual_review_decisions_overdue", overdue("review_decision")],
      ["amended_plans_due_28_days", due("amended_plan", 28)],
      ["phase_transfers_overdue", overdue("phase_transfer")],
      ["phase_transfers_due_28_days", due("phase_transfer", 28)],
    ];
    const onItsDay = (id: string) => figure(id, "2026-01-15", "census") ?? figure(id, "2025-12-31");
    expect(counted.map(([id]) => [id, onItsDay(id)?.value])).to.deep.equal(counted);
    expect(onItsDay("annual_review_longest_overdue")?.value).to.equal(
      -Math.min(...left("annual_review")),
    );
    expect(onItsDay("ehc_plan_longest_overdue")?.value).to.equal(-Math.min(...left("final_plan")));
    const near = list.filter(
      ({ alert, days_left }) =>
        ["request_decision", "not_issue_decision", "final_plan"].includes(kindOf.get(alert)!) &&
        Number(days_left) <= 14,
    );
    expect(onItsDay("cases_near_deadline")?.value).to.equal(
      new Set(near.map(({ file, request_record }) => `${file} ${request_record}`)).size,
    );
  });

  it("stands in the order of urgency, without names unless they are asked for", async () => {
    const files = [...sampleFiles(makeSample({ people: 300, years: 2, seed: 21 }))];
    const { rows, result } = await makeList(alertList, files, { within: 28 });
    const list = rows("alerts.csv");
    const left = list.map(({ days_left }) => Number(days_left));
    expect(left).to.deep.equal([...left].sort((a, b) => a - b));
    expect(list.every(({ state }, i) => state === (left[i] < 0 ? "overdue" : "due"))).to.equal(
      true,
    );
    expect(Object.keys(list[0]))
      .not.to.include.members(["surname"])
      .and.not.to.include.members(["forename"]);
    expect(result.made.rows).to.equal(list.length);
    expect(
      result.made.counts
        .slice(1)
        .reduce((sum, [, overdue, due]) => sum + Number(overdue) + Number(due), 0),
    ).to.equal(list.length);
  });
});
