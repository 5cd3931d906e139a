import { expect } from "chai";
import { dayFromIso } from "../../../prep/calendar/day";
import { makeSample } from "../../../prep/sample/make-sample";
import { expectedMhsds, type ExpectedHealthValue } from "./expected-mhsds";
import { makeMhsds, mhsdsFiles } from "../../../prep/sample/mhsds/mhsds";
import { HOMES } from "../../../prep/sample/mhsds/organisations";
import {
  ADULTS,
  contact,
  DIGITAL,
  indirect,
  patient,
  referral,
  sampleOf,
  TRUST,
} from "../../prep/sample/mhsds/hand-made";
import { readFiles, type CsvRow } from "../../prep/sample/mhsds/read-csv";

type Pick = Partial<Record<"frequency" | "area" | "group", string>>;

/** The figure of a measure at the end of a period: by default of a month, of everyone. */
function figures(sample: ReturnType<typeof makeMhsds>, version?: 5 | 6) {
  const rows = new Map(
    [...expectedMhsds(sample, version)].map((row) => [
      [
        row.indicator_id,
        row.frequency,
        row.period_end,
        `${row.area_basis}|${row.area_code}`,
        `${row.breakdown}|${row.breakdown_value}`,
      ].join(" "),
      row,
    ]),
  );
  const row = (
    id: string,
    end: string,
    { frequency = "month", area = "everyone|", group = "all|all" }: Pick = {},
  ): ExpectedHealthValue | undefined => rows.get([id, frequency, end, area, group].join(" "));
  return {
    rows,
    row,
    value: (id: string, end: string, pick?: Pick): number | null | undefined =>
      row(id, end, pick)?.value,
  };
}

