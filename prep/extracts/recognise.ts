import { isLocalityHeader } from "../sources/localities/localities";
import { isDirectoryHeader } from "../sources/postcode-directory/directory";
import { isLinksHeader, isRegisterHeader } from "../sources/school-register/register";
import {
  censusTableOfHeader,
  isCensusXml,
  type CollectTable,
} from "../collections/school-census/recognise";
import { isLinkageHeader } from "../collections/mhsds/linkage";
import { mhsdsTableOfHeader } from "../collections/mhsds/fields/headings";
import type { MhsdsTable } from "../collections/mhsds/fields/fields";
import { isSen2Xml, sen2TableOfHeader } from "../collections/sen2/recognise";
import type { Sen2TableName } from "../collections/sen2/fields";
import { detectEncoding } from "../scan/encoding";
import type { InputFile } from "../input-file";

/** What a file is taken for by its content. Workbooks and other CSV files (KPI sheets, published statistics) are told apart once they are read. */
export type FileKind =
  | {
      readonly kind:
        | "sen2-xml"
        | "census-xml"
        | "school-register"
        | "school-links"
        | "postcode-directory"
        | "localities"
        | "opt-out"
        | "health-linkage"
        | "workbook"
        | "release"
        | "other-csv"
        | "own-indicators"
        | "unknown";
    }
  | { readonly kind: "sen2-csv"; readonly table: Sen2TableName }
  | { readonly kind: "census-csv"; readonly table: CollectTable }
  | { readonly kind: "mhsds-csv"; readonly table: MhsdsTable | "unused" };

const OPENING = 1 << 16;

/** The first bytes of a file, up to 64 KiB. */
export async function openingOf(file: InputFile): Promise<Uint8Array> {
  const opening = new Uint8Array(OPENING);
  let length = 0;
  for await (const chunk of file.chunks()) {
    const part = chunk.subarray(0, OPENING - length);
    opening.set(part, length);
    length += part.length;
    if (length === OPENING) break;
  }
  return opening.subarray(0, length);
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
/** A zip that is no workbook is taken for a release of published statistics. */
const isWorkbook = (bytes: Uint8Array): boolean =>
  /\[Content_Types\]\.xml|xl\/|_rels\//.test(new TextDecoder("latin1").decode(bytes));
/** Compound files: old .xls workbooks and workbooks with a password. */
const isCompound = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf;

/** No control characters other than line ends and tabs: text that may be CSV. */
const isText = (text: string): boolean =>
  text.trim() !== "" && !/[\u0000-\u0008\u000e-\u001f]/.test(text);

/** Headings of the first line that is not blank, as far as kinds are told apart by them. */
function headings(text: string): string[] {
  const line = text.split(/\r\n|\r|\n/).find((candidate) => candidate.trim() !== "") ?? "";
  const separator = [",", ";", "\t", "|"].reduce(
    (best, mark) => (line.split(mark).length > line.split(best).length ? mark : best),
    ",",
  );
  return line.split(separator).map((heading) => heading.trim().replace(/^"|"$/g, "").trim());
}

/** Finds what a file is by its opening, never by its name; a role given in the settings comes first. */
export function recognise(file: InputFile, opening: Uint8Array): FileKind {
  const named = {
    schoolRegister: "school-register",
    schoolLinks: "school-links",
    postcodeDirectory: "postcode-directory",
    localities: "localities",
    optOut: "opt-out",
    healthLinkage: "health-linkage",
  } as const;
  if (file.role !== "extract") return { kind: named[file.role] };
  if (isZip(opening)) return { kind: isWorkbook(opening) ? "workbook" : "release" };
  if (isCompound(opening)) return { kind: "workbook" };
  const text = new TextDecoder(detectEncoding(opening).encoding).decode(opening);
  if (/^\s*</.test(text.replace(/^\uFEFF/, "")))
    return { kind: isSen2Xml(text) ? "sen2-xml" : isCensusXml(text) ? "census-xml" : "unknown" };
  if (/^\s*\[/.test(text.replace(/^\uFEFF/, ""))) return { kind: "own-indicators" };
  const header = headings(text.replace(/^\uFEFF/, ""));
  const table = sen2TableOfHeader(header);
  if (table) return { kind: "sen2-csv", table };
  const ofCensus = censusTableOfHeader(header);
  if (ofCensus) return { kind: "census-csv", table: ofCensus };
  const ofMhsds = mhsdsTableOfHeader(header);
  if (ofMhsds) return { kind: "mhsds-csv", table: ofMhsds };
  if (isRegisterHeader(header)) return { kind: "school-register" };
  if (isLinksHeader(header)) return { kind: "school-links" };
  if (isDirectoryHeader(header)) return { kind: "postcode-directory" };
  if (isLocalityHeader(header)) return { kind: "localities" };
  if (isLinkageHeader(header)) return { kind: "health-linkage" };
  return { kind: isText(text) ? "other-csv" : "unknown" };
}
