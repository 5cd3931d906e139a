import type { TextColumn } from "../../columns/column";
import type { RawTable } from "../../columns/raw-table";

/** A council's own areas, each a set of wards. */
export interface Localities {
  readonly file: string;
  /** Locality of a ward by its GSS code; null where the look-up does not have the ward. */
  of(ward: string): string | null;
  /** Rows that cannot be used, by line and reason. */
  readonly problems: readonly { readonly line: number; readonly why: string }[];
  readonly rowCount: number;
}

/**
 * Headings without case, spaces and marks: those of the national look-ups (WD24CD) and the words
 * that councils use.
 */
const fold = (heading: string): string => heading.toLowerCase().replace(/[^a-z0-9]/g, "");
const isWard = (heading: string): boolean =>
  /^(wd\d\dcd|(gss)?ward(gss)?code|wardcd|wardgss|ward|osward)$/.test(fold(heading));
const isLocality = (heading: string): boolean => /^locality(name)?$/.test(fold(heading));

/** GSS code of a ward or electoral division of England, or of a ward of Wales. */
const WARD = /^(E05|E58|W05)\d{6}$/;

/** Whether a table is a look-up from wards to localities. */
export const isLocalityHeader = (header: readonly string[]): boolean =>
  header.some(isWard) && header.some(isLocality);

/** Why a row cannot be used, or null. */
function problemOf(ward: string, locality: string, known: string | undefined): string | null {
  if (!WARD.test(ward)) return "The row has no GSS code of a ward.";
  if (locality === "") return "The row has no locality.";
  if (known !== undefined && known !== locality)
    return "The ward is in another locality in an earlier row, which is used.";
  return null;
}

/**
 * Reads a look-up from ward to locality. A row without a ward's GSS code or a locality, or that
 * puts a ward into a second locality, is a problem and left out.
 */
export function readLocalities(file: string, table: RawTable): Localities {
  const column = (is: (heading: string) => boolean): TextColumn | undefined =>
    [...table.columns].find(([heading]) => is(heading))?.[1];
  const [wards, names] = [column(isWard), column(isLocality)];
  const byWard = new Map<string, string>();
  const problems: { line: number; why: string }[] = [];
  for (let row = 0; row < table.rowCount; row++) {
    const [ward, name] = [wards?.at(row)?.trim().toUpperCase() ?? "", names?.at(row)?.trim() ?? ""];
    const why = problemOf(ward, name, byWard.get(ward));
    if (why === null) byWard.set(ward, name);
    else problems.push({ line: table.lines[row], why });
  }
  return { file, of: (ward) => byWard.get(ward) ?? null, problems, rowCount: table.rowCount };
}
