/**
 * An identifier as it should be compared: no spaces around it, in capitals, and without the `.0`
 * that
 * spreadsheets add to whole numbers. Leading zeros stay. Empty text where nothing is left.
 */
export const cleanIdentifier = (raw: string): string =>
  raw
    .trim()
    .replace(/^(\d+)\.0+$/, "$1")
    .toUpperCase();
