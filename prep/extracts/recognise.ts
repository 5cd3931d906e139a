import { detectEncoding } from "../scan/encoding";
import { otherForm } from "../scan/other-forms";
import { openingOfText } from "../scan/text-table";
import { isOfficeZip } from "../scan/zip-opening";
import type { InputFile, InputRole } from "../input-file";

/**
 * What a file is taken for by its content. Workbooks and other CSV files (KPI sheets, published
 * statistics) are told apart once they are read.
 */
export interface FileKind {
  readonly kind: string;
  /** The table of an export that it is, where its kind has several. */
  readonly table?: string;
}

/** The beginning of a text file. */
export interface Opening {
  readonly text: string;
  readonly isXml: boolean;
  /** Headings of the table, which may stand below titles; none of XML. */
  readonly header: readonly string[];
}

/** Tells what a file is by its opening; null where it is none of those that it knows. */
export type Recognise = (opening: Opening) => FileKind | null;

/** Bytes that a file is recognised by. */
export const OPENING = 1 << 16;

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
const CONTROL = /[\u0000-\u0008\u000e-\u001f]/g;
/**
 * Hardly any control characters other than line ends and tabs: text that may be CSV, a damaged one
 * too.
 */
const isText = (text: string): boolean =>
  text.trim() !== "" && (text.match(CONTROL)?.length ?? 0) * 100 <= text.length;

const named: Readonly<Record<Exclude<InputRole, "extract">, string>> = {
  schoolRegister: "school-register",
  schoolLinks: "school-links",
  postcodeDirectory: "postcode-directory",
  localities: "localities",
  optOut: "opt-out",
  healthLinkage: "health-linkage",
  bankHolidays: "bank-holidays",
};

/** Letters and digits of XML that are written as character references (`&#83;`), as themselves. */
const withoutReferences = (text: string): string =>
  text.replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (reference, hex, decimal) => {
    const letter = String.fromCodePoint(
      Math.min(0x10ffff, hex ? parseInt(hex, 16) : Number(decimal)),
    );
    return /[\p{L}\p{N}]/u.test(letter) ? letter : reference;
  });

/**
 * Finds what a file is by its opening, never by its name; a role given in the settings comes first.
 * The first who recognises it has it.
 */
export function recognise(
  file: InputFile,
  opening: Uint8Array,
  recognisers: readonly Recognise[],
): FileKind {
  if (file.role !== "extract") return { kind: named[file.role] };
  // A zip that is no workbook or document is taken for a release of published statistics.
  if (isZip(opening)) return { kind: isOfficeZip(opening) ? "workbook" : "release" };
  // The reader of workbooks says what it is and what to do.
  if (otherForm(opening) !== null) return { kind: "workbook" };
  const decoded = new TextDecoder(detectEncoding(opening).encoding)
    .decode(opening)
    .replace(/^\uFEFF/, "");
  const isXml = /^\s*</.test(decoded);
  const text = isXml ? withoutReferences(decoded) : decoded;
  const kindOf = (header: readonly string[]): FileKind | null => {
    for (const one of recognisers) {
      const found = one({ text, isXml, header });
      if (found) return found;
    }
    return null;
  };
  const header = isXml
    ? []
    : (openingOfText(text, (cells) => kindOf(cells) !== null)?.headings ?? []);
  const kind = kindOf(header);
  if (kind) return kind;
  return { kind: isText(text) && !isXml ? "other-csv" : "unknown" };
}
