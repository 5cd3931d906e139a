import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect } from "chai";
import { isoOf } from "../../../../../prep/calendar/day";
import { collectInputs } from "../../../../../prep/cli/inputs";
import {
  monthOfNumber,
  versionOfMonth,
} from "../../../../../prep/collections/mhsds/read/month-number";
import { mhsds as ofMhsds } from "../../../../../prep/collections/mhsds/index";
import { readExtracts } from "../../../../../prep/stages/read-extracts";
import { check, text } from "../../../pipeline/run";
import {
  csvOf,
  filesOf,
  readOptions,
  plain,
  readFiles,
  readTables,
  timesOf,
  version6,
  without,
  type ReadTables,
  type Row,
  type Tables,
} from "../invented-people";

const APRIL = 2024 * 12 + 3;
const named = (folder: string, tables: Tables) =>
  filesOf(tables).map((file) => ({ ...file, name: `${folder}/${file.name}` }));
const withRows = (
  tables: Tables,
  name: string,
  change: (rows: readonly Row[]) => readonly Row[],
): Tables => ({ ...tables, [name]: change(tables[name]) });
const rowOf = ({ rows }: ReadTables, table: string, file = `${table}.csv`) =>
  rows.find((row) => row.table === table && row.file === file)!;
const balanced = ({ rows }: Pick<ReadTables, "rows">): void => {
  for (const { rowsIn, rowsOut, rowsRejected } of rows)
    expect(rowsOut + rowsRejected).to.equal(rowsIn);
};

