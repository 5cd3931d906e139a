import { upnCheckLetter } from "../../../../../prep/check/identifiers/upn";
import type { PlainReturn, Row } from "../make-return";

/** A UPN of authority 839 with the right check letter, from nine digits. */
export const upnOf = (nineDigits: string): string =>
  `${upnCheckLetter(`839${nineDigits}`)}839${nineDigits}`;

/** The records of one invented case, each by its table's name, all right in a 2025 return. */
export interface OneCase extends PlainReturn {
  person: Row;
  request: Row;
  assessment: Row;
  plan: Row;
  detail: Row;
  active: Row;
  placement: Row;
  need: Row;
}

/**
 * A 2025 return of one child with one request, plan, placement and need, without a finding; new
 * objects on every call.
 */
export function oneCase(): OneCase {
  const institution = {
    urn: "100000",
    placementrank: "1",
    senunitindicator: "0",
    resourcedprovisionindicator: "0",
  };
  const detail: Row = { ...institution };
  const plan: Row = { startdate: "2024-06-18", pb: "0", oa: "0", plandetail: [detail] };
  const assessment: Row = {
    assessmentoutcome: "Y",
    assessmentoutcomedate: "2024-06-18",
    assessmentmediation: "0",
    assessmenttribunal: "0",
    othermediation: "0",
    othertribunal: "0",
    week20: "0",
    namedplan: [plan],
  };
  const placement: Row = { ...institution, entrydate: "2018-09-03" };
  const need: Row = { sentype: "SLCN", sentyperank: "1" };
  const active: Row = { placementdetail: [placement], senneed: [need] };
  const request: Row = {
    receiveddate: "2024-02-01",
    requestsource: "2",
    rya: "0",
    requestoutcomedate: "2024-03-10",
    requestoutcome: "Y",
    requestmediation: "0",
    requesttribunal: "0",
    assessment: [assessment],
    activeplans: [active],
  };
  const person: Row = {
    surname: "Quillfeather",
    forename: "Zebedee",
    personbirthdate: "2014-05-03",
    sex: "M",
    ethnicity: "WBRI",
    postcode: "BH1 1AA",
    upn: upnOf("123456789"),
    requests: [request],
  };
  const header: Row = { collection: "SEN2", year: "2025", referencedate: "2025-01-16", lea: "839" };
  return {
    header,
    people: [person],
    person,
    request,
    assessment,
    plan,
    detail,
    active,
    placement,
    need,
  };
}

/** A second person with a case like the first and a UPN of their own. */
export const another = (changes: Row = {}): Row => ({
  ...oneCase().person,
  surname: "Thistlewood",
  upn: upnOf("987654321"),
  ...changes,
});
