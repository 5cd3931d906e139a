import { expect } from "chai";
import fc from "fast-check";
import { readTables, timesOf, type Row, type Tables } from "../invented-people";

/**
 * Extracts with everything that can go wrong between tables, small enough that every case comes up.
 */
const pick = (max: number) => fc.integer({ min: 1, max });
const sent = fc.record({ provider: pick(2), month: pick(2), fileType: pick(3), hour: pick(3) });
const person = fc.record({ submission: pick(6), patient: pick(3) });
const referral = fc.record({ submission: pick(6), patient: pick(4), request: pick(3) });
const contact = fc.record({
  submission: pick(7),
  patient: pick(4),
  request: pick(4),
  contact: fc.integer({ min: 0, max: 4 }),
  date: pick(28),
});
const extract = fc.record({
  sent: fc.array(sent, { minLength: 1, maxLength: 6 }),
  people: fc.array(person, { minLength: 1, maxLength: 12 }),
  referrals: fc.array(referral, { minLength: 1, maxLength: 15 }),
  contacts: fc.array(contact, { minLength: 1, maxLength: 25 }),
});
type Extract = typeof extract extends fc.Arbitrary<infer T> ? T : never;

const codeOf = (provider: number): string => `R${provider}Z`;
const recordOf = (submission: number, patient: number): string => `${submission}00000000${patient}`;

function tablesOf({ sent: submissions, people, referrals, contacts }: Extract): Tables {
  const place = (id: number): Row => {
    const known = submissions[id - 1] ?? submissions[0];
    return {
      OrgIDProv: codeOf(known.provider),
      UniqSubmissionID: id,
      UniqMonthID: 1488 + known.month,
    };
  };
  return {
    MHS000Header: submissions.map(({ provider, month, fileType, hour }, i) => ({
      DatSetVer: "6.0",
      OrgIDProvider: codeOf(provider),
      ReportingPeriodStartDate: `2024-0${3 + month}-01`,
      ReportingPeriodEndDate: `2024-0${3 + month}-30`,
      MHS000UniqID: i,
      FileType: fileType,
      UniqSubmissionID: i + 1,
      UniqMonthID: 1488 + month,
      EFFECTIVE_FROM: `2024-06-01 0${hour}:00:00`,
    })),
    MHS001MPI: people
      .filter(({ submission }) => submission <= submissions.length)
      .map(({ submission, patient }) => ({
        LocalPatientID: `L${patient}`,
        RecordNumber: recordOf(submission, patient),
        MHS001UniqID: 1,
        Person_ID: `P${patient}`,
        AgeRepPeriodEnd: patient,
        ...place(submission),
      })),
    MHS101Referral: referrals
      .filter(({ submission }) => submission <= submissions.length)
      .map(({ submission, patient, request }) => ({
        ServiceRequestID: `S${request}`,
        UniqServReqID: `${place(submission).OrgIDProv}S${request}`,
        RecordNumber: recordOf(submission, patient),
        MHS101UniqID: 1,
        ReferralRequestReceivedDate: "2024-01-05",
        ...place(submission),
      })),
    MHS201CareContact: contacts.map(({ submission, patient, request, contact: id, date }) => ({
      CareContactID: id || "",
      UniqServReqID: `${place(submission).OrgIDProv}S${request}`,
      UniqCareContID: id ? `${place(submission).OrgIDProv}C${id}` : "",
      RecordNumber: recordOf(submission, patient),
      MHS201UniqID: 1,
      CareContDate: `2024-04-${String(date).padStart(2, "0")}`,
      ...place(submission),
    })),
  };
}