describe("MHSDS submissions", () => {
  it("counts a month that was sent again once, by the latest", async () => {
    const [first, second] = [
      version6("2024-04", 1489, "7001", 1),
      version6("2024-04", 1489, "7002", 2),
    ];
    const corrected = withRows(second, "MHS201CareContact", (rows) => rows.slice(0, 1));
    for (const files of [
      [...named("a", first), ...named("b", corrected)],
      [...named("b", corrected), ...named("a", first)],
    ]) {
      const read = await readFiles(files);
      expect(read.mhsds.submissions).to.deep.equal([{ provider: "RZZ", month: APRIL, version: 6 }]);
      expect(read.mhsds.contacts.count).to.equal(1);
      expect(read.mhsds.personMonths.count).to.equal(3);
      expect(rowOf(read, "MHS201CareContact", "a/MHS201CareContact.csv")).to.include({
        rowsIn: 3,
        rowsOut: 0,
        rowsRejected: 3,
      });
      expect(timesOf(read, "MH01")).to.equal(1 + 3 + 3 + 3 + 3 + 3 + 1 + 1 + 2);
      balanced(read);
      expect(read.mhsds.people().filter((name) => name.startsWith("PSEUDO"))).to.have.length(3);
    }
  });

  it("takes the highest FileType, then the latest EFFECTIVE_FROM, then the highest id as a number", async () => {
    const sent = (id: string, fileType: number | "", effective: string): Row => ({
      DatSetVer: "6.0",
      OrgIDProvider: "RZZ",
      ReportingPeriodStartDate: "2024-04-01",
      ReportingPeriodEndDate: "2024-04-30",
      MHS000UniqID: "1",
      FileType: fileType,
      UniqSubmissionID: id,
      UniqMonthID: 1489,
      EFFECTIVE_FROM: effective,
    });
    const people = version6().MHS001MPI;
    const latest = async (...headers: Row[]): Promise<number> => {
      const all = headers.flatMap(({ UniqSubmissionID }, i) =>
        people.slice(0, i + 1).map((row) => ({
          ...row,
          UniqSubmissionID,
          RecordNumber: `${UniqSubmissionID}${row.RecordNumber}`,
        })),
      );
      return (
        (await readTables({ MHS000Header: headers, MHS001MPI: all })).mhsds.personMonths.count - 1
      );
    };
    expect(
      await latest(sent("9", 10, "2024-05-01 00:00:00"), sent("10", 9, "2024-06-01 00:00:00")),
    ).to.equal(0);
    expect(
      await latest(
        sent("9", 2, "2024-05-01 09:00:00"),
        sent("10", 2, "2024-05-01 10:30:00"),
        sent("11", 2, "2024-05-01 10:29:59"),
      ),
    ).to.equal(1);
    expect(await latest(sent("99", 2, ""), sent("100", 2, ""))).to.equal(1);
    expect(await latest(sent("0100", 2, ""), sent("99", 2, ""))).to.equal(0);
    // Beyond 2^53, where numbers would be the same.
    expect(
      await latest(
        sent("900719925474099300000001", 2, ""),
        sent("900719925474099300000002", 2, ""),
      ),
    ).to.equal(1);
  });

  it("works without headers, from the people and the referrals", async () => {
    const read = await readTables(without(version6(), "MHS000Header"));
    expect(plain(read.mhsds)).to.deep.equal(plain((await readTables(version6())).mhsds));
    expect(timesOf(read, "MH09")).to.equal(0);
  });

  it("goes by the reporting period where the month number says otherwise", async () => {
    const read = await readTables(
      withRows(version6(), "MHS000Header", ([header]) => [{ ...header, UniqMonthID: 1490 }]),
    );
    expect(read.mhsds.months).to.deep.equal([APRIL]);
    expect(timesOf(read, "MH07")).to.equal(1);
    const other = await readTables(
      withRows(version6(), "MHS000Header", ([header]) => [{ ...header, DatSetVer: "5.0" }]),
    );
    expect(timesOf(other, "MH08")).to.equal(1);
  });

  it("numbers months as the platform does", () => {
    const known = [
      [1900, 4, 1],
      [2015, 4, 1381],
      [2015, 5, 1382],
      [2016, 1, 1390],
      [2019, 4, 1429],
      [2021, 10, 1459],
      [2022, 7, 1468],
      [2024, 4, 1489],
      [2026, 4, 1513],
    ];
    for (const [year, month, number] of known) {
      expect(monthOfNumber(number)).to.equal(year * 12 + month - 1);
    }
    expect(
      [1458, 1459, 1488, 1489].map((number) => versionOfMonth(monthOfNumber(number))),
    ).to.deep.equal([4, 5, 5, 6]);
  });

  it("tells of a month missing in between, and of one with far fewer rows", async () => {
    const months = [
      ["2024-04", 1489],
      ["2024-05", 1490],
      ["2024-06", 1491],
      ["2024-08", 1493],
    ] as const;
    const many = (tables: Tables, times: number): Tables =>
      withRows(tables, "MHS201CareContact", (rows) =>
        Array.from({ length: times }, (_, i) => ({
          ...rows[0],
          CareContactID: `K${i}`,
          UniqCareContID: `RZZK${i}-${rows[0].UniqMonthID}`,
        })),
      );
    const read = await readFiles(
      months.flatMap(([month, number], i) =>
        named(`${i}`, many(version6(month, number, `70${i}`), i === 1 ? 20 : 60)),
      ),
    );
    expect(timesOf(read, "MH17")).to.equal(1);
    expect(read.checks.findings.find(({ rule }) => rule === "MH17")!.message).to.include(
      "Provider RZZ, Jul 2024",
    );
    expect(
      read.checks.findings
        .filter(({ rule }) => rule === "MH18")
        .map(({ table, message }) => [table, /Provider .*\./.exec(message)![0]]),
    ).to.deep.equal([["MHS201CareContact", "Provider RZZ, May 2024."]]);
  });
});

