import { columnsOf, mhsdsTables, type MhsdsColumn, type MhsdsTable } from "./fields";

/** Research environments cut headings to so many characters. */
const CUT = 32;

const lower = (heading: string): string => heading.trim().toLowerCase();
/**
 * A heading without what warehouses (` Pseudo`) and research environments (`_deid`) put behind it.
 */
const bare = (heading: string): string => heading.replace(/(?: pseudo|_deid)$/, "");

/** Every spelling of a column in lower case, the best one first. */
const spellings = ({ heading, aliases = [] }: MhsdsColumn): string[] =>
  [heading, ...aliases].map(lower);

/**
 * Position of a spelling among headings (in lower case), or -1: as it is, cut short, or with a
 * suffix.
 */
function positionOf(spelling: string, headings: readonly string[], exact: boolean): number {
  const forms: ((heading: string) => boolean)[] = [
    (heading) => heading === spelling,
    (heading) => heading === spelling.slice(0, CUT),
    (heading) => bare(heading) === spelling,
    (heading) => bare(heading) === spelling.slice(0, CUT),
  ];
  for (const form of exact ? forms.slice(0, 2) : forms) {
    const at = headings.findIndex(form);
    if (at !== -1) return at;
  }
  return -1;
}

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
    const at = spellings(column)
      .map((spelling) => positionOf(spelling, headings, column.exact ?? false))
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