/** The same by sorting and looking through everything, row by row. */
function naively({ sent: submissions, people, referrals, contacts }: Extract) {
  const ranked = submissions
    .map((one, i) => ({ ...one, id: i + 1 }))
    .sort((a, b) => b.fileType - a.fileType || b.hour - a.hour || b.id - a.id);
  const isLatest = (id: number): boolean =>
    ranked.find(
      ({ provider, month }) =>
        provider === submissions[id - 1].provider && month === submissions[id - 1].month,
    )!.id === id;
  const why = {
    MH01: submissions.filter((_, i) => !isLatest(i + 1)).length,
    MH02: 0,
    MH03: 0,
    MH04: 0,
    MH05: 0,
  };
  const reduce = <T extends { submission: number }>(
    rows: readonly T[],
    hasId: (row: T) => boolean,
    isOrphan: (row: T) => boolean,
    key: (row: T) => string,
  ): T[] => {
    const kept = new Map<string, T>();
    for (const row of rows) {
      if (row.submission > submissions.length) why.MH02++;
      else if (!isLatest(row.submission)) why.MH01++;
      else if (!hasId(row)) why.MH03++;
      else if (isOrphan(row)) why.MH04++;
      else if (kept.has(key(row))) why.MH05++;
      else kept.set(key(row), row);
    }
    return [...kept.values()];
  };
  const known = (rows: readonly { submission: number }[]) =>
    rows.filter(({ submission }) => submission <= submissions.length);
  const persons = reduce(
    known(people) as typeof people,
    () => true,
    () => false,
    ({ submission, patient }) => `${submission} ${patient}`,
  );
  const requests = reduce(
    known(referrals) as typeof referrals,
    () => true,
    (row) =>
      !persons.some(
        ({ submission, patient }) => submission === row.submission && patient === row.patient,
      ),
    ({ submission, request }) => `${submission} ${request}`,
  );
  const cares = reduce(
    contacts,
    ({ contact: id }) => id !== 0,
    (row) =>
      !requests.some(
        ({ submission, patient, request }) =>
          submission === row.submission && patient === row.patient && request === row.request,
      ),
    ({ submission, contact: id }) => `${submission} ${id}`,
  );
  return {
    why,
    latest: submissions.flatMap(({ provider, month }, i) =>
      isLatest(i + 1)
        ? [{ provider: codeOf(provider), month: 2024 * 12 + 2 + month, version: 6 }]
        : [],
    ),
    ages: persons.map(({ patient }) => patient),
    referrals: requests.map((row) =>
      persons.findIndex(
        ({ submission, patient }) => submission === row.submission && patient === row.patient,
      ),
    ),
    contacts: cares.map((row) => ({
      referralMonth: requests.findIndex(
        ({ submission, request }) => submission === row.submission && request === row.request,
      ),
      day: row.date,
    })),
  };
}

describe("reducing MHSDS tables", () => {
  it("gives what sorting and looking through everything gives, whatever is sent again, repeated or left behind", async () => {
    await fc.assert(
      fc.asyncProperty(extract, async (one) => {
        const tables = tablesOf(one);
        // A table without a row has no headings here, and so would be no table.
        fc.pre(Object.values(tables).every((rows) => rows.length > 0));
        const read = await readTables(tables);
        const expected = naively(one);
        const { submissions, personMonths, referralMonths, contacts } = read.mhsds;
        expect(submissions).to.deep.equal(expected.latest);
        expect([...personMonths.ageAtEnd]).to.deep.equal(expected.ages);
        expect([...referralMonths.personMonth]).to.deep.equal(expected.referrals);
        const first = Date.UTC(2024, 3, 1) / 86400000;
        expect(
          Array.from({ length: contacts.count }, (_, i) => ({
            referralMonth: contacts.referralMonth[i],
            day: contacts.date[i] - first + 1,
          })),
        ).to.deep.equal(expected.contacts);
        expect(
          Object.fromEntries(Object.keys(expected.why).map((rule) => [rule, timesOf(read, rule)])),
        ).to.deep.equal(expected.why);
        for (const { rowsIn, rowsOut, rowsRejected } of read.rows)
          expect(rowsOut + rowsRejected).to.equal(rowsIn);
      }),
      { seed: 7, numRuns: 150 },
    );
  }).timeout(300_000);
});
