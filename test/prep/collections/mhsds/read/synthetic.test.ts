import { expect } from "chai";
import { isoOf } from "../../../../../prep/calendar/day";
import { MISSING } from "../../../../../prep/columns/column";
import { exampleFiles, mhsdsExample } from "../example";
import { plain, readFiles } from "../invented-people";

const example = mhsdsExample();

/** Rows of a table as the fixture has them; empty cells are null. */
const rowsOf = (name: string): Record<string, string | null>[] => {
  const { columns, rows } = example.tables[name];
  return rows.map((row) =>
    Object.fromEntries(columns.split(" ").map((column) => [column, row[column] ?? null])),
  );
};

describe("the synthetic MHSDS extract", () => {
  const read = () => readFiles(exampleFiles());

  it("loads whole, every row accounted for", async () => {
    const { rows, files, scanned, checks } = await read();
    expect(files.filter(({ recognisedAs }) => !recognisedAs?.startsWith("MHSDS "))).to.deep.equal(
      [],
    );
    expect(scanned).to.deep.equal([]);
    for (const { file, rowsIn, rowsOut, rowsRejected } of rows) {
      expect(rowsIn, file).to.equal(rowsOf(file.replace(".csv", "")).length);
      expect(rowsOut + rowsRejected).to.equal(rowsIn);
      // One indirect activity is there twice.
      expect(rowsRejected, file).to.equal(file === "MHS204IndirectActivity.csv" ? 1 : 0);
    }
    expect(checks.summary.map(({ rule }) => rule)).to.deep.equal(["MH14", "MH06"]);
  });

  it("gives the values of every referral, person and contact as the fixture has them", async () => {
    const { mhsds } = await read();
    const { people, referrals, contacts, teams } = plain(mhsds);
    const names = new Map(
      rowsOf("MHS001MPI").map(({ RecordNumber, Person_ID }) => [RecordNumber, Person_ID]),
    );
    const anonymous = (provider: string | null, person: string | null | undefined): boolean =>
      provider === "DFC" && person !== null;
    expect(
      people.map(({ age, district, gender, provider }) => [age, district, gender, provider]),
    ).to.deep.equal(
      rowsOf("MHS001MPI").map((row) => [
        Number(row.AgeRepPeriodEnd),
        row.LADistrictAuth,
        row.GenderIDCode,
        row.OrgIDProv,
      ]),
    );
    expect(
      referrals.map(
        ({
          received,
          discharged,
          rejected,
          ageReceived,
          source,
          reason,
          priority,
          rejectReason,
          commissioner,
        }) => [
          received,
          discharged,
          rejected,
          ageReceived,
          source,
          reason,
          priority,
          rejectReason,
          commissioner,
        ],
      ),
    ).to.deep.equal(
      rowsOf("MHS101Referral").map((row) => [
        row.ReferralRequestReceivedDate,
        row.ServDischDate,
        row.ReferRejectionDate,
        Number(row.AgeServReferRecDate),
        row.SourceOfReferralMH,
        row.PrimReasonReferralMH,
        row.ClinRespPriorityType,
        row.ReferRejectReason,
        row.OrgIDComm,
      ]),
    );
    referrals.forEach(({ person, provider }, i) => {
      const expected = names.get(rowsOf("MHS101Referral")[i].RecordNumber);
      if (!anonymous(provider, expected)) expect(person).to.equal(expected);
    });
    const { contacts: typed } = mhsds;
    expect(
      contacts.map(({ status, mechanism, age }, i) => [
        typed.date[i] === MISSING ? null : isoOf(typed.date[i]),
        status,
        mechanism,
        age,
      ]),
    ).to.deep.equal(
      rowsOf("MHS201CareContact").map((row) => [
        row.CareContDate,
        row.AttendStatus,
        row.ConsMechanismMH,
        Number(row.AgeCareContDate),
      ]),
    );
    const types = new Map(
      rowsOf("MHS902ServiceTeamDetails").map((row) => [
        row.CareProfTeamLocalID,
        row.ServTeamTypeMH,
      ]),
    );
    expect(teams.map(({ type }) => type)).to.deep.equal(
      rowsOf("MHS101Referral").map(
        ({ CareProfTeamLocalID }) => types.get(CareProfTeamLocalID) ?? null,
      ),
    );
    expect(
      contacts.every(({ referralMonth, personMonth }) => referralMonth >= 0 && personMonth >= 0),
    ).to.equal(true);
  });
});
