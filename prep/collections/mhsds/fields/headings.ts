import { columnsOf, mhsdsTables, type MhsdsColumn, type MhsdsTable } from "./fields";

/** Research environments cut headings to so many characters. */
const CUT = 32;

const lower = (heading: string): string => heading.trim().toLowerCase();
/**
 * A heading without what warehouses (` Pseudo`) and research environments (`_deid`) put behind it.
 */
const bare = (heading: string): string => heading.replace(/(?: pseudo|_deid)$/, "");

/** What stands behind a heading in warehouses and in research environments. */
const SUFFIXES = ["", " pseudo", "_deid"] as const;

/**
 * Every way in which a column's heading may be written, in lower case, the best one first: each
 * spelling as it is, cut short, or with a suffix.
 */
export const formsOf = ({ heading, aliases = [], exact = false }: MhsdsColumn): string[] =>
  [heading, ...aliases]
    .map(lower)
    .flatMap((spelling) => [
      ...new Set(
        SUFFIXES.slice(0, exact ? 1 : undefined).flatMap((suffix) => [
          `${spelling}${suffix}`,
          `${spelling.slice(0, CUT)}${suffix}`,
        ]),
      ),
    ]);

/**
 * Where the columns of a table are in a header: by position, the columns that are read. Order and
 * case do not matter; other columns are passed over.
 */
export function columnsIn(
  table: MhsdsTable,
  header: readonly string[],
): ReadonlyMap<number, MhsdsColumn> {
  const headings = header.map(lower);
  const found = new Map<number, MhsdsColumn>();
  const names = new Set<string>();
  for (const column of columnsOf[table]) {
    if (column.insteadOf !== undefined && names.has(column.insteadOf)) continue;
    const at = formsOf(column)
      .map((form) => headings.indexOf(form))
      .find((position) => position !== -1 && !found.has(position));
    if (at === undefined) continue;
    found.set(at, column);
    names.add(column.name);
  }
  return found;
}

/**
 * Headings that together are only in one table as it is submitted, before the platform adds the id
 * of the row; each by any of its spellings.
 */
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
 * The MHSDS table that a CSV header belongs to: `unused` for one that nothing is counted from, null
 * when it is none. The id that the
 * platform gives each row (MHS101UniqID) says it; where a provider's own file lacks it, the columns
 * that only one table has.
 */
export function mhsdsTableOfHeader(header: readonly string[]): MhsdsTable | "unused" | null {
  const names = header.map((heading) => bare(lower(heading)));
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
