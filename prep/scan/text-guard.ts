const EQUALS = 0x3d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;

/** Whether a field may have a text guard, by its first byte. */
export const mayBeGuarded = (first: number): boolean => first === EQUALS || first === APOSTROPHE;

/**
 * How many bytes a text guard of a spreadsheet takes at the start of a field and at its end:
 * `="007"` and `'007` keep a number as text. Nulls where
 * there is none.
 */
export function guardOf(
  bytes: Uint8Array,
  start: number,
  end: number,
): { readonly before: number; readonly after: number } | null {
  if (bytes[start] === APOSTROPHE && end - start > 1 && isDigit(bytes[start + 1]))
    return { before: 1, after: 0 };
  const isFormula =
    bytes[start] === EQUALS &&
    end - start > 3 &&
    bytes[start + 1] === QUOTE &&
    bytes[end - 1] === QUOTE;
  return isFormula ? { before: 2, after: 1 } : null;
}
