import { expect } from "chai";
import { text } from "../../../pipeline/run";
import {
  csvOf,
  filesOf,
  plain,
  readFiles,
  readTables,
  reshaped,
  timesOf,
  version5,
  version6,
  withBirths,
  type Row,
  type Tables,
} from "../invented-people";

const person = (letter: string): string => `PSEUDO${letter}`;

/** What version 6 must give, worked out by hand from the lives. */
const expected = {
  people: [
    {
      month: 0,
      provider: "RZZ",
      person: person("A"),
      national: 1,
      age: 10,
      district: "E07000163",
      subIcb: "15F",
      icb: "QWO",
      gender: "1",
      ethnicity: "A",
      school: "EE123456",
      lookedAfter: "N",
      childProtection: "1",
      youngCarer: "N",
      learningDisability: "5",
      autism: "2",
    },
    {
      month: 0,
      provider: "RZZ",
      person: person("B"),
      national: 1,
      age: 15,
      district: "E07000163",
      subIcb: "15F",
      icb: "QWO",
      gender: "2",
      ethnicity: "M",
      school: "EE123456",
      lookedAfter: "Y",
      childProtection: "1",
      youngCarer: "N",
      learningDisability: "5",
      autism: "2",
    },
    // Without a practice the area is that of residence.
    {
      month: 0,
      provider: "RZZ",
      person: person("C"),
      national: 1,
      age: 16,
      district: "E07000163",
      subIcb: "42D",
      icb: "QHM",
      gender: "3",
      ethnicity: "99",
      school: "EE123456",
      lookedAfter: "X",
      childProtection: "1",
      youngCarer: "N",
      learningDisability: "5",
      autism: "2",
    },
  ],
  referrals: [
    {
      month: 0,
      provider: "RZZ",
      personMonth: 0,
      person: person("A"),
      referral: 1,
      received: "2024-01-15",
      discharged: null,
      rejected: null,
      ageReceived: 10,
      ageDischarged: null,
      source: "C2",
      reason: "25",
      priority: "3",
      rejectReason: null,
      closeReason: null,
      commissioner: "15F",
      inpatient: 0,
    },
    {
      month: 0,
      provider: "RZZ",
      personMonth: 1,
      person: person("B"),
      referral: 2,
      received: "2024-04-02",
      discharged: "2024-04-20",
      rejected: null,
      ageReceived: 15,
      ageDischarged: 15,
      source: "C2",
      reason: "05",
      priority: "3",
      rejectReason: null,
      closeReason: "02",
      commissioner: "15F",
      inpatient: 1,
    },
    {
      month: 0,
      provider: "RZZ",
      personMonth: 2,
      person: person("C"),
      referral: 3,
      received: "2024-04-11",
      discharged: null,
      rejected: null,
      ageReceived: 16,
      ageDischarged: null,
      source: "C2",
      reason: "24",
      priority: "3",
      rejectReason: null,
      closeReason: null,
      commissioner: "15F",
      inpatient: 0,
    },
  ],
  teams: [
    {
      referralMonth: 0,
      team: 1,
      type: "C04",
      ageGroup: "02",
      closed: null,
      rejected: null,
      main: 1,
    },
    {
      referralMonth: 1,
      team: 2,
      type: "F01",
      ageGroup: "02",
      closed: "2024-04-20",
      rejected: null,
      main: 1,
    },
    {
      referralMonth: 2,
      team: 1,
      type: "C04",
      ageGroup: "02",
      closed: null,
      rejected: null,
      main: 1,
    },
  ],
  contacts: [
    {
      month: 0,
      provider: "RZZ",
      personMonth: 0,
      referralMonth: 0,
      referral: 1,
      date: "2024-04-04",
      age: 10,
      status: "5",
      mechanism: "01",
      duration: 45,
    },
    {
      month: 0,
      provider: "RZZ",
      personMonth: 0,
      referralMonth: 0,
      referral: 1,
      date: "2024-04-18",
      age: 10,
      status: "3",
      mechanism: "11",
      duration: null,
    },
    {
      month: 0,
      provider: "RZZ",
      personMonth: 1,
      referralMonth: 1,
      referral: 2,
      date: "2024-04-09",
      age: 15,
      status: "6",
      mechanism: "02",
      duration: 30,
    },
  ],
  indirect: [
    {
      month: 0,
      provider: "RZZ",
      personMonth: 2,
      referralMonth: 2,
      referral: 3,
      date: "2024-04-16",
    },
  ],
};

const changed = <T extends object>(
  rows: readonly T[],
  change: (row: T, index: number) => object,
): object[] => rows.map((row, i) => ({ ...row, ...change(row, i) }));
const inMarch = (day: string | null): string | null => day?.replace("2024-04", "2024-03") ?? null;
/** Every table with the columns in another order, by their names backwards. */
const shuffled = (tables: Tables): Tables =>
  Object.fromEntries(
    Object.entries(tables).map(([name, rows]) => [
      name,
      rows.map((row): Row =>
        Object.fromEntries(
          Object.entries(row).sort(([a], [b]) =>
            [...a].reverse().join("") < [...b].reverse().join("") ? -1 : 1,
          ),
        ),
      ),
    ]),
  );

