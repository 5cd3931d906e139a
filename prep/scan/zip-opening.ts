const SIGNATURE = [0x50, 0x4b, 0x03, 0x04];
/** Places of a local header: length of the name, the name itself. */
const [NAME_LENGTH, NAME] = [26, 30];

/** Name of the first entry of a zip, from its opening; null where it is no zip, or an empty one. */
function firstEntryName(opening: Uint8Array): string | null {
  if (!SIGNATURE.every((byte, i) => opening[i] === byte) || opening.length < NAME) return null;
  const length = opening[NAME_LENGTH] | (opening[NAME_LENGTH + 1] << 8);
  return new TextDecoder("latin1").decode(opening.subarray(NAME, NAME + length));
}

/**
 * What office programs put first into their files: parts of Office Open XML, OpenDocument, Numbers.
 */
const OFFICE_PART =
  /^(\[Content_Types\]\.xml$|(_rels|docProps|xl|word|ppt|customXml)\/|mimetype$|content\.xml$|META-INF\/|Index[./]|Metadata\/|preview)|\.iwa$/;

/**
 * Whether a zip is a workbook or document, by the name of its first entry: what is packed in it may
 * hold any bytes, and whole workbooks.
 */
export const isOfficeZip = (opening: Uint8Array): boolean =>
  OFFICE_PART.test(firstEntryName(opening) ?? "");
