import type { Row } from "../make-return";
import { another, type OneCase } from "../model/one-case";

type Change = (c: OneCase) => void;

/**
 * Rule, a change to the right case that it must find once, where (table and field), and the nearest
 * change that it must let pass.
 */
export type RuleCase = readonly [rule: string, bad: Change, where: string, good: Change];

const ceased = (plan: Row, date: string, reason: string): void =>
  void Object.assign(plan, { ceasedate: date, ceasereason: reason });
/** The 2023 layout: sex in GenderCurrent, no source of request. */
const as2023 = (c: OneCase): void => {
  Object.assign(c.header, { year: "2023", referencedate: "2023-01-19" });
  Object.assign(c.person, { sex: "", gendercurrent: "1" });
};

/** So many placements, the first few of them with a setting. */
const placements = (c: OneCase, all: number, few: number, sensetting: string): void => {
  c.active.placementdetail = Array.from({ length: all }, (_, i) =>
    i < few
      ? { ...c.placement, urn: "", sensetting, sensettingother: `${i}` }
      : { ...c.placement, urn: `${100000 + i}` },
  );
};

export const ruleCases: readonly RuleCase[] = [
  ["H01", (c) => (c.header.lea = ""), "sen2 LEA", (c) => (c.header.lea = "999")],
  ["H01", (c) => (c.header.lea = "123"), "sen2 LEA", (c) => (c.header.lea = "909")],
  ["H01", (c) => (c.header.year = "2031"), "sen2 Year", (c) => (c.header.year = "2030")],
  ["H01", (c) => (c.header.year = ""), "sen2 Year", (c) => (c.header.year = "2024")],
  [
    "H01",
    (c) => (c.header.referencedate = "January"),
    "sen2 ReferenceDate",
    (c) => (c.header.referencedate = "2024-09-30"),
  ],
  [
    "H02",
    (c) => (c.header.referencedate = "2025-01-17"),
    "sen2 ReferenceDate",
    (c) => (c.header.referencedate = ""),
  ],
  ["H03", (c) => (c.header.year = "2027"), "sen2 Year", (c) => (c.header.year = "2026")],
  [
    "H05",
    (c) => (c.header.referencedate = "2023-01-19"),
    "sen2 Year",
    (c) => (c.header.referencedate = "2025-12-01"),
  ],
  [
    "K03",
    (c) => (c.request.assessment = [c.assessment, { assessmentoutcome: "A" }]),
    "requests",
    (c) => (c.request.assessment = []),
  ],
  [
    "K03",
    (c) => (c.request.activeplans = [c.active, { ...c.active }]),
    "requests",
    (c) => (c.request.activeplans = []),
  ],
  [
    "K03",
    (c) => (c.assessment.namedplan = [c.plan, { ...c.plan }]),
    "assessment",
    (c) => (c.assessment.namedplan = []),
  ],
  [
    "K03",
    (c) =>
      (c.plan.plandetail = ["1", "2", "3"].map((last) => ({ ...c.detail, urn: `10000${last}` }))),
    "namedplan",
    (c) => (c.plan.plandetail = ["1", "2"].map((last) => ({ ...c.detail, urn: `10000${last}` }))),
  ],
  [
    "K03",
    (c) => (c.active.senneed = ["SLCN", "ASD", "MLD"].map((sentype) => ({ ...c.need, sentype }))),
    "activeplans",
    (c) => (c.active.senneed = ["SLCN", "ASD"].map((sentype) => ({ ...c.need, sentype }))),
  ],
  [
    "K03",
    (c) => (c.person.requests = []),
    "person",
    (c) => (c.person.requests = [c.request, { ...c.request }]),
  ],
  [
    "P01",
    (c) => (c.person.personbirthdate = ""),
    "person PersonBirthDate",
    (c) => (c.person.personbirthdate = "2025-01-16"),
  ],
  [
    "P01",
    (c) => (c.person.personbirthdate = "spring 2014"),
    "person PersonBirthDate",
    (c) => (c.person.personbirthdate = "2024-02-29"),
  ],
  [
    "P01",
    (c) => (c.person.personbirthdate = "2025-01-17"),
    "person PersonBirthDate",
    (c) => (c.person.personbirthdate = "2024-12-31"),
  ],
  [
    "P01",
    (c) => (c.person.personbirthdate = "1999-01-15"),
    "person PersonBirthDate",
    (c) => (c.person.personbirthdate = "1999-01-16"),
  ],
  ["P02", (c) => (c.person.sex = "1"), "person Sex", (c) => (c.person.sex = "F")],
  ["P02", (c) => (c.person.sex = ""), "person Sex", as2023],
  [
    "P02",
    (c) => (as2023(c), (c.person.gendercurrent = "3")),
    "person GenderCurrent",
    (c) => (as2023(c), (c.person.gendercurrent = "9")),
  ],
  ["P03", (c) => (c.person.gendercurrent = "1"), "person GenderCurrent", as2023],
  ["P03", (c) => (as2023(c), (c.person.sex = "M")), "person Sex", (c) => (c.person.sex = "F")],
  [
    "P04",
    (c) => (c.person.ethnicity = ""),
    "person Ethnicity",
    (c) => (c.person.ethnicity = "MOTH"),
  ],
  [
    "P04",
    (c) => (c.person.ethnicity = "WXYZ"),
    "person Ethnicity",
    (c) => (c.person.ethnicity = "WENG"),
  ],
  [
    "P05",
    (c) => (c.person.postcode = "B1 12B"),
    "person PostCode",
    (c) => (c.person.postcode = "b11 2bb"),
  ],
  [
    "P06",
    (c) => (c.person.upn = ""),
    "person UPNunknown",
    (c) => Object.assign(c.person, { upn: "", uniquelearnernumber: "1000000027" }),
  ],
  [
    "P07",
    (c) => (c.person.upnunknown = "UN8"),
    "person UPNunknown",
    (c) => Object.assign(c.person, { upn: "", upnunknown: "UN8" }),
  ],
  [
    "P08",
    (c) => Object.assign(c.person, { upn: "", upnunknown: "UN4" }),
    "person UPNunknown",
    (c) => Object.assign(c.person, { upn: "", upnunknown: "UN10" }),
  ],
  [
    "P09",
    (c) => Object.assign(c.person, { upn: "", upnunknown: "UN1", personbirthdate: "2019-01-16" }),
    "person UPNunknown",
    (c) => Object.assign(c.person, { upn: "", upnunknown: "UN1", personbirthdate: "2019-01-17" }),
  ],
  [
    "P10",
    (c) => (c.person.upn = "A850702409182"),
    "person UPN",
    (c) => (c.person.upn = "H801200001001"),
  ],
  [
    "P10",
    (c) => (c.person.upn = "A83912345678O"),
    "person UPN",
    (c) => (c.person.upn = "A83912345678A"),
  ],
  [
    "P11",
    (c) => c.people.push(another({ upn: c.person.upn })),
    "person UPN",
    (c) => c.people.push(another()),
  ],
  [
    "P12",
    (c) => (c.person.uniquelearnernumber = "1000000028"),
    "person UniqueLearnerNumber",
    (c) => (c.person.uniquelearnernumber = "1000000027"),
  ],
  [
    "P12",
    (c) => (c.person.uniquelearnernumber = "9999999999"),
    "person UniqueLearnerNumber",
    (c) => (c.person.uniquelearnernumber = "1000000043"),
  ],
  [
    "P13",
    (c) => (
      Object.assign(c.person, { uniquelearnernumber: "1000000027" }),
      c.people.push(another({ uniquelearnernumber: "1000000027" }))
    ),
    "person UniqueLearnerNumber",
    (c) => (
      Object.assign(c.person, { uniquelearnernumber: "1000000027" }),
      c.people.push(another({ uniquelearnernumber: "1000000019" }))
    ),
  ],
  [
    "P13",
    (c) => c.people.push(another({ surname: " quill feather" })),
    "person",
    (c) => c.people.push(another({ surname: "Quillfeather", personbirthdate: "2014-05-04" })),
  ],
  [
    "R01",
    (c) => (c.request.requestoutcome = "X"),
    "requests RequestOutcome",
    (c) => Object.assign(c.request, { requestoutcome: "A", requestoutcomedate: "" }),
  ],
  [
    "R01",
    (c) => (c.request.requestoutcome = ""),
    "requests RequestOutcome",
    (c) => (c.request.requestoutcome = "W"),
  ],
  [
    "R02",
    (c) => (c.request.receiveddate = ""),
    "requests ReceivedDate",
    (c) => Object.assign(c.request, { receiveddate: "", requestoutcome: "H" }),
  ],
  [
    "R02",
    (c) => Object.assign(c.request, { receiveddate: "", requestoutcome: "W" }),
    "requests ReceivedDate",
    (c) => (c.request.receiveddate = "unreadable"),
  ],
  [
    "R03",
    (c) => (c.request.requestoutcomedate = ""),
    "requests RequestOutcomeDate",
    (c) => Object.assign(c.request, { requestoutcome: "W", requestoutcomedate: "" }),
  ],
  [
    "R04",
    (c) => (c.request.requestoutcome = "A"),
    "requests RequestOutcomeDate",
    (c) => (c.request.requestoutcome = "W"),
  ],
  [
    "R05",
    (c) => (c.request.requestoutcomedate = "2024-01-31"),
    "requests RequestOutcomeDate",
    (c) => (c.request.requestoutcomedate = "2024-02-01"),
  ],
  [
    "R06",
    (c) => (c.request.receiveddate = "2025-01-17"),
    "requests ReceivedDate",
    (c) => (c.request.receiveddate = "2024-12-31"),
  ],
  [
    "R06",
    (c) => (c.request.requestoutcomedate = "2025-01-01"),
    "requests RequestOutcomeDate",
    (c) => (c.request.requestoutcomedate = "2024-12-31"),
  ],
  [
    "R07",
    (c) =>
      Object.assign(c.request, { receiveddate: "2023-11-01", requestoutcomedate: "2023-12-31" }),
    "requests RequestOutcome",
    (c) =>
      Object.assign(c.request, { receiveddate: "2023-11-01", requestoutcomedate: "2024-01-01" }),
  ],
  [
    "R08",
    (c) => (c.request.requestsource = "6"),
    "requests RequestSource",
    (c) => (c.request.requestsource = "5"),
  ],
  [
    "R08",
    (c) => (c.request.requestsource = ""),
    "requests RequestSource",
    (c) => Object.assign(c.request, { requestsource: "", requestoutcome: "H" }),
  ],
  [
    "R08",
    (c) => (c.request.requestsource = ""),
    "requests RequestSource",
    (c) => (as2023(c), (c.request.requestsource = "")),
  ],
  [
    "R09",
    (c) => (c.request.requestoutcome = "N"),
    "requests RequestOutcome",
    (c) => Object.assign(c.request, { requestoutcome: "N", requesttribunal: "1" }),
  ],
  [
    "R10",
    (c) => (c.request.exported = "123"),
    "requests Exported",
    (c) => (c.request.exported = "850"),
  ],
  [
    "R10",
    (c) => (c.request.exported = "XYZ"),
    "requests Exported",
    (c) => (c.request.exported = "XXX"),
  ],
  [
    "R10",
    (c) => (c.request.exported = "839"),
    "requests Exported",
    (c) => (c.request.exported = "838"),
  ],
  ["R11", (c) => (c.request.rya = "maybe"), "requests RYA", (c) => (c.request.rya = "")],
  [
    "R11",
    (c) => (c.detail.senunitindicator = "2"),
    "plandetail SENunitIndicator",
    (c) => (c.detail.senunitindicator = "1"),
  ],
  [
    "R12",
    (c) => (c.request.assessment = []),
    "requests",
    (c) => Object.assign(c.request, { requestoutcome: "N", assessment: [] }),
  ],
  [
    "A01",
    (c) => (c.assessment.assessmentoutcome = "Z"),
    "assessment AssessmentOutcome",
    (c) => (c.assessment.assessmentoutcome = "A"),
  ],
  [
    "A02",
    (c) => Object.assign(c.assessment, { assessmentoutcome: "N", assessmentoutcomedate: "" }),
    "assessment AssessmentOutcomeDate",
    (c) => (c.assessment.assessmentoutcome = "N"),
  ],
  [
    "A02",
    (c) => (c.assessment.assessmentoutcomedate = ""),
    "assessment AssessmentOutcomeDate",
    (c) => Object.assign(c.assessment, { assessmentoutcome: "W", assessmentoutcomedate: "" }),
  ],
  [
    "A03",
    (c) => (c.assessment.assessmentoutcomedate = "2024-03-09"),
    "assessment AssessmentOutcomeDate",
    (c) => (c.assessment.assessmentoutcomedate = "2024-03-10"),
  ],
  [
    "A04",
    (c) => (c.assessment.namedplan = []),
    "assessment",
    (c) => Object.assign(c.assessment, { namedplan: [], assessmentoutcomedate: "" }),
  ],
  [
    "A05",
    (c) => (c.assessment.assessmentoutcome = "N"),
    "assessment AssessmentOutcome",
    (c) => Object.assign(c.assessment, { assessmentoutcome: "N", namedplan: [] }),
  ],
  [
    "A06",
    (c) => Object.assign(c.assessment, { assessmentoutcome: "H", week20: "1" }),
    "assessment AssessmentOutcome",
    (c) => (c.assessment.assessmentoutcome = "H"),
  ],
  [
    "A06",
    (c) => Object.assign(c.assessment, { assessmentoutcome: "H", othertribunal: "1" }),
    "assessment AssessmentOutcome",
    (c) => (c.assessment.othertribunal = "1"),
  ],
  [
    "A07",
    (c) => (c.assessment.assessmentoutcomedate = "2024-06-21"),
    "assessment AssessmentOutcomeDate",
    (c) => (c.assessment.assessmentoutcomedate = "2024-06-20"),
  ],
  [
    "A07",
    (c) => (c.assessment.assessmentoutcomedate = "2024-07-30"),
    "assessment AssessmentOutcomeDate",
    (c) => Object.assign(c.assessment, { assessmentoutcomedate: "2024-07-30", week20: "1" }),
  ],
  [
    "N01",
    (c) => (c.plan.startdate = ""),
    "namedplan StartDate",
    (c) => (c.plan.startdate = "18.6.24"),
  ],
  [
    "N01",
    (c) => (c.plan.startdate = "2025-01-17"),
    "namedplan StartDate",
    (c) => (c.plan.startdate = "2025-01-16"),
  ],
  [
    "N02",
    (c) => (c.plan.startdate = "2014-08-31"),
    "namedplan StartDate",
    (c) => (c.plan.startdate = "2014-09-01"),
  ],
  [
    "N02",
    (c) => (c.person.personbirthdate = "2024-06-19"),
    "namedplan StartDate",
    (c) => (c.person.personbirthdate = "2024-06-18"),
  ],
  [
    "N03",
    (c) => ceased(c.plan, "2024-06-17", "9"),
    "namedplan CeaseDate",
    (c) => ceased(c.plan, "2024-06-18", "9"),
  ],
  [
    "N03",
    (c) => ceased(c.plan, "2024-07-01", ""),
    "namedplan CeaseReason",
    (c) => ceased(c.plan, "2024-07-01", "2"),
  ],
  [
    "N03",
    (c) => ceased(c.plan, "", "2"),
    "namedplan CeaseDate",
    (c) => ceased(c.plan, "July", "2"),
  ],
  [
    "N04",
    (c) => ceased(c.plan, "2024-07-01", "10"),
    "namedplan CeaseReason",
    (c) => ceased(c.plan, "2024-07-01", "9"),
  ],
  [
    "N05",
    (c) => ceased(c.plan, "2023-12-31", "2"),
    "namedplan CeaseDate",
    (c) => ceased(c.plan, "2024-01-01", "2"),
  ],
  [
    "N06",
    (c) => (ceased(c.plan, "2024-07-01", "1"), (c.person.personbirthdate = "2005-07-02")),
    "namedplan CeaseReason",
    (c) => (ceased(c.plan, "2024-07-01", "1"), (c.person.personbirthdate = "2005-07-01")),
  ],
  [
    "N06",
    (c) => (ceased(c.plan, "2024-07-01", "4"), (c.person.personbirthdate = "2008-07-02")),
    "namedplan CeaseReason",
    (c) => (ceased(c.plan, "2024-07-01", "3"), (c.person.personbirthdate = "2008-07-01")),
  ],
  [
    "N07",
    (c) => placements(c, 100, 4, "OTH"),
    "placementdetail SENsetting",
    (c) => placements(c, 100, 3, "OTH"),
  ],
  [
    "N07",
    (c) => placements(c, 100, 3, "NIEO"),
    "placementdetail SENsetting",
    (c) => placements(c, 100, 2, "NIEO"),
  ],
  [
    "N07",
    (c) =>
      (c.assessment.namedplan = Array.from({ length: 20 }, (_, i) => ({
        ceasereason: i < 3 ? "9" : "2",
      }))),
    "namedplan CeaseReason",
    (c) =>
      (c.assessment.namedplan = Array.from({ length: 20 }, (_, i) => ({
        ceasereason: i < 2 ? "9" : "2",
      }))),
  ],
  [
    "N08",
    (c) => ceased(c.plan, "2024-12-31", "2"),
    "namedplan CeaseDate",
    (c) => (ceased(c.plan, "2024-12-31", "2"), (c.placement.leavingdate = "2024-12-31")),
  ],
  [
    "N08",
    (c) => ceased(c.plan, "2025-01-15", "2"),
    "namedplan CeaseDate",
    (c) => ceased(c.plan, "2025-01-16", "2"),
  ],
  ["N09", (c) => (c.plan.planres = "C"), "namedplan PlanRes", (c) => (c.plan.planres = "A")],
  ["N09", (c) => (c.placement.res = "1"), "placementdetail Res", (c) => (c.placement.res = "B")],
  [
    "N10",
    (c) => (c.plan.oa = "1"),
    "namedplan PB",
    (c) => Object.assign(c.plan, { pb: "1", oa: "1" }),
  ],
  [
    "N10",
    (c) => (c.plan.pb = "1"),
    "namedplan PB",
    (c) => Object.assign(c.plan, { pb: "1", dp: "E" }),
  ],
  [
    "D01",
    (c) => (c.placement.urn = ""),
    "placementdetail",
    (c) => Object.assign(c.placement, { urn: "", ukprn: "10000001" }),
  ],
  [
    "D01",
    (c) => (c.detail.urn = ""),
    "plandetail",
    (c) => Object.assign(c.detail, { urn: "", sensetting: "OLA" }),
  ],
  [
    "D02",
    (c) => (c.placement.ukprn = "10000001"),
    "placementdetail",
    (c) => Object.assign(c.placement, { urn: "", ukprn: "10000001" }),
  ],
  [
    "D03",
    (c) => (c.placement.urn = "12345"),
    "placementdetail URN",
    (c) => (c.placement.urn = "100001"),
  ],
  ["D03", (c) => (c.detail.urn = "999999"), "plandetail URN", (c) => (c.detail.urn = "100000")],
  [
    "D03",
    (c) => Object.assign(c.placement, { urn: "100001", entrydate: "2020-09-01" }),
    "placementdetail URN",
    (c) => Object.assign(c.placement, { urn: "100001", entrydate: "2020-08-31" }),
  ],
  ["D03", (c) => (c.detail.urn = "100002"), "plandetail URN", (c) => (c.detail.urn = "100001")],
  [
    "D04",
    (c) => Object.assign(c.placement, { urn: "", ukprn: "20000001" }),
    "placementdetail UKPRN",
    (c) => Object.assign(c.placement, { urn: "", ukprn: "10000001" }),
  ],
  [
    "D05",
    (c) => Object.assign(c.placement, { urn: "", sensetting: "HOME" }),
    "placementdetail SENsetting",
    (c) => Object.assign(c.placement, { urn: "", sensetting: "NIEC" }),
  ],
  [
    "D06",
    (c) => Object.assign(c.placement, { urn: "", sensetting: "OTH" }),
    "placementdetail SENSettingOther",
    (c) => Object.assign(c.placement, { urn: "", sensetting: "OTH", sensettingother: "Hospital" }),
  ],
  [
    "D07",
    (c) => Object.assign(c.placement, { senunitindicator: "1", resourcedprovisionindicator: "1" }),
    "placementdetail SENunitIndicator",
    (c) => (c.placement.resourcedprovisionindicator = "1"),
  ],
  [
    "D07",
    (c) => (c.detail.senunitindicator = ""),
    "plandetail SENunitIndicator",
    (c) => Object.assign(c.detail, { urn: "", ukprn: "10000001", senunitindicator: "" }),
  ],
  [
    "D08",
    (c) =>
      Object.assign(c.placement, { urn: "100001", senunitindicator: "1", entrydate: "2018-09-03" }),
    "placementdetail URN",
    (c) => (c.placement.senunitindicator = "1"),
  ],
  [
    "D09",
    (c) => (c.placement.placementrank = "3"),
    "placementdetail PlacementRank",
    (c) => (c.active.placementdetail = [c.placement, { ...c.placement, placementrank: "2" }]),
  ],
  [
    "D09",
    (c) => (c.detail.placementrank = "x"),
    "plandetail PlacementRank",
    (c) => (c.detail.placementrank = "1"),
  ],
  ["D09", (c) => (c.detail.placementrank = "2"), "namedplan", (c) => (c.plan.plandetail = [])],
  [
    "D09",
    (c) => (c.active.placementdetail = [c.placement, { ...c.placement, entrydate: "2024-09-01" }]),
    "activeplans",
    (c) =>
      (c.active.placementdetail = [
        { ...c.placement, leavingdate: "2024-08-31" },
        { ...c.placement, entrydate: "2024-09-01" },
      ]),
  ],
  [
    "D09",
    (c) => (c.plan.plandetail = [c.detail, { ...c.detail, urn: "100001" }]),
    "namedplan",
    (c) => (c.plan.plandetail = [c.detail, { ...c.detail, placementrank: "2" }]),
  ],
  [
    "D10",
    (c) => (c.placement.leavingdate = "2018-09-02"),
    "placementdetail LeavingDate",
    (c) => (c.placement.leavingdate = "2018-09-03"),
  ],
  [
    "D10",
    (c) => (c.placement.entrydate = "2025-01-17"),
    "placementdetail EntryDate",
    (c) => (c.placement.entrydate = "2025-01-16"),
  ],
  [
    "D11",
    (c) =>
      (c.active.placementdetail = [
        { ...c.placement, entrydate: "2024-09-01" },
        { ...c.placement, leavingdate: "2024-09-02" },
      ]),
    "placementdetail LeavingDate",
    (c) =>
      (c.active.placementdetail = [
        { ...c.placement, entrydate: "2024-09-01" },
        { ...c.placement, leavingdate: "2024-09-01" },
      ]),
  ],
  [
    "D11",
    (c) =>
      (c.active.placementdetail = [
        c.placement,
        { ...c.placement, entrydate: "2020-09-01", leavingdate: "2021-07-31" },
      ]),
    "placementdetail LeavingDate",
    (c) => (c.active.placementdetail = [c.placement, { ...c.placement, placementrank: "2" }]),
  ],
  [
    "D12",
    (c) => Object.assign(c.placement, { urn: "", sensetting: "NEET" }),
    "placementdetail SENsetting",
    (c) => (
      Object.assign(c.placement, { urn: "", sensetting: "NEET" }),
      (c.person.personbirthdate = "2009-01-16")
    ),
  ],
  [
    "D12",
    (c) => Object.assign(c.detail, { urn: "", sensetting: "EYP" }),
    "plandetail SENsetting",
    (c) => (
      Object.assign(c.detail, { urn: "", sensetting: "EYP" }),
      (c.person.personbirthdate = "2020-01-17")
    ),
  ],
  [
    "D12",
    (c) => (c.placement.sensetting = "EHE"),
    "placementdetail SENsetting",
    (c) => Object.assign(c.placement, { urn: "", sensetting: "EHE" }),
  ],
  [
    "V01",
    (c) => (c.request.activeplans = []),
    "namedplan",
    (c) => (ceased(c.plan, "2025-01-15", "2"), (c.request.activeplans = [])),
  ],
  ["V01", (c) => (c.active.placementdetail = []), "namedplan", (c) => (c.plan.startdate = "")],
  [
    "V02",
    (c) => ceased(c.plan, "2025-01-15", "2"),
    "activeplans",
    (c) => ceased(c.plan, "2025-01-16", "2"),
  ],
  ["V02", (c) => (c.assessment.namedplan = []), "activeplans", (c) => (c.plan.startdate = "")],
  [
    "V03",
    (c) => (c.person.requests = [c.request, { ...c.request }]),
    "person",
    (c) => (c.person.requests = [c.request, { ...c.request, assessment: [] }]),
  ],
  [
    "V04",
    (c) => Object.assign(c.active, { reviewmeeting: "2024-10-02", lastreview: "2024-10-01" }),
    "activeplans LastReview",
    (c) => Object.assign(c.active, { reviewmeeting: "2024-10-01", lastreview: "2024-10-01" }),
  ],
  [
    "V05",
    (c) => (c.active.reviewoutcome = "M"),
    "activeplans ReviewMeeting",
    (c) => Object.assign(c.active, { reviewoutcome: "M", reviewmeeting: "2024-10-01" }),
  ],
  [
    "V05",
    (c) => Object.assign(c.active, { reviewoutcome: "Y", reviewmeeting: "2024-10-01" }),
    "activeplans ReviewOutcome",
    (c) => (c.active.reviewmeeting = "2024-10-01"),
  ],
  [
    "V06",
    (c) => (c.plan.startdate = "2024-01-15"),
    "activeplans LastReview",
    (c) => (c.plan.startdate = "2024-01-16"),
  ],
  [
    "V06",
    (c) => ((c.plan.startdate = "2020-01-15"), (c.active.lastreview = "2024-01-15")),
    "activeplans LastReview",
    (c) => ((c.plan.startdate = "2020-01-15"), (c.active.reviewmeeting = "2024-01-16")),
  ],
  [
    "V07",
    (c) =>
      Object.assign(c.active, {
        reviewmeeting: "2024-10-01",
        reviewoutcome: "M",
        reviewdraft: "2024-10-20",
      }),
    "activeplans ReviewDraft",
    (c) =>
      Object.assign(c.active, {
        reviewmeeting: "2024-10-01",
        reviewoutcome: "A",
        reviewdraft: "2024-10-20",
      }),
  ],
  [
    "V08",
    (c) =>
      Object.assign(c.active, {
        phasetransferduedate: "2024-02-15",
        phasetransferfinaldate: "2024-02-16",
      }),
    "activeplans PhaseTransferFinalDate",
    (c) =>
      Object.assign(c.active, {
        phasetransferduedate: "2024-02-15",
        phasetransferfinaldate: "2024-02-15",
      }),
  ],
  [
    "V09",
    (c) => (c.active.transferla = "850"),
    "activeplans TransferLA",
    (c) => (
      (c.active.transferla = "850"),
      Object.assign(c.assessment, { assessmentoutcome: "H", assessmentoutcomedate: "" })
    ),
  ],
  ["S01", (c) => (c.need.sentype = ""), "senneed SENtype", (c) => (c.need.sentype = "DS")],
  ["S01", (c) => (c.need.sentype = "NSA"), "senneed SENtype", (c) => (c.need.sentype = "OTH")],
  ["S01", (c) => (c.active.senneed = []), "activeplans", (c) => (c.request.activeplans = [])],
  ["S02", (c) => (c.need.sentyperank = ""), "senneed SENtypeRank", (c) => (c.active.senneed = [])],
  [
    "S02",
    (c) => (c.need.sentyperank = "2"),
    "activeplans",
    (c) => (c.active.senneed = [c.need, { sentype: "ASD", sentyperank: "2" }]),
  ],
  [
    "S02",
    (c) => (c.active.senneed = [c.need, { ...c.need, sentype: "ASD" }]),
    "activeplans",
    (c) => (c.active.senneed = [{ sentype: "ASD", sentyperank: "2" }, c.need]),
  ],
  [
    "S03",
    (c) => (as2023(c), (c.need.sentype = "DS")),
    "senneed SENtype",
    (c) => (c.need.sentype = "DS"),
  ],
  [
    "G01",
    (c) => (c.person.personbirthdate = "1999-08-31"),
    "person PersonBirthDate",
    (c) => (c.person.personbirthdate = "1999-09-01"),
  ],
  [
    "G01",
    (c) => (c.person.personbirthdate = "2024-09-01"),
    "person PersonBirthDate",
    (c) => (c.person.personbirthdate = "2024-08-31"),
  ],
  [
    "G01",
    (c) => (c.person.personbirthdate = "1999-08-31"),
    "person PersonBirthDate",
    (c) => ((c.person.personbirthdate = "1999-08-31"), ceased(c.plan, "2024-07-31", "1")),
  ],
  [
    "C01",
    (c) => (c.active.transferla = "123"),
    "activeplans TransferLA",
    (c) => (c.active.transferla = "850"),
  ],
  [
    "C01",
    (c) => (c.active.transferla = "XXY"),
    "activeplans TransferLA",
    (c) => (c.active.transferla = "XXX"),
  ],
  ["C01", (c) => (c.placement.wbp = "Q"), "placementdetail WBP", (c) => (c.placement.wbp = "S")],
  ["C01", (c) => (c.plan.dp = "Q"), "namedplan DP", (c) => (c.plan.dp = "")],
  ["C01", (c) => (c.header.dmo = "perhaps"), "sen2 DMO", (c) => (c.header.dmo = "R")],
  [
    "C02",
    (c) => (c.plan.startdate = "18 June"),
    "namedplan StartDate",
    (c) => (c.plan.startdate = ""),
  ],
  ["C02", (c) => (c.header.serialno = "one"), "sen2 SerialNo", (c) => (c.header.serialno = "1")],
  ["C04", (c) => (c.active.res = "A"), "activeplans Res", (c) => (c.placement.res = "A")],
  [
    "C04",
    (c) => (as2023(c), (c.request.requestsource = "1")),
    "requests RequestSource",
    (c) => (as2023(c), (c.request.requestsource = ""), (c.active.res = "A")),
  ],
];
