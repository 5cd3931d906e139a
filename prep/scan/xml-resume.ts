import { GREATER, isBlank, LESS, SLASH } from "./xml-characters";

/**
 * Faults after which reading may go on at the next record: they spoil the record that they stand in
 * and say nothing of the file as a whole.
 */
const PASSING: ReadonlySet<string> = new Set([
  "xml-bad-reference",
  "xml-undeclared-entity",
  "xml-illegal-character",
  "xml-mismatched-tag",
  "xml-record-in-itself",
  "xml-bad-markup",
  "xml-bad-attribute",
  "xml-duplicate-attribute",
  "xml-bad-comment",
  "xml-text-too-long",
]);

/** Whether reading may go on at the next record after a fault within one. */
export const mayResume = (code: string): boolean => PASSING.has(code);

const isNameAt = (bytes: Uint8Array, at: number, end: number, name: Uint8Array): boolean => {
  if (at + name.length >= end) return false;
  for (let i = 0; i < name.length; i++) if (bytes[at + i] !== name[i]) return false;
  const after = bytes[at + name.length];
  return after === GREATER || after === SLASH || isBlank(after);
};

interface RecordNames {
  readonly record: Uint8Array;
  /** The element around the records. */
  readonly parent: Uint8Array;
  /** No bytes come after these. */
  readonly last: boolean;
}

/**
 * Where the next record of a name begins, or the element around it ends: the `<` of `<record` or of
 * `</parent`, whichever comes first. When neither
 * is in the buffer, minus one less than the first place that was not looked at for want of bytes.
 */
export function nextRecord(
  bytes: Uint8Array,
  from: number,
  end: number,
  { record, parent, last }: RecordNames,
): number {
  const longest = Math.max(record.length, parent.length) + 3;
  for (let i = bytes.indexOf(LESS, from); i !== -1 && i < end; i = bytes.indexOf(LESS, i + 1)) {
    if (!last && i + longest > end) return -1 - i;
    if (
      bytes[i + 1] === SLASH
        ? isNameAt(bytes, i + 2, end, parent)
        : isNameAt(bytes, i + 1, end, record)
    )
      return i;
  }
  return -1 - end;
}
