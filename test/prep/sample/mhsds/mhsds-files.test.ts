import { expect } from "chai";
import { makeSample } from "../../../../prep/sample/make-sample";
import { makeMhsds, mhsdsFiles } from "../../../../prep/sample/mhsds/mhsds";
import { writeMhsds } from "../../../../prep/sample/mhsds/write-mhsds";
import { fixture } from "../../../fixture";
import { readFiles, type CsvRow } from "./read-csv";

/** Columns of each table by version, with spaces between. */
const layouts = fixture<Record<string, string>>("mhsds-layouts.json");
const { history } = makeSample({ people: 300, years: 2, seed: 4 });
const sample = makeMhsds(history, { seed: 4, people: 120 });

describe("the MHSDS files of a sample", () => {
  const files = readFiles(mhsdsFiles(sample, { version: 6 }));
  const table = (number: string): CsvRow[] =>
    [...files].find(([name]) => name.includes(`/MHS${number}`))![1];
  const headers = table("000");
  const replaced = new Set(
    headers
      .filter((one) =>
        headers.some(
          (other) =>
            other.OrgIDProvider === one.OrgIDProvider &&
            other.UniqMonthID === one.UniqMonthID &&
            other.FileType > one.FileType,
        ),
      )
      .map(({ UniqSubmissionID }) => UniqSubmissionID),
  );
  const latest = (number: string): CsvRow[] =>
    table(number).filter(({ UniqSubmissionID }) => !replaced.has(UniqSubmissionID));

  it("have every column of the commissioning extracts of version 5 and 6, in their order", () => {
    for (const version of [5, 6] as const) {
      const written = mhsdsFiles(sample, { version }).filter(({ name }) => /MHS\d{3}/.test(name));
      expect(written).to.have.length(version === 5 ? 10 : 11);
      for (const { name, chunks } of written) {
        const table = name.slice("mhsds/".length, -".csv".length);
        const [first] = chunks;
        expect(Buffer.from(first).toString().split("\r\n")[0].split(","), name).to.deep.equal(
          layouts[`${version} ${table}`].split(" "),
        );
      }
    }
  });

  it("join: every row belongs to a person, and every contact to a referral, of the same submission", () => {
    const people = new Set(
      table("001").map(
        ({ RecordNumber, UniqSubmissionID, Person_ID }) =>
          `${RecordNumber} ${UniqSubmissionID} ${Person_ID}`,
      ),
    );
    for (const number of ["002", "005", "101", "102", "201", "202", "204", "501"]) {
      expect(table(number).length, number).to.be.greaterThan(0);
      for (const row of table(number))
        expect(
          people.has(`${row.RecordNumber} ${row.UniqSubmissionID} ${row.Person_ID}`),
          number,
        ).to.equal(true);
    }
    const referrals = new Set(
      table("101").map(({ RecordNumber, UniqServReqID }) => `${RecordNumber} ${UniqServReqID}`),
    );
    for (const number of ["102", "201", "202", "204", "501"])
      for (const row of table(number))
        expect(referrals.has(`${row.RecordNumber} ${row.UniqServReqID}`), number).to.equal(true);
    for (const number of ["001", "101", "201", "204"]) {
      const ids = table(number).map((row) => row[`MHS${number}UniqID`]);
      expect(new Set(ids).size, number).to.equal(ids.length);
    }
  });

  it("have ids that a double cannot hold: some would run together", () => {
    for (const [number, column] of [
      ["001", "Person_ID"],
      ["001", "RecordNumber"],
      ["101", "ServiceRequestID"],
      ["201", "CareContactID"],
    ]) {
      const ids = new Set(table(number).map((row) => row[column]));
      expect(ids.size, column).to.be.greaterThan(50);
      for (const id of ids) expect(id).to.match(/^\d{17,20}$/);
      expect(new Set([...ids].map(Number)).size, column).to.be.lessThan(ids.size);
    }
  });

  it("tell of a person by exactly one national record a month, also where two providers know them", () => {
    const records = new Map<string, { all: number; national: number }>();
    for (const row of latest("001").filter(({ OrgIDProv }) => OrgIDProv !== "DFC")) {
      const key = `${row.Person_ID} ${row.UniqMonthID}`;
      const seen = records.get(key) ?? { all: 0, national: 0 };
      records.set(key, {
        all: seen.all + 1,
        national: seen.national + Number(row.PatMRecInRP === "true"),
      });
    }
    expect([...records.values()].filter(({ national }) => national !== 1)).to.have.length(0);
    expect([...records.values()].filter(({ all }) => all > 1).length).to.be.greaterThan(5);
  });

  it("have months sent twice, one of them by a file with a lower number, a month never sent, and repeats of indirect activity", () => {
    expect(replaced.size).to.equal(3);
    const byMonth = (id: string): CsvRow =>
      headers.find(({ UniqSubmissionID }) => UniqSubmissionID === id)!;
    expect(
      [...replaced].some((id) =>
        headers.some(
          (other) =>
            other.OrgIDProvider === byMonth(id).OrgIDProvider &&
            other.UniqMonthID === byMonth(id).UniqMonthID &&
            Number(other.UniqSubmissionID) < Number(id),
        ),
      ),
    ).to.equal(true);
    const months = headers
      .filter(({ OrgIDProvider }) => OrgIDProvider === "8ZZ01")
      .map(({ UniqMonthID }) => Number(UniqMonthID));
    expect(months.includes(1491)).to.equal(false);
    expect(months.includes(1490) && months.includes(1492)).to.equal(true);
    const activities = latest("204").map((row) =>
      [row.UniqServReqID, row.IndirectActDate, row.IndirectActTime].join(),
    );
    expect(new Set(activities).size).to.be.lessThan(activities.length);
  });

  it("share people of an anonymous service between pseudonyms, and show them by their local number", () => {
    const users = latest("001").filter(({ OrgIDProv }) => OrgIDProv === "DFC");
    expect(new Set(users.map(({ Person_ID }) => Person_ID)).size).to.be.lessThan(
      new Set(users.map(({ LocalPatientID }) => LocalPatientID)).size,
    );
  });

  it("are the same from the same seed, one file a table or a month, packed or not", () => {
    const bytes = () =>
      mhsdsFiles(makeMhsds(history, { seed: 4, people: 120 }), { gzip: true }).map(({ chunks }) =>
        Buffer.concat([...chunks]),
      );
    const [one, other] = [bytes(), bytes()];
    expect(one.every((content, i) => content.equals(other[i]))).to.equal(true);
    const rows = (form: Parameters<typeof mhsdsFiles>[1]): string[] =>
      [...readFiles(mhsdsFiles(sample, form))].flatMap(([name, list]) =>
        name.includes("MHS201") ? list.map((row) => JSON.stringify(row)) : [],
      );
    const plain = rows({});
    expect(plain.length).to.be.greaterThan(500);
    expect(rows({ gzip: true })).to.deep.equal(plain);
    expect(rows({ byMonth: true })).to.deep.equal(plain);
  });

  it("lie in folders by version where the months have two, with the team in another table", () => {
    const names = mhsdsFiles(sample).map(({ name }) => name);
    expect(names.filter((name) => name.startsWith("mhsds/version-5/"))).to.have.length(10);
    expect(names).to.include.members([
      "mhsds/version-6/MHS902ServiceTeamDetails.csv",
      "mhsds/version-5/MHS102ServiceTypeReferredTo.csv",
      "mhsds/linkage.csv",
    ]);
    const fifth = [...readFiles(mhsdsFiles(sample, { version: 5 }))].find(([name]) =>
      name.includes("MHS102"),
    )![1];
    expect(fifth.length).to.be.greaterThan(table("102").length * 5);
    expect(fifth.every(({ ServTeamTypeRefToMH }) => ServTeamTypeRefToMH !== "")).to.equal(true);
  });

  it("come with the headers of research extracts and warehouse copies, and with NHS numbers only when asked", () => {
    const header = (form: Parameters<typeof mhsdsFiles>[1], number: string): string[] => {
      const [first] = mhsdsFiles(sample, form).find(({ name }) =>
        name.includes(`/MHS${number}`),
      )!.chunks;
      return Buffer.from(first).toString().split("\r\n")[0].split(",");
    };
    const research = header({ version: 6, headers: "research" }, "101");
    expect(research).to.include.members([
      "tokenid",
      "servicerequestid_deid",
      "countattendedcarecontactsinfinan",
    ]);
    expect(research).to.deep.equal([...research].sort());
    expect(research.every((name) => name.length <= 32)).to.equal(true);
    expect(header({ version: 6, headers: "warehouse" }, "001")).to.include.members([
      "SK",
      "NHSNumber Pseudo",
      "dmicImportLogId",
    ]);
    const numbers = (form: Parameters<typeof mhsdsFiles>[1]): string[] =>
      [...readFiles(mhsdsFiles(sample, form))]
        .find(([name]) => name.includes("MHS001"))![1]
        .map((row) => row.NHSNumber);
    expect(numbers({ version: 6 }).every((number) => number === "")).to.equal(true);
    const shown = new Set(
      numbers({ version: 6, identified: true }).filter((number) => number !== ""),
    );
    const isValid = (number: string): boolean =>
      (11 -
        ([...number.slice(0, 9)].reduce((sum, digit, i) => sum + Number(digit) * (10 - i), 0) %
          11)) %
        11 ===
      Number(number[9]);
    expect(shown.size).to.be.greaterThan(80);
    for (const number of shown)
      expect(number.startsWith("999") && number.length === 10 && isValid(number)).to.equal(true);
  });

  it("have a linkage table of most of the children that SEN2 has a UPN of, and a row that leads nowhere", () => {
    const links = files.get("mhsds/linkage.csv")!;
    expect(Object.keys(links[0])).to.deep.equal(["Person_ID", "UPN"]);
    const upns = new Map([...history.lives()].map(({ person }) => [person.upn, person]));
    expect(links.filter(({ UPN }) => !upns.has(UPN))).to.have.length(1);
    expect(links.length / upns.size).to.be.within(0.7, 0.9);
    const known = new Set(latest("001").map(({ Person_ID }) => Person_ID));
    expect(links.filter(({ Person_ID }) => known.has(Person_ID)).length).to.be.greaterThan(15);
    const byNumber = readFiles(mhsdsFiles(sample, { identified: true })).get("mhsds/linkage.csv")!;
    expect(Object.keys(byNumber[0])).to.deep.equal(["NHSNumber", "UPN"]);
    expect(byNumber.map(({ UPN }) => UPN)).to.deep.equal(links.map(({ UPN }) => UPN));
  });

  it("get the mistakes that the list names, of every kind, and no others", () => {
    const kinds = [
      ...["MH02", "MH03", "MH04", "MH05", "MH10 ClinRespPriorityType", "MH10 LDStatus"],
      ...["MH11 ClinContDurOfCareCont", "MH11 StartDateGMPRegistration", "MH12 OrgIDEduEstab"],
      ...["MH13 AgeServReferDischDate", "MH14 OrgIDComm", "MH15 ServDischDate"],
    ];
    const errors = 2 * kinds.length;
    const { files: written, planted } = writeMhsds(sample.submissions, sample.first, {
      version: 6,
      errors,
    });
    const spoilt = readFiles(written);
    expect(planted).to.have.length(errors);
    expect(
      [...new Set(planted.map(({ rule, field }) => `${rule} ${field}`.trim()))].sort(),
    ).to.deep.equal(kinds);
    // Rows are numbered in the file: that number goes on after a row that was added.
    const plain = (name: string, list: readonly CsvRow[]): string[] =>
      list.map((row) => JSON.stringify({ ...row, [`${name.slice(6, 12)}UniqID`]: "" }));
    let changed = 0;
    for (const [name, rows] of spoilt) {
      const before = new Map<string, number>();
      for (const row of plain(name, files.get(name)!)) before.set(row, (before.get(row) ?? 0) + 1);
      for (const row of plain(name, rows)) {
        const left = before.get(row) ?? 0;
        if (left === 0) changed++;
        else before.set(row, left - 1);
      }
    }
    expect(changed).to.equal(errors);
  });
});