describe("checks of MHSDS rows", () => {
  it("leaves out rows without a person, a referral, an id or a submission, and repeats, and says why", async () => {
    let tables = version6();
    tables = withRows(tables, "MHS101Referral", ([first, second, third]) => [
      first,
      second,
      { ...third, RecordNumber: "700199" },
    ]);
    tables = withRows(tables, "MHS201CareContact", ([a, b, c]) => [
      a,
      { ...a, AttendStatus: "3" },
      b,
      { ...c, UniqServReqID: "RZZNONE" },
      { ...c, UniqCareContID: "", MHS201UniqID: "12" },
      { ...c, UniqSubmissionID: "1" },
      { ...b, UniqCareContID: "RZZK9", RecordNumber: c.RecordNumber },
    ]);
    const read = await readTables(tables);
    expect(rowOf(read, "MHS101Referral")).to.include({ rowsIn: 3, rowsOut: 2, rowsRejected: 1 });
    expect(rowOf(read, "MHS201CareContact")).to.include({ rowsIn: 7, rowsOut: 2, rowsRejected: 5 });
    // The indirect activity was of the referral without a person.
    expect(rowOf(read, "MHS204IndirectActivity")).to.include({ rowsIn: 1, rowsOut: 0 });
    expect(
      Object.fromEntries(read.checks.summary.map(({ rule, count }) => [rule, count])),
    ).to.deep.equal({ MH02: 1, MH03: 1, MH04: 4, MH05: 1 });
    expect(
      read.checks.findings.filter(
        ({ rule, table }) => rule === "MH05" && table === "MHS201CareContact",
      ),
    ).to.have.length(1);
    expect(plain(read.mhsds).contacts.map(({ status }) => status)).to.deep.equal(["5", "3"]);
    balanced(read);
  });

  it("leaves bad values blank, tells of them by provider, and shows none", async () => {
    let tables = version6();
    tables = withRows(tables, "MHS001MPI", ([first, ...rest]) => [
      {
        ...first,
        AgeRepPeriodEnd: 212,
        LADistrictAuth: "SMITH",
        OrgIDEduEstab: "WILLIAMS",
        GenderIDCode: "JONES",
      },
      ...rest,
    ]);
    tables = withRows(tables, "MHS101Referral", ([first, second, third]) => [
      { ...first, ReferralRequestReceivedDate: "31/02/2024", SourceOfReferralMH: "BROWN" },
      { ...second, ReferralRequestReceivedDate: "2024-04-25" },
      { ...third, ReferralRequestReceivedDate: "2024-05-04", PrimReasonReferralMH: "" },
    ]);
    tables = withRows(tables, "MHS201CareContact", ([a, b, c]) => [
      { ...a, CareContDate: "2024-05-01", ConsMechanismMH: "06" },
      { ...b, AttendStatus: "TAYLOR" },
      { ...c, ClinContDurOfCareCont: "long" },
    ]);
    const read = await readTables(tables);
    const counts = Object.fromEntries(read.checks.summary.map(({ rule, count }) => [rule, count]));
    expect(counts).to.deep.equal({ MH10: 4, MH11: 2, MH12: 2, MH13: 1, MH14: 1, MH15: 2, MH16: 1 });
    expect(JSON.stringify(read.checks)).not.to.match(
      /SMITH|WILLIAMS|JONES|BROWN|TAYLOR|long|212|31\/02/,
    );
    const { people, referrals, contacts } = plain(read.mhsds);
    // The stated gender stands in for an identity that is no code.
    expect(people[0]).to.include({ age: null, district: null, school: null, gender: "9" });
    expect(
      referrals.map(({ received, source, reason }) => [received, source, reason]),
    ).to.deep.equal([
      [null, null, "25"],
      ["2024-04-25", "C2", "05"],
      ["2024-05-04", "C2", null],
    ]);
    // Text messages left the code set with version 5 of the data set.
    expect(
      contacts.map(({ mechanism, status, duration }) => [mechanism, status, duration]),
    ).to.deep.equal([
      [null, "5", 45],
      ["11", null, null],
      ["02", "6", null],
    ]);
    expect(
      read.checks.findings.find(({ rule, field }) => rule === "MH10" && field === "AttendStatus"),
    ).to.include({ file: "MHS201CareContact.csv", line: 3 });
    balanced(read);
  });

  it("refuses a date column that is written month first, and tells of one that fits both orders", async () => {
    const dated = async (
      days: readonly string[],
    ): Promise<Awaited<ReturnType<typeof readTables>>> =>
      readTables(
        withRows(version6(), "MHS101Referral", (rows) =>
          rows.map((row, i) => ({ ...row, ReferralRequestReceivedDate: days[i] })),
        ),
      );
    const received = (read: Awaited<ReturnType<typeof readTables>>): unknown[] =>
      plain(read.mhsds).referrals.map((referral) => referral.received);
    const monthFirst = await dated(["04/02/2024", "04/25/2024", "04/03/2024"]);
    expect(timesOf(monthFirst, "MH23")).to.equal(1);
    expect(received(monthFirst)).to.deep.equal([null, null, null]);
    const either = await dated(["02/04/2024", "03/04/2024", "01/04/2024"]);
    expect(timesOf(either, "MH24")).to.equal(1);
    expect(received(either)).to.deep.equal(["2024-04-02", "2024-04-03", "2024-04-01"]);
  });

  it("sorts the values of each field as reports of data quality do", async () => {
    let tables = version6();
    tables = withRows(tables, "MHS201CareContact", ([a, b, c]) => [
      { ...a, ConsMechanismMH: "98" },
      { ...b, ConsMechanismMH: "77" },
      { ...c, ConsMechanismMH: "" },
    ]);
    const { mhsds } = await readTables(tables);
    const of = (table: string, field: string) => {
      const {
        valid,
        other,
        default: byDefault,
        invalid,
        missing,
      } = mhsds.quality.find((row) => row.table === table && row.field === field)!;
      return { valid, other, default: byDefault, invalid, missing };
    };
    expect(of("MHS201CareContact", "ConsMechanismMH")).to.deep.equal({
      valid: 0,
      other: 1,
      default: 0,
      invalid: 1,
      missing: 1,
    });
    expect(of("MHS005PatInd", "LACStatus")).to.deep.equal({
      valid: 2,
      other: 0,
      default: 1,
      invalid: 0,
      missing: 0,
    });
    expect(of("MHS001MPI", "NHSDEthnicity")).to.deep.equal({
      valid: 2,
      other: 0,
      default: 1,
      invalid: 0,
      missing: 0,
    });
    expect(of("MHS101Referral", "ServDischDate")).to.deep.equal({
      valid: 1,
      other: 0,
      default: 0,
      invalid: 0,
      missing: 2,
    });
    expect(
      mhsds.quality.every(({ provider, month }) => provider === "RZZ" && month === APRIL),
    ).to.equal(true);
  });

  it("keeps the last sent of indirect activity that repeats, over months too", async () => {
    const [april, may] = [version6(), version6("2024-05", 1490, "7002")];
    const again = withRows(may, "MHS204IndirectActivity", ([row]) => [
      { ...row, IndirectActDate: "2024-04-16", MHS204UniqID: "10" },
      { ...row, IndirectActDate: "2024-04-16", IndirectActTime: "11:00", MHS204UniqID: "8" },
    ]);
    const read = await readFiles([...named("4", april), ...named("5", again)]);
    const { count, month, date } = read.mhsds.indirect;
    expect(
      Array.from({ length: count }, (_, i) => [month[i] - APRIL, isoOf(date[i])]),
    ).to.deep.equal([
      [1, "2024-04-16"],
      [1, "2024-04-16"],
    ]);
    expect(timesOf(read, "MH06")).to.equal(1);
    balanced(read);
  });

  it("keeps NHS numbers that are right in memory, and shows none", async () => {
    const numbers = ["9990000018", "9990000026", "9990000019"];
    const read = await readTables(
      withRows(version6(), "MHS001MPI", (rows) =>
        rows.map((row, i) => ({ ...row, NHSNumber: numbers[i] })),
      ),
    );
    const codes = read.mhsds.personMonths.person;
    expect([...codes].map((code) => read.mhsds.nhsNumbers![code])).to.deep.equal([
      "9990000018",
      "9990000026",
      null,
    ]);
    expect(timesOf(read, "MH21")).to.equal(1);
    expect(JSON.stringify(read.checks)).not.to.match(/99900000/);
  });

  it("refuses pseudonyms that are NHS numbers, in any column of any table", async () => {
    const valid = ["9434765919", "4010232137", "9990000018", "9990000026", "8429141456"];
    const people = (heading: string, values: readonly string[]): Row[] =>
      values.map((number, i) => ({
        ...version6().MHS001MPI[0],
        RecordNumber: `7001${i}`,
        [heading]: number,
      }));
    const fields = async (tables: Tables): Promise<(string | null)[]> => {
      const { findings } = await check(filesOf(tables));
      expect(JSON.stringify(findings)).not.to.match(/9434765919|4010232137|8429141456/);
      return findings.filter(({ rule }) => rule === "MH20").map(({ field }) => field);
    };
    expect(
      await fields({ ...version6(), MHS001MPI: people("NHSNumber Pseudo", valid) }),
    ).to.deep.equal(["NHSNumber Pseudo"]);
    expect(
      await fields({
        ...version6(),
        MHS202CareActivity: valid.map((CareProfLocalID) => ({
          CareActID: "1",
          CareProfLocalID,
          MHS202UniqID: "1",
        })),
      }),
    ).to.deep.equal(["CareProfLocalID"]);
    // Under its own name an NHS number is what it says, and numbers of ten digits may be any.
    expect(await fields({ ...version6(), MHS001MPI: people("NHSNumber", valid) })).to.deep.equal(
      [],
    );
    expect(
      await fields({
        ...version6(),
        MHS001MPI: people(
          "Person_ID",
          Array.from({ length: 50 }, (_, i) => String(1000000000 + i * 7919)),
        ),
      }),
    ).to.deep.equal([]);
  });

  it("tells people of anonymous providers apart by their local ids", async () => {
    const tables = Object.fromEntries(
      Object.entries(version6()).map(([name, rows]) => [
        name,
        rows.map((row): Row => ({
          ...row,
          ...("OrgIDProv" in row ? { OrgIDProv: "DFC" } : {}),
          ...("OrgIDProvider" in row ? { OrgIDProvider: "DFC" } : {}),
          ...("Person_ID" in row ? { Person_ID: "SAME" } : {}),
        })),
      ]),
    );
    const { personMonths, people } = (await readTables(tables)).mhsds;
    expect([...personMonths.person].map((code) => people()[code])).to.deep.equal([
      "DFC\u001fLA",
      "DFC\u001fLB",
      "DFC\u001fLC",
    ]);
  });

  it("holds no more findings than can be read, however many rows are at fault", async () => {
    const contacts = version6().MHS201CareContact;
    const rows = Array.from({ length: 5000 }, (_, i) => ({
      ...contacts[0],
      UniqCareContID: `RZZK${i}`,
      UniqServReqID: "RZZNONE",
      AttendStatus: "?",
    }));
    const read = await readTables({ ...version6(), MHS201CareContact: rows });
    expect(timesOf(read, "MH04")).to.equal(5000);
    expect(timesOf(read, "MH10")).to.equal(5000);
    expect(read.checks.findings.length).to.be.below(110);
    expect(
      read.checks.findings
        .filter(({ rule, line }) => rule === "MH04" && line === null)
        .map(({ record }) => record),
    ).to.deep.equal(["provider RZZ, 4,900 more records"]);
    expect(
      read.checks.findings
        .filter(({ rule }) => rule === "MH10")
        .map(({ record, line }) => [record, line]),
    ).to.deep.equal([["provider RZZ, 5,000 records", 2]]);
  });
});

