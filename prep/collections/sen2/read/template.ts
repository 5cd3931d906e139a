import { columnName, sen2Fields, type Sen2TableName } from "../fields/fields";

/**
 * Titles of the nine tables that the DfE submission template stacks on one sheet
 * (docs/reading-education.md).
 */
export const templateTitles: Readonly<Record<string, Sen2TableName>> = {
  "header record": "sen2",
  "person record": "person",
  "requests records": "requests",
  "assessments records": "assessment",
  "named plan records": "namedplan",
  "plan detail records": "plandetail",
  "active plan records": "activeplans",
  "placement detail records": "placementdetail",
  "sen need records": "senneed",
};

/** Sheets of the pre-submission workbook (docs/reading-education.md). */
export const workbookSheets: Readonly<Record<string, Sen2TableName>> = {
  header: "sen2",
  person: "person",
  requests: "requests",
  assessments: "assessment",
  "named plan": "namedplan",
  "plan detail": "plandetail",
  "active plan": "activeplans",
  "placement detail": "placementdetail",
  "sen need": "senneed",
};

/**
 * Compares headings as people type them: case, spaces, line breaks and the kind of dash do not
 * count.
 */
export const foldTemplateHeading = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\u2010-\u2015]/g, "-")
    .replace(/\s+/g, " ")
    .trim();

/**
 * Headings that mean the same field in every table; a table's own come after. Matched by how the
 * folded heading begins.
 */
const common: readonly [string, string][] = [
  ["person id", "persontableid"],
  ["requests record id", "requeststableid"],
];

const institution: readonly [string, string][] = [
  ["urn", "urn"],
  ["ukprn", "ukprn"],
  ["sen setting - establishment", "sensetting"],
  ["sen setting - other", "sensettingother"],
  ["placement rank", "placementrank"],
  ["sen unit indicator", "senunitindicator"],
  ["resourced provision indicator", "resourcedprovisionindicator"],
];

const residence: readonly [string, string][] = [
  ["residential settings", "res"],
  ["work based learning", "wbp"],
];

/**
 * Headings of the template by how they begin, and the column they are. "Annual Review Meeting Date"
 * is the meeting and
 * "EHC Plan Review Decisions Date" the decision, as the words say (another reader has them the
 * other way round).
 */
const templateHeadings: Readonly<Record<Sen2TableName, readonly [string, string][]>> = {
  sen2: [
    ["collection name", "collection"],
    ["year", "year"],
    ["reference date", "referencedate"],
    ["source level", "sourcelevel"],
    ["la number", "lea"],
    ["software code", "softwarecode"],
    ["release", "release"],
    ["serial number", "serialno"],
    ["date & time", "datetime"],
    ["designated medical", "dmo"],
    ["designated clinical", "dco"],
    ["designated social", "dsco"],
  ],
  person: [
    ["surname", "surname"],
    ["forename", "forename"],
    ["date of birth", "personbirthdate"],
    ["gender", "gendercurrent"],
    ["sex", "sex"],
    ["ethnicity", "ethnicity"],
    ["post code", "postcode"],
    ["upn - ", "upn"],
    ["uln - ", "uniquelearnernumber"],
    ["upn and uln unavailable", "upnunknown"],
  ],
  requests: [
    ["date request was received", "receiveddate"],
    ["source of request", "requestsource"],
    ["initial request", "rya"],
    ["request outcome date", "requestoutcomedate"],
    ["request outcome", "requestoutcome"],
    ["request mediation", "requestmediation"],
    ["request tribunal", "requesttribunal"],
    ["exported", "exported"],
  ],
  assessment: [
    ["assessment outcome date", "assessmentoutcomedate"],
    ["assessment outcome", "assessmentoutcome"],
    ["assessment mediation", "assessmentmediation"],
    ["assessment tribunal", "assessmenttribunal"],
    ["other mediation", "othermediation"],
    ["other tribunal", "othertribunal"],
    ["twenty week", "week20"],
  ],
  namedplan: [
    ["ehc plan start date", "startdate"],
    ["residential settings", "planres"],
    ["work based learning", "planwbp"],
    ["personal budget taken up", "pb"],
    ["personal budget - organised", "oa"],
    ["personal budget - direct", "dp"],
    ["date ehc plan ceased", "ceasedate"],
    ["reason ehc plan ceased", "ceasereason"],
  ],
  plandetail: institution,
  activeplans: [
    ["ehc plan transferred in", "transferla"],
    ...residence,
    ["ehc plan review decisions date", "lastreview"],
    ["annual review decision", "reviewoutcome"],
    ["annual review - date draft", "reviewdraft"],
    ["phase transfer review - due", "phasetransferduedate"],
    ["phase transfer review - final", "phasetransferfinaldate"],
    ["annual review meeting date", "reviewmeeting"],
  ],
  placementdetail: [
    ...institution,
    ["placement start date", "entrydate"],
    ["placement leaving date", "leavingdate"],
    ["attendance pattern", "attendancepattern"],
    ...residence,
  ],
  senneed: [
    ["sen type of need rank", "sentyperank"],
    ["sen type of need", "sentype"],
  ],
};

/**
 * Column of a heading of the template, or the folded heading itself where it is not known (so that
 * it is reported).
 */
export function templateColumn(table: Sen2TableName, heading: string): string {
  const folded = foldTemplateHeading(heading);
  const match = [...common, ...templateHeadings[table]].find(([start]) => folded.startsWith(start));
  return match ? match[1] : folded;
}

/** Whether a heading of the pre-submission workbook is one of its table. */
export const isWorkbookColumn = (table: Sen2TableName, heading: string): boolean => {
  const column = workbookColumn(table, heading);
  return sen2Fields.some((f) => f.table === table && columnName(f) === column);
};

/** Column of a heading of the pre-submission workbook: the tag in lower case, spaces left out. */
export function workbookColumn(table: Sen2TableName, heading: string): string {
  const folded = foldTemplateHeading(heading).replace(/[ _]/g, "");
  const known = sen2Fields.find(
    (f) => f.table === table && (columnName(f) === folded || f.aliases?.includes(folded)),
  );
  return known ? columnName(known) : folded;
}