describe("the expected figures of mental health services", () => {
  it("are those of a story that can be followed by hand", () => {
    const { row, value } = figures(
      sampleOf(
        [
          // Thirteen, looked after since February: referred in March, not there once, seen after 20
          // and 34 days; discharged in May.
          patient(
            "2011-01-10",
            [
              referral("2024-03-04", {
                source: "B1",
                contacts: [
                  contact("2024-03-11", "3"),
                  contact("2024-03-24", "6", "11"),
                  contact("2024-04-07"),
                ],
                discharged: "2024-05-02",
              }),
            ],
            { lookedAfter: { from: dayFromIso("2024-02-01")!, to: null } },
          ),
          // Nineteen on receipt: no child, but counted at 18 to 24.
          patient("2005-01-01", [
            referral("2024-03-01", { provider: ADULTS, contacts: [contact("2024-03-02")] }),
          ]),
          // Known to two providers in one month: one person, two referrals.
          patient("2012-06-01", [
            referral("2024-03-10"),
            referral("2024-03-12", { provider: ADULTS }),
          ]),
          // Writes to an anonymous service: attended, not direct.
          patient(
            "2010-05-05",
            [
              referral("2024-03-02", {
                provider: DIGITAL,
                contacts: [contact("2024-03-05", "5", "10")],
              }),
            ],
            { practice: null },
          ),
          // Rejected in the month of the referral.
          patient("2013-01-01", [
            referral("2024-03-05", { rejected: { date: dayFromIso("2024-03-15")!, reason: "02" } }),
          ]),
          // Received before the first month: the first contact that is told need not be the first.
          patient("2012-01-01", [
            referral("2023-11-01", { contacts: [contact("2023-12-01"), contact("2024-03-20")] }),
          ]),
        ],
        6,
      ),
    );
    expect(value("mhs32a", "2024-03-31")).to.equal(5);
    expect(value("mhs32b", "2024-03-31")).to.equal(1);
    expect(value("mhs39a", "2024-03-31")).to.equal(4);
    expect([value("mhs40", "2024-03-31"), value("mhs41", "2024-03-31")]).to.deep.equal([1, 0]);
    expect(value("mhs30d", "2024-03-31")).to.equal(3);
    expect(value("mhs58a", "2024-03-31", { group: "attendance|3" })).to.equal(1);
    expect(row("mh_not_attended_pct", "2024-03-31")).to.include({
      numerator: 1,
      denominator: 4,
      value: 25,
    });
    expect(value("mhs57a", "2024-05-31")).to.equal(1);
    expect(value("mh_referrals_not_accepted_0_18", "2024-03-31")).to.equal(1);
    // Waits of 20 and, at the anonymous service, 3 days; of the old referral nothing is known.
    expect(row("mh_wait_first_contact_days_median", "2024-03-31")).to.include({
      denominator: 2,
      value: 11.5,
      left_out: 1,
    });
    expect(row("mh_within_4_weeks_pct", "2024-03-31")).to.include({
      numerator: 1,
      denominator: 1,
      value: 100,
    });
    expect(row("mh_wait_second_contact_days_mean", "2024-04-30")).to.include({
      numerator: 34,
      denominator: 1,
      value: 34,
    });
    expect(row("mhs130", "2024-03-31", { frequency: "quarter" })).to.include({
      value: 2,
      left_out: 1,
    });
    // Still waiting on 31 March: the two referrals of one child; a rejected one that is not
    // discharged waits too.
    expect(row("mhs133", "2024-03-31", { frequency: "quarter" })).to.include({
      value: 3,
      left_out: 0,
    });
    expect(row("mhs134", "2024-03-31", { frequency: "quarter" })).to.include({ value: 22 });
    expect([
      value("mhs32a", "2024-03-31", { group: "provider|RZY" }),
      value("mhs32a", "2024-03-31", { group: "provider|DFC" }),
    ]).to.deep.equal([1, 1]);
  });

  it("need twelve months for access, and count a person once in each area that they were seen in", () => {
    const moved = [
      { from: 0, home: HOMES[0][0] },
      { from: dayFromIso("2024-09-15")!, home: HOMES[1][0] },
    ];
    const { row, value } = figures(
      sampleOf(
        [
          patient(
            "2010-01-01",
            [referral("2024-01-05", { contacts: [contact("2024-01-10"), contact("2024-10-10")] })],
            { homes: moved },
          ),
          // An e-mail is no contact, but indirect activity counts.
          patient("2010-01-01", [
            referral("2024-02-01", {
              contacts: [contact("2024-02-10", "5", "05")],
              indirect: [indirect("2024-03-01")],
            }),
          ]),
          // Lives in Wales: outside access.
          patient("2010-01-01", [referral("2024-02-01", { contacts: [contact("2024-02-10")] })], {
            homes: [{ from: 0, home: HOMES[5][0] }],
          }),
          // Eighteen at the contact, seventeen at the referral: in neither measure.
          patient("2006-03-01", [referral("2024-02-01", { contacts: [contact("2024-03-10")] })]),
        ],
        14,
      ),
    );
    const rolling = { frequency: "rolling_12_months" };
    expect(row("mhs95", "2024-11-30", rolling)).to.include({
      status: "not_available",
      value: null,
    });
    expect(value("mhs95", "2024-12-31", rolling)).to.equal(2);
    expect([
      value("mhs95", "2024-12-31", { ...rolling, group: "council|999" }),
      value("mhs95", "2024-12-31", { ...rolling, group: "council|886" }),
    ]).to.deep.equal([2, 1]);
    // A year after January the move is all that is left of the first person.
    expect([
      value("mhs95", "2025-01-31", rolling),
      value("mhs95", "2025-01-31", { ...rolling, area: "council|999" }),
    ]).to.deep.equal([2, 1]);
    expect(value("mhs109", "2024-12-31", rolling)).to.equal(0);
  });

  it("count two contacts where the second is in the financial year and the first before the eighteenth birthday", () => {
    const { row, value } = figures(
      sampleOf(
        [
          patient("2010-01-01", [
            referral("2024-01-05", { contacts: [contact("2024-02-01"), contact("2024-05-01")] }),
          ]),
          // The first contact of all was at seventeen, the first of the year at eighteen.
          patient("2006-03-15", [
            referral("2024-01-05", {
              contacts: [contact("2024-03-01"), contact("2024-06-01"), contact("2024-07-01")],
            }),
          ]),
          // Two contacts, but of two referrals.
          patient("2010-01-01", [
            referral("2024-04-05", { contacts: [contact("2024-04-20")] }),
            referral("2024-04-06", { contacts: [contact("2024-04-21")] }),
          ]),
        ],
        9,
      ),
    );
    const toDate = { frequency: "year_to_date" };
    expect(row("mhs69", "2024-03-31", toDate)!.status).to.equal("not_available");
    expect(
      ["2024-04-30", "2024-05-31", "2024-06-30", "2024-07-31"].map((end) =>
        value("mhs69", end, toDate),
      ),
    ).to.deep.equal([0, 1, 2, 2]);
  });

  it("tell children's services by the ages of a team's referrals in version 5 and by the team's own word in version 6", () => {
    const [core, disability] = [TRUST.teams[0], TRUST.teams.find(({ type }) => type === "E01")!];
    const all = TRUST.teams.find(({ type }) => type === "A18")!;
    const people = [
      patient("2010-01-01", [referral("2024-01-05", { team: all })]),
      patient("2012-01-01", [referral("2024-01-05", { team: all })]),
      patient("1980-01-01", [referral("2024-01-05", { team: all })]),
      patient("2010-01-01", [referral("2024-01-05", { team: disability })]),
      patient("2010-01-01", [
        referral("2024-01-05", {
          team: core,
          rejected: { date: dayFromIso("2024-01-20")!, reason: "02" },
        }),
      ]),
      patient("2010-01-01", [referral("2024-01-05", { team: core })]),
    ];
    // Version 5: three of the open access team (two in three are children) and the core team's;
    // version 6: the core team's alone.
    expect(figures(sampleOf(people, 1), 5).value("cyp23", "2024-01-31")).to.equal(4);
    expect(figures(sampleOf(people, 1), 6).value("cyp23", "2024-01-31")).to.equal(1);
    expect([
      figures(sampleOf(people, 1), 5).value("cyp32", "2024-01-31"),
      figures(sampleOf(people, 1), 6).value("cyp32", "2024-01-31"),
    ]).to.deep.equal([5, 2]);
  });

  describe("of a whole sample", () => {
    const { history } = makeSample({ people: 200, years: 2, seed: 9 });
    const sample = makeMhsds(history, { seed: 9, people: 150 });

    it("are the same for version 5 and 6, but for the children's services, which they define differently, and rejections, which in version 5 only a team can tell", () => {
      const text = (row: ExpectedHealthValue): string => JSON.stringify(row);
      const [five, six] = ([5, 6] as const).map((version) => [...expectedMhsds(sample, version)]);
      const age = (rows: readonly ExpectedHealthValue[]): string[] =>
        rows
          .filter(
            ({ indicator_id }) =>
              !indicator_id.startsWith("cyp") && indicator_id !== "mh_referrals_not_accepted_0_18",
          )
          .map(text);
      expect(age(five)).to.deep.equal(age(six));
      expect(
        five.length === six.length && five.every((row, i) => text(row) === text(six[i])),
      ).to.equal(false);
      expect(new Set(six.map(({ indicator_id }) => indicator_id)).size).to.be.greaterThan(40);
      expect(
        new Set(
          six.map((row) =>
            [
              row.indicator_id,
              row.frequency,
              row.period_end,
              row.area_basis,
              row.area_code,
              row.breakdown,
              row.breakdown_value,
            ].join(),
          ),
        ).size,
      ).to.equal(six.length);
    });

    it("agree with a plain recount of the written rows", () => {
      const files = readFiles(mhsdsFiles(sample, { version: 6 }));
      const table = (number: string): CsvRow[] =>
        [...files].find(([name]) => name.includes(`/MHS${number}`))![1];
      const best = new Map<string, CsvRow>();
      for (const header of table("000")) {
        const key = `${header.OrgIDProvider} ${header.UniqMonthID}`;
        if (!best.has(key) || header.FileType > best.get(key)!.FileType) best.set(key, header);
      }
      const counting = new Set([...best.values()].map(({ UniqSubmissionID }) => UniqSubmissionID));
      const latest = (number: string): CsvRow[] =>
        table(number).filter(({ UniqSubmissionID }) => counting.has(UniqSubmissionID));
      const referrals = latest("101");
      const referralOf = new Map(
        referrals.map((row) => [`${row.RecordNumber} ${row.UniqServReqID}`, row]),
      );
      const known = new Map(latest("005").map((row) => [row.RecordNumber, row]));
      const { value } = figures(sample, 6);
      for (const [end, id] of [
        ["2024-02-29", "1487"],
        ["2024-09-30", "1494"],
        ["2025-06-30", "1503"],
      ]) {
        const starting = referrals.filter(
          (row) =>
            row.UniqMonthID === id &&
            row.ReferralRequestReceivedDate.slice(0, 7) === end.slice(0, 7) &&
            Number(row.AgeServReferRecDate) <= 18,
        );
        expect(value("mhs32a", end), end).to.equal(starting.length).and.to.be.greaterThan(0);
        expect(value("mhs40", end), end).to.equal(
          new Set(
            starting
              .filter(({ RecordNumber }) => known.get(RecordNumber)?.LACStatus === "Y")
              .map(({ Person_ID }) => Person_ID),
          ).size,
        );
        const contacts = latest("201").filter(
          (row) =>
            row.UniqMonthID === id &&
            Number(
              referralOf.get(`${row.RecordNumber} ${row.UniqServReqID}`)!.AgeServReferRecDate,
            ) <= 18,
        );
        expect(value("mhs30d", end), end)
          .to.equal(contacts.filter(({ AttendStatus }) => ["5", "6"].includes(AttendStatus)).length)
          .and.to.be.greaterThan(0);
        expect(value("mhs58a", end), end).to.equal(
          contacts.filter(({ AttendStatus }) => ["2", "3", "4", "7"].includes(AttendStatus)).length,
        );
      }
    });
  });
});