describe("MHSDS files that are not right", () => {
  it("says which table is not there, and counts nothing from it", async () => {
    const read = await readTables(without(version6(), "MHS001MPI", "MHS201CareContact"));
    expect(
      read.checks.findings.filter(({ rule }) => rule === "MH09").map(({ table }) => table),
    ).to.deep.equal(["MHS001MPI", "MHS201CareContact"]);
    expect(read.mhsds.referralMonths.count).to.equal(3);
    expect([...read.mhsds.referralMonths.personMonth]).to.deep.equal([-1, -1, -1]);
    expect(read.mhsds.contacts.count).to.equal(0);
    balanced(read);
  });

  it("says which column a file lacks, once for the file", async () => {
    const tables = version6();
    const bare = {
      ...tables,
      MHS201CareContact: tables.MHS201CareContact.map((row): Row =>
        Object.fromEntries(
          Object.entries(row).filter(
            ([heading]) => !["UniqCareContID", "CareContactID", "AttendStatus"].includes(heading),
          ),
        ),
      ),
    };
    const read = await readTables(bare);
    expect(
      read.checks.findings
        .filter(({ rule }) => rule === "MH22")
        .map(({ field, message }) => [field, /\(.*\)/.exec(message)![0]]),
    ).to.deep.equal([
      ["UniqCareContID", "(UniqCareContID or CareContactID)"],
      ["AttendStatus", "(AttendStatus)"],
    ]);
    expect(rowOf(read, "MHS201CareContact")).to.include({ rowsIn: 3, rowsOut: 0, rowsRejected: 3 });
  });

  it("reads a table with headings only, an empty file, and rows that do not fit", async () => {
    const tables = version6();
    const lines = csvOf(tables.MHS201CareContact).split("\n");
    const files = [
      ...filesOf(tables).filter(
        ({ name }) => name !== "MHS201CareContact.csv" && name !== "MHS501HospProvSpell.csv",
      ),
      text("c.csv", [lines[0], lines[1], `${lines[2]},1,2,3`, lines[3], ""].join("\r\n")),
      text("MHS501HospProvSpell.csv", `${csvOf(tables.MHS501HospProvSpell).split("\n")[0]}\n`),
      text("empty.csv", ""),
    ];
    const read = await readFiles(files);
    expect(rowOf(read, "MHS201CareContact", "c.csv")).to.include({
      rowsIn: 3,
      rowsOut: 2,
      rowsRejected: 1,
    });
    expect(rowOf(read, "MHS501HospProvSpell")).to.include({ rowsIn: 0, rowsOut: 0 });
    expect(read.scanned.filter((line) => line.startsWith("F03"))).to.have.length(1);
    expect(read.scanned.filter((line) => line.startsWith("F01"))).to.have.length(1);
    expect([...read.mhsds.referralMonths.inpatient]).to.deep.equal([0, 0, 0]);
  });

  it("keeps what a cut-off gzip file still gives", async () => {
    const folder = mkdtempSync(join(tmpdir(), "mhsds-"));
    try {
      const tables = version6();
      const contacts = Array.from({ length: 4000 }, (_, i) => ({
        ...tables.MHS201CareContact[i % 3],
        UniqCareContID: `RZZK${(i * 7919) % 100_003}`,
      }));
      for (const [name, rows] of Object.entries({ ...tables, MHS201CareContact: contacts })) {
        const packed = gzipSync(csvOf(rows));
        writeFileSync(
          join(folder, `${name}.csv.gz`),
          name === "MHS201CareContact" ? packed.subarray(0, packed.length / 2) : packed,
        );
      }
      const inputs = await collectInputs(
        folder,
        { inputs: {} } as Parameters<typeof collectInputs>[1],
        () => undefined,
      );
      const read = await readExtracts(inputs, readOptions, () => undefined);
      const { findings, rows } = read;
      const [mhsds] = read.of(ofMhsds);
      expect(mhsds!.personMonths.count).to.equal(3);
      expect(mhsds!.contacts.count).to.be.within(500, 3500);
      expect(
        findings.some(
          ({ rule, file, message }) =>
            rule === "F03" && file === "MHS201CareContact.csv.gz" && message.includes("cut off"),
        ),
      ).to.equal(true);
      balanced({ rows });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("passes over MHSDS tables that nothing is counted from, and lists all in a check", async () => {
    const result = await check([
      ...filesOf(version6()),
      text("MHS202.csv", "CareActID,CareContactID,MHS202UniqID,UniqSubmissionID\n1,K1,1,7001\n"),
    ]);
    const takenFor = Object.fromEntries(
      result.files.map(({ name, recognisedAs }) => [name, recognisedAs]),
    );
    expect(takenFor["MHS202.csv"]).to.equal("MHSDS, a table that is not used");
    expect(takenFor["MHS201CareContact.csv"]).to.equal("MHSDS care contacts (MHS201CareContact)");
    expect(result.findings).to.deep.equal([]);
  });
});
