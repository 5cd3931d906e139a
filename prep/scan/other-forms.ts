import { unzipSync } from "fflate";

/** A form of file that is not read, and what to do about it. */
interface OtherForm {
  readonly code: string;
  /** What it is, such as `an OpenDocument spreadsheet`. */
  readonly what: string;
  /** Words for the user: what it is and what to do. */
  readonly message: string;
}

const SAVE = "Open it and save it as .xlsx (Excel workbook), or as CSV.";

const form = (code: string, what: string, action = SAVE): OtherForm => ({
  code,
  what,
  message: `This is ${what}, which is not read. ${action}`,
});

const forms = {
  password: form(
    "workbook-protected",
    "a workbook with a password",
    "Open it, take the password off (File, Info, Protect Workbook) and save it as .xlsx.",
  ),
  old: form("workbook-old-format", "a workbook of Excel 2003 or older (.xls)"),
  compound: form(
    "workbook-protected",
    "a file of an old Office program (such as .xls, .doc or .msg) or one with a password",
    "Open it and save it as .xlsx without a password.",
  ),
  binary: form("workbook-binary", "a binary workbook (.xlsb)"),
  openDocument: form("workbook-open-document", "an OpenDocument spreadsheet (.ods)"),
  numbers: form(
    "workbook-numbers",
    "a Numbers document",
    "Open it in Numbers and export it to Excel (.xlsx) or CSV.",
  ),
  document: form(
    "office-document",
    "a document or presentation",
    "Copy its tables into a workbook and save that as .xlsx.",
  ),
  web: form(
    "web-page",
    "a web page, whatever its name ends in",
    "Open it in Excel and save it as .xlsx, or export it again as CSV.",
  ),
  xml2003: form("workbook-xml-2003", "an XML spreadsheet of Excel 2003"),
  pdf: form("pdf", "a PDF", "Ask for the workbook or CSV that it was printed from."),
  archive: form(
    "other-archive",
    "an archive of another kind than zip (.7z or .rar)",
    "Unpack it and give the files in it.",
  ),
} as const;

const startsWith = (bytes: Uint8Array, ...marks: number[]): boolean =>
  marks.every((mark, i) => bytes[i] === mark);

const latin1 = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes);

/** Names in the directory of a compound file are UTF-16. */
const holdsName = (text: string, name: string): boolean =>
  text.includes([...name].map((letter) => `${letter}\0`).join(""));

/**
 * Sectors of a compound file that are looked through: its directory may stand anywhere, most often
 * near either end.
 */
const COMPOUND_END = 1 << 20;

function compoundForm(bytes: Uint8Array): OtherForm {
  const text =
    latin1(bytes.subarray(0, COMPOUND_END)) +
    (bytes.length > COMPOUND_END ? latin1(bytes.subarray(-COMPOUND_END)) : "");
  if (holdsName(text, "EncryptedPackage")) return forms.password;
  return holdsName(text, "Workbook") || holdsName(text, "Book") ? forms.old : forms.compound;
}

function entryNames(bytes: Uint8Array): string[] {
  const names: string[] = [];
  try {
    unzipSync(bytes, { filter: ({ name }) => (names.push(name), false) });
  } catch {
    return [];
  }
  return names;
}

/** Names of entries that tell a packed form by what is in it. */
const PACKED: readonly { readonly entry: RegExp; readonly form: OtherForm }[] = [
  { entry: /^xl\/workbook\.bin$/i, form: forms.binary },
  { entry: /^(index\/document\.iwa|index\.zip)$/i, form: forms.numbers },
  { entry: /^(word\/document|ppt\/presentation)\.xml$/i, form: forms.document },
];

function packedForm(bytes: Uint8Array): OtherForm | null {
  const names = entryNames(bytes);
  // An OpenDocument file has its kind in its first entry, unpacked.
  if (names.includes("content.xml") || names[0] === "mimetype")
    return latin1(bytes.subarray(0, 200)).includes("opendocument.text") ||
      latin1(bytes.subarray(0, 200)).includes("opendocument.presentation")
      ? forms.document
      : forms.openDocument;
  return PACKED.find(({ entry }) => names.some((name) => entry.test(name)))?.form ?? null;
}

const OPENING = 1 << 12;

function textForm(bytes: Uint8Array): OtherForm | null {
  const text = latin1(bytes.subarray(0, OPENING)).replace(/\0/g, "");
  const mark = text.replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*/, "");
  if (/^(<!doctype html|<html|<table|<head|<body|<meta)\b/i.test(mark)) return forms.web;
  if (/^mime-version:/i.test(mark) && /text\/html/i.test(text)) return forms.web;
  if (
    mark.startsWith("<") &&
    /progid="Excel\.Sheet"|urn:schemas-microsoft-com:office:spreadsheet/.test(text)
  )
    return forms.xml2003;
  return null;
}

/**
 * The form of a file that is known and not read, from its bytes; null where it may be read, or
 * nothing is known of it.
 */
export function otherForm(bytes: Uint8Array): OtherForm | null {
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return compoundForm(bytes);
  if (startsWith(bytes, 0x50, 0x4b)) return packedForm(bytes);
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return forms.pdf;
  if (startsWith(bytes, 0x37, 0x7a, 0xbc, 0xaf) || startsWith(bytes, 0x52, 0x61, 0x72, 0x21))
    return forms.archive;
  // The first record of workbooks before compound files (Excel 2 to 4).
  if (bytes[0] === 0x09 && [0, 2, 4].includes(bytes[1]) && [4, 6].includes(bytes[2]))
    return forms.old;
  return textForm(bytes);
}
