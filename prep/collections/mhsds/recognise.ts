import { mhsdsTables, type MhsdsTable } from "./tables";

/** Headings that together are only in one table as it is submitted, before the platform adds the id of the row; each by any of its spellings. */
const signatures: readonly (readonly [MhsdsTable, ...(readonly string[])[]])[] = [
  ["MHS000Header", ["datsetver"], ["reportingperiodstartdate"], ["orgidprovider"]],
  [
    "MHS001MPI",
    ["orgidlocalpatientid", "nhsnumberstatus"],
    ["gender", "genderidcode"],
    ["ethniccategory"],
  ],
  ["MHS002GP", ["localpatientid"], ["gmpreg", "gmpcodereg"]],
  ["MHS005PatInd", ["localpatientid"], ["lacstatus"], ["cpp"]],
  ["MHS101Referral", ["servicerequestid"], ["referralrequestreceiveddate"], ["sourceofreferralmh"]],
  [
    "MHS102OtherServiceType",
    ["servicerequestid"],
    ["referclosuredate"],
    ["othercareprofteamlocalid", "careprofteamlocalid"],
  ],
  ["MHS201CareContact", ["carecontactid"], ["servicerequestid"], ["carecontdate"]],
  ["MHS204IndirectActivity", ["servicerequestid"], ["indirectactdate"]],
  [
    "MHS501HospProvSpell",
    ["hospprovspellid", "hospprovspellnum"],
    ["servicerequestid"],
    ["startdatehospprovspell"],
  ],
  [
    "MHS902ServiceTeamDetails",
    ["careprofteamlocalid"],
    ["servteamtypemh"],
    ["servteamintagegroup"],
  ],
];

/**
 * The MHSDS table that a CSV header belongs to: `unused` for one that nothing is counted from, null when it is none. The id that the
 * platform gives each row (MHS101UniqID) says it; where a provider's own file lacks it, the columns that only one table has.
 */
export function mhsdsTableOfHeader(header: readonly string[]): MhsdsTable | "unused" | null {
  const names = header.map((heading) =>
    heading
      .trim()
      .toLowerCase()
      .replace(/(?: pseudo|_deid)$/, ""),
  );
  const ids = new Set(names.flatMap((name) => /^(mhs\d{3})uniqid$/.exec(name)?.[1] ?? []));
  if (ids.size > 0) {
    const known = mhsdsTables.find((table) => ids.has(table.slice(0, 6).toLowerCase()));
    return known ?? "unused";
  }
  const has = (spellings: readonly string[]): boolean =>
    spellings.some((spelling) => names.includes(spelling));
  const found = signatures.find(([, ...columns]) => columns.every(has));
  return found ? found[0] : null;
}