describe("MHSDS in every shape that it is handed on in", () => {
  it("reads version 6 as commissioners hold it, with nothing to complain of", async () => {
    const read = await readTables(version6());
    expect(plain(read.mhsds)).to.deep.equal(expected);
    expect(read.checks.summary.map(({ rule }) => rule)).to.deep.equal([]);
    expect(read.scanned).to.deep.equal([]);
    expect(read.mhsds.submissions).to.deep.equal([
      { provider: "RZZ", month: 2024 * 12 + 3, version: 6 },
    ]);
    expect([...read.mhsds.absent]).to.deep.equal(["MHS102OtherServiceType"]);
    for (const { rowsIn, rowsOut, rowsRejected } of read.rows)
      expect(rowsOut + rowsRejected).to.equal(rowsIn);
    expect(read.files.every(({ recognisedAs }) => recognisedAs?.startsWith("MHSDS"))).to.equal(
      true,
    );
  });

  it("reads the same people from version 5: teams and reasons of MHS102, the month before", async () => {
    const { mhsds, checks } = await readTables(version5());
    expect(checks.summary).to.deep.equal([]);
    expect(mhsds.submissions[0].version).to.equal(5);
    const read = plain(mhsds);
    expect(read.people).to.deep.equal(
      changed(expected.people, () => ({ learningDisability: null, autism: null })),
    );
    expect(read.referrals).to.deep.equal(
      changed(expected.referrals, ({ received, discharged }) => ({
        received: inMarch(received),
        discharged: inMarch(discharged),
      })),
    );
    expect(read.teams).to.deep.equal(
      changed(expected.teams, ({ closed }) => ({
        closed: inMarch(closed),
        ageGroup: null,
        main: 0,
      })),
    );
    expect(read.contacts).to.deep.equal(
      changed(expected.contacts, ({ date }) => ({ date: inMarch(date) })),
    );
  });

  it("reads both versions together, and says that team figures differ", async () => {
    const [older, newer] = [version5(), version6()];
    const both = await readFiles([
      ...filesOf(older).map((file) => ({ ...file, name: `5/${file.name}` })),
      ...filesOf(newer).map((file) => ({ ...file, name: `6/${file.name}` })),
    ]);
    expect(both.mhsds.months).to.deep.equal([2024 * 12 + 2, 2024 * 12 + 3]);
    expect(both.mhsds.counts.people).to.equal(4);
    expect(both.mhsds.referralMonths.count).to.equal(6);
    expect(plain(both.mhsds).teams.map(({ main }) => main)).to.deep.equal([0, 0, 0, 1, 1, 1]);
    expect(timesOf(both, "MH19")).to.equal(1);
  });

  it("reads headings in any order, with columns that it does not know", async () => {
    const tables = shuffled(version6());
    const more = Object.fromEntries(
      Object.entries(tables).map(([name, rows]) => [
        name,
        rows.map((row, i) => ({ SK: i, ...row, dmicImportLogId: 4, "Total, all": 7 })),
      ]),
    );
    expect(plain((await readTables(tables)).mhsds)).to.deep.equal(expected);
    expect(plain((await readTables(more, "\t")).mhsds)).to.deep.equal(expected);
  });

  it("reads an ICB's warehouse copy: pipes, a mark, timestamps, NULL, pseudonyms beside what they stand for", async () => {
    const written = (value: string | number): string =>
      value === ""
        ? "NULL"
        : /^\d{4}-\d\d-\d\d$/.test(String(value))
          ? `${value} 00:00:00.000`
          : String(value);
    const tables = Object.entries(version6()).map(
      ([name, rows]) =>
        [
          name,
          rows.map((row): Row =>
            Object.fromEntries([
              ...Object.entries(row).map(([heading, value]) => [heading, written(value)]),
              ["NHSNumber Pseudo", "A1B2"],
              ["PersonBirthDate Pseudo", "\\N"],
              ["dmicDataset", "x"],
            ]),
          ),
        ] as const,
    );
    const files = tables.map(([name, rows]) => text(`${name}.csv`, `\ufeff${csvOf(rows, "|")}`));
    const read = await readFiles(files);
    expect(plain(read.mhsds)).to.deep.equal(expected);
    expect(read.checks.summary).to.deep.equal([]);
    expect(read.mhsds.nhsNumbers).to.equal(null);
  });

  it("reads a research environment's copy: lower case, by the alphabet, cut short, with suffixes and a token", async () => {
    const heading = (name: string): string =>
      name === "Person_ID"
        ? "tokenid"
        : ["UniqServReqID", "RecordNumber", "LocalPatientID"].includes(name)
          ? `${name.toLowerCase()}_deid`
          : name.toLowerCase().slice(0, 32);
    const files = Object.entries(version6()).map(([name, rows]) => {
      const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))]
        .filter((key) => key !== "EFFECTIVE_FROM")
        .sort((a, b) => (heading(a) < heading(b) ? -1 : 1));
      return text(
        `${name.toLowerCase()}_pseudo_dars.csv`,
        [
          headings.map(heading).join(","),
          ...rows.flatMap((row) =>
            [0, 1].map(() =>
              headings.map((key) => (row[key] === "" ? "" : `"${row[key] ?? ""}"`)).join(","),
            ),
          ),
        ].join("\n"),
      );
    });
    const read = await readFiles(files);
    expect(plain(read.mhsds)).to.deep.equal(expected);
    // Every row is there twice: one of each stays.
    for (const { rowsIn, rowsOut, table } of read.rows)
      expect(rowsOut, table).to.equal(table === "MHS501HospProvSpell" ? rowsIn : rowsIn / 2);
  });

  it("reads UDAL's names, and a header's own when the rows have none", async () => {
    const read = await readTables(
      reshaped(
        version6(),
        { UniqSubmissionID: "NHSEUniqSubmissionID", Person_ID: "Der_Person_ID" },
        ["UniqMonthID", "EFFECTIVE_FROM"],
      ),
    );
    expect(plain(read.mhsds)).to.deep.equal(expected);
  });

  it("reads a provider's post-deadline files: no month, no national person, ages and ids worked out", async () => {
    const tables = withBirths(
      reshaped(version6(), {}, [
        "UniqMonthID",
        "Person_ID",
        "EFFECTIVE_FROM",
        "PatMRecInRP",
        "NHSDEthnicity",
        "AgeRepPeriodEnd",
        "AgeServReferRecDate",
        "AgeServReferDischDate",
        "AgeCareContDate",
      ]),
    );
    const { mhsds, checks } = await readTables(tables);
    expect(checks.summary).to.deep.equal([]);
    const local = (name: string | null): string => `RZZ\u001fL${name!.at(-1)}`;
    const read = plain(mhsds);
    // Born on the last day of February: nine on 15 January, ten in April.
    expect(read).to.deep.equal({
      ...expected,
      people: changed(expected.people, (row) => ({ person: local(row.person), national: -1 })),
      referrals: changed(expected.referrals, (row, i) => ({
        person: local(row.person),
        ageReceived: i === 0 ? 9 : row.ageReceived,
      })),
    });
  });

  it("reads a provider's pre-deadline files, which hold what was submitted and no key", async () => {
    const derived = [
      "UniqMonthID",
      "Person_ID",
      "EFFECTIVE_FROM",
      "PatMRecInRP",
      "NHSDEthnicity",
      "AgeRepPeriodEnd",
      "AgeServReferRecDate",
      "AgeServReferDischDate",
      "AgeCareContDate",
      "OrgIDProv",
      "UniqSubmissionID",
      "RecordNumber",
      "FileType",
      "UniqServReqID",
      "UniqCareContID",
      "LADistrictAuth",
      "OrgIDSubICBLocResidence",
      "OrgIDICBRes",
      "OrgIDSubICBLocGP",
      "OrgIDICBGPPractice",
      ...["000", "001", "002", "005", "101", "201", "204", "501", "902"].map(
        (table) => `MHS${table}UniqID`,
      ),
    ];
    const tables = withBirths(reshaped(version6(), {}, derived));
    const people = tables.MHS001MPI.map((row) => ({
      ...row,
      OrgIDLocalPatientID: "RZZ",
      NHSNumberStatus: "01",
    }));
    const { mhsds, checks } = await readTables({ ...tables, MHS001MPI: people });
    expect(checks.summary).to.deep.equal([]);
    const read = plain(mhsds);
    const ofContacts = ({
      referralMonth,
      personMonth,
      date,
      status,
      age,
    }: (typeof read.contacts)[number]) => ({ referralMonth, personMonth, date, status, age });
    expect(read.contacts.map(ofContacts)).to.deep.equal(expected.contacts.map(ofContacts));
    expect(read.teams.map(({ type }) => type)).to.deep.equal(["C04", "F01", "C04"]);
    expect(read.people.map(({ lookedAfter }) => lookedAfter)).to.deep.equal(["N", "Y", "X"]);
  });

  it("makes no difference between one file a table and one a table and month", async () => {
    const months = [
      ["2024-04", 1489, "7001"],
      ["2024-05", 1490, "7002"],
      ["2024-06", 1491, "7003"],
    ] as const;
    const byMonth = months.map(([month, number, submission]) =>
      version6(month, number, submission),
    );
    const joined: Tables = Object.fromEntries(
      Object.keys(byMonth[0]).map((name) => [name, byMonth.flatMap((tables) => tables[name])]),
    );
    const split = await readFiles(
      byMonth.flatMap((tables, i) =>
        filesOf(tables).map((file) => ({ ...file, name: `month-${i}/${file.name}` })),
      ),
    );
    const whole = await readTables(joined);
    expect(plain(split.mhsds)).to.deep.equal(plain(whole.mhsds));
    expect(split.mhsds.counts).to.deep.equal(whole.mhsds.counts);
    expect(whole.mhsds.counts.people).to.equal(4);
  });
});
